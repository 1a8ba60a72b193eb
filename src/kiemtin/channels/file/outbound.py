"""Write CSV that a spreadsheet shows as it is: no cell that a stranger wrote becomes a formula."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

BOM = "\ufeff"
"""Without it Excel reads UTF-8 as the local 8-bit encoding and spoils every Vietnamese letter."""

# The signs that begin a formula (OWASP, CSV Injection; fullwidth forms are folded by some
# spreadsheets), at the start of the text, or after a sign that splits cells where the local list
# separator is ; or tab; behind whatever a spreadsheet strips, quotation marks included.
_BEFORE = r'[ "\xa0\x01-\x08\x0b\x0c\x0e-\x1f\u200b-\u200f\u3000\ufeff]*'
_FORMULA = re.compile(rf"(^|[;\t\r\n])({_BEFORE})(?=[=+\-@＝＋－＠])")
_LEADING_CONTROL = re.compile(r"^(?=[\t\r\n])")


def safe_cell(value: object) -> str:
    """Return the text of a cell that every spreadsheet takes as text.

    An apostrophe goes before a sign that would begin a formula; numbers and dates of Python stay
    as they are, None is "". Twice is the same as once.
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    text = str(value).replace("\x00", "")
    return _LEADING_CONTROL.sub("'", _FORMULA.sub(r"\1\2'", text))


def write_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """Yield a CSV file piece by piece: UTF-8 with a mark, commas, every cell quoted and safe."""
    yield BOM.encode() + _line(header)
    for row in rows:
        yield _line(row)


def _line(cells: Sequence[object]) -> bytes:
    out = StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerow([safe_cell(cell) for cell in cells])
    return out.getvalue().encode("utf-8", "replace")
