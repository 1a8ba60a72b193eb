"""A file comes in row by row: each row is a message or has its reason, none is lost or doubled."""

import contextlib
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from kiemtin.channels.file.inbound import FileRefused, Good, read_rows
from tests.channels.file.reading import CSV, NOW, TEXTS, bad, items, read


def test_a_broken_byte_costs_one_row() -> None:
    data = CSV.encode().replace("Lũ".encode(), b"L\xff", 1)
    assert bad(data) == [(3, "bytes")]
    assert [item.text for item in items(data)] == TEXTS[:1]


def test_half_a_character_in_utf_16_costs_one_row() -> None:
    text = "text\na😀1\nb1\n"
    data = text.encode("utf-16").replace("😀".encode("utf-16-le"), "😀".encode("utf-16-le")[:2])
    assert bad(data) == [(2, "bytes")]


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12) | st.sampled_from(
    ['"', '""', "\n", ",", ";", "=1", "đập", "a\nb", "\ufeff", "'"]
)


@given(st.lists(CELL, min_size=1, max_size=8), st.sampled_from([",", ";", "\t"]))
def test_every_written_row_is_accounted_for(cells: list[str], sign: str) -> None:
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells]
    text = f"id{sign}text\n" + "".join(f"n{n}{sign}{cell}\n" for n, cell in enumerate(quoted))
    rows = read(text)
    assert len(rows) == len(cells)
    for row, cell in zip(rows, cells, strict=True):
        if isinstance(row, Good):
            assert row.inbound.text == unicodedata.normalize("NFC", cell).strip()
        else:
            assert row.code == "empty"


@given(st.binary(max_size=300))
@example(b"text\n\x00")
@example(b"\x00\x00\xfe\xff")
@example(b"text\n" + b'"' * 50)
def test_any_bytes_give_rows_or_a_refusal(data: bytes) -> None:
    for raw in (data, b"text,via\n" + data, b'{"text":"a1"}\n' + data):
        with contextlib.suppress(FileRefused):
            assert all(row.line >= 1 for row in read_rows(raw, "x", now=NOW))
