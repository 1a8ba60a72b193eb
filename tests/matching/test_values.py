import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.values import relate
from kiemtin.text.details.types import (
    Bound,
    DateValue,
    DirectionValue,
    MoneyValue,
    NumberValue,
    Part,
    QuantifierValue,
    Relation,
    RouteValue,
    TimeValue,
    Value,
)


def _number(low: float, unit: str = "hộ", bound: Bound = "exact", high: float = 0) -> NumberValue:
    return NumberValue(low, high or low, unit, bound)


def _day(day: int, relation: Relation = "on", part: Part = "", last: int = 0) -> DateValue:
    return DateValue(dt.date(2025, 9, day), dt.date(2025, 9, last or day), part, relation)


@pytest.mark.parametrize(
    ("said", "claimed", "verdict"),
    [
        (_number(12), _number(12), "agree"),
        (_number(12), _number(21), "conflict"),
        (_number(12, ""), _number(12), "agree"),
        (_number(13, ""), _number(12), "conflict"),
        (_number(12, "m"), _number(12), None),
        (_number(20, ""), _number(1, "quốc lộ"), None),
        (_number(32, "quốc lộ"), _number(37, "quốc lộ"), "conflict"),
        (_number(3, "người"), _number(3, "học sinh"), "agree"),
        (_number(4, "người"), _number(3, "học sinh"), None),
        (_number(3, "con"), _number(3, "người"), None),
        (_number(120, bound="exact"), _number(100, bound="least"), "agree"),
        (_number(400, bound="exact"), _number(100, bound="least"), "conflict"),
        (_number(95), _number(100, bound="about"), "agree"),
        (_number(80), _number(100, bound="about"), "conflict"),
        (_number(90), _number(100, bound="most"), "agree"),
        (_number(100, bound="most"), _number(100, bound="least"), "conflict"),
        (_number(22, bound="most"), _number(20, bound="most"), "conflict"),
        (_number(20, bound="most"), _number(20, bound="most"), "agree"),
        (_number(21, bound="about"), _number(20, bound="about"), "conflict"),
        (_number(3, high=4), _number(3), "conflict"),
        (MoneyValue(200_000, 200_000), MoneyValue(200_000, 200_000), "agree"),
        (MoneyValue(200_000, 200_000), MoneyValue(250_000, 250_000), "conflict"),
        (MoneyValue(20, 20, "USD"), MoneyValue(20, 20), None),
        (MoneyValue(5, 5), _number(5), None),
        (MoneyValue(30_000, 30_000), _number(30_000, ""), "agree"),
        (MoneyValue(30_000, 30_000), _number(20_000, ""), None),
        (MoneyValue(150_000, 150_000), _number(150, ""), "agree"),
        (MoneyValue(3_000, 3_000), _number(3, ""), None),
        (_number(40, "số"), _number(40, ""), "agree"),
        (_number(40, "số"), _number(14, ""), None),
        (_number(7, "ngày"), _number(1, "tháng"), "conflict"),
        (_number(24, "tháng"), _number(2, "năm"), "agree"),
        (_day(3), _day(3), "agree"),
        (_day(3), _day(4), "conflict"),
        (_day(3), _day(3, "from"), "agree"),
        (_day(3, "until"), _day(3, "from"), "conflict"),
        (_day(3), _day(1, last=30), "absent"),
        (_day(1, last=30), _day(3), "absent"),
        (_day(3), _day(1, "until", last=30), "conflict"),
        (_day(30, "until"), _day(1, "until", last=30), "agree"),
        (_day(3, part="night"), _day(3, part="evening"), "agree"),
        (_day(3, part="night"), _day(3, part="morning"), "conflict"),
        (_day(3, part="night"), _day(3), "agree"),
        (TimeValue(360), TimeValue(360), "agree"),
        (TimeValue(360), TimeValue(1080), "conflict"),
        (TimeValue(360, sure=False), TimeValue(1080), "agree"),
        (TimeValue(361), TimeValue(360), "conflict"),
        (DirectionValue("open", 1), DirectionValue("open", -1), "conflict"),
        (DirectionValue("open", -1, negated=True), DirectionValue("open", 1), "agree"),
        (DirectionValue("open", 1), DirectionValue("level", 1), None),
        (DirectionValue("harm", 1), DirectionValue("life", -1), "conflict"),
        (DirectionValue("harm", 1), DirectionValue("life", 1), None),
        (_number(32, "quốc lộ"), _number(32, "tỉnh lộ"), "agree"),
        (_number(32, "quốc lộ"), _number(37, "tỉnh lộ"), "conflict"),
        (_number(3, "căn"), _number(3, "hộ"), "agree"),
        (_number(2, "thứ"), _number(2, ""), "agree"),
        (_number(2, "thứ"), _number(3, ""), None),
        (QuantifierValue("all"), QuantifierValue("all"), "agree"),
        (QuantifierValue("all"), QuantifierValue("only"), "conflict"),
        (QuantifierValue("each"), QuantifierValue("only"), None),
    ],
)
def test_values_are_laid_beside_each_other(
    said: Value, claimed: Value, verdict: str | None
) -> None:
    assert relate(said, claimed) == verdict
    assert relate(claimed, said) == verdict


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (("15", "01"), "agree"),
        (("01", "15"), "conflict"),
        (("15", "31"), "conflict"),
        (("48", "31"), None),
    ],
)
def test_a_way_back_is_not_the_way_there(said: tuple[str, str], verdict: str | None) -> None:
    claimed = RouteValue(frozenset({"15"}), frozenset({"01"}))
    assert relate(RouteValue(frozenset({said[0]}), frozenset({said[1]})), claimed) == verdict


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_two_exact_amounts_agree_only_when_they_are_one(left: int, right: int) -> None:
    expected = "agree" if left == right else "conflict"
    assert relate(MoneyValue(left, left), MoneyValue(right, right)) == expected
    assert relate(_number(left), _number(right)) == expected
