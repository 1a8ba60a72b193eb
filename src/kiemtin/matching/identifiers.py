"""Names that a number tells apart: RON 95 and RON 92, train SP8, rice Ri6, road QL4D.

What was read as an amount, a date or a label with a unit is none; those are compared by value.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiemtin.matching.reading import Reading
from kiemtin.matching.types import Row, Span
from kiemtin.text.fold import fold

_GLUED = re.compile(r"(?<!\w)([^\W\d_]{1,5})-?(\d{1,4})([^\W\d_]?)(?!\w)")
_SPACED = re.compile(r"(?<!\w)([A-ZĐ]{2,5}) (\d{1,4})([A-Z]?)(?!\w)")
_ANY = re.compile(r"(?<!\w)([^\W\d_]{1,5})[ -]?(\d{1,4})([^\W\d_]?)(?!\w)")
_DIGITS = re.compile(r"(?<!\w)\d{1,4}(?!\w)")


@dataclass(frozen=True, slots=True)
class _Identifier:
    letters: str
    rest: str
    span: Span
    text: str


def identifier_rows(message: Reading, claim: Reading) -> list[Row]:
    """Return one row for each such name of the claim; a message may give the bare number."""
    claimed = {(one.letters, one.rest): one for one in _stated(claim)}
    if not claimed:
        return []
    said = list(_found(_ANY, message.text))
    digits = set(_DIGITS.findall(message.text))
    return [_row(one, said, digits) for one in claimed.values()]


def _row(claimed: _Identifier, said: list[_Identifier], digits: set[str]) -> Row:
    alike = [one for one in said if one.letters == claimed.letters]
    for one in alike:
        if one.rest == claimed.rest:
            return Row("actor", one.text, claimed.text, "agree", one.span, claimed.span)
    if alike:
        one = alike[0]
        return Row("actor", one.text, claimed.text, "conflict", one.span, claimed.span)
    if claimed.rest in digits:
        return Row("actor", claimed.rest, claimed.text, "agree", None, claimed.span)
    return Row("actor", None, claimed.text, "absent", None, claimed.span)


def _stated(claim: Reading) -> Iterator[_Identifier]:
    taken = [(one.start, one.end) for one in claim.details]
    for pattern in (_GLUED, _SPACED):
        for one in _found(pattern, claim.text):
            if not any(start < one.span[1] and one.span[0] < end for start, end in taken):
                yield one


def _found(pattern: re.Pattern[str], text: str) -> Iterator[_Identifier]:
    for hit in pattern.finditer(text):
        yield _Identifier(fold(hit[1].lower()), hit[2] + hit[3].lower(), hit.span(), hit[0])
