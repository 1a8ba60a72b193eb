"""A cell of a CSV file never begins a formula, and no word of it is lost."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.csv_cells import SIGNS, TEXT, cell, lines


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+84",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        " =1",
        "|x",
    ],
)
def test_what_would_begin_a_formula_is_marked_as_text(text: str) -> None:
    assert cell(text) == TEXT + text


@pytest.mark.parametrize("text", ["", "Đập vỡ", "a=b", "15", "'=1", "{}"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert cell(text) == text


def test_numbers_stay_numbers_and_nothing_is_empty() -> None:
    assert [cell(-2), cell(0.5), cell(None)] == ["-2", "0.5", ""]


@given(st.text())
def test_no_cell_begins_with_a_sign_and_none_loses_a_letter(text: str) -> None:
    made = cell(text)
    assert not made.lstrip().startswith(tuple(SIGNS))
    assert made in (text, TEXT + text)


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")))))
def test_records_read_back_as_they_were_written(rows: list[list[str]]) -> None:
    written = StringIO("".join(lines(rows)), newline="")
    assert list(csv.reader(written)) == [[cell(one) for one in row] for row in rows]
