"""A half with a bound is a share; of a measure it is a number."""

import pytest

from kiemtin.text.details import NumberValue
from kiemtin.text.details.types import Bound
from tests.text.details.reading import values


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("hơn nửa thôn", "least"),
        ("quá nửa số hộ", "least"),
        ("hơn một nửa số hộ", "least"),
        ("chưa được nửa", "most"),
        ("chưa đến một nửa", "most"),
        ("gần nửa xã", "about"),
        ("hon mot nua so ho", "least"),
    ],
)
def test_a_half_with_a_bound(text: str, bound: Bound) -> None:
    assert values(text, "number") == [NumberValue(50, 50, "%", bound)]
    assert values(text, "quantifier") == []


@pytest.mark.parametrize(
    ("text", "part", "bound"),
    [
        ("hai phần ba số hộ", 0.666667, "exact"),
        ("hai phan ba so ho", 0.666667, "exact"),
        ("hơn một phần tư số hộ", 0.25, "least"),
        ("hơn 1/4 số hộ", 0.25, "least"),
    ],
)
def test_a_share(text: str, part: float, bound: Bound) -> None:
    assert values(text, "number") == [NumberValue(part, part, "phần", bound)]
    assert values(text, "quantifier") == []


@pytest.mark.parametrize("text", ["một nửa số hộ", "hon nua con mua to", "hơn nữa còn mưa"])
def test_other_halves(text: str) -> None:
    assert values(text, "number") == []


def test_half_an_hour_is_a_measure() -> None:
    assert values("hơn nửa tiếng", "number") == [NumberValue(0.5, 0.5, "giờ", "least")]
