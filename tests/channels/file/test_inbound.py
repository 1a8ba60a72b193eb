"""A file comes in row by row: each row is a message or has its reason, none is lost or doubled."""

import codecs
import contextlib
import json
import unicodedata
from datetime import date, datetime
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiemtin.channels.file import settings
from kiemtin.channels.file.inbound import Bad, FileRefused, Good, inspect, read_rows
from kiemtin.channels.shape import VIETNAM, Inbound

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=VIETNAM)
TEXTS = ["Nghe nói đập Nậm Pung vỡ rồi, có đúng không?", "Lũ về đến xã mình chưa?"]
CSV = "nội dung,ngày,kênh\n" + "".join(f'"{text}",22/11/2026,Zalo\n' for text in TEXTS)


def read(data: bytes | str, name: str = "tin.csv") -> list[Good | Bad]:
    raw = data.encode() if isinstance(data, str) else data
    return list(read_rows(raw, name, now=NOW))


def items(data: bytes | str) -> list[Inbound]:
    return [row.inbound for row in read(data) if isinstance(row, Good)]


def bad(data: bytes | str) -> list[tuple[int, str]]:
    return [(row.line, row.code) for row in read(data) if isinstance(row, Bad)]


def refused(data: bytes | str, name: str = "tin.csv") -> FileRefused:
    with pytest.raises(FileRefused) as caught:
        read_rows(data.encode() if isinstance(data, str) else data, name)
    assert caught.value.vi() != caught.value.en()
    return caught.value


@pytest.mark.parametrize(
    ("encoding", "before"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_encoding_gives_the_same_messages(
    encoding: str, before: bytes, line_end: str, form: Literal["NFC", "NFD"]
) -> None:
    text = unicodedata.normalize(form, CSV).replace("\n", line_end)
    assert items(before + text.encode(encoding)) == items(CSV)
    assert [item.text for item in items(CSV)] == TEXTS


def test_windows_1258_is_guessed_last_and_said() -> None:
    data = unicodedata.normalize("NFD", "noi_dung\nLũ về đến xã mình chưa?\n")
    composed = "".join(_for_1258(char) for char in unicodedata.normalize("NFC", data))
    raw = composed.encode("cp1258")
    assert [item.text for item in items(raw)] == ["Lũ về đến xã mình chưa?"]
    assert inspect(raw, "a").encoding.guessed
    assert not inspect(CSV.encode(), "a").encoding.guessed


def _for_1258(char: str) -> str:
    """Windows-1258 has the vowels with their hats and the tone marks apart."""
    parts = unicodedata.normalize("NFD", char)
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
    return letter + "".join(part for part in parts if part in tones)


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


def test_all_columns_are_read_under_vietnamese_and_english_names() -> None:
    vietnamese = (
        "Mã,NỘI DUNG,Xã/Phường,Ngày nhận,Nghe qua,Ngày nghe,Cần trả lời,Liên hệ,STT\n"
        'm1,Đập vỡ?,"xã Bát Xát, Lào Cai",22/11/2026 09:30,Nghe kể,21/11/2026,có,0900 000 001,1\n'
    )
    english = (
        "id,text,place,received_at,heard_via,heard_on,wants_answer,reply_to,rank\n"
        "m1,Đập vỡ?,02683,2026-11-22T09:30,word_of_mouth,2026-11-21,yes,0900 000 001,1\n"
    )
    assert items(vietnamese) == items(english)
    assert items(english) == [
        Inbound(
            channel="file",
            external_id="m1",
            text="Đập vỡ?",
            received_at=datetime(2026, 11, 22, 9, 30, tzinfo=VIETNAM),
            place="02683",
            heard_via="word_of_mouth",
            heard_on=date(2026, 11, 21),
            wants_answer=True,
            reply_to="0900 000 001",
        )
    ]
    assert inspect(vietnamese.encode(), "a").ignored == ("STT",)


def test_a_row_without_more_than_its_text_is_a_message_of_now() -> None:
    (item,) = items("text\nĐập vỡ?\n")
    assert item == Inbound("file", item.external_id, "Đập vỡ?", NOW)


def test_jsonl_gives_the_same_messages_as_csv() -> None:
    objects = [
        {"nội dung": TEXTS[0], "ngày": "22/11/2026", "kênh": "Zalo", "khác": [1]},
        {"text": TEXTS[1], "received_at": "22/11/2026", "via": "Zalo", "id": None},
    ]
    lines = "\n\n".join(json.dumps(value, ensure_ascii=False) for value in objects)
    assert items(lines) == items(CSV)


def test_the_same_file_again_names_every_row_alike() -> None:
    later = datetime(2026, 12, 1, tzinfo=VIETNAM)
    names = [item.external_id for item in items("text\na1\nb1\na1\n")]
    again = [
        row.inbound
        for row in read_rows(b"text\r\na1\r\nb1\r\na1", "x", now=later)
        if isinstance(row, Good)
    ]
    assert [item.external_id for item in again] == names
    assert len(set(names)) == 3


def test_a_file_with_the_rows_in_another_order_names_them_alike() -> None:
    names = {item.external_id for item in items("text,id\na1,\nb1,\na1,\nc1,9\n")}
    assert {item.external_id for item in items("id,text\n9,c1\n,b1\n,a1\n,a1\n")} == names


def test_one_id_for_two_different_rows_is_refused_and_for_two_equal_ones_is_one_name() -> None:
    rows = read("id,text\n5,a1\n5,a1\n5,b1\n6,b1\n")
    assert [row.inbound.external_id for row in rows if isinstance(row, Good)] == ["5", "5", "6"]
    (refusal,) = [row for row in rows if isinstance(row, Bad)]
    assert (refusal.line, refusal.code, refusal.params["line"]) == (4, "same_id", 2)


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


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("a1,b,c,d,e,f", "columns"),
        (",,,,1", "empty"),
        ("...,,,,", "empty"),
        (f"{'a' * 10_001},,,,", "too_long"),
        ("a\x001,,,,", "nul"),
        ("a1,32/11/2026,,,", "date"),
        ("a1,30/02/2026,,,", "date"),
        ("a1,11/22/2026,,,", "date"),
        ("a1,22/11/26,,,", "date"),
        ("a1,45983,,,", "date"),
        ("a1,22/11/1926,,,", "date"),
        ("a1,2026-11-22T25:00,,,", "date"),
        ("a1,24/11/2026,,,", "future"),
        ("a1,20/11/2026,,21/11/2026,", "heard_later"),
        ("a1,,chim bồ câu,,", "heard_via"),
        ("a1,,,,có thể", "yes_no"),
    ],
)
def test_a_bad_row_has_its_reason_and_good_ones_are_kept(row: str, code: str) -> None:
    text = f"text,date,via,heard_on,wants_answer\nb1,,,,\n{row}\nc1,,,,\n"
    assert bad(text) == [(3, code)]
    assert [item.text for item in items(text)] == ["b1", "c1"]


def test_a_broken_byte_costs_one_row() -> None:
    data = CSV.encode().replace("Lũ".encode(), b"L\xff", 1)
    assert bad(data) == [(3, "bytes")]
    assert [item.text for item in items(data)] == TEXTS[:1]


def test_half_a_character_in_utf_16_costs_one_row() -> None:
    text = "text\na😀1\nb1\n"
    data = text.encode("utf-16").replace("😀".encode("utf-16-le"), "😀".encode("utf-16-le")[:2])
    assert bad(data) == [(2, "bytes")]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "json"),
        ("[1]", "json"),
        ('"a"', "json"),
        ('{"a":' * 5_000, "json"),
        ('{"text": ["a"]}', "value"),
        ('{"text": 1.5}', "value"),
        ('{"text": {"a": 1}}', "value"),
        ('{"text": "a", "nội dung": "b"}', "double_column"),
        ('{"text": "a", "text": "b"}', "double_column"),
        ('{"text": "a\\ud83d"}', "bytes"),
        ('{"text": "a\\u0000"}', "nul"),
        ('{"message_id": 1}', "empty"),
    ],
)
def test_a_bad_line_of_jsonl_has_its_reason(line: str, code: str) -> None:
    text = f'{{"text": "a1"}}\n{line}\n{{"text": "b1"}}\n'
    assert bad(text) == [(2, code)]
    assert [item.text for item in items(text)] == ["a1", "b1"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\n \r\n", "empty"),
        ("\n".encode("utf-16"), "empty"),
        (bytes(100), "empty"),
        (b"text,via\n", "only_header"),
        (b"text,via\n,\n\n", "only_header"),
        (b'[{"text": "a"}]', "json_array"),
        (b"PK\x03\x04" + bytes(50), "not_text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "not_text"),
        (b"\x89PNG\r\n\x1a\n", "not_text"),
        (b"%PDF-1.7", "not_text"),
        (b"\xff\xfea", "encoding"),
        (b"text\na\x8d\xff\xfe\x90\n", "encoding"),
        (b"name,via\na,zalo\n", "no_text_column"),
        (b"Nghe noi dap vo\nthat khong\n", "no_text_column"),
        ("text,nội dung\na,b\n".encode(), "double_column"),
        (b'"text,via\na,b\n', "broken_header"),
    ],
)
def test_a_file_without_any_usable_row_is_refused_at_once(data: bytes, code: str) -> None:
    assert refused(data).code == code


def test_a_file_of_too_many_bytes_or_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(b"a" * (settings.MAX_BYTES + 1)).code == "too_big"
    monkeypatch.setattr("kiemtin.channels.file.source.MAX_ROWS", 3)
    assert len(read("text\na1\nb1\nc1\n")) == 3
    assert len(read('text\n"a\n\n\n\n1"\nb1\nc1\n')) == 3
    assert refused("text\na1\nb1\nc1\nd1\n").code == "too_many_rows"
    assert refused('{"text":"a1"}\n' * 4).code == "too_many_rows"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("a\u202egnp.csv\x00\n", "agnp.csv"),
        ("", "?"),
        ("x" * 500, "x" * 80),
    ],
)
def test_a_file_name_is_only_shown_and_only_its_plain_part(name: str, shown: str) -> None:
    assert refused(b"", name).params["name"] == shown


def test_what_a_file_is_called_decides_nothing() -> None:
    for name in ("a.jsonl", "a.xlsx", "a.exe", ""):
        assert [row.inbound.text for row in read(CSV, name) if isinstance(row, Good)] == TEXTS


@pytest.mark.parametrize(
    ("said", "address", "wants", "kept"),
    [
        ("", "", False, None),
        ("có", "", True, None),
        ("", "a@example.org", True, "a@example.org"),
        ("yes", "a@example.org", True, "a@example.org"),
        ("không", "a@example.org", False, None),
    ],
)
def test_an_address_is_kept_only_for_an_answer(
    said: str, address: str, wants: bool, kept: str | None
) -> None:
    (item,) = items(f"text,cần trả lời,liên hệ\na1,{said},{address}\n")
    assert (item.wants_answer, item.reply_to) == (wants, kept)


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


@given(
    st.lists(st.sampled_from(['a"', '"a', '""', '"', "a,b", "x", "\n", ",", '"\n"']), max_size=30)
)
def test_however_quotes_are_placed_no_line_is_passed_over(parts: list[str]) -> None:
    text = "text\n" + "".join(parts) + "\nlast1\n"
    lines = [row.line for row in read(text)]
    assert lines == sorted(set(lines))
    assert "last1" in text.splitlines()[lines[-1] - 1 :]
