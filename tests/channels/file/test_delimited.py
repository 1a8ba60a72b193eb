"""Rows of CSV keep their lines and their neighbours, however separators and quotes stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.file import settings
from kiemtin.channels.file.inbound import inspect
from tests.channels.file.reading import bad, items, read


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_separator_is_found(sign: str) -> None:
    rows = [["mã", "nội dung", "kênh"], ["7", "a, b; c\td", "loa xã"]]
    text = "\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows)
    (item,) = items(text)
    assert (item.external_id, item.text, item.heard_via) == ("7", "a, b; c\td", "loudspeaker")
    assert inspect(text.encode(), "a").delimiter == sign


def test_the_separator_that_excel_states_is_taken() -> None:
    (item,) = items("sep=|\nnoi dung|kenh\na,b;c|fb\n")
    assert (item.text, item.heard_via) == ("a,b;c", "facebook")


def test_cells_may_hold_line_breaks_and_rows_keep_their_line_numbers() -> None:
    text = 'text,via\n"dòng 1\ndòng 2\n",zalo\nx1,zalo,thừa\n\n;;\n"a ""b"" c",zalo\nthiếu1\n,\n'
    rows = read(text)
    assert [row.line for row in rows] == [2, 5, 7, 8, 9]
    assert [item.text for item in items(text)] == ["dòng 1\ndòng 2", 'a "b" c']
    assert bad(text) == [(5, "columns"), (7, "columns"), (9, "columns")]


def test_a_quotation_mark_that_never_closes_costs_one_row() -> None:
    text = 'text,via\na1,zalo\n"b1,zalo\nc1,zalo\n"d1"x,zalo\ne1,zalo\n'
    assert [item.text for item in items(text)] == ["a1", "c1", "e1"]
    assert bad(text) == [(3, "quotes"), (5, "quotes")]


def test_a_cell_beyond_all_measure_costs_one_row() -> None:
    text = f"text,via\n{'a' * (settings.MAX_CELL + 1)},zalo\nb1,zalo\n"
    assert bad(text) == [(2, "text_too_long")]
    assert [item.text for item in items(text)] == ["b1"]


@given(
    st.lists(st.sampled_from(['a"', '"a', '""', '"', "a,b", "x", "\n", ",", '"\n"']), max_size=30)
)
def test_however_quotes_are_placed_no_line_is_passed_over(parts: list[str]) -> None:
    text = "text\n" + "".join(parts) + "\nlast1\n"
    lines = [row.line for row in read(text)]
    assert lines == sorted(set(lines))
    assert "last1" in text.splitlines()[lines[-1] - 1 :]
