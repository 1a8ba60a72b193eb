"""Numbers and texts in bytes: they come back, and are written in one way only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.compact import MAX_NUMBER, Reader, as_shown, write_number, write_text
from kiemtin.record.statement_refusal import StatementRefused

shown = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40)


def code(data: bytes, what: str) -> str:
    with pytest.raises(StatementRefused) as caught:
        getattr(Reader(data), what)()
    return caught.value.code


@given(st.integers(0, MAX_NUMBER))
def test_a_number_comes_back(value: int) -> None:
    reader = Reader(write_number(value))
    assert reader.number() == value
    reader.end()


@given(st.binary(max_size=9))
def test_no_two_spellings_of_a_number_are_read(data: bytes) -> None:
    reader = Reader(data)
    try:
        value = reader.number()
    except StatementRefused:
        return
    assert write_number(value) == data[: reader.at]


@pytest.mark.parametrize("data", [b"\x80\x00", b"\xff" * 7, b"\xff" * 8, b"\x81\x80\x00"])
def test_a_padded_or_endless_number_is_refused(data: bytes) -> None:
    assert code(data, "number") == "number"


@pytest.mark.parametrize("value", [-1, MAX_NUMBER + 1])
def test_a_number_out_of_range_is_not_written(value: int) -> None:
    with pytest.raises(StatementRefused):
        write_number(value)


@given(shown)
def test_a_text_comes_back(text: str) -> None:
    assert Reader(write_text(text)).text() == text


HIDDEN = ["\x00", "a\nb", "a\x7f", "\u202eẫM", "a\u200bb", "a\u2028b", "\ufeffa", "", "   ", "\xa0"]


@pytest.mark.parametrize("text", HIDDEN)
def test_what_no_reader_would_see_is_neither_written_nor_read(text: str) -> None:
    with pytest.raises(StatementRefused):
        write_text(text)
    data = text.encode()
    assert code(bytes([len(data)]) + data, "text") == "text"


@pytest.mark.parametrize("data", [b"\x01\xff", b"\x02\xc0\x80", b"\x03\xed\xa0\x80"])
def test_bytes_that_are_no_utf8_are_refused(data: bytes) -> None:
    assert code(data, "text") == "text"


def test_a_text_longer_than_the_bytes_is_refused() -> None:
    assert code(b"\x05abc", "text") == "length"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_can_be_made_fit_to_show(text: str) -> None:
    made = as_shown(text)
    if made:
        assert Reader(write_text(made)).text() == made


def test_lines_become_one_and_marks_are_joined() -> None:
    assert as_shown(" Đập\r\nvỡ\u202e\u0000 ha\u0309i  ") == "Đập vỡ hải"
