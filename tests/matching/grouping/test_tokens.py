"""Messages are cut alike however they are written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.grouping.tokens import (
    CAPITAL,
    DATE,
    HOUR,
    MAX_TOKENS,
    NUMBER,
    hash_of,
    tokenise,
)


def cut(text: str) -> list[int]:
    found: list[int] = tokenise([text]).hashes.tolist()
    return found


def flags(text: str) -> list[int]:
    found: list[int] = tokenise([text]).flags.tolist()
    return found


def test_syllables_are_folded() -> None:
    assert cut("Đập THUỶ điện") == [hash_of(word) for word in ("dap", "thuy", "dien")]


@given(st.text(max_size=60))
def test_case_and_composition_make_no_difference(text: str) -> None:
    composed, taken_apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    vietnamese = all(ord(char) < 0x250 for char in text)
    if vietnamese:
        assert cut(composed) == cut(taken_apart)


@pytest.mark.parametrize(
    "written", ["2.000.000 đ", "2,000,000đ", "2 triệu đ", "2tr đ", "2000000 đ"]
)
def test_a_number_is_its_value(written: str) -> None:
    assert cut(written) == [2_000_000, hash_of("d")]


@pytest.mark.parametrize("written", ["ngày 5/9", "ngày 05/09", "ngày 5-9", "ngày 5 tháng 9"])
def test_a_date_is_known_in_each_form(written: str) -> None:
    one = tokenise([written])
    dates = [value for value, flag in zip(one.hashes, one.flags, strict=True) if flag & DATE]
    assert dates == [5, 9]


@pytest.mark.parametrize("written", ["9h30", "9:30"])
def test_an_hour_is_known_in_each_form(written: str) -> None:
    numbers = [flag for flag in flags(written) if flag & NUMBER]
    assert [flag & HOUR for flag in numbers] == [HOUR, HOUR]


def test_a_capital_at_the_beginning_of_a_sentence_says_nothing() -> None:
    assert [flag & CAPITAL for flag in flags("Tin ở Nậm Sỏi. Báo ngay")] == [0, 0, 2, 2, 0, 0]


def test_invisible_characters_do_not_cut_words() -> None:
    assert cut("vỡ\u200b đ\u00adập") == cut("vỡ đập")


@pytest.mark.parametrize("text", ["", "😱!!!", " \n\t"])
def test_a_message_may_say_nothing(text: str) -> None:
    assert cut(text) == []


def test_of_a_letter_only_the_beginning_is_read() -> None:
    assert len(cut("đập vỡ " * 10_000)) == MAX_TOKENS


def test_a_lone_surrogate_is_no_word() -> None:
    assert cut("vỡ \ud800") == cut("vỡ")
