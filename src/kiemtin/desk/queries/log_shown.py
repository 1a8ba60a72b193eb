"""What the published log shows and what it cannot show, for the site and for administrators: the
sentences that `kiemtin verify` says too.
"""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from kiemtin.desk import log_folder
from kiemtin.record.anchor import FOLDER, Anchor, anchors, kept_roots, kept_text
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
    files = ((path, path.stat().st_mtime_ns) for path in (folder.path / FOLDER).glob("*"))
    return list(_checked(folder.path, frozenset(files)))


@lru_cache(maxsize=2)
def _checked(log: Path, _files: frozenset[tuple[Path, int]]) -> tuple[Anchor, ...]:
    """Each answer is checked once for the same `_files`: every reader's page asks for them."""
    folder = LogFolder(log)
    found = anchors(folder, kept_text(folder), kept_roots(folder))
    newest = {one.stamp.authority: one for one in found if isinstance(one, Anchor)}
    return tuple(newest.values())
