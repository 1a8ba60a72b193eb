"""Finds telephone and account numbers with letters for digits, or written out in words.

"o9l2 345 678" and "không chín một hai ba bốn năm sáu bảy tám" are numbers as well.
"""

import re
from collections.abc import Iterator
from typing import Final

from kiemtin.text.redact.page import Page
from kiemtin.text.redact.types import Span

_LETTERS: Final = str.maketrans("oil", "011")
_MIXED: Final = re.compile(r"(?<![^\W_])\+?[\doil](?:[ ._()-]{0,3}[\doil]){8,12}(?![^\W_])")
_ENOUGH_DIGITS: Final = 4  # fewer are a word with a number in it
_PHONE: Final = re.compile(r"(?:0|840?)[235789]\d{8,9}")

_NAMES: Final = {
    "khong": "0", "ko": "0", "mot": "1", "hai": "2", "ba": "3", "bon": "4", "tu": "4",
    "nam": "5", "lam": "5", "sau": "6", "bay": "7", "tam": "8", "chin": "9",
}  # fmt: skip
_NAME: Final = rf"(?:{'|'.join(_NAMES)}|\d{{1,4}}+)"
_WORDS: Final = re.compile(rf"(?<![^\W_]){_NAME}(?:[ ,.-]{{1,3}}+{_NAME}){{5,18}}+(?![^\W_])")
_TOKEN: Final = re.compile(r"[a-z]+|\d+")
_ENOUGH_WORDS: Final = 2  # in the shape of a telephone number
_LONG: Final = 9
_LONGEST: Final = 19


def find_letters_for_digits(page: Page) -> Iterator[Span]:
    """Find telephone numbers in which o, i or l stand for 0 and 1."""
    for found in _MIXED.finditer(page.plain):
        digits = sum(letter.isdigit() for letter in found[0])
        letters = sum(letter.isalpha() for letter in found[0])
        if digits < _ENOUGH_DIGITS or not letters:
            continue
        read = re.sub(r"\D", "", found[0].translate(_LETTERS))
        if _PHONE.fullmatch(read):
            yield Span("phone", found.start(), found.end())


def find_words_for_digits(page: Page) -> Iterator[Span]:
    """Find numbers of nine or more digits said digit by digit, alone or mixed with figures."""
    for found in _WORDS.finditer(page.plain):
        tokens = _TOKEN.findall(found[0])
        digits = "".join(_NAMES.get(token, token) for token in tokens)
        words = sum(token in _NAMES for token in tokens)
        if _PHONE.fullmatch(digits) and words >= _ENOUGH_WORDS:
            yield Span("phone", found.start(), found.end())
        elif words == len(tokens) and _LONG <= len(digits) <= _LONGEST:
            yield Span("bank_account", found.start(), found.end())
