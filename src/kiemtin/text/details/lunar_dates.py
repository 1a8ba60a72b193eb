"""Reads dates of the lunar year: "mùng 2 Tết", "rằm tháng bảy", "10/3 âm lịch", "Tết năm ngoái".

Tết is the time from the 23rd of the last month to the tenth of the first.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Final

from kiemtin.text.details.amounts import amount_at, amount_like, word_at
from kiemtin.text.details.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    Days,
    Third,
    day_of,
    nearest_day,
    third,
)
from kiemtin.text.details.days import day_ending, days_before
from kiemtin.text.details.frame import Frame
from kiemtin.text.details.giving import give, words_around
from kiemtin.text.details.lunar import month_start, new_year, solar_day
from kiemtin.text.details.message import Message
from kiemtin.text.details.types import Detail, Relation
from kiemtin.text.places.names import tone_key
from kiemtin.text.words import words

_HINT = re.compile(r"(?<![^\W_])(?:tet|am|al|ram|gieng|chap|giao)(?![^\W_])")
_FIGURES = re.compile(r"(?<![\w/.,-])(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))? ?\(?$")
_YEAR_TAIL = re.compile(
    r",? ?(?:nam (ngoai|nay|kia|truoc|sau|toi|(?:19|20)\d\d)"
    r"|(?:nguyen dan )?((?:19|20)\d\d)|/((?:19|20)\d\d))(?![\w/]|[.,]\d)"
)
_TELLING = re.compile(r" (nay|toi|sap toi|vua roi|vua qua|roi|qua|nguyen dan|am lich)(?![^\W_])")
_AM = re.compile(r" (?:am lich|al|am)(?![^\W_])")
_SOLAR = re.compile(r" (?:dương|duong)(?: l[iị]ch)?(?![^\W_]| [A-ZĐ])")
_THIRDS: Final[dict[str, Third]] = {
    tone_key("đầu"): "start", tone_key("giữa"): "middle", tone_key("cuối"): "end",
}  # fmt: skip
_STEPS: Final = {"ngoai": -1, "nay": 0, "kia": -2, "truoc": -1, "sau": 1, "toi": 1}
_PAST: Final = words("vua_roi vua_qua roi qua")
_CUES: Final = words("hoi dip trong truoc sau tu den toi qua het ra suot")
_OTHER_FEASTS: Final = words("trung doan duong tay thieu doc toc han thanh ha lai nho to")
_MARKED: Final = {
    flat: tone_key(word)
    for flat, word in (
        ("tet", "tết"), ("am", "âm"), ("ram", "rằm"), ("gieng", "giêng"), ("chap", "chạp"),
        ("giao", "giao"),
    )
}  # fmt: skip
_MONTHS: Final = {"gieng": 1, "chap": 12, "tu": 4}
_KITCHEN_GODS, _TENTH, _FULL_MOON, _LAST = 23, 10, 15, 30


def lunar_dates(message: Message) -> Iterator[Detail]:
    """Give the dates of the lunar year and mark their spans as spoken for."""
    for hit in _HINT.finditer(message.scan.flat):
        index = message.index_at.get(hit.start())
        if index is None or not message.free(hit.start(), hit.end()):
            continue
        token = message.tokens[index]
        marked = token.flat == "al" or token.tone == _MARKED[token.flat]
        if marked or (message.bare and token.bare):
            yield from _READERS[token.flat](message, index)


def _tet(message: Message, index: int) -> Iterator[Detail]:
    """Read "mùng 2 Tết", "28 Tết", "hồi Tết", "Tết năm kia"."""
    if message.flat_at(index + 1) in _OTHER_FEASTS and message.gap(index) == " ":
        return
    token = message.tokens[index]
    year, end = _year(message, token.end)
    day = day_ending(message, index) if index and message.gap(index - 1) == " " else None
    if day:
        first_days = message.flat_at(day[0] - 1) in {"mung", "mong"} and day[1] <= _TENTH
        if first_days or day[1] >= _KITCHEN_GODS:
            yield from _one(message, (day[1], 1 if first_days else 0), year, day[0], end)
        return
    told = _TELLING.match(message.scan.flat, token.end) if year is None else None
    before = message.flat_at(index - 1) if index and message.gap(index - 1) == " " else ""
    if year is None and told is None and before not in _CUES:
        return
    past = before == "hoi" or (told is not None and told[1].replace(" ", "_") in _PAST)
    end = told.end() if told else end
    days = _tet_days(year) if year else _nearest_tet(message.today, past=past)
    around = words_around(message, index)
    if around.day_word and word_at(message, max(0, index - 2)):  # "ba ngày Tết" counts days
        around = Frame(index, "", around.part, "on")
    yield give(message, days, token.start, end, around)


def _tet_days(year: int) -> Days:
    first = new_year(year)
    eve = solar_day(_KITCHEN_GODS, 12, year - 1) or first - dt.timedelta(days=7)
    return eve, first + dt.timedelta(days=_TENTH - 1)


def _nearest_tet(today: dt.date, *, past: bool) -> Days:
    year = min(max(today.year, FIRST_YEAR + 2), LAST_YEAR - 2)
    all_days = [_tet_days(year + step) for step in (-1, 0, 1)]
    if past:
        return max((one for one in all_days if one[0] <= today), default=all_days[0])
    return min(all_days, key=lambda one: abs((one[1] - today).days))


def _named_month(message: Message, index: int) -> Iterator[Detail]:
    """Read "tháng giêng", "25 tháng chạp"."""
    if message.flat_at(index - 1) != "thang" or message.gap(index - 1) != " ":
        return
    month = _MONTHS[message.flat_at(index)]
    year, end = _year(message, message.tokens[index].end)
    day = day_ending(message, index - 1) if index > 1 and message.gap(index - 2) == " " else None
    if day:
        yield from _one(message, (day[1], month), year, day[0], end)
        return
    if _is_solar(message, end):
        return
    yield from _whole_month(message, month, year, index - 1, end)


def _whole_month(
    message: Message, month: int, year: int | None, index: int, end: int
) -> Iterator[Detail]:
    """Make a lunar month, or its start, middle or end: "cuối tháng chạp"."""
    first = _when(message, lambda lunar: month_start(month, lunar), year)
    if first:
        days = (first, _next_month(first) - dt.timedelta(days=1))
        which = _THIRDS.get(message.tokens[index - 1].tone) if index else None
        if which:
            days, index = third(days, which), index - 1
        start = message.tokens[index].start
        yield give(message, days, start, end, words_around(message, index))


def _next_month(first: dt.date) -> dt.date:
    """The day after a lunar month of 29 or 30 days."""
    starts = [month_start(month, first.year + step) for step in (-1, 0) for month in range(1, 13)]
    near = [one for one in starts if one and 28 < (one - first).days < 31]
    return near[0] if near else first + dt.timedelta(days=29)


def _full_moon(message: Message, index: int) -> Iterator[Detail]:
    """Read "rằm tháng bảy"."""
    if message.flat_at(index + 1) != "thang":
        return
    month = _month(message, index + 2)
    if month:
        year, end = _year(message, _without_am(message, month[1]))
        yield from _one(message, (_FULL_MOON, month[0]), year, index, end)


def _eve(message: Message, index: int) -> Iterator[Detail]:
    """Read "giao thừa"."""
    if message.flat_at(index + 1) == "thua" and message.low_at(index + 1) in {"thừa", "thua"}:
        year, end = _year(message, message.tokens[index + 1].end)
        yield from _one(message, (_LAST, 0), year, index, end)


def _lunar(message: Message, index: int) -> Iterator[Detail]:
    """Read "10/3 âm lịch", "mùng 3 tháng 3 âm", "mười tháng ba al"."""
    token, flat = message.tokens[index], message.scan.flat
    full = message.flat_at(index + 1) == "lich"
    if token.bare and token.flat == "am" and not full and not message.ends_clause(index):
        return
    year, end = _year(message, message.tokens[index + full].end)
    figures = _FIGURES.search(flat[max(0, token.start - 13) : token.start])
    if figures:
        first = message.index_at.get(max(0, token.start - 13) + figures.start())
        year = int(figures[3]) if figures[3] else year
        if first is not None:
            yield from _one(message, (int(figures[1]), int(figures[2])), year, first, end)
        return
    for at in range(max(0, index - 3), index):
        month = _month(message, at + 1) if message.flat_at(at) == "thang" else None
        if month and month[1] == message.tokens[index - 1].end:
            day = day_ending(message, at) if at else None
            if day:
                yield from _one(message, (day[1], month[0]), year, day[0], end)
            else:
                yield from _whole_month(message, month[0], year, at, end)


def _month(message: Message, index: int) -> tuple[int, int] | None:
    """The number of the month at a token, and where it ends."""
    if index >= len(message.tokens):
        return None
    named = _MONTHS.get(message.flat_at(index))
    if named:
        return named, message.tokens[index].end
    amount = amount_at(message, index)
    if amount is None or not 1 <= amount.value <= 12 or amount.value.denominator != 1:
        return None
    return int(amount.value), message.tokens[amount.last - 1].end


def _without_am(message: Message, end: int) -> int:
    tail = _AM.match(message.scan.flat, end)
    return tail.end() if tail else end


def _one(
    message: Message, day: tuple[int, int], year: int | None, first: int, end: int
) -> Iterator[Detail]:
    """Make one day; month 0 is the last month before the Tết of the year."""
    if day[1] and _is_solar(message, end):  # "rằm tháng 9 dương"
        found = day_of(*day, year) if year else nearest_day(*day, message.today)
    else:
        found = _when(message, lambda lunar: _lunar_day(*day, lunar), year)
    if not found:
        return
    listed = days_before(message, first, day[0]) if amount_like(message, first) else None
    if listed and len(listed.days) > 1 and listed.whole:  # "mùng 1 đến mùng 3 Tết"
        begin = found - dt.timedelta(days=day[0] - listed.days[0][1])
        around = words_around(message, listed.first)
        relation: Relation = "on" if around.relation in {"from", "until"} else around.relation
        around = Frame(around.first, around.day_word, around.part, relation)
        yield give(message, (begin, found), message.tokens[listed.first].start, end, around)
        return
    start = message.tokens[first].start
    yield give(message, (found, found), start, end, words_around(message, first))


def _is_solar(message: Message, end: int) -> bool:
    return _SOLAR.match(message.scan.lower, end) is not None


def _lunar_day(day: int, month: int, year: int) -> dt.date | None:
    if month:
        return solar_day(day, month, year)
    if day == _LAST:  # the eve, though the month may have 29 days
        return new_year(year) - dt.timedelta(days=1)
    return solar_day(day, 12, year - 1)


def _when(
    message: Message, of_year: Callable[[int], dt.date | None], year: int | None
) -> dt.date | None:
    """The day in a lunar year, or the one nearest to today."""
    if year is not None:
        return of_year(year)
    today = message.today
    years = (today.year + step for step in (-2, -1, 0, 1))
    days = [one for lunar in years if FIRST_YEAR < lunar < LAST_YEAR and (one := of_year(lunar))]
    return min(days, key=lambda one: abs(one - today), default=None)


def _year(message: Message, end: int) -> tuple[int | None, int]:
    """The year that is named there, and where its name ends."""
    hit = _YEAR_TAIL.match(message.scan.flat, end)
    if hit is None:
        return None, end
    told = hit[1] or hit[2] or hit[3]
    year = message.today.year + _STEPS[told] if told in _STEPS else int(told)
    return (year, hit.end()) if FIRST_YEAR + 1 < year < LAST_YEAR - 1 else (None, end)


_READERS: Final[dict[str, Callable[[Message, int], Iterator[Detail]]]] = {
    "tet": _tet, "gieng": _named_month, "chap": _named_month, "ram": _full_moon,
    "giao": _eve, "am": _lunar, "al": _lunar,
}  # fmt: skip
