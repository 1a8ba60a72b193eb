"""One text for one value: what a lenient reader would let pass is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.strict import (
    MAX_NUMBER,
    read_base64,
    read_lines,
    read_number,
    read_text,
    write_base64,
)


@given(st.binary(max_size=70))
def test_base64_comes_back(data: bytes) -> None:
    assert read_base64(write_base64(data)) == data


@given(st.text("AQgw/+=\n -_é", max_size=9))
def test_base64_is_read_from_its_one_text_only(text: str) -> None:
    try:
        data = read_base64(text)
    except ValueError:
        return
    assert write_base64(data) == text


@pytest.mark.parametrize("text", ["QQ", "QR==", "QQ==\n", " QQ==", "QQ=", "Q-__", "é"])
def test_other_base64_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_base64(text)


@given(st.integers(0, MAX_NUMBER))
def test_a_number_comes_back(number: int) -> None:
    assert read_number(str(number)) == number


@pytest.mark.parametrize(
    "text", ["", "00", "01", "+1", "-1", " 1", "1\n", "1_0", "٣", str(1 << 63)]
)
def test_other_numbers_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_number(text)


def test_every_line_ends_with_a_newline() -> None:
    assert read_lines("a\n\nb\n") == ["a", "", "b"]
    with pytest.raises(ValueError):
        read_lines("a\nb")


@pytest.mark.parametrize("data", [b"\xff", b"a\r\n", b"a\tb", b"\x00"])
def test_text_is_plain(data: bytes) -> None:
    with pytest.raises(ValueError):
        read_text(data)
