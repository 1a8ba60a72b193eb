"""Rows of a CSV file with the line each begins on; a broken row costs itself and no other."""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator

from kiemtin.channels.file.columns import recognised
from kiemtin.channels.file.settings import MAX_CELL
from kiemtin.channels.refusal import RowRefused

DELIMITERS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)

Record = tuple[int, list[str] | RowRefused]
"""The number of a row's first line, from 1, and its cells or what is wrong with it."""


class Lines:
    """Lines of text, counted, that can be put back when a row turns out to be broken."""

    def __init__(self, stream: Iterable[str]) -> None:
        self._stream = iter(stream)
        self._back: deque[str] = deque()
        self._taken: list[str] = []
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._stream)
        self._taken.append(line)
        self.number += 1
        return line

    def begin(self) -> int:
        """Start a row; return the number of its first line."""
        self._taken = []
        return self.number + 1

    def give_up(self) -> list[str]:
        """Put back all lines of this row but the first; return those that were taken."""
        taken = self._taken
        self._back.extendleft(reversed(taken[1:]))
        self.number -= len(taken) - 1
        return taken

    def peek(self) -> str:
        """Return the next line without taking it, "" at the end."""
        if not self._back:
            self._back.extend(line for line in [next(self._stream, "")] if line)
        return self._back[0] if self._back else ""

    def skip_blank(self) -> str:
        """Take blank lines; return the next other one without taking it, "" at the end."""
        while self.peek() and not self.peek().strip():
            next(self)
        return self.peek()


def records(lines: Lines, delimiter: str) -> Iterator[Record]:
    """Yield every row that holds anything.

    A quotation mark that never closes swallows the rest of a file in most readers. Here the row it
    stands in is refused and reading goes on with the next line.
    """
    while True:
        start = lines.begin()
        try:
            cells = next(csv.reader(lines, delimiter=delimiter, strict=True))
        except StopIteration:
            return
        except csv.Error:
            yield start, _refusal(lines.give_up())
            continue
        if any(cell.strip() for cell in cells):
            yield start, cells


def _refusal(taken: list[str]) -> RowRefused:
    length = len(taken[0])
    if len(taken) == 1 and length > MAX_CELL:
        return RowRefused("text_too_long", {"got": length, "limit": MAX_CELL})
    return RowRefused("quotes")


def find_delimiter(lines: Lines) -> str:
    """Return the separator that makes most sense of the header; takes at most a `sep=` line."""
    stated = _SEPARATOR_LINE.fullmatch(lines.peek())
    if stated:
        next(lines)
        return stated[1]
    header = lines.peek()
    return max(DELIMITERS, key=lambda delimiter: _sense(header, delimiter))


def _sense(header: str, delimiter: str) -> tuple[int, int]:
    names = header.strip().replace('"', "").split(delimiter)
    return recognised(names), len(names)
