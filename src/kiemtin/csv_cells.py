"""CSV that a spreadsheet shows and never runs: a cell that would begin a formula is marked as text.

`defusedcsv` leaves a leading tab, CR, LF and the fullwidth signs as they are; here they are marked
too, and so is a sign behind leading white space.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

SIGNS = "=+-@|%＝＋－＠"
"""What programs take for the beginning of a formula or a command, fullwidth forms too."""

TEXT = "'"
"""Put in front, it says to a spreadsheet that the cell is text."""


def cell(value: object) -> str:
    """The value as a cell: a number as it is, text marked when it would begin a formula."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    spaced = text[:1] in ("\t", "\r", "\n")
    return TEXT + text if spaced or text.lstrip()[:1] in tuple(SIGNS) else text


def lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Each row as one CSV record (RFC 4180, CRLF), for a file or a streamed answer."""
    for row in rows:
        written = StringIO()
        csv.writer(written).writerow([cell(value) for value in row])
        yield written.getvalue()
