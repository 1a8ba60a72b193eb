"""Whether two values of one kind say the same, differ, or are not about the same thing.

Written alike is not asked for: "2,5 triệu" and "hai triệu rưỡi" arrive as one value. Where two
values cannot be laid beside each other (metres and people), nothing is said about them.
"""

from collections.abc import Callable
from typing import Any

from kiemtin.matching.types import Verdict
from kiemtin.text.details.types import (
    DateValue,
    DirectionValue,
    MoneyValue,
    NumberValue,
    QuantifierValue,
    RouteValue,
    TimeValue,
    Value,
)

_ABOUT = 0.1
_OPEN_END = 1.5
_PEOPLE = {"người", "ca", "trẻ em", "học sinh", "công nhân"}
"""Units that may count the same heads; different numbers of them need not differ."""
_LABELS = {
    "số",
    "cấp",
    "quốc lộ",
    "tỉnh lộ",
    "khối lớp",
    "tầng",
    "báo động",
    "km số",
    "điều",
    "thứ",
}
"""Units that say which one, not how many; a bare number is never compared with them."""
_ROADS = {"quốc lộ", "tỉnh lộ"}
"""Mixed up in talk; the number tells which road."""
_CLASSIFIERS = {"cái", "chiếc", "căn", "ngôi"}
"""Words that count whatever comes next."""
_SPANS = {"giờ", "giây", "ngày", "đêm", "buổi", "tháng", "năm"}
"""Units of how long, which never stand in for what is counted."""
_DAYS = {"ngày": 1, "tháng": 30, "năm": 365}
_ROUNDED = 0.05
"""How far a duration may be off in another unit: 24 months are 720 days, two years 730."""
_THOUSAND = 1000
_HALF_A_DAY = 12 * 60
_OPPOSITE_BOUNDS = {"least", "most"}
_OPPOSITE_RELATIONS = (
    {"from", "until"}, {"before", "after"}, {"from", "before"}, {"until", "after"}
)  # fmt: skip
_PARTS = {"dawn": 0, "morning": 0, "noon": 1, "afternoon": 2, "evening": 3, "night": 3}
_NARROWER = {"half", "only", "none"}


def relate(said: Value, claimed: Value) -> Verdict | None:
    """Return agree, conflict, absent (compatible but less exact), or None (not comparable)."""
    if {type(said), type(claimed)} == {NumberValue, MoneyValue}:
        return _bare_sum(said, claimed)
    relation = _RELATIONS.get(type(said))
    return relation(said, claimed) if relation and type(said) is type(claimed) else None


def _numbers(said: NumberValue, claimed: NumberValue) -> Verdict | None:
    units = {said.unit, claimed.unit}
    apart = units & (_LABELS | _SPANS)
    if said.unit == claimed.unit or ("" in units and not apart):
        return _amounts(said, claimed)
    if units <= _ROADS:
        return _amounts(said, claimed)
    if units <= _DAYS.keys():
        return _durations(said, claimed)
    if "" in units:  # "buýt 40" may be bus number 40, "24 và 25/9" are days
        return "agree" if (said.low, said.high) == (claimed.low, claimed.high) else None
    people = units <= _PEOPLE or bool(units & _CLASSIFIERS and not apart)
    return "agree" if people and _amounts(said, claimed) == "agree" else None


def _durations(said: NumberValue, claimed: NumberValue) -> Verdict:
    """Compare weeks with months: 30 days are a month, a week is not."""
    days, others = (one.low * _DAYS[one.unit] for one in (said, claimed))
    return "agree" if abs(days - others) <= _ROUNDED * others else "conflict"


def counts_another_thing(said: Value, claimed: Value) -> bool:
    """Tell whether two numbers are the same amount of different things: 3 cows, not 3 people."""
    if not (isinstance(said, NumberValue) and isinstance(claimed, NumberValue)):
        return False
    units = {said.unit, claimed.unit}
    loose = units & (_SPANS | _CLASSIFIERS | {""}) or units <= _PEOPLE or units <= _ROADS
    other = len(units) == 2 and not loose
    return other and (said.low, said.high) == (claimed.low, claimed.high) and said.low > 1


def _money(said: MoneyValue, claimed: MoneyValue) -> Verdict | None:
    return _amounts(said, claimed) if said.currency == claimed.currency else None


def _bare_sum(said: Any, claimed: Any) -> Verdict | None:
    """A number without unit may be a sum of money: it agrees with one, but contradicts none.

    The thousands are often left unsaid: "một trăm rưỡi" is 150,000.
    """
    number, money = (said, claimed) if isinstance(said, NumberValue) else (claimed, said)
    small = 10 <= number.low < _THOUSAND
    same = any(
        (number.low * scale, number.high * scale) == (money.low, money.high)
        for scale in ((1, _THOUSAND) if small else (1,))
    )
    return "agree" if same and not number.unit else None


def _amounts(said: NumberValue | MoneyValue, claimed: NumberValue | MoneyValue) -> Verdict:
    if {said.bound, claimed.bound} == _OPPOSITE_BOUNDS:
        return "conflict"
    if (said.low, said.high) == (claimed.low, claimed.high):
        return "agree"
    near = _within(said, claimed) or _within(claimed, said)
    return "agree" if near else "conflict"


def _within(loose: NumberValue | MoneyValue, value: NumberValue | MoneyValue) -> bool:
    """Tell whether an amount that is not exact covers an exact one: "hơn 100" 120."""
    if value.bound != "exact":
        return False
    if loose.bound == "about":
        low, high = loose.low * (1 - _ABOUT), loose.high * (1 + _ABOUT)
    elif loose.bound == "least":
        low, high = loose.low, loose.low * _OPEN_END
    elif loose.bound == "most":
        low, high = loose.high / _OPEN_END, loose.high
    else:
        return False
    return low <= value.low and value.high <= high


def _dates(said: DateValue, claimed: DateValue) -> Verdict:
    if {said.relation, claimed.relation} in _OPPOSITE_RELATIONS:
        return "conflict"
    if said.part and claimed.part and _PARTS[said.part] != _PARTS[claimed.part]:
        return "conflict"
    if (said.first, said.last) == (claimed.first, claimed.last):
        return "agree"
    if "until" in {said.relation, claimed.relation}:
        return "agree" if said.last == claimed.last else "conflict"
    inside = said.first <= claimed.first and claimed.last <= said.last
    around = claimed.first <= said.first and said.last <= claimed.last
    return "absent" if inside or around else "conflict"


def _times(said: TimeValue, claimed: TimeValue) -> Verdict:
    apart = abs(said.minutes - claimed.minutes)
    same = apart == 0 or (apart == _HALF_A_DAY and not (said.sure and claimed.sure))
    return "agree" if same else "conflict"


def _directions(said: DirectionValue, claimed: DirectionValue) -> Verdict | None:
    if {said.axis, claimed.axis} == {"life", "harm"}:
        lost = [one for one in (said, claimed) if one.axis == "life" and one.said < 0]
        return "conflict" if lost else None
    if said.axis != claimed.axis:
        return None
    return "agree" if said.said == claimed.said else "conflict"


def _routes(said: RouteValue, claimed: RouteValue) -> Verdict | None:
    if said.origin & claimed.origin and said.destination & claimed.destination:
        return "agree"
    if said.origin & claimed.destination and said.destination & claimed.origin:
        return "conflict"
    shares_an_end = said.origin & claimed.origin or said.destination & claimed.destination
    return "conflict" if shares_an_end else None


def _shares(said: QuantifierValue, claimed: QuantifierValue) -> Verdict | None:
    if said.share == claimed.share:
        return "agree"
    if "all" in {said.share, claimed.share} and {said.share, claimed.share} & _NARROWER:
        return "conflict"
    return None


_RELATIONS: dict[type, Callable[[Any, Any], Verdict | None]] = {
    NumberValue: _numbers,
    MoneyValue: _money,
    DateValue: _dates,
    TimeValue: _times,
    DirectionValue: _directions,
    RouteValue: _routes,
    QuantifierValue: _shares,
}
