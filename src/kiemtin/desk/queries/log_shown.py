"""What the published log shows and what it cannot show, for the site and for administrators: the
sentences that `kiemtin verify` says too.
"""

from django.conf import settings

from kiemtin.desk import log_folder
from kiemtin.record.anchor import Anchor, anchors, kept_roots, kept_text
from kiemtin.record.cosignature import Cosignature, witnessed
from kiemtin.record.reader import CHECKPOINT, LogFolder
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.shown import Statement, statements
from kiemtin.record.witness import organisations


def log_statements() -> list[Statement]:
    """What holds, then what is not shown, each in both languages.

    From the cosignatures of the witnesses in the settings and the time-stamps in the log's folder;
    what does not fit counts for nothing. The log's own signature is for `kiemtin verify`.
    """
    folder = log_folder.folder()
    return statements(_cosignatures(folder), organisations(settings.WITNESSES), _anchors(folder))


def _cosignatures(folder: LogFolder) -> list[Cosignature]:
    try:
        return witnessed(folder.file(CHECKPOINT), [one.key for one in settings.WITNESSES])
    except RecordRefused:
        return []


def _anchors(folder: LogFolder) -> list[Anchor]:
    """The newest one of each authority: what it says holds for all before."""
    found = anchors(folder, kept_text(folder), kept_roots(folder))
    newest = {one.stamp.authority: one for one in found if isinstance(one, Anchor)}
    return list(newest.values())
