"""No cell of an export becomes a formula, however a spreadsheet splits it; numbers stay numbers."""

import csv
import io
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.file.outbound import safe_cell, write_csv

SIGNS = "=+-@＝＋－＠"


@pytest.mark.parametrize("sign", [*SIGNS, "\t", "\r", "\n"])
def test_a_cell_that_begins_like_a_formula_is_text(sign: str) -> None:
    assert safe_cell(f"{sign}1+1") == f"'{sign}1+1"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (-5, "-5"),
        (-1.5, "-1.5"),
        (True, "True"),
        (date(2026, 11, 22), "2026-11-22"),
        ("", ""),
        ("Đập không vỡ.", "Đập không vỡ."),
        ("a - b = c @ d", "a - b = c @ d"),
        ("  =1", "  '=1"),
        ("\ufeff=1", "\ufeff'=1"),
        ("\x00=1", "'=1"),
        ("\x01=1", "\x01'=1"),
        ("a\n=1", "a\n'=1"),
        ('a;=HYPERLINK("http://example.org")', 'a;\'=HYPERLINK("http://example.org")'),
        ("a;\t -1", "a;\t '-1"),
        ('a;"=1', "a;\"'=1"),
    ],
)
def test_a_value_is_written_as_it_is_but_for_formulas(value: object, cell: str) -> None:
    assert safe_cell(value) == cell


TEXT = st.text(
    st.sampled_from([*SIGNS, *"\t\r\n;, '\"ab\x00\x0b\ufeff\u200b\u3000"]), max_size=12
) | st.text(max_size=12)


@given(TEXT)
def test_twice_is_once(text: str) -> None:
    assert safe_cell(safe_cell(text)) == safe_cell(text)


@given(TEXT)
def test_only_apostrophes_are_added(text: str) -> None:
    assert safe_cell(text).replace("'", "") == text.replace("'", "").replace("\x00", "")


@given(st.lists(st.lists(TEXT, min_size=2, max_size=2), max_size=5), st.sampled_from(",;\t"))
def test_no_spreadsheet_finds_a_formula_whatever_it_takes_for_the_separator(
    rows: list[list[str]], separator: str
) -> None:
    data = b"".join(write_csv(["a", "b"], rows)).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(data, newline=""), delimiter=separator):
        for cell in row:
            assert not re.match(rf"[\s\ufeff\u200b]*[{re.escape(SIGNS)}]", cell)
            assert separator != "," or not cell.startswith(("\t", "\r", "\n"))


def test_a_file_opens_in_excel_with_its_letters() -> None:
    pieces = list(write_csv(["nội dung", "số"], [["Lũ, về", 3], ['"a"', None]]))
    assert pieces == [
        b"\xef\xbb\xbf" + '"nội dung","số"\r\n'.encode(),
        '"Lũ, về","3"\r\n'.encode(),
        b'"""a""",""\r\n',
    ]


def test_a_long_cell_takes_no_long_time() -> None:
    # Linear work: a quadratic search through a million characters would not end.
    for filling in (" ", "\n", "\t;", "\ufeff"):
        assert len(safe_cell(filling * 1_000_000)) <= 2_000_001


def test_characters_that_cannot_be_written_do_not_stop_an_export() -> None:
    assert b"".join(write_csv(["a"], [["x\ud800"]])).endswith(b'"x?"\r\n')
