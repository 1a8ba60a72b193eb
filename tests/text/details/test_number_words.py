"""Numbers in words, in figures and mixed come to the same value."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.details import NumberValue
from kiemtin.text.details.number_words import Atom, read_number
from kiemtin.text.fold import fold
from tests.text.details.number_speech import say
from tests.text.details.reading import values

NUMBERS = st.integers(0, 999_999_999) | st.integers(0, 2_000)


def reading(words: str) -> tuple[float, int] | None:
    read = read_number([Atom(word) for word in words.split()])
    return read and (float(read[0]), read[1])


@given(NUMBERS, st.integers(0, 2**32))
def test_every_number_said_in_words_is_read_whole(number: int, seed: int) -> None:
    words = say(number, Random(seed))
    assert reading(words) == (number, len(words.split()))


@given(st.integers(1, 999_999_999) | st.integers(1, 300), st.integers(0, 2**32))
def test_words_and_figures_give_the_same_value_in_a_message(number: int, seed: int) -> None:
    words = say(number, Random(seed))
    dotted = f"{number:,}".replace(",", ".")
    expected = [NumberValue(number, number, "người")]
    assert values(f"Có {words} người phải đi sơ tán.", "number") == expected
    assert values(f"Có {number} người phải đi sơ tán.", "number") in ([], expected)
    assert values(f"Có {dotted} người phải đi sơ tán.", "number") == expected


@given(st.integers(12, 999_999), st.integers(0, 2**32))
def test_a_message_typed_without_marks_gives_it_too(number: int, seed: int) -> None:
    text = fold(f"co {say(number, Random(seed))} nguoi phai di so tan")
    assert values(text, "number") == [NumberValue(number, number, "người")]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hai lăm", 25), ("ba tư", 34), ("hai mốt", 21), ("hăm ba", 23), ("hai chục", 20),
        ("trăm rưỡi", 150), ("trăm hai", 120), ("hai trăm rưỡi", 250), ("hai trăm tư", 240),
        ("nghìn rưỡi", 1500), ("hai nghìn ba", 2300), ("một triệu hai", 1_200_000),
        ("một triệu rưỡi", 1_500_000), ("trăm nghìn", 100_000), ("chục triệu", 10_000_000),
        ("ba vạn", 30_000), ("hai tỷ tư", 2_400_000_000), ("tỷ rưỡi", 1_500_000_000),
        ("hai tám nghìn", 28_000), ("chục rưỡi", 15), ("một phẩy hai tỷ", 1_200_000_000),
        ("hai phẩy không năm", 2.05),
        ("một nghìn không trăm linh năm", 1005), ("một trăm linh một", 101),
    ],
)  # fmt: skip
def test_the_short_ways_of_speech_are_read(words: str, value: float) -> None:
    assert reading(words) == (value, len(words.split()))


@pytest.mark.parametrize(
    ("words", "value", "count"),
    [
        ("hai mươi năm", 20, 2),
        ("mười năm", 10, 1),
        ("hai ba", 2, 1),
        ("hai triệu ba triệu", 2e6, 2),
    ],
)
def test_what_is_no_part_of_the_number_is_left(words: str, value: int, count: int) -> None:
    assert reading(words) == (value, count)


@pytest.mark.parametrize("words", ["", "linh năm", "mốt", "rưỡi", "mươi", "lăm"])
def test_what_cannot_begin_a_number_is_none(words: str) -> None:
    assert reading(words) is None


@given(
    st.lists(
        st.sampled_from(
            [
                "không",
                "một",
                "hai",
                "năm",
                "lăm",
                "mười",
                "mươi",
                "trăm",
                "nghìn",
                "triệu",
                "tỷ",
                "linh",
                "rưỡi",
                "hăm",
                "chục",
                "vạn",
                "tư",
                "mốt",
                "nửa",
                "phẩy",
                "k",
                "tr",
            ]
        ),
        max_size=12,
    )
)
def test_any_words_are_read_without_harm(words: list[str]) -> None:
    read = reading(" ".join(words))
    assert read is None or (read[0] >= 0 and 0 < read[1] <= len(words))
