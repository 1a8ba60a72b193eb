"""A kind is told from the bytes alone, for any bytes, and SVG is found however it is dressed."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.magic import hides_archive, kind_of


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"GIF89a", "gif"),
        (b"GIF87a", "gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8X", "webp"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "heic"),
        (b"\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1heic", "heic"),
        (b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00mif1miaf", "avif"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isom", "mp4"),
        (b"\x00\x00\x00\x18ftypM4A \x00\x00\x00\x00", "m4a"),
        (b"\x00\x00\x00\x18ftypqt  \x00\x00\x00\x00", "mov"),
        (b"\x00\x00\x00\x18ftyp3gp5\x00\x00\x00\x00", "3gp"),
        (b"\x00\x00\x00\x18ftypcrx \x00\x00\x00\x00", "unknown"),
        (b"\x1aE\xdf\xa3\x9fB\x82\x84webm", "webm"),
        (b"\x1aE\xdf\xa3\x9fB\x82\x88matroska", "mkv"),
        (b"ID3\x04", "mp3"),
        (b"\xff\xfb\x90\x44", "mp3"),
        (b"\xff\xf3\x44\xc4", "mp3"),
        (b"\xff\xfb\xfc\x44", "unknown"),
        (b"\xff\xf1\x50\x80", "aac"),
        (b"OggS\x00\x02", "ogg"),
        (b"fLaC\x00", "flac"),
        (b"#!AMR\n", "amr"),
        (b"#!AMR-WB\n", "amr"),
        (b"WARC/1.0\r\n", "warc"),
        (b"RIFF\x00\x00\x00\x00AVI ", "unknown"),
        (b"%PDF-1.7", "pdf"),
        (b"MZ\x90\x00", "program"),
        (b"\x7fELF\x02", "program"),
        (b"#!/bin/sh\n", "program"),
        (b"PK\x03\x04", "archive"),
        (b"\x1f\x8b\x08", "archive"),
        (b"x" * 257 + b"ustar\x0000", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
        (b"RIFF\x00\x00\x00\x00WAVE", "wav"),
        (b" \x89PNG\r\n\x1a\n", "unknown"),
        (b"", "unknown"),
        ("Đập không vỡ.".encode(), "unknown"),
    ],
)
def test_a_kind_is_known_by_its_first_bytes(start: bytes, kind: str) -> None:
    assert kind_of(start) == kind
    assert kind_of(start + bytes(300)) == kind


SPACES = st.sampled_from(["", " ", "\n\n", "\t"])
BEFORE = st.lists(
    st.sampled_from(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            "<!-- <html> -->",
            '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://example.org/svg11.dtd">',
            '<!DOCTYPE svg [ <!ENTITY a "b"> ]>',
            "\n",
        ]
    ),
    max_size=5,
)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])


@given(BEFORE, SPACES, st.sampled_from(["<svg>", "<SVG ", "<svg:svg\n", "<svg/>"]), ENCODINGS)
def test_svg_is_found_behind_any_prolog(
    before: list[str], space: str, root: str, encoding: str
) -> None:
    text = space.join([*before, root])
    if encoding.startswith("utf-16-"):
        text = text.lstrip()
    assert kind_of(text.encode(encoding)) == "svg"


@pytest.mark.parametrize(
    "text",
    [
        "<html><svg></svg></html>",
        "<svgx>",
        "chữ <svg>",
        "<!-- <svg>",
        "<!DOCTYPE svg",
        "<?xml <svg",
    ],
)
def test_what_only_mentions_svg_is_not_svg(text: str) -> None:
    assert kind_of(text.encode()) == "unknown"


@given(st.binary(max_size=400))
def test_any_bytes_have_a_kind(data: bytes) -> None:
    assert isinstance(kind_of(data), str)
    assert isinstance(hides_archive(data), bool)


def test_a_long_prolog_takes_no_long_time() -> None:
    # Linear work: a quadratic scan of these five million characters would not end.
    assert kind_of(b"<!-- -->" * 600_000 + b"<svg>") == "svg"
    assert kind_of(b"<!doctype " * 500_000) == "unknown"


def test_an_archive_of_several_disks_is_found_too() -> None:
    # APPNOTE 4.3.14 to 4.3.16: the two ends of a ZIP64 file, which says that it has three disks.
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 0, 0, 0, 0)
    place = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 3)
    assert hides_archive(b"%PDF-1.7\n" + end64 + place + b"PK\x05\x06" + bytes(18))


def test_an_archive_behind_another_file_is_found() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    assert hides_archive(b"%PDF-1.7\n" + out.getvalue())
    assert not hides_archive(b"%PDF-1.7\n%%EOF\n")
