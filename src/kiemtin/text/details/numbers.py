"""Reads counts, measures and sums of money, written in words or numerals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from kiemtin.text.details.amounts import Amount, amount_at, amount_like, amounts
from kiemtin.text.details.bounds import bound_of
from kiemtin.text.details.message import Message
from kiemtin.text.details.money import currency_after, is_money, leaves_thousands_out
from kiemtin.text.details.number_words import SCALES, SHORT_SCALES
from kiemtin.text.details.types import Bound, Detail, MoneyValue, NumberValue
from kiemtin.text.details.units import Unit, unit_after
from kiemtin.text.fold import fold
from kiemtin.text.places.names import tone_key
from kiemtin.text.words import words

_NO_UNIT: Final = Unit("")
# Before a number these say which one, not how many: "thứ hai", "lần thứ ba", "mùng ba".
_ORDINALS: Final = words("thứ mùng mồng")
_BARE_ORDINALS: Final = words("thu mung mong")
# Before a scale these leave the number open: "hàng trăm", "vài nghìn", "mấy chục".
_VAGUE: Final = words("hang vai may nhieu bao")
# Typed bare these are also other words: từ, năm/nằm/nam, sau, bây, tạm.
_AMBIGUOUS: Final = words("nam sau bay tam lam")
# Typed bare, one number word alone counts only these.
_SURE_UNITS: Final = words(
    "người hộ ca xã trẻ_em học_sinh ngày đêm tháng giờ năm xe lần chiều m kg"
)
# Nobody counts thousands of these, nor says a sum before them.
_FEW: Final = words("đoạn chỗ độ chiều làn cấp lớp tầng cửa cầu đập thôn xã huyện tỉnh phường điểm")
_SPLIT: Final = words("m kg lít ha")  # "3 tấn 5"
_RANGE: Final = words("den toi hoac hay")
_DASHES: Final = frozenset({"-", "–", " - ", " – ", "~", "÷"})
_SHARE = re.compile(r"(?<![\w/.,])(\d{1,2})/(\d{1,2})(?![\w/]|[.,]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SCALES: Final = {fold(word): scale for word, scale in (SCALES | SHORT_SCALES).items()}
_HALF: Final = tone_key("rưỡi")
_MONEY: Final = tone_key("tiền")


@dataclass(frozen=True, slots=True)
class _Span:
    """A number as it stands with its unit: bounds, unit, and where it lies."""

    low: Fraction
    high: Fraction
    unit: Unit
    start: int
    end: int
    first: int
    last: int
    scaled: bool


def numbers(message: Message) -> Iterator[Detail]:
    """Give numbers and sums of money, shares first, then in the order of the text."""
    yield from _shares(message)
    done = 0
    for amount in amounts(message):
        if amount.first < done or _vague(message, amount):
            continue
        span = _span(message, amount)
        detail = _detail(message, amount, span) if span else None
        if span and detail:
            done = span.last
            message.take(span.start, span.end)
            yield detail


def _shares(message: Message) -> Iterator[Detail]:
    """Give shares: "1/3 số hộ" is a third of them."""
    for hit in _SHARE.finditer(message.scan.text):
        if message.free(hit.start(), hit.end()) and 0 < int(hit[1]) < int(hit[2]):
            share = _number(Fraction(int(hit[1]), int(hit[2])))
            message.take(hit.start(), hit.end())
            first = message.index_at.get(hit.start(), 0)
            bound = bound_of(message, first, len(message.tokens))
            value = NumberValue(share, share, "phần", bound)
            yield message.detail("number", value, hit.start(), hit.end())


def _vague(message: Message, amount: Amount) -> bool:
    """Whether no number is meant: "hàng trăm", "mấy chục", "thứ hai", "hai ngày 24 và 25/9"."""
    if message.gap(amount.last - 1) == " " and message.flat_at(amount.last) == "ngay":
        day = message.tokens[amount.last]
        if not message.free(day.start, day.end) and amount_like(message, amount.last + 1):
            return True
    if amount.first == 0:
        return False
    before = message.tokens[amount.first - 1]
    if not amount.words:
        return before.low in _ORDINALS and not amount.scaled
    ordinal = before.low in _ORDINALS or (message.bare and before.flat in _BARE_ORDINALS)
    return before.flat in _VAGUE or (ordinal and not amount.scaled)


def _span(message: Message, amount: Amount) -> _Span | None:
    """Read on from an amount: a range, its unit, a half after the unit."""
    low = high = amount.value
    last = amount.last
    upper = _upper(message, amount)
    ones = None if upper else _ones(message, amount)
    if ones:  # "ba hai hộ"
        low = high = low * 10 + ones.value
        last = ones.last
    if upper:
        high, last = upper.value, upper.last
        if upper.scaled and not amount.scaled and low < 1000:
            low = min(low * upper.value / _head(message, upper), high)
    end = message.tokens[last - 1].end
    start = message.tokens[amount.first].start
    unit, end, last = _counted(message, end, last, scaled=amount.scaled) or (_NO_UNIT, end, last)
    if unit.name and not upper:
        low, end, last = _after_unit(message, low, unit, end, last)
        high = low
    scaled = upper is not None and upper.scaled
    return _Span(low, high, unit, start, end, amount.first, last, scaled)


def _counted(
    message: Message, end: int, last: int, *, scaled: bool
) -> tuple[Unit, int, int] | None:
    """Give the unit behind a number; "lớp 10 năm 2026" counts no years.

    What there are never thousands of is not counted in thousands: "450 nghìn tuyến Hà Nội".
    """
    found = unit_after(message, end, last)
    if found is None or (found[0].name == "năm" and _YEAR.fullmatch(message.flat_at(found[2]))):
        return None
    return None if scaled and found[0].name in _FEW else found


def _upper(message: Message, amount: Amount) -> Amount | None:
    """Give the upper end of a range: "2-3", "hai đến ba", "hai ba"."""
    gap, at = message.gap(amount.last - 1), amount.last
    if gap not in _DASHES:
        if gap != " ":
            return None
        at += message.flat_at(at) in _RANGE
    upper = amount_at(message, at)
    if upper is None or (at == amount.last and gap == " " and not _stepped(message, amount, upper)):
        return None
    if upper.lone and upper.scaled:  # "811-trieu" in an address
        return None
    return upper if upper.value > amount.value else None


def _stepped(message: Message, low: Amount, high: Amount) -> bool:
    """Whether two digits are a range: "hai ba người", "hai ba nghìn"."""
    if not low.lone or not high.words:
        return False
    head = _head(message, high) if high.scaled and high.last - high.first == 2 else high.value
    return head - low.value == 1


def _ones(message: Message, amount: Amount) -> Amount | None:
    """The second of two digits spoken side by side before a unit: "ba hai hộ"."""
    if not amount.lone or amount.value < 2 or message.bare or message.gap(amount.first) != " ":
        return None
    ones = amount_at(message, amount.last)
    if ones is None or not ones.lone or not 1 < ones.value < 10 or ones.value in {5, amount.value}:
        return None
    end = message.tokens[ones.last - 1].end
    return ones if amount.value < 10 and unit_after(message, end, ones.last) else None


def _head(message: Message, amount: Amount) -> Fraction:
    """The number before the scale: 300 in "300k"."""
    words = [message.flat_at(index) for index in range(amount.first, amount.last)]
    return amount.value / max(_SCALES.get(word, 1) for word in words)


def _after_unit(
    message: Message, value: Fraction, unit: Unit, end: int, last: int
) -> tuple[Fraction, int, int]:
    """Read "một tiếng rưỡi" and "1m65"."""
    if last >= len(message.tokens):
        return value, end, last
    token = message.tokens[last]
    if token.tone == _HALF or (message.bare and token.flat == "ruoi"):
        return value + Fraction(1, 2), token.end, last + 1
    if _is_tail(message, unit, end, last):
        return value + Fraction(int(token.flat), 10 ** len(token.flat)), token.end, last + 1
    return value, end, last


def _is_tail(message: Message, unit: Unit, end: int, last: int) -> bool:
    """Whether a figure after a unit gives its tenths: "1m65", "3 tấn 5"."""
    token = message.tokens[last]
    if unit.name not in _SPLIT or not token.flat.isdecimal():
        return False
    if token.start == end:
        return unit.name == "m"
    longest = 2 if unit.name == "m" else 1
    if message.scan.text[end : token.start] != " " or len(token.flat) > longest:
        return False
    follower = message.scan.text[token.end : token.end + 1]
    alone = amount_at(message, last)
    if alone is None or alone.last != last + 1 or follower in {"/", "-", "%"}:
        return False
    return not unit_after(message, token.end, last + 1)


def _bound(message: Message, amount: Amount, span: _Span) -> Bound:
    bound = bound_of(message, span.first, span.last)
    open_word = amount.lone and amount.value >= 10 and message.flat_at(amount.first) != "muoi"
    return "about" if open_word and span.unit.name != "%" and bound == "exact" else bound


def _detail(message: Message, amount: Amount, span: _Span) -> Detail | None:
    bound = _bound(message, amount, span)
    currency = currency_after(message, span.end) if not span.unit.name else None
    if currency:
        money = MoneyValue(round(span.low), round(span.high), currency[0], bound)
        return message.detail("money", money, span.start, currency[1])
    if not span.unit.name:
        return _without_unit(message, amount, span)
    if _not_meant(message, amount, span.unit):
        return None
    low, high = (
        _number(value * Fraction(span.unit.factor).limit_denominator(3600))
        for value in (span.low, span.high)
    )
    value = NumberValue(low, high, span.unit.name, bound)
    return message.detail("number", value, span.start, span.end)


def _without_unit(message: Message, amount: Amount, span: _Span) -> Detail | None:
    bound = bound_of(message, span.first, span.last)
    scale = _spoken_thousands(message, amount, span.last)
    scaled = (amount.scaled and not amount.lone) or span.scaled
    few = amount.scaled and unit_after(message, span.end, span.last)
    if scale > 1 or (scaled and (few or is_money(message, span.first, span.last))):
        money = MoneyValue(round(span.low * scale), round(span.high * scale), "VND", bound)
        return message.detail("money", money, span.start, span.end)
    bounded_ten = amount.value == 10 and bound != "exact"  # "hơn chục"
    if (amount.lone and not bounded_ten) or span.low.denominator not in {
        1,
        2,
        5,
        10,
        20,
        25,
        50,
        100,
        1000,
    }:
        return None
    if amount.words and not amount.scaled and message.bare and span.last - span.first < 2:
        return None
    if amount.words and message.bare and message.flat_at(span.last - 1) == "tu":
        return None  # "viet nam tu do"
    if span.low == span.high == 1:
        return None  # "1 lúc", "1 chút"
    value = NumberValue(_number(span.low), _number(span.high), "", bound)
    return message.detail("number", value, span.start, span.end)


def _spoken_thousands(message: Message, amount: Amount, last: int) -> int:
    """1000 where the thousands are left unsaid: "hai trăm rưỡi tiền quỹ", else 1."""
    if amount.scaled or not 100 <= amount.value < 1000:
        return 1
    spoken = (message.flat_at(at) == "tram" for at in range(amount.first, amount.last))
    if not amount.words and not any(spoken):
        return 1
    if last < len(message.tokens):
        token = message.tokens[last]
        if token.tone == _MONEY or (message.bare and token.flat == "tien"):
            return 1000
    return 1000 if leaves_thousands_out(message, amount.first, last) else 1


def _not_meant(message: Message, amount: Amount, unit: Unit) -> bool:
    """Typed bare, "sau ngay" is "sau ngày" and "ba con" is "bà con"."""
    if not (message.bare and amount.lone):
        return False
    word = message.tokens[amount.first].flat
    return unit.name.replace(" ", "_") not in _SURE_UNITS or (word in _AMBIGUOUS and unit.time)


def _number(value: Fraction) -> float:
    """Give a whole number as it is, another rounded to six digits after the point."""
    return int(value) if value.denominator == 1 else round(float(value), 6)
