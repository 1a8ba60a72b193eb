"""Reads days that are listed or counted through in figures, and days of the month alone.

"21-22/3", "14,15/3", "28/9 - 2/10", "ngày 24 và 25", "mười lăm này".
"""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kiemtin.text.details.amounts import Amount, amount_at
from kiemtin.text.details.calendar import day_of, nearest_day, nearest_day_of_month
from kiemtin.text.details.days import (
    DAY_WORDS,
    LABELS,
    DayList,
    day_ending,
    days_after,
    days_before,
    link,
)
from kiemtin.text.details.frame import Frame, frame
from kiemtin.text.details.giving import day_meant, give, give_list, words_around
from kiemtin.text.details.message import Message
from kiemtin.text.details.types import Detail
from kiemtin.text.details.units import unit_after
from kiemtin.text.places.names import tone_key
from kiemtin.text.words import words

_DAY, _OF_MONTH = r"(0?[1-9]|[12]\d|3[01])", r"(1[0-2]|0?[1-9])"
# "21-22/3", "14,15/3", "12-14 tháng 2"; "1/3-5/3" with a month at both ends.
_JOINED = re.compile(
    rf"(?<![\w/.,-])((?:\d{{1,2}}[,–-])+){_DAY}"
    rf"(?:/{_OF_MONTH}(?:/(\d{{4}}|\d\d))?| thang {_OF_MONTH}(?:(?: nam |/)(\d{{4}}))?)"
    r"(?![\w/-]|[.,]\d)"
)
_THROUGH = re.compile(
    rf"(?<![\w/.,-]){_DAY}/{_OF_MONTH}(?:/(\d{{4}}))?( ?[–-] ?|,? va |, ?| voi )(?:ngay )?"
    rf"{_DAY}/{_OF_MONTH}(?:/(\d{{4}}))?(?![\w/-]|[.,]\d)"
)
_YEAR: Final = dt.timedelta(days=366)
_PART_TONES: Final = frozenset(tone_key(word) for word in words("sáng trưa chiều tối đêm"))
_THIS: Final = tone_key("này")
_EACH_DAY: Final = words("moi tung hang")


def through(message: Message) -> Iterator[Detail]:
    """Read "1/3-5/3", "28/9 - 2/10/2025", and two days in a row: "24/9 và 25/9"."""
    for hit in _THROUGH.finditer(message.scan.flat):
        first = message.index_at.get(hit.start())
        if first is None or not message.free(hit.start(), hit.end()):
            continue
        last = day_meant(message, int(hit[5]), int(hit[6]), hit[7])
        start = last and nearest_day(int(hit[1]), int(hit[2]), last)
        if hit[3]:
            start = day_of(int(hit[1]), int(hit[2]), int(hit[3]))
        dash = hit[4].strip() in {"-", "–"}
        if (
            last
            and start
            and start < last
            and (dash or (last - start).days == 1)
            and last - start < _YEAR
        ):
            around = words_around(message, first)
            relation = "on" if around.relation in {"from", "until"} else around.relation
            around = Frame(around.first, around.day_word, around.part, relation)
            yield give(message, (start, last), hit.start(), hit.end(), around)


def joined(message: Message) -> Iterator[Detail]:
    """Read "21-22/3", "14,15/3", "12-14 tháng 2"; "7,8/10" is a mark."""
    for hit in _JOINED.finditer(message.scan.flat):
        first = message.index_at.get(hit.start())
        date = day_meant(message, int(hit[2]), int(hit[3] or hit[5]), hit[4] or hit[6])
        if first is None or date is None or not message.free(hit.start(), hit.end()):
            continue
        numbers = [int(day) for day in re.findall(r"\d+", hit[1])] + [date.day]
        rising = all(one < other for one, other in pairwise(numbers)) and numbers[0] > 0
        ranged = "," not in hit[1]
        sure = ranged or date.day > 10 or hit[5] or len(numbers) > 2 or frame(message, first).cued
        if rising and sure:
            days = DayList(tuple((first, day) for day in numbers), ranged)
            yield from give_list(message, days, date, hit.end())


def days_alone(message: Message) -> Iterator[Detail]:
    """Read "ngày 14", "hôm hai mốt", "ngày 24 và 25": the nearest such days."""
    for index in range(1, len(message.tokens)):
        before = message.tokens[index - 1]
        named = before.flat in DAY_WORDS or before.tone in _PART_TONES
        if not named or message.gap(index - 1) != " ":
            continue
        amount = amount_at(message, index)
        if amount is None or amount.scaled or not _is_alone(message, amount):
            continue
        days, last = days_after(message, index, amount.last, int(amount.value))
        date = nearest_day_of_month(days.days[-1][1], message.today)
        if date:
            yield from give_list(message, days, date, message.tokens[last - 1].end)


def _is_alone(message: Message, amount: Amount) -> bool:
    """Whether a number after a word for day is the day and counts nothing."""
    around, last = frame(message, amount.first), amount.last
    if not around.day_word:  # "từ sáng 14 đến chiều 16/3"
        ended = message.ends_clause(last - 1) or link(message, last) is not None
        if amount.words or not ended:
            return False
    if not 1 <= amount.value <= 31 or amount.value.denominator != 1:
        return False
    first_ten = around.day_word in {"mung", "mong"}
    if amount.lone and amount.value < 10 and not first_ten:
        return False
    if message.flat_at(amount.first - 2) in _EACH_DAY or (first_ten and amount.value > 10):
        return False
    end = message.tokens[last - 1].end
    return message.gap(last - 1) != "/" and not unit_after(message, end, last)


def days_of_this_month(message: Message) -> Iterator[Detail]:
    """Read "mười lăm này", "22, 23 này"; "xã 5 này" is none."""
    for index in range(1, len(message.tokens)):
        if message.tokens[index].tone != _THIS or message.gap(index - 1) != " ":
            continue
        found = day_ending(message, index)
        if found is None or amount_at(message, found[0]) is None:
            continue
        days = days_before(message, *found)
        lone = message.tokens[found[0]].is_number is False and found[1] < 10
        date = nearest_day_of_month(found[1], message.today)
        if date and not lone and message.flat_at(days.first - 1) not in LABELS:
            yield from give_list(message, days, date, message.tokens[index].end)
