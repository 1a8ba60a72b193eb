"""A file is opened by its content alone, or refused before any of it is taken."""

import codecs
import unicodedata
from typing import Literal

import pytest

from kiemtin.channels.file import settings
from kiemtin.channels.file.inbound import Good, inspect
from tests.channels.file.reading import CSV, TEXTS, items, read, refused


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
