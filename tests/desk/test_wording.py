"""The same words of the same day and place are one wording; another value is another."""

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.desk.wording import fingerprint
from kiemtin.matching.types import Query
from kiemtin.text.fold import fold

DAY = dt.date(2025, 10, 5)
SAID = "Nghe nói đập Nậm Mẫu vỡ rồi, mất 2,5 triệu phải không ạ?"
SYLLABLES = st.sampled_from(["đập", "Nậm", "Mẫu", "vỡ", "rồi", "nước", "về", "cầu", "sập", "với"])


def number(text: str = SAID, day: dt.date = DAY, place: str | None = "15") -> str:
    return fingerprint(Query(text, day, place))


@pytest.mark.parametrize(
    "same",
    [
        SAID.upper(),
        unicodedata.normalize("NFD", SAID),
        fold(SAID),
        f"  {SAID}!!! ",
        SAID.replace(",", " ,", 1).replace(" 2 ,5", " 2,5"),
        SAID.replace("rồi, ", "rồi\n\n"),
        SAID + " 🙏🙏",
    ],
    ids=["capitals", "NFD", "no marks", "blanks", "a comma", "lines", "emoji"],
)
def test_how_it_is_typed_does_not_matter(same: str) -> None:
    assert number(same) == number()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mất 2,5 triệu", "mất 25 triệu"),
        ("mất 2,5 triệu", "mất 2 5 triệu"),
        ("lúc 14:30", "lúc 1430"),
        ("ngày 9/9", "ngày 99"),
        ("lạnh -5 độ", "lạnh 5 độ"),
        ("giảm 50%", "giảm 50"),
        ("nước > 5 m", "nước < 5 m"),
        ("đập vỡ", "đập không vỡ"),
    ],
)
def test_what_carries_a_value_matters(one: str, other: str) -> None:
    assert number(one) != number(other)


def test_another_place_is_another_wording() -> None:
    assert len({number(place=place) for place in ("15", "14", None, "02683")}) == 4


@pytest.mark.parametrize(
    "text",
    ["tối nay đập vỡ", "toi nay dap vo", "mai cắt nước", "thứ hai tuần sau nghỉ học"],
)
def test_words_that_mean_a_day_are_of_their_day(text: str) -> None:
    assert number(text) == number(text)
    assert number(text) != number(text, DAY + dt.timedelta(days=8))


def test_words_that_mean_no_day_are_the_same_on_every_day() -> None:
    assert number() == number(day=DAY + dt.timedelta(days=400))
    dated = "đập vỡ tối 9/9/2024"
    assert number(dated) == number(dated, DAY + dt.timedelta(days=400))


@given(st.lists(SYLLABLES, min_size=1, max_size=8), st.lists(SYLLABLES, min_size=1, max_size=8))
def test_only_the_same_words_in_the_same_order_are_one_wording(
    one: list[str], other: list[str]
) -> None:
    same = [fold(word) for word in one] == [fold(word) for word in other]
    assert (number(" ".join(one)) == number(" ".join(other))) == same


@given(st.text(min_size=1, max_size=200))
def test_any_text_has_a_fingerprint_that_shows_nothing_of_it(text: str) -> None:
    found = number(text)
    assert len(found) == 64
    assert set(found) <= set("0123456789abcdef")
