"""Holds the numbers that decide a claim: dates, times, decrees, public lines, money, measures.

They stay in the text, because without them nobody can tell one claim from another.
"""

import re
from collections.abc import Iterator
from typing import Final

from kiemtin.text.redact.page import Page
from kiemtin.text.redact.types import Span

_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_DATES: Final = re.compile(
    rf"(?<!\d)(?:{_DAY} ?([./-]) ?{_MONTH} ?\1 ?{_YEAR}|{_YEAR}([./-]){_MONTH}\2{_DAY}|"
    rf"{_DAY}/{_MONTH}(?:/\d\d)?|{_MONTH}/{_YEAR}|"
    rf"(?:(?<=ngay )|(?<=hom )|(?<=sinh )|(?<=thang )){_DAY}[ .-]{_MONTH}[ .-]{_YEAR})(?![\d/])"
)
_TIMES: Final = re.compile(r"(?<!\d)(?:[01]?\d|2[0-4])(?::| ?[hg] ?)[0-5]\d(?:[:'][0-5]\d)?(?!\d)")
# "168/2024/NĐ-CP", "1234/QĐ-UBND", "số 12/2025"; company numbers are public.
_DECREES: Final = re.compile(
    r"(?<!\d)\d{1,6}/(?:(?:19|20)\d\d(?:/[a-z][a-z0-9-]*)?|[a-z]{1,5}\d{0,2}-[a-z0-9-]+)(?![\d/])"
)
_FIRM: Final = re.compile(
    r"(?:ma so (?:doanh nghiep|dn|thue (?:cua )?(?:doanh nghiep|cong ty))|msdn|dkkd|"
    r"giay phep(?: [a-z]+){0,3}(?: so)?)[ :]{1,3}(?P<number>\d{8,13}(?:-\d{3})?)(?!\d)"
)
# 1800 and 1900 lines of services: eight or ten digits; three- and four-digit lines are never
# long enough to be taken for a person's number.
_LINES: Final = re.compile(
    r"(?<!\d)(?<!\d[ .-])1[89]00(?:[ .-]?\d){4}(?:(?:[ .-]?\d){2})?(?!\d)(?![ .-]\d{3})"
)

_MONEY: Final = r"dong|vnd|d(?![/.]?c\b)|usd|do la|euro|trieu|ty|ti dong|nghin|ngan"
_MEASURE: Final = r"m3/s|m3|m2|km2|km/h|km|kg|tan|ha|hecta|lit|kwh|mwh|kw|mw|mm|cm|%"
_COUNT: Final = r"nguoi|ho|dan|nha|can|con|xe|vu|ca|suat|k|tr|cu|do|m|g|ti|c|van"
_GROUPED: Final = r"[1-9]\d{0,2}(?:([ .,])\d{3})(?:\1\d{3})*+(?:[.,]\d{1,2})?"
_AMOUNTS: Final = re.compile(
    rf"(?<![\d.,])(?<!\d[ -])(?:(?:{_GROUPED}|[1-9]\d{{0,14}}(?:[.,]\d{{1,3}})?) ?"
    rf"(?:{_MONEY}|{_MEASURE})|\d{{1,7}}(?:[.,]\d{{1,3}})? ?(?:{_COUNT}))(?![a-z0-9])"
)
_UNIT: Final = re.compile(rf" ?(?:{_MONEY}|{_MEASURE}|ti|nguoi|ho dan)(?![a-z0-9])")
_THOUSANDS: Final = re.compile(
    r"(?<![\d.,])[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*+(?:[.,]\d{1,2})?(?![\d])(?![.,]\d)"
)
_ROUND: Final = re.compile(
    r"(?:so tien|tong|chuyen|ung ho|nop|gia|tri gia|thu|vay|no|lai|thuong|phat|nhan)"
    r"(?: [a-z]{1,6}){0,2} (?P<number>[1-9]\d{0,8}0{6})(?!\d)"
)


def unit_follows(plain: str, end: int) -> bool:
    """Say whether money or a measure follows position `end` of a plain view."""
    return _UNIT.match(plain, end) is not None


def hold_dates(page: Page) -> Iterator[Span]:
    """Hold dates, times, numbers of decrees and firms, and 1800/1900 lines."""
    for pattern in (_DATES, _TIMES, _DECREES, _LINES):
        for found in pattern.finditer(page.plain):
            yield Span(None, found.start(), found.end())
    for found in _FIRM.finditer(page.plain):
        yield Span(None, found.start("number"), found.end("number"))


def hold_amounts(page: Page) -> Iterator[Span]:
    """Hold numbers with a unit, and amounts after a word for paying."""
    for found in _AMOUNTS.finditer(page.plain):
        yield Span(None, found.start(), found.end())
    for found in _ROUND.finditer(page.plain):
        yield Span(None, found.start("number"), found.end("number"))


def hold_thousands(page: Page) -> Iterator[Span]:
    """Hold numbers written in thousands, 1.200 or 2,000,000."""
    for found in _THOUSANDS.finditer(page.plain):
        yield Span(None, found.start(), found.end())
