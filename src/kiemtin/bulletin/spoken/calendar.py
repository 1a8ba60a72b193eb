"""Says dates and times of day: 22/11/2026, 9–12/9, tháng 9/2024, 14:05, 21h30, 7–9h."""

import re
from typing import Final

from kiemtin.bulletin.spoken.numbers import number_words
from kiemtin.bulletin.spoken.rewrite import START, Rule, rule

_DAY: Final = r"(?P<word>(?:ngày|hôm|mùng|mồng)\s+)?"
_END: Final = r"(?![\w/]|[.,]\d)"
_TO: Final = (
    r"(?P<to>\s?[-–]\s?(?=\d|(?:ngày|mùng|không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s))?"
)
# Before these "1/3" is a share; after those above it numbers a thing and is no day.
_SHARED: Final = re.compile(r"\s*(?:số|dân|diện|quân|tổng|lượng)\b", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"(?:cấp|lớp|khối|tầng|nhà|số|hẻm|ngõ|ngách|kiệt|tổ|tỷ lệ)\s+$", re.IGNORECASE
)
_OF_A_PAPER: Final = re.compile(
    r"(?:thông tư|nghị định|nghị quyết|quyết định|chỉ thị|luật|công văn|văn bản|số)(?:\s+số)?\s+$",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 24


def day_words(day: int) -> str:
    """A day of the month: 9 is "mùng chín", 12 is "mười hai"."""
    return f"mùng {number_words(day)}" if day <= 10 else number_words(day)


def month_words(month: int) -> str:
    """A month: 4 is "tư"."""
    return "tư" if month == 4 else number_words(month)


def _before(hit: re.Match[str]) -> str:
    return hit.string[max(0, hit.start() - _LOOK_BACK) : hit.start()]


def _date(hit: re.Match[str]) -> str | None:
    """A day and a month, with a year or without; both ends of a range in one month."""
    found = hit.groupdict()
    day, month, first = int(found["d"]), int(found["m"]), found.get("first")
    year = found.get("y")
    if not (1 <= day <= 31 and 1 <= month <= 12) or (first and not 1 <= int(first) <= 31):
        return None
    if not year and not found["word"] and _is_no_day(hit, day, month):
        return None
    said = f"{_named(found['word'], day)} tháng {month_words(month)}"
    if first:
        said = f"{_named(found['word'], int(first))} đến {_named(None, day)}"
        said += f" tháng {month_words(month)}"
    if year:
        said += f" năm {number_words(int(year))}"
    return said + (" đến " if found.get("to") else "")


def _named(word: str | None, day: int) -> str:
    """The day with its word: "ngày mùng chín", "mùng chín", "hôm hai mươi"."""
    if word and word.strip().lower() in {"mùng", "mồng"}:
        return word + number_words(day)
    return (word or "ngày ") + day_words(day)


def _is_no_day(hit: re.Match[str], day: int, month: int) -> bool:
    if _NUMBERED.search(_before(hit)):
        return True
    return day < month and _SHARED.match(hit.string, hit.end()) is not None


def _iso(hit: re.Match[str]) -> str | None:
    return _date(hit)


def _month(hit: re.Match[str]) -> str | None:
    """A month of a year: "tháng 9/2024", and "9/2024" where it is no number of a paper."""
    month, year = int(hit["m"]), int(hit["y"])
    if not 1 <= month <= 12 or (not hit["word"] and _OF_A_PAPER.search(_before(hit))):
        return None
    return f"{hit['word'] or 'tháng '}{month_words(month)} năm {number_words(year)}"


def _month_alone(hit: re.Match[str]) -> str:
    return f"{hit[1]}{month_words(int(hit[2]))}"


def _time(hit: re.Match[str]) -> str | None:
    """An hour with minutes or without."""
    hour, minute = int(hit["h"]), int(hit["min"] or 0)
    if hour > 24 or minute > 59:
        return None
    said = f"{number_words(hour)} giờ"
    if minute:
        said += f" {number_words(minute)} phút"
    return said + (" đến " if hit["to"] else "")


def _always(hit: re.Match[str]) -> str:
    """Round the clock and not the 24th of July."""
    return f"{hit[1]}hai mươi tư trên {number_words(int(hit[2]))}"


def _hours(hit: re.Match[str]) -> str | None:
    """The first of two hours with one sign: "7–9h"."""
    return f"{number_words(int(hit[1]))} đến " if int(hit[1]) <= 24 else None


_YEAR: Final = r"(?P<y>(?:1[6-9]|20|21)\d\d)"
_OPEN: Final = r"(?:trực|ban|hoạt động|phục vụ|mở cửa|liên tục|hỗ trợ)"
CALENDAR: Final[tuple[Rule, ...]] = (
    rule(rf"({_OPEN}\s+)24/(7){_END}", _always, re.IGNORECASE),
    rule(rf"({START})24/(24){_END}", _always),
    rule(rf"{START}{_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)(?P<word>)(?![\w/-])", _iso),
    rule(
        rf"{_DAY}{START}(?P<first>\d{{1,2}})\s?[-–]\s?(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})"
        rf"(?:/{_YEAR})?{_END}",
        _date,
        re.IGNORECASE,
    ),
    rule(
        rf"{_DAY}{START}(?P<d>\d{{1,2}})(?P<sep>[/.\-])(?P<m>\d{{1,2}})(?P=sep){_YEAR}{_END}{_TO}",
        _date,
        re.IGNORECASE,
    ),
    rule(
        r"(?P<word>(?:ngày|hôm|mùng|dịp|lễ)\s+)(?P<d>\d{1,2})-(?P<m>\d{1,2})(?![\w/-]|[.,]\d)",
        _date,
        re.IGNORECASE,
    ),
    rule(rf"(?P<word>tháng\s+)?{START}(?P<m>\d{{1,2}})[/\-]{_YEAR}{_END}", _month, re.IGNORECASE),
    rule(rf"{_DAY}{START}(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}}){_END}{_TO}", _date, re.IGNORECASE),
    rule(r"\b(tháng\s+)(0?[1-9]|1[0-2])(?![\w.,/]*\d)", _month_alone, re.IGNORECASE),
    rule(rf"{START}(\d{{1,2}})\s?[-–]\s?(?=\d{{1,2}}\s?(?:h|giờ)(?!\w))", _hours),
    rule(rf"{START}(?P<h>\d{{1,2}})\s?:(?P<min>\d\d)(?::\d\d)?(?!\d|:){_TO}", _time),
    rule(rf"{START}(?P<h>\d{{1,2}})\s?[hg](?P<min>\d\d)(?![\d\w])['’p]?{_TO}", _time),
    rule(rf"{START}(?P<h>\d{{1,2}})\s?h(?P<min>)(?![\w]){_TO}", _time),
    rule(r"\b((?:thứ|quý)\s+)4(?!\w|[.,/]\d)", lambda hit: f"{hit[1]}tư", re.IGNORECASE),
)
"""Longest first: a date takes its numbers before they are read as a share or a range."""
