"""Read a CSV or JSONL file row by row: every row comes out as a message or with what is wrong.

The same file read twice gives the same external ids, so nothing is stored twice; two equal rows
in one file keep two ids, so nothing is lost. What the file is called is shown and never believed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiemtin.channels.file.place import read_place
from kiemtin.channels.file.row import PlaceReader, Rows
from kiemtin.channels.file.source import Row, Source, open_source
from kiemtin.channels.refusal import FileRefused, RowRefused
from kiemtin.channels.shape import VIETNAM, Inbound
from kiemtin.refusal import Refusal

__all__ = ["Bad", "FileRefused", "Good", "Source", "inspect", "read_rows"]


@dataclass(frozen=True)
class Good:
    """A row that is a message; `line` is its first line in the file, from 1."""

    line: int
    inbound: Inbound


@dataclass(frozen=True)
class Bad:
    """A row that is none; `refusal` says why in both languages."""

    line: int
    refusal: Refusal

    @property
    def code(self) -> str:
        """The refusal's code."""
        return self.refusal.code

    @property
    def params(self) -> Mapping[str, object]:
        """The refusal's parameters."""
        return self.refusal.params


def read_rows(
    data: bytes, name: str, *, now: datetime | None = None, places: PlaceReader = read_place
) -> Iterator[Good | Bad]:
    """Return the rows in order. Raises FileRefused at once, before any row is given.

    `now` (aware) dates rows that have no date of receipt; `places` turns what is written for a
    place into a code, and raises RowRefused.
    """
    source = open_source(data, name)
    if not any(True for _ in source.rows()):
        raise FileRefused("only_header", {"name": source.name})
    source.require_few_rows()
    return _messages(source.rows(), Rows(now or datetime.now(VIETNAM), places))


def inspect(data: bytes, name: str) -> Source:
    """Return how a file will be read, for the person who imports it; raises FileRefused."""
    return open_source(data, name)


def _messages(rows: Iterator[Row], maker: Rows) -> Iterator[Good | Bad]:
    for line, row in rows:
        if isinstance(row, RowRefused):
            yield Bad(line, row)
            continue
        try:
            yield Good(line, maker.inbound(line, row))
        except Refusal as refusal:
            yield Bad(line, refusal)
