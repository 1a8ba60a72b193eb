"""Knows the values that an editor marked as the claim's own subject, however they are written."""

import re
from collections.abc import Collection

from kiemtin.text.canonical import canonical
from kiemtin.text.redact.page import Page

_NOT_ALNUM = re.compile(r"[\W_]+")
_ABROAD = re.compile(r"^(?:00)?84(?=0?[2-9]\d{8,9}$)0?")
_SCHEME = re.compile(r"^https?:/*(?:(?:www|m|web)\.)?|^(?:www|m)\.")
_LETTERS_FOR_DIGITS = str.maketrans("oil", "011")
_MANY_DIGITS = re.compile(r"(?:[^\d\n]*\d){6}")
_FEW = 3  # fewer digits name nothing


class Kept:
    """A set of values to leave in place; numbers compare by digits, words by folded letters."""

    def __init__(self, values: Collection[str]) -> None:
        forms = (_form(Page(canonical(value)).plain) for value in values)
        self._forms = frozenset(form for form in forms if len(form) >= _FEW)

    def __contains__(self, plain: str) -> bool:
        """Say whether a stretch of a page's plain view is one of the values."""
        return bool(self._forms) and _form(plain) in self._forms


def _form(plain: str) -> str:
    """Letters and digits only; a Vietnamese number with 84 compares with its 0."""
    letters = _NOT_ALNUM.sub("", _SCHEME.sub("", plain.strip()))
    read = letters.translate(_LETTERS_FOR_DIGITS)
    if read.isdigit() and _MANY_DIGITS.match(letters):
        return _ABROAD.sub("0", read)
    return letters
