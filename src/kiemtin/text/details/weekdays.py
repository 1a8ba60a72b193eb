"""Reads days of the week: "thứ hai tuần sau", "t7", "chủ nhật", "thứ 7 hằng tuần".

In a text with tone marks only "thứ" names a day: "Thu 2 triệu" collects money. A day that comes
again every week is a label ("thứ", 2–8, Sunday is 8) and no date.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from kiemtin.text.details.amounts import amount_at
from kiemtin.text.details.calendar import shifted, week_of
from kiemtin.text.details.frame import frame
from kiemtin.text.details.message import Message
from kiemtin.text.details.phrases import Found, Phrases
from kiemtin.text.details.types import DateValue, Detail, NumberValue
from kiemtin.text.details.units import unit_after
from kiemtin.text.places.names import tone_key
from kiemtin.text.words import words

_WEEKDAYS: Final = {
    "thứ hai": 0, "thứ ba": 1, "thứ tư": 2, "thứ năm": 3, "thứ sáu": 4, "thứ bảy": 5,
    "thứ bẩy": 5, "chủ nhật": 6, "chúa nhật": 6, "cn": 6,
}  # fmt: skip
_WEEKDAY: Final = Phrases(_WEEKDAYS, bare_anywhere=False)
_FIGURE = re.compile(
    r"(?<![^\W_])(?:thu ?|t)([2-7])(?![\d/:]|[.,]\d|[^\W_])"
    r"((?:(?: ?- ?|, ?| va )(?:thu ?|t)?[2-7](?![\d/:]|[.,]\d|[^\W_])){0,5})"
)
_ORDINAL_AFTER: Final = words(
    """lan nguoi dot vu ca con ngay cai be dua mui vong hang lop bac nam dung xep phien tuan chiec
    chay tap mua ky khoa"""
)
_ORDINAL_BEFORE: Final = words("cua trong lien ke the")
_WEEKS: Final = Phrases(
    {
        "tuần sau": 1, "tuần tới": 1, "tới": 1, "sau": 1, "tuần này": 0, "này": 0, "tuần trước": -1,
        "tuần rồi": -1, "tuần qua": -1, "vừa rồi": -1, "vừa qua": -1, "rồi": -1, "trước": -1,
        "tuần vừa rồi": -1, "tuần nay": 0,
    }
)  # fmt: skip
_EVERY: Final = Phrases(
    dict.fromkeys(("hằng tuần", "hàng tuần", "mỗi tuần", "các tuần", "nào cũng"), True)
)
_OTHERS = re.compile(
    r"(?:(?: ?- ?|, ?| va | den | toi | voi )(?:thu (?:[2-7]|[a-z]+)|t[2-7]|cn|chu nhat))+"
    r"(?![^\W_])"
)
_EACH: Final = frozenset(tone_key(word) for word in ("mỗi", "mọi", "các", "những", "từng"))
_THU: Final = tone_key("thứ")
_BESIDE: Final = frozenset({" ", ", ", " (", "(", " - ", ",", " – "})
_JOINED: Final = _BESIDE | {"-", "–", " & ", "+", " + "}
_AND: Final = words("va voi den toi cung")
_TWO_FIGURES: Final = re.compile(r"[2-7]")


def weekdays(message: Message) -> Iterator[Detail]:
    """Give the days of the week that stand beside no date and mark their spans as spoken for."""
    yield from _figures(message)
    for found in _WEEKDAY.find(message):
        if not _is_ordinal(message, found.first) and not _is_sum(message, found.first):
            yield from _named(message, found.first, found.last, found.meaning)


def chain_before(message: Message, index: int) -> int:
    """Give the first token of the days of the week that end before a token: "thứ bảy 14/3"."""
    gaps = _BESIDE
    while index:
        end = index
        if gaps is _JOINED and message.flat_at(end - 1) in _AND and message.gap(end - 1) == " ":
            end -= 1
        first = _ending(message, end) if end and message.gap(end - 1) in gaps else None
        if first is None:
            break
        index, gaps = first, _JOINED
    return index


def _ending(message: Message, end: int) -> int | None:
    """The first token of a day of the week that ends before a token."""
    tokens = message.tokens
    if tokens[end - 1].flat == "cn":
        return end - 1
    if end < 2:
        return None
    one, two = tokens[end - 2], tokens[end - 1]
    if two.is_number and _TWO_FIGURES.fullmatch(two.flat):
        named = _is_thu(message, end - 2) or (one.flat == "t" and message.gap(end - 2) == "")
        return end - 2 if named else None
    found = _WEEKDAY.at(message, end - 2)
    return end - 2 if found and found.last == end else None


def _is_thu(message: Message, index: int) -> bool:
    token = message.tokens[index]
    return token.tone == _THU or (token.flat == "thu" and message.bare)


def _figures(message: Message) -> Iterator[Detail]:
    """Read "thứ 7", "t7", "thứ 2, 4, 6", "T2-T6"."""
    for hit in _FIGURE.finditer(message.scan.flat):
        first = message.index_at.get(hit.start())
        if first is None or not message.free(hit.start(), hit.end()):
            continue
        if message.tokens[first].flat != "t" and not _is_thu(message, first):
            continue
        if _is_sum(message, first):
            continue
        if _is_ordinal(message, first):
            message.take(hit.start(), hit.end(1))
            continue
        more = [*_TWO_FIGURES.findall(hit[2])]
        last = first + 2
        if more and not _counts(message, hit.end()):
            yield from _every(message, hit, [hit[1], *more])
        else:
            yield from _named(message, first, last, int(hit[1]) - 2)


def _counts(message: Message, end: int) -> bool:
    """Whether the last of several figures counts something: "thứ 2, 4 xã họp"."""
    last = next((i for i, token in enumerate(message.tokens) if token.start >= end), None)
    last = len(message.tokens) if last is None else last
    return unit_after(message, end, last) is not None


def _every(message: Message, hit: re.Match[str], days: list[str]) -> Iterator[Detail]:
    """Days that are listed by their numbers come every week."""
    message.take(hit.start(), hit.end())
    numbers = [int(day) for day in days]
    if "-" in hit[2] and len(numbers) == 2 and numbers[0] < numbers[1]:
        value = NumberValue(numbers[0], numbers[1], "thứ")
        yield message.detail("number", value, hit.start(), hit.end())
        return
    starts = [hit.start(), *(hit.start(2) + m.start() for m in _TWO_FIGURES.finditer(hit[2]))]
    for at, number in zip(starts, numbers, strict=True):
        end = hit.start(2) if at == hit.start() else at + 1
        yield message.detail("number", NumberValue(number, number, "thứ"), at, end)


def _named(message: Message, first: int, last: int, weekday: int) -> Iterator[Detail]:
    start, end = message.tokens[first].start, message.tokens[last - 1].end
    if not message.free(start, end):
        return
    if _comes_again(message, last) or (first and message.tokens[first - 1].tone in _EACH):
        message.take(start, end)
        value = NumberValue(weekday + 2, weekday + 2, "thứ")
        yield message.detail("number", value, start, end)
        return
    if _beside_date(message, first, weekday):
        message.take(start, end)
        return
    week = _WEEKS.at(message, last) if message.gap(last - 1) == " " else None
    day = _weekday(message, weekday, week)
    around = frame(message, first)
    if week is None and around.relation == "until" and message.dated:
        day = shifted(day, 7) if day < message.dated[-1][1] else day  # "thứ hai đến thứ sáu"
    start, end = message.tokens[around.first].start, week.end if week else end
    message.take(start, end)
    message.dated.append((end, day, day))
    value_ = DateValue(day, day, around.part, around.relation)
    yield message.detail("date", value_, start, end)


def _comes_again(message: Message, last: int) -> bool:
    """Whether it is a day of every week, others after it too: "thứ 2 đến thứ 6 hằng tuần"."""
    if _EVERY.at(message, last):
        return True
    others = _OTHERS.match(message.scan.flat, message.tokens[last - 1].end)
    after = message.index_at.get(others.end() + 1) if others else None
    return after is not None and _EVERY.at(message, after) is not None


def _beside_date(message: Message, first: int, weekday: int) -> bool:
    """Whether this only names the day of a date before it: "14/3 (thứ bảy)"."""
    start = message.tokens[first].start
    return any(
        message.scan.text[end:start] in _BESIDE
        and (weekday - one.weekday()) % 7 <= (last - one).days
        for end, one, last in message.dated
        if end < start
    )


def _is_ordinal(message: Message, first: int) -> bool:
    """Whether "thứ hai" is the second of something."""
    if message.flat_at(first + 2) in _ORDINAL_BEFORE and message.gap(first + 1) == " ":
        return True
    return message.flat_at(first - 1) in _ORDINAL_AFTER and not message.ends_clause(first - 1)


def _is_sum(message: Message, first: int) -> bool:
    """Whether a larger number starts here: typed bare, "thu hai tram nghin" collects money."""
    amount = amount_at(message, first + 1)
    return message.bare and amount is not None and amount.scaled


def _weekday(message: Message, weekday: int, week: Found[int] | None) -> dt.date:
    """The day meant: in the week that is named, else the next one, today included."""
    today = message.today
    if week is None:
        return shifted(today, (weekday - today.weekday()) % 7)
    return shifted(week_of(today, week.meaning)[0], weekday)
