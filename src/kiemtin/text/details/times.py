"""Reads times of day: "7h", "19g30", "bảy giờ tối", "không giờ", and both ends of "6-11h"."""

import re
from collections.abc import Iterator
from typing import Final

from kiemtin.text.details.amounts import amount_at
from kiemtin.text.details.days import day_ending, link
from kiemtin.text.details.frame import PARTS
from kiemtin.text.details.message import Message
from kiemtin.text.details.phrases import Phrases
from kiemtin.text.details.types import Detail, Part, TimeValue
from kiemtin.text.details.units import unit_after
from kiemtin.text.places.names import tone_key
from kiemtin.text.words import words

_CLOCK = re.compile(
    r"(?<![\w.,/:])([01]?\d|2[0-4])(?: ?(?:h|g|gio)(?![^\W\d_])([0-5]?\d|(?: [0-5]\d))?"
    r"|:([0-5]\d))(?![\d/]|[.,]\d)( ?(?:p|phut)(?![^\W_])|')?"
)
_HOURS, _DAY = 24, 24 * 60
_HOUR: Final = tone_key("giờ")
_HALF: Final = tone_key("rưỡi")
_ZERO: Final = tone_key("không")
_PART: Final = Phrases(PARTS)
# Before a number of hours these say how long, not when.
_LONG_BEFORE: Final = words(
    "trong suot hon mat cach them moi cu keo gan dai nhanh tong khoang lam ngu sau cho may ca"
)
_LONG_AFTER: Final = words("dong lien nua lien_tuc qua truoc moi tren lam hoc le ngu lai")
_LONG_ALWAYS: Final = words("trong suot mat cach them dai keo tong")
_DOUBTFUL: Final = words("bay sau tam nam")
_WHEN_BEFORE: Final = words("luc vao tu den toi khoang hoi truoc tam cho")


def times(message: Message) -> Iterator[Detail]:
    """Give the times of day and mark their spans as spoken for."""
    yield from _written(message)
    yield from _spoken(message)
    yield from _half_past(message)


def _written(message: Message) -> Iterator[Detail]:
    for hit in _CLOCK.finditer(message.scan.flat):
        first = message.index_at.get(hit.start())
        if first is None or not message.free(hit.start(), hit.end()):
            continue
        last = first + sum(token.start < hit.end() for token in message.tokens[first : first + 5])
        colon = hit[3] is not None
        if hit[0][-1] == "g" and message.flat_at(first - 1) not in _WHEN_BEFORE:
            continue  # "4g" is a network
        if (hit[2] or "").startswith(" ") and not hit[4] and _counts(message, hit.end(), last):
            end, last, minutes = hit.start(2), last - 1, 0  # "7 giờ 30 người": thirty people
        else:
            end, last, minutes = _minutes(message, hit.end(), last, hit[2] or hit[3])
        where = (first, last, end)
        yield from _times(message, int(hit[1]), minutes, where, colon or minutes > 0)


def _counts(message: Message, end: int, last: int) -> bool:
    """Whether what looks like minutes counts something: "7 giờ 30 người", not "1 giờ 30 chiều"."""
    return unit_after(message, end, last) is not None and not _PART.at(message, last)


def _times(
    message: Message, hour: int, minutes: int, where: tuple[int, int, int], exact: bool
) -> Iterator[Detail]:
    """Make a time, and before it the one that the same word for hours belongs to."""
    first, last, _ = where
    start = _range_start(message, first, hour)
    if start and not exact and _lasts(message, start, hour, last):
        return
    before = start[0] if start else first
    found = _time(message, (hour, minutes), where, before, exact=exact or start is not None)
    if found and start:
        earlier = _earlier(message, start, found)
        if earlier:
            yield earlier
    if found:
        yield found


def _range_start(message: Message, first: int, hour: int) -> tuple[int, int] | None:
    """The hour before a range's end, its token and number: "từ 6 tới 11 giờ", "6-11h"."""
    end, gap = first, message.gap(first - 1) if first else ""
    if gap == " " and link(message, first - 1):
        end, gap = first - 1, message.gap(first - 2) if first > 1 else ""
    elif gap.strip() not in {"-", "–", "~"}:
        return None
    if not end or not (gap == " " or end == first):
        return None
    found = day_ending(message, end)
    if found is None or found[1] > _HOURS or found[1] == hour:
        return None
    amount = amount_at(message, found[0])
    return found if amount and amount.last == end else None


def _lasts(message: Message, start: tuple[int, int], hour: int, last: int) -> bool:
    """Whether a range of hours says how long: "làm 3-4 giờ", "mất 2 đến 3 giờ"."""
    before, after = message.flat_at(start[0] - 1), message.flat_at(last)
    if after in _LONG_AFTER or before in _LONG_ALWAYS:
        return True
    if before in _WHEN_BEFORE or _PART.at(message, last):
        return False
    return before in _LONG_BEFORE or hour - start[1] <= 1


def _earlier(message: Message, start: tuple[int, int], later: Detail) -> Detail | None:
    """Make the first time of a range by the part of the day of the second."""
    token, hour = start
    if not isinstance(later.value, TimeValue):
        return None
    minutes, sure = hour * 60, later.value.sure
    afternoon = (hour + 12) * 60
    if hour < 12 and sure and later.value.minutes >= 12 * 60 and _spoken_late(later):
        minutes = afternoon if afternoon < later.value.minutes else minutes
    begin, end = message.tokens[token].start, _end_of(message, token)
    if not message.free(begin, end):
        return None
    message.take(begin, end)
    return message.detail("time", TimeValue(minutes % _DAY, sure), begin, end)


def _spoken_late(later: Detail) -> bool:
    """Whether an hour up to twelve was put into the afternoon by a word."""
    hours = re.match(r"\d+", later.text)
    return hours is None or int(hours[0]) <= 12


def _end_of(message: Message, token: int) -> int:
    amount = amount_at(message, token)
    return message.tokens[amount.last - 1 if amount else token].end


def _minutes(message: Message, end: int, last: int, written: str | None) -> tuple[int, int, int]:
    """The end, the token after, and the minutes: "7h30", "7 giờ rưỡi"."""
    if written:
        return end, last, int(written)
    if last < len(message.tokens) and message.gap(last - 1) in {" ", ""}:
        token = message.tokens[last]
        if token.tone == _HALF or (message.bare and token.flat == "ruoi"):
            return token.end, last + 1, 30
        less = amount_at(message, last + 1) if token.flat == "kem" else None
        if less and less.value < 60 and less.value.denominator == 1:  # "9 giờ kém 15"
            return message.tokens[less.last - 1].end, less.last, -int(less.value)
    return end, last, 0


def _spoken(message: Message) -> Iterator[Detail]:
    """Read "bảy giờ tối", "không giờ", "mười chín giờ ba mươi"."""
    for index, token in enumerate(message.tokens):
        is_hour = token.tone == _HOUR or (message.bare and token.flat == "gio")
        if not is_hour or not message.free(token.start, token.end):
            continue
        before = _hour_before(message, index)
        if before is None:
            continue
        first, hour = before
        after = amount_at(message, index + 1) if message.gap(index) == " " else None
        end, last, minutes = _minutes(message, token.end, index + 1, None)
        if after and after.words and after.value < 60 and after.value.denominator == 1:
            minutes, last = int(after.value), after.last
            end = message.tokens[last - 1].end
        yield from _times(message, hour, minutes, (first, last, end), minutes > 0)


def _half_past(message: Message) -> Iterator[Detail]:
    """Read "10 rưỡi sáng", "bảy rưỡi tối"."""
    for index in range(1, len(message.tokens)):
        if message.tokens[index].tone != _HALF or not _PART.at(message, index + 1):
            continue
        number = day_ending(message, index)
        if number and number[1] <= _HOURS and message.gap(index) == message.gap(index - 1) == " ":
            where = (number[0], index + 1, message.tokens[index].end)
            found = _time(message, (number[1], 30), where, number[0], exact=True)
            if found:
                yield found


def _hour_before(message: Message, index: int) -> tuple[int, int] | None:
    previous = message.tokens[index - 1] if index else None
    if previous and (previous.tone == _ZERO or (message.bare and previous.flat == "khong")):
        return index - 1, 0
    for first in range(max(0, index - 3), index):
        amount = amount_at(message, first)
        if amount and amount.words and amount.last == index and amount.value <= 24:
            doubtful = message.bare and amount.lone and message.flat_at(first) in _DOUBTFUL
            if doubtful and message.flat_at(first - 1) not in _WHEN_BEFORE:
                return None  # "bây giờ tôi"
            return first, int(amount.value)
    return None


def _time(
    message: Message,
    clock: tuple[int, int],
    where: tuple[int, int, int],
    before: int,
    *,
    exact: bool,
) -> Detail | None:
    """Make a time unless the words around say that it is a length of time.

    A part of the day may stand before the token `before`, where the range begins.
    """
    (hour, minutes), (first, last, end) = clock, where
    part = _PART.at(message, last) if message.gap(last - 1) in {" ", ""} else None
    if part is None and not exact and _is_length(message, hour, first, last):
        return None
    named: Part = part.meaning if part else _part_before(message, before)
    end = part.end if part else end
    value = TimeValue(
        (_of_day(hour, named) * 60 + minutes) % _DAY, bool(named) or hour > 12 or hour == 0
    )
    start = message.tokens[first].start
    message.take(start, end)
    return message.detail("time", value, start, end)


def _is_length(message: Message, hour: int, first: int, last: int) -> bool:
    before = message.flat_at(first - 1)
    if hour == 24 and before not in _WHEN_BEFORE:
        return True
    if before in _WHEN_BEFORE:
        return False
    if hour > 12:
        return before in _LONG_ALWAYS
    return before in _LONG_BEFORE or (
        message.flat_at(last) in _LONG_AFTER and message.gap(last - 1) == " "
    )


def _part_before(message: Message, first: int) -> Part:
    """The part of the day up to three words before: "tối nay lúc 7h"."""
    for back in range(1, 4):
        found = _PART.at(message, first - back) if first >= back else None
        if found and not message.ends_clause(first - 1):
            return found.meaning
    return ""


def _of_day(hour: int, part: Part) -> int:
    """Put an hour on the clock of 24: seven in the evening is 19, twelve at night 0."""
    hour %= 24
    if hour > 12 or not part:
        return hour
    if part in {"dawn", "morning"}:
        return hour % 12
    if part == "noon":
        return hour if hour >= 10 else hour + 12
    if part == "night":
        return (hour + 12) % 24 if hour >= 6 else hour
    return hour if hour == 12 and part == "afternoon" else (hour + 12) % 24
