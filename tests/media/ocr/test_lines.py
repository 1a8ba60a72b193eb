"""Of Tesseract's table, what is text is kept in order; what does not fit is dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.ocr.lines import Line, merged, read_table, text_of


def row(text: str, top: int, *, left: int = 10, sure: float = 95, block: int = 1) -> str:
    return f"5\t1\t{block}\t1\t{top}\t1\t{left}\t{top}\t100\t20\t{sure}\t{text}"


def test_lines_that_stand_close_are_a_paragraph() -> None:
    lines = read_table("\n".join([row("Nước", 10), row("dâng", 38), row("Hết", 200)]), 1, 300, 300)
    assert text_of(lines) == "Nước dâng\nHết"


def test_paragraphs_stand_from_top_to_bottom() -> None:
    table = "\n".join([row("dưới", 200, block=1), row("trên", 10, block=2)])
    assert text_of(read_table(table, 1, 300, 300)) == "trên\ndưới"


def test_unsure_lines_and_lone_signs_are_dropped() -> None:
    table = "\n".join([row("mờ", 10, sure=20), row("©", 50, sure=60), row("rõ", 90)])
    assert text_of(read_table(table, 1, 300, 300)) == "rõ"


def test_boxes_are_pixels_of_the_picture_given() -> None:
    assert read_table(row("chữ", 100), 2.0, 300, 300)[0].box == (5, 50, 55, 60)


def test_letters_come_as_nfc() -> None:
    assert text_of(read_table(row("nước", 10), 1, 300, 300)) == "nước"


@given(st.text(alphabet="5\t-.\nanx0123", max_size=300))
def test_any_table_is_read(table: str) -> None:
    for line in read_table(table, 1, 300, 300):
        assert 0 <= line.box[0] < line.box[2] <= 301


def test_of_two_readings_of_a_place_the_surer_stays() -> None:
    first = [Line("xx yy", (0, 0, 100, 20), 56, 0), Line("giữ", (0, 80, 100, 100), 90, 1)]
    both = merged(first, [Line("chữ trên ảnh", (0, 0, 110, 22), 93, 0)])
    assert text_of(both) == "chữ trên ảnh\ngiữ"


@pytest.mark.parametrize(
    ("read", "meant"),
    [("25O", "250"), ("O9OO", "0900"), ("OOO", "000"), ("7O.", "70."), ("O2", "O2"), ("oo", "oo")],
)
def test_noughts_of_a_number_are_no_letters(read: str, meant: str) -> None:
    assert text_of(read_table(row(read, 10), 1, 300, 300)) == meant


def test_doubted_last_words_of_a_sure_paragraph_stay() -> None:
    table = "\n".join(
        [row("chôn 773 con", 10), row("heo^2", 38, sure=44), row("rác", 200, sure=44)]
    )
    assert text_of(read_table(table, 1, 300, 300)) == "chôn 773 con heo^2"
