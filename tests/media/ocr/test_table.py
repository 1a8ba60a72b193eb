"""A word of Tesseract's table is taken as it stands; what does not fit is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.ocr.table import Word, read_word


def row(text: str, sure: float = 95) -> str:
    return f"5\t1\t2\t3\t4\t1\t10\t20\t100\t30\t{sure}\t{text}"


def test_a_word_has_its_line_its_box_and_its_confidence() -> None:
    assert read_word(row("nước"), 2.0, 300, 300) == Word((2, 3, 4), (5, 10, 55, 25), 95, "nước")


@pytest.mark.parametrize("text", ["", "\x07", "  "])
def test_nothing_to_see_is_no_word(text: str) -> None:
    assert read_word(row(text), 1, 300, 300) is None


@pytest.mark.parametrize("sure", [-1, 101, float("nan")])
def test_a_confidence_that_is_none_is_refused(sure: float) -> None:
    assert read_word(row("nước", sure), 1, 300, 300) is None


@given(st.text(alphabet="5\t-.anx0123", max_size=80))
def test_any_row_is_read(text: str) -> None:
    word = read_word(text, 1, 300, 300)
    assert word is None or 0 <= word.box[0] < word.box[2] <= 301
