"""Reads dates told from today: "tối nay", "hôm kia", "thứ hai tuần sau", "3 ngày nữa"."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final

from kiemtin.text.details.amounts import Amount, amount_at, amounts
from kiemtin.text.details.calendar import Days, Third, month_of, shifted, third, week_of, whole_year
from kiemtin.text.details.days import day_ending
from kiemtin.text.details.frame import PARTS, frame
from kiemtin.text.details.message import Message
from kiemtin.text.details.phrases import Phrases
from kiemtin.text.details.types import DateValue, Detail, Part
from kiemtin.text.details.units import unit_after
from kiemtin.text.details.weekdays import weekdays
from kiemtin.text.words import words

Telling = Callable[[dt.date], Days]


def _day(step: int) -> Telling:
    return lambda today: (shifted(today, step), shifted(today, step))


def _week(step: int) -> Telling:
    return lambda today: week_of(today, step)


def _month(step: int) -> Telling:
    return lambda today: month_of(today, step)


def _year(step: int) -> Telling:
    return lambda today: whole_year(today.year + step)


_THIRDS: Final[dict[str, Third]] = {"đầu": "start", "giữa": "middle", "cuối": "end"}


def _third(telling: Telling, which: Third) -> Telling:
    return lambda today: third(telling(today), which)


_STRETCHES: Final[dict[str, Telling]] = {
    "tuần này": _week(0), "tuần trước": _week(-1), "tuần qua": _week(-1), "tuần rồi": _week(-1),
    "tuần vừa rồi": _week(-1), "tuần vừa qua": _week(-1), "tuần sau": _week(1),
    "tuần tới": _week(1), "tháng này": _month(0), "tháng trước": _month(-1),
    "tháng rồi": _month(-1), "tháng qua": _month(-1), "tháng vừa rồi": _month(-1),
    "tháng sau": _month(1), "tháng tới": _month(1), "năm nay": _year(0), "năm ngoái": _year(-1),
    "năm kia": _year(-2),
    "năm trước": _year(-1), "năm sau": _year(1), "năm tới": _year(1), "sang năm": _year(1),
}  # fmt: skip
_TABLE: Final[dict[str, Telling]] = {
    "hôm nay": _day(0), "ngày hôm nay": _day(0), "hnay": _day(0), "hn nay": _day(0),
    "bữa nay": _day(0), "hôm ni": _day(0), "bữa ni": _day(0),
    "hôm qua": _day(-1), "ngày hôm qua": _day(-1), "hqua": _day(-1), "bữa qua": _day(-1),
    "hôm kia": _day(-2), "bữa kia": _day(-2), "hôm kìa": _day(-3),
    "ngày mai": _day(1), "mai": _day(1), "ngày kia": _day(2), "ngày mốt": _day(2),
    "bữa mốt": _day(2), "ngày kìa": _day(3),
    "cuối tuần": _third(_week(0), "end"),
    "đầu tuần": _third(_week(0), "start"), "giữa tuần": _third(_week(0), "middle"),
    "đầu tháng": _third(_month(0), "start"), "giữa tháng": _third(_month(0), "middle"),
    "cuối tháng": _third(_month(0), "end"), "đầu năm": _third(_year(0), "start"),
    "giữa năm": _third(_year(0), "middle"), "cuối năm": _third(_year(0), "end"),
} | _STRETCHES | {
    f"{word} {stretch}": _third(telling, which)
    for word, which in _THIRDS.items()
    for stretch, telling in _STRETCHES.items()
}  # fmt: skip

_PARTED: Final[dict[str, tuple[Telling, Part]]] = {
    f"{word} {end}": (telling, part)
    for word, part in PARTS.items()
    for end, telling in (("nay", _day(0)), ("qua", _day(-1)), ("ni", _day(0)))
    if (word, end) not in {("sáng sớm", "qua"), ("chiều", "ni")}
}
_PLAIN: Final = Phrases(_TABLE)
_WITH_PART: Final = Phrases(_PARTED)

# "mai" is also a flower and a name; "chiều nay" is no way to anywhere.
_NOT_TOMORROW_AFTER: Final = words(
    "hoa canh cay mia sao co chi hoang thi truc nguyen ba lan an bach xuan quynh ngoc mai di"
)
_NOT_TOMORROW_BEFORE: Final = words("moi tang phuc dich vang mot sau anh lan lam xa huong chau mai")

_VAGUE: Final = words("may vai lau xua bao nua")  # "mấy hôm nay" is no one day

_AHEAD: Final = Phrases({"nữa": 0, "tới": 1, "sắp tới": 1, "liền tới": 1})
_BACK: Final = Phrases(
    {"trước": 0, "nay": 1, "qua": 1, "vừa qua": 1, "gần đây": 1, "rồi": 1, "trước đây": 0}
)
_SINCE: Final = frozenset({("cach", "day"), ("cach", "nay")})
_NUMBERED: Final = words("lop khoi cap so top")
_BACK_FLATS: Final = words("tuan thang nam")
_BACK_DAYS: Final = {"tuần": 7, "tháng": 31, "năm": 365}
_UNIT_DAYS: Final = {"ngày": 1, "đêm": 1, "tháng": 30, "năm": 365}


def relative_dates(message: Message) -> Iterator[Detail]:
    """Give the dates told from today and mark their spans as spoken for."""
    for find in (weekdays, _counted, _parted, _plain):
        yield from find(message)


def _make(message: Message, days: Days, first: int, end: int, part: Part = "") -> Detail:
    around = frame(message, first)
    start = message.tokens[around.first].start
    message.take(start, end)
    value = DateValue(*days, part or around.part, around.relation)
    return message.detail("date", value, start, end)


def _plain(message: Message) -> Iterator[Detail]:
    for found in _PLAIN.find(message):
        if not message.free(found.start, found.end):
            continue
        if found.phrase == "mai" and not _is_tomorrow(message, found.first):
            continue
        if message.flat_at(found.first) in _BACK_FLATS and _is_counted(message, found.first):
            continue  # "50 năm trước"
        if message.flat_at(found.first - 1) in _VAGUE:
            message.take(found.start, found.end)
            continue
        days = found.meaning(message.today)
        if days[0] > message.today and message.flat_at(found.first - 1) == "hoi":  # "hồi cuối năm"
            back = _BACK_DAYS.get(found.phrase.rpartition(" ")[2], 0)
            days = found.meaning(shifted(message.today, -back))
        yield _make(message, days, found.first, found.end)


def _is_counted(message: Message, index: int) -> bool:
    """Whether a number that is no label stands right before."""
    if not index or message.gap(index - 1) != " ":
        return False
    for first in range(max(0, index - 3), index):
        amount = amount_at(message, first)
        if amount and amount.last == index:
            return message.flat_at(first - 1) not in _NUMBERED
    return False


def _is_tomorrow(message: Message, index: int) -> bool:
    """Whether a lone "mai" is tomorrow."""
    written = message.scan.text[message.tokens[index].start]
    if written.isupper() and index and not message.ends_clause(index - 1):
        return False
    if message.flat_at(index - 1) in _NOT_TOMORROW_AFTER and message.gap(index - 1) == " ":
        return False
    if message.marked_at(index) in {"mái", "mãi", "mài"}:
        return False
    return message.flat_at(index + 1) not in _NOT_TOMORROW_BEFORE


def _parted(message: Message) -> Iterator[Detail]:
    for found in _WITH_PART.find(message):
        if message.free(found.start, found.end):
            telling, part = found.meaning
            yield _make(message, telling(message.today), found.first, found.end, part)


def _counted(message: Message) -> Iterator[Detail]:
    """Read "3 ngày nữa", "2 tuần trước", "cách đây một tháng", "3 ngày tới"."""
    for amount in amounts(message):
        end = message.tokens[amount.last - 1].end
        unit = unit_after(message, end, amount.last)
        if unit is None or not unit[0].time or amount.value.denominator != 1:
            continue
        days = int(amount.value * int(unit[0].factor)) * _UNIT_DAYS.get(unit[0].name, 0)
        told = _told(message, days, amount.first, unit[1], unit[2])
        if told and unit[0].name != "giờ":
            told = _ranged(message, told, amount, days)
        this_day = amount.lone and amount.value == 1 and message.flat_at(amount.last) == "hom"
        if told and 0 < days < 3650 and not this_day:
            stretch, first, end = told
            yield _make(message, stretch, first, end)


def _ranged(
    message: Message, told: tuple[Days, int, int], amount: Amount, days: int
) -> tuple[Days, int, int]:
    """Read the lower end of "5-7 ngày nữa"."""
    stretch, first, end = told
    at, gap = amount.first, message.gap(amount.first - 1) if amount.first else ""
    if first != at or stretch[0] != stretch[1] or gap not in {"-", "–", " - ", " – "}:
        return told
    lower = day_ending(message, at)
    if lower is None or not 0 < lower[1] < amount.value:
        return told
    other = int(days * lower[1] / amount.value) * (1 if stretch[0] > message.today else -1)
    both = sorted((shifted(message.today, other), stretch[0]))
    return (both[0], both[1]), lower[0], end


def _told(
    message: Message, days: int, first: int, end: int, last: int
) -> tuple[Days, int, int] | None:
    """Where a number of days leads, with the words that say so."""
    today = message.today
    if (message.flat_at(first - 2), message.flat_at(first - 1)) in _SINCE:
        return (shifted(today, -days),) * 2, first - 2, end
    ahead = _AHEAD.at(message, last) if message.gap(last - 1) == " " else None
    if ahead:
        start = shifted(today, 1 if ahead.meaning else days)
        return (start, shifted(today, days)), first, ahead.end
    back = _BACK.at(message, last) if message.gap(last - 1) == " " else None
    if back:
        stop = shifted(today, 0 if back.meaning else -days)
        return (shifted(today, -days), stop), first, back.end
    return None
