"""Where the public log lies as files, and how many entries the newest checkpoint covers."""

from django.conf import settings

from kiemtin.record.checkpoint import read_checkpoint
from kiemtin.record.notes import split_note
from kiemtin.record.reader import CHECKPOINT, LogFolder


def folder() -> LogFolder:
    """The log of this desk as files."""
    return LogFolder(settings.LOG_FOLDER)


def size() -> int:
    """How many entries are signed and published; 0 before the first.

    Raises RecordRefused when the checkpoint cannot be read.
    """
    here = folder()
    if not here.has(CHECKPOINT):
        return 0
    return read_checkpoint(split_note(here.file(CHECKPOINT))[0]).size
