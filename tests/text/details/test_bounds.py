"""How firmly a number is meant stands right beside it."""

import pytest

from kiemtin.text.details.amounts import amounts
from kiemtin.text.details.bounds import bound_of
from kiemtin.text.details.message import Message
from kiemtin.text.details.types import Bound
from tests.text.details.reading import TODAY


def bound(text: str) -> Bound:
    message = Message(text, TODAY)
    (amount,) = amounts(message)
    return bound_of(message, amount.first, amount.last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("có 20 hộ", "exact"),
        ("hơn 20 hộ", "least"),
        ("không dưới 20 hộ", "least"),
        ("dưới 20 hộ", "most"),
        ("không quá 20 hộ", "most"),
        ("chưa đến 20 hộ", "most"),
        ("khoảng 20 hộ", "about"),
        ("trên dưới 20 hộ", "about"),
        ("những 20 hộ", "exact"),
        ("hon 20 ho", "least"),
    ],
)
def test_the_words_before_bind_the_number(text: str, expected: Bound) -> None:
    assert bound(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cần 20 trở lên", "least"),
        ("cần 20 trở xuống", "most"),
        ("cần 20 gì đó", "about"),
        ("khoảng 20 thôi", "about"),
    ],
)
def test_the_words_after_bind_it_too(text: str, expected: Bound) -> None:
    assert bound(text) == expected


def test_a_word_beyond_a_comma_binds_nothing() -> None:
    assert bound("nước lên hơn, 20 hộ ngập") == "exact"


def test_typed_bare_a_word_that_is_much_else_binds_nothing() -> None:
    assert bound("tren 20 ho dan ngap") == "exact"
