"""Reads dates that are written out: "14/8/2025", "ngày 14 tháng 8", "14 và 15/3", "mười lăm này".

A day of the week beside a date belongs to it and is no date of its own.
"""

import re
from collections.abc import Iterator
from typing import Final

from kiemtin.text.details.amounts import Amount, amount_at
from kiemtin.text.details.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    Days,
    Third,
    nearest_month,
    third,
    whole_month,
    whole_year,
)
from kiemtin.text.details.day_lists import days_alone, days_of_this_month, joined, through
from kiemtin.text.details.days import days_before, with_tens
from kiemtin.text.details.frame import Frame, frame
from kiemtin.text.details.giving import day_meant, give, give_list
from kiemtin.text.details.lunar_dates import lunar_dates
from kiemtin.text.details.message import Message
from kiemtin.text.details.money import currency_after
from kiemtin.text.details.types import Detail
from kiemtin.text.details.units import unit_after
from kiemtin.text.places.names import tone_key
from kiemtin.text.words import words

_FIGURES = re.compile(
    r"(?<![\w/.,-])(\d{1,2})(?:([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?)(?![\w/-]|[.,]\d)"
)
_MONTH_YEAR = re.compile(r"(?<![\w/.,-])(1[0-2]|0?[1-9])[/.-](20\d\d)(?![\w/-]|[.,]\d)")
_YEAR_TAIL = re.compile(r"(?: ?[/.-] ?|,? nam )((?:19|20)\d\d)(?![\w.,]\d|\w)")
_BARE_YEAR = re.compile(r"(?<![\w/.,-])((?:19|20)\d\d)(?![\w/-]|[.,]\d)")
_TWO_YEARS = re.compile(r"(?<![\w/.,-])(20\d\d) ?[-–] ?(20\d\d)(?![\w/-]|[.,]\d)")
_NO_DATE = re.compile(
    r"(?<![\w/–-])(?<!ngay )(?<!den )(?<!toi )(?<!hom )(?<!va )24/(?:24|7)(?![\w/])"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# "trong 3 tháng", and "ba tháng năm nay": months that last, not a day of one.
_LASTING: Final = words("trong suot hon mat duoc cach gan khoang them moi du tron ca han sau")
_THAT_YEAR: Final = words("nay ngoai truoc kia hoc vien")
# "cấp 1/2", "số nhà 3/4"
_SLASHED: Final = words("cap lop khoi tang so hem ngo kiet")
_MONTH: Final = tone_key("tháng")
_FOUR: Final = tone_key("tư")
_PARTS_OF: Final[dict[str, Third]] = {"đầu": "start", "giữa": "middle", "cuối": "end"}
_PART_TONES: Final = {tone_key(word): which for word, which in _PARTS_OF.items()}
_PART_FLATS: Final[dict[str, Third]] = {"dau": "start", "giua": "middle", "cuoi": "end"}
# "1/3 số hộ" is a share, not a day.
_SHARED: Final = words("số dân diện quân tổng lượng giá chiều thành diện so dan dien tong")


def dates(message: Message) -> Iterator[Detail]:
    """Give the written-out dates, those of the lunar year first; mark their spans as spoken for."""
    for find in (lunar_dates, through, joined):
        yield from find(message)
    for hit in _NO_DATE.finditer(message.scan.flat):  # "24/7", but not "22/7 - 24/7"
        message.take(hit.start(), hit.end())
    for find in (_figures, _month_years, _with_month, days_alone, days_of_this_month):
        yield from find(message)
    yield from _years(message)


def _figures(message: Message) -> Iterator[Detail]:
    """Read "14/8", "14-8-2025", "ngày 14.8", and the days listed before: "14 và 15/3"."""
    for hit in _FIGURES.finditer(message.scan.text):
        first = message.index_at.get(hit.start())
        if first is None or not message.free(hit.start(), hit.end()):
            continue
        day, month, year = int(hit[1]), int(hit[3]), hit[4]
        date = day_meant(message, day, month, year)
        if date and (year or _is_date(message, hit, frame(message, first))):
            days = days_before(message, first, day)
            yield from give_list(message, days, date, hit.end())


def _is_date(message: Message, hit: re.Match[str], around: Frame) -> bool:
    """Whether two figures without a year are a day and a month."""
    following = _next_token(message, hit.end())
    if hit[2] == "/":
        if not around.cued and message.flat_at(around.first - 1) in _SLASHED:
            return False
        shared = message.gap(following - 1) == " " and message.low_at(following) in _SHARED
        return around.cued or not shared or int(hit[1]) >= int(hit[3])
    unit = unit_after(message, hit.end(), following)
    if hit[2] == ".":
        return around.cued and not unit
    return not unit and (around.cued or int(hit[1]) > 12)


def _month_years(message: Message) -> Iterator[Detail]:
    """Read "10/2025", "tháng 10/2025"."""
    for hit in _MONTH_YEAR.finditer(message.scan.text):
        first = message.index_at.get(hit.start())
        if first is not None and message.free(hit.start(), hit.end()):
            at = first - 1 if _is_month_word(message, first - 1) else first
            days = whole_month(int(hit[1]), int(hit[2]))
            yield _part_of(message, days, at, hit.end())


def _with_month(message: Message) -> Iterator[Detail]:
    """Read "tháng 8", "14 tháng 8", "hai mươi tháng tám năm 2025"."""
    for index in range(len(message.tokens)):
        if not _is_month_word(message, index):
            continue
        month = _month_after(message, index)
        if month is None or not message.free(message.tokens[index].start, month[1]):
            continue
        number, end = month
        year = _YEAR_TAIL.match(message.scan.flat, end)
        end = year.end() if year else end
        day = _day_before(message, index)
        if day is None:
            yield _whole(message, number, year, index, end)
        if not day or not day[1]:
            continue
        first, value = day
        date = day_meant(message, value, number, year[1] if year else None)
        if date:
            yield from give_list(message, days_before(message, first, value), date, end)


def _whole(
    message: Message, month: int, year: re.Match[str] | None, index: int, end: int
) -> Detail:
    days = whole_month(month, int(year[1])) if year else nearest_month(month, message.today)
    return _part_of(message, days, index, end)


def _part_of(message: Message, days: Days, first: int, end: int) -> Detail:
    """A month or year, or its start, middle or end: "cuối tháng 10"."""
    before = message.tokens[first - 1] if first else None
    if before and message.gap(first - 1) == " ":
        which = _PART_TONES.get(before.tone)
        if which is None and message.bare:
            which = _PART_FLATS.get(before.flat)
        if which:
            days, first = third(days, which), first - 1
    return give(message, days, message.tokens[first].start, end, frame(message, first))


def _is_month_word(message: Message, index: int) -> bool:
    if index < 0:
        return False
    token = message.tokens[index]
    if token.tone == _MONTH or not token.bare or token.flat != "thang":
        return token.tone == _MONTH
    return message.bare or _between_figures(message, index)  # "ngay 14 thang 8"


def _between_figures(message: Message, index: int) -> bool:
    around = message.tokens[max(0, index - 1) : index + 2]
    return len(around) == 3 and around[0].is_number and around[2].is_number


def _month_after(message: Message, index: int) -> tuple[int, int] | None:
    """The number of the month after the word, and where it ends."""
    if index + 1 >= len(message.tokens) or message.gap(index) not in {" ", ""}:
        return None
    token = message.tokens[index + 1]
    if _is_april(message, index + 1):
        return 4, token.end
    if token.is_number:
        month = int(token.flat) if token.flat.isdecimal() else 0
        return (month, token.end) if 1 <= month <= 12 else None
    amount = amount_at(message, index + 1)
    if amount is None or not 1 <= amount.value <= 12 or amount.value.denominator != 1:
        return None
    return int(amount.value), message.tokens[amount.last - 1].end


def _is_april(message: Message, index: int) -> bool:
    """Whether this is "tháng tư"; typed bare, "thang tu 1/1" is "tháng từ"."""
    token = message.tokens[index]
    if token.tone == _FOUR and not (token.bare and message.bare):
        return True
    figures = index + 1 < len(message.tokens) and message.tokens[index + 1].is_number
    return message.bare and token.flat == "tu" and not figures


def _day_before(message: Message, index: int) -> tuple[int, int] | None:
    """The day before the word for month: its first token and its number, 0 where months last."""
    if message.gap(index - 1) != " ":
        return None
    for first in range(max(0, index - 3), index):
        amount = amount_at(message, first)
        if amount and amount.last == index:
            day = amount.value
            if day.denominator != 1 or not 1 <= day <= 31:
                return None
            spoken = with_tens(message, first, int(day)) if amount.lone else (first, int(day))
            if spoken[0] < first:
                return spoken
            return first, int(day) if _names_day(message, amount, index) else 0
    return None


def _names_day(message: Message, amount: Amount, index: int) -> bool:
    """Whether a number before a month is its day: "ba tháng năm nay" lasts three months."""
    if amount.value > 12 or frame(message, amount.first).day_word:
        return True
    if message.flat_at(amount.first - 1) in _LASTING:
        return False
    month, after = message.tokens[index + 1], message.flat_at(index + 2)
    if month.is_number:
        return not amount.words or amount.value == 10
    if month.flat == "nam" and (after in _THAT_YEAR or _YEAR.fullmatch(after)):
        return False
    number = amount_at(message, index + 1)
    counted = number and unit_after(message, message.tokens[number.last - 1].end, number.last)
    return not counted or counted[0].name == "năm"


def _no_scale(message: Message, index: int) -> bool:
    amount = amount_at(message, index)
    return amount is not None and amount.last == index + 1


def _years(message: Message) -> Iterator[Detail]:
    """Read "năm 2025", "Tết 2026"."""
    for hit in _TWO_YEARS.finditer(message.scan.text):
        first = message.index_at.get(hit.start())
        low, high = int(hit[1]), int(hit[2])
        if first is not None and low < high and message.free(hit.start(), hit.end()):
            days = (whole_year(low)[0], whole_year(high)[1])
            yield give(message, days, hit.start(), hit.end(), frame(message, first))
    for hit in _BARE_YEAR.finditer(message.scan.text):
        first = message.index_at.get(hit.start())
        if first is None or not message.free(hit.start(), hit.end()):
            continue
        year = int(hit[1])
        named = message.flat_at(first - 1) == "nam"
        counted = not named and (
            unit_after(message, hit.end(), first + 1) or currency_after(message, hit.end())
        )
        if FIRST_YEAR <= year <= LAST_YEAR and not counted and _no_scale(message, first):
            at = first - 1 if message.flat_at(first - 1) == "nam" else first
            yield _part_of(message, whole_year(year), at, hit.end())


def _token_at(message: Message, start: int) -> int | None:
    return message.index_at.get(start)


def _next_token(message: Message, end: int) -> int:
    for index, token in enumerate(message.tokens):
        if token.start >= end:
            return index
    return len(message.tokens)
