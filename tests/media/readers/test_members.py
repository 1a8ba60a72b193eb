"""An archive is sound or refused: nothing before, between, behind or above its members."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers import members, wrapped
from tests.media.inside.papers import docx, packed, parts, wacz

SOUND = docx()


def kind(data: bytes) -> str:
    """The kind, or by which word it is refused."""
    try:
        said = wrapped.read(data, {})[0]["kind"]
    except Refused as refused:
        return refused.code
    return str(said)


def member(name: str, data: bytes = b"x") -> bytes:
    return packed(parts() | {name: data})


def twice() -> bytes:
    out = io.BytesIO(SOUND)
    with zipfile.ZipFile(out, "a") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr("word/document.xml", "<a/>")
    return out.getvalue()


def renamed() -> bytes:
    """Its first header says another name than its directory."""
    return SOUND.replace(b"word/document.xml", b"word/Document.xml", 1)


def overlapping() -> bytes:
    """The second entry of the directory names the place of the first member."""
    entry = SOUND.rindex(b"PK\x01\x02")
    return SOUND[: entry + 42] + struct.pack("<I", 0) + SOUND[entry + 46 :]


def locked() -> bytes:
    data = bytearray(SOUND)
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (SOUND, "docx"),
        (wacz(), "wacz"),
        (packed({"a.txt": "x"}), ""),
        (packed({"xl/workbook.xml": "<a/>", "[Content_Types].xml": "<Types/>"}), ""),
        (packed({}), ""),
        (b"PK\x03\x04", "broken"),
        (SOUND + b"x", "broken"),
        (b"PK\x03\x04" + b"before" + SOUND, "broken"),
        (twice(), "broken"),
        (renamed(), "broken"),
        (overlapping(), "bomb"),
        (locked(), "password"),
        (member("word/vbaProject.bin"), "program"),
        (member("word/a.exe"), "program"),
        (member("word/media/image1.png", b"MZ\x90\x00"), "program"),
        (member("../a.txt"), "broken"),
        (member("/etc/a"), "broken"),
        (member("C:/a"), "broken"),
        (member("WORD/DOCUMENT.XML"), "broken"),
        (member("word/media/a.png", bytes(9_000_000)), "bomb"),
        (packed({f"{at}.txt": "" for at in range(5001)}), "bomb"),
        (packed(parts() | {"[Content_Types].xml": "<!DOCTYPE a><Types/>"}), "broken"),
        (b"\x1f\x8b\x08" + bytes(40), ""),
    ],
)
def test_an_archive_is_what_its_members_are(data: bytes, said: str) -> None:
    assert kind(data) == said


def test_members_that_are_too_much_together_are_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "MAX_UNPACKED", 3_000)
    many = {f"word/media/{at}.txt": f"{at}" * 1_000 for at in range(3)}
    assert kind(packed(parts() | many)) == "bomb"


@given(st.integers(0, len(SOUND) - 1), st.binary(min_size=1, max_size=6))
def test_a_damaged_archive_is_a_kind_or_a_refusal(at: int, piece: bytes) -> None:
    assert kind(SOUND[:at] + piece + SOUND[at + len(piece) :]) in {
        *("docx", "wacz", "warc", "", "broken", "bomb", "password", "program"),
    }
