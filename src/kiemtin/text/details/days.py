"""Reads days that share one month: "14 và 15/3", "21-22/3", "từ 12 tới 14 tháng 2".

Days that follow one another are one stretch, however they are joined; other days stay apart.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from kiemtin.text.details.amounts import Amount, amount_at, word_at
from kiemtin.text.details.calendar import day_of
from kiemtin.text.details.frame import Frame
from kiemtin.text.details.message import Message
from kiemtin.text.details.types import DateValue
from kiemtin.text.details.units import unit_after
from kiemtin.text.places.names import tone_key
from kiemtin.text.words import words

_AND: Final = words("và với hoặc hay cùng")
_TO: Final = words("đến tới")
_LINKS: Final = {tone_key(word): word in _TO for word in _AND | _TO}
_BARE_LINKS: Final = {"va": False, "voi": False, "hoac": False, "den": True, "toi": True}
_DASHES: Final = frozenset({"-", "–", " - ", " – ", "- ", " -", "→", " → "})
_COMMAS: Final = frozenset({", ", ",", " , ", "; ", " & ", "&", " + "})
_TEN: Final = 10
_SPACES: Final = frozenset({"", " ", "(", "\n", ","})
DAY_WORDS: Final = words("ngay hom mung mong bua")
# A number behind these is a name, or counts something: "tổ 9 10/3", "có 12, 15/3 mới họp".
LABELS: Final = words(
    """thu t tang lau to doi khu xom thon ban ap quan phuong khom cap so lop khoi phong nha km cot
    moc chuong ma lo cau muc bai nhom quan quay ben bai trang tram cho xe tuyen dot ky khoa tap
    phan vong hang duong hem ngo kiet ngach toa block ghe ca de tuan thang nam doan cum diem chot
    dieu khoan quy tiet mon loai"""
)
_COUNTED: Final = words("co la duoc them mat con gom dat len hon gan khoang tren duoi tong")


@dataclass(frozen=True, slots=True)
class DayList:
    """The days before a month: each with the token where it stands; `ranged`: first to last."""

    days: tuple[tuple[int, int], ...]
    ranged: bool

    @property
    def first(self) -> int:
        """The token where the days begin."""
        return self.days[0][0]

    @property
    def whole(self) -> bool:
        """Whether the days are one stretch."""
        numbers = [day for _, day in self.days]
        return self.ranged or numbers[-1] - numbers[0] == len(numbers) - 1

    def values(self, last: dt.date, around: Frame) -> list[tuple[int, DateValue]]:
        """Give the values with the tokens they start at, by the date of the last day."""
        dates = [day_of(day, last.month, last.year) or last for _, day in self.days]
        relation = around.relation
        if self.ranged and relation in {"from", "until"}:
            relation = "on"
        if self.whole:
            return [(self.first, DateValue(dates[0], last, around.part, relation))]
        return [
            (token, DateValue(date, date, around.part, relation))
            for (token, _), date in zip(self.days, dates, strict=True)
        ]


def days_before(message: Message, first: int, day: int) -> DayList:
    """Read back from the day at a token over the days that are listed before it."""
    days, ranged = [(first, day)], False
    while not ranged:
        earlier = _earlier(message, *days[0])
        if earlier is None:
            break
        ranged = earlier[2]
        days.insert(0, earlier[:2])
    return DayList(tuple(days), ranged)


def days_after(message: Message, first: int, last: int, day: int) -> tuple[DayList, int]:
    """Read on from the day at a token, and give the token after: "ngày 24 và 25"."""
    days, ranged = [(first, day)], False
    while not ranged:
        later = _later(message, last, days[-1][1])
        if later is None:
            break
        at, last, value, ranged = later
        days.append((at, value))
    return DayList(tuple(days), ranged), last


def link(message: Message, index: int) -> bool | None:
    """Whether the word at a token joins days into a range (True) or a list; None: it is none."""
    token = message.tokens[index]
    bare = _BARE_LINKS.get(token.flat) if token.bare else None  # between numbers nothing else
    return _LINKS.get(token.tone) if bare is None else bare


def _earlier(message: Message, first: int, day: int) -> tuple[int, int, bool] | None:
    """The day before a listed one: its token, its number, and whether both bound a range."""
    end = first
    if end and message.flat_at(end - 1) in DAY_WORDS and message.gap(end - 1) == " ":
        end -= 1
    if end == 0:
        return None
    gap = message.gap(end - 1)
    through, spaced = gap in _DASHES, gap == " "
    if gap == " ":
        linked = link(message, end - 1)
        if linked is not None:
            through, spaced, end = linked, False, end - 1
            gap = message.gap(end - 1) if end else ""
    counts_days = spaced and end != first  # "hai ngày 24 và 25/9"
    if counts_days or not (through or gap == " " or gap in _COMMAS):
        return None
    found = day_ending(message, end)
    if found is None or found[1] >= day or (spaced and found[1] != day - 1):
        return None
    if gap in _COMMAS and found[1] != day - 1 and message.flat_at(found[0] - 1) in _COUNTED:
        return None
    return *found, through


def day_ending(message: Message, end: int) -> tuple[int, int] | None:
    """Give the day of a month whose words end before a token: its first token, its number."""
    if end <= 0:
        return None
    token = message.tokens[end - 1]
    first, value = end - 1, 0
    if token.is_number:
        value = int(token.flat) if token.flat.isdecimal() and len(token.flat) < 3 else 0
    else:
        for at in range(max(0, end - 3), end):
            amount = amount_at(message, at)
            if amount and amount.last == end and amount.words and not amount.scaled:
                value = int(amount.value) if amount.value.denominator == 1 else 0
                first, value = with_tens(message, at, value)
                break
    start = message.tokens[first].start
    if not 1 <= value <= 31 or not message.free(start, token.end):
        return None
    named = first and message.flat_at(first - 1) in LABELS
    return None if named or message.scan.text[start - 1 : start] not in _SPACES else (first, value)


def with_tens(message: Message, first: int, day: int) -> tuple[int, int]:
    """Add the tens that are spoken before a last digit: "hai bảy tháng ba"."""
    before = first and day < _TEN and message.gap(first - 1) == " "
    if before and word_at(message, first - 1) == "hai" and not message.bare:
        return first - 1, 2 * _TEN + day
    return first, day


def _later(message: Message, last: int, day: int) -> tuple[int, int, int, bool] | None:
    """The day after a listed one: its token, the token after, its number, whether a range."""
    if last >= len(message.tokens):
        return None
    gap = message.gap(last - 1)
    linked = link(message, last) if gap == " " else None
    if linked is None and gap not in _DASHES and gap not in _COMMAS:
        return None
    at, through = last + (linked is not None), gap in _DASHES or linked is True
    at += message.flat_at(at) in DAY_WORDS and message.gap(at) == " "
    amount = amount_at(message, at)
    if amount is None or amount.lone or amount.scaled or amount.value.denominator != 1:
        return None
    near = amount.value == day + 1 or through or gap == " "
    if not (day < amount.value <= 31 and near and _stands_alone(message, amount)):
        return None
    return at, amount.last, int(amount.value), through


def _stands_alone(message: Message, amount: Amount) -> bool:
    """Whether a number counts nothing and is no part of a date or share."""
    end = message.tokens[amount.last - 1].end
    slash = message.scan.text[end : end + 1] == "/"
    return not slash and unit_after(message, end, amount.last) is None
