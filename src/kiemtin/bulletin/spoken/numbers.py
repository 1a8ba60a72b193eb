"""Vietnamese number words, by the rules of speech: mốt, lăm and tư after tens, linh, không trăm.

Northern words throughout (nghìn, linh, tỷ): they are understood everywhere, and a desk has one
voice. `kiemtin.text.details` reads them back.
"""

import re
from typing import Final

_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES: Final = ("", " nghìn", " triệu")
_BILLION: Final = 10**9
LONGEST: Final = 15
"""Digits of the longest number that is still said as one; a longer one is told digit by digit."""

NUMERAL: Final = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)"
"""A number as it is written, in either convention: 1.234,5 or 1,234.5."""

_GROUPED: Final = re.compile(
    r"[1-9]\d{0,2}(?:(?:\.\d{3})+(?:,(?P<after>\d+))?|(?:,\d{3})+(?:\.(?P<later>\d+))?)"
)


def number_words(number: int) -> str:
    """Return a whole number in words: 1005 → "một nghìn không trăm linh năm"."""
    if number < 0:
        return "âm " + number_words(-number)
    billions, rest = divmod(number, _BILLION)
    if not billions:
        return _below_billion(rest, led=False)
    head = number_words(billions) + " tỷ"
    return f"{head} {_below_billion(rest, led=True)}" if rest else head


def _below_billion(number: int, *, led: bool) -> str:
    """Groups of three digits, the empty ones unsaid; `led`: something larger was said before."""
    if not number:
        return _DIGITS[0]
    said: list[str] = []
    for place in (2, 1, 0):
        group = number // 1000**place % 1000
        if group:
            said.append(_group(group, full=led or bool(said)) + _SCALES[place])
    return " ".join(said)


def _group(number: int, *, full: bool) -> str:
    """1 to 999; `full` says the hundreds even where there are none."""
    hundreds, rest = divmod(number, 100)
    if not hundreds and not full:
        return _tens(rest)
    said = f"{_DIGITS[hundreds]} trăm"
    if not rest:
        return said
    return f"{said} linh {_DIGITS[rest]}" if rest < 10 else f"{said} {_tens(rest)}"


def _tens(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    said = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if not ones:
        return said
    last = _DIGITS[ones]
    if ones == 5:
        last = "lăm"
    elif tens > 1 and ones in {1, 4}:
        last = "mốt" if ones == 1 else "tư"
    return f"{said} {last}"


def digit_words(digits: str) -> str:
    """Return digits one by one; anything else is passed over."""
    return " ".join(_DIGITS[int(digit)] for digit in digits if digit.isdecimal())


def grouped_digits(written: str) -> str:
    """Return a telephone or account number digit by digit, with a pause after each group.

    The groups are those in which it is written, else of three, or of four where four divide it.
    """
    groups = [group for group in re.split(r"[\s.\-]+", written) if group]
    if len(groups) == 1:
        groups = _groups(groups[0])
    return ", ".join(digit_words(group) for group in groups)


def _groups(digits: str) -> list[str]:
    size = 4 if len(digits) % 4 == 0 else 3
    first = size + len(digits) % size if len(digits) % size < 3 else len(digits) % size
    if len(digits) <= 4:
        return [digits]
    return [digits[:first], *(digits[at : at + size] for at in range(first, len(digits), size))]


def numeral_words(written: str) -> str:
    """Return a number as it is written in words: "1.234,5", "1,000,000", "0,05", "007"."""
    grouped = _GROUPED.fullmatch(written)
    if grouped:
        after = grouped["after"] or grouped["later"] or ""
        whole = re.sub(r"[.,]", "", written[: -len(after) - 1] if after else written)
    else:
        whole, _, after = written.replace(",", ".").partition(".")
    said = _whole_words(whole)
    return f"{said} phẩy {digit_words(after)}" if after else said


def _whole_words(digits: str) -> str:
    if len(digits) > LONGEST or (len(digits) > 2 and digits[0] == "0"):
        return digit_words(digits)  # "05 người", as papers write it, is five
    return number_words(int(digits))
