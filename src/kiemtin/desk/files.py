"""Files go with their rows: when a step fails, what it had written to the disk is gone too."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models.fields.files import FieldFile


@contextmanager
def all_or_none() -> Iterator[list[FieldFile]]:
    """Gives a list for the files that the block writes; they are removed when the block fails."""
    written: list[FieldFile] = []
    try:
        yield written
    except BaseException:
        for file in written:
            file.storage.delete(str(file.name))
        raise
