"""Makes details of dates that were read: their spans, the words before them, and what is taken."""

import datetime as dt
from collections.abc import Iterator

from kiemtin.text.details.amounts import amount_at
from kiemtin.text.details.calendar import Days, day_of, nearest_day
from kiemtin.text.details.days import DayList
from kiemtin.text.details.frame import Frame, frame
from kiemtin.text.details.message import Message
from kiemtin.text.details.types import DateValue, Detail
from kiemtin.text.details.weekdays import chain_before


def give(message: Message, days: Days, start: int, end: int, around: Frame) -> Detail:
    start = min(start, message.tokens[around.first].start)
    message.take(start, end)
    message.dated.append((end, *days))
    value = DateValue(*days, around.part, around.relation)
    return message.detail("date", value, start, end)


def give_list(message: Message, days: DayList, last: dt.date, end: int) -> Iterator[Detail]:
    """Give the days of a list, the last of which is known: one stretch, or each alone."""
    around = words_around(message, days.first)
    found = days.values(last, around)
    start = min(message.tokens[days.first].start, message.tokens[around.first].start)
    ends = [_number_end(message, token) for token, _ in found]
    message.take(start, end)
    message.dated.append((end, found[0][1].first, last))
    for at, (token, value) in enumerate(found):
        begin = message.tokens[token].start if at else start
        until = end if at == len(found) - 1 else ends[at]
        yield message.detail("date", value, begin, until)


def _number_end(message: Message, token: int) -> int:
    amount = amount_at(message, token)
    return message.tokens[amount.last - 1 if amount else token].end


def words_around(message: Message, first: int) -> Frame:
    """The words before a date, the day of the week among them: "chiều thứ bảy 14/3"."""
    around = frame(message, first)
    chain = chain_before(message, around.first)
    if chain == around.first:
        return around
    outer = frame(message, chain)
    message.take(message.tokens[chain].start, message.tokens[around.first].start)
    relation = around.relation if outer.relation == "on" else outer.relation
    return Frame(outer.first, around.day_word, around.part or outer.part, relation)


def day_meant(message: Message, day: int, month: int, year: str | None) -> dt.date | None:
    if year is None:
        return nearest_day(day, month, message.today)
    return day_of(day, month, int(year) + (2000 if len(year) == 2 else 0))
