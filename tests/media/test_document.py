"""A copy is kept exactly as it came, with the type its bytes have, or refused with the reason."""

import gzip
import hashlib
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.document import (
    EVIDENCE,
    MAX_BYTES,
    MOST_BYTES,
    OF_PUBLIC,
    TEXT,
    TYPES,
    CopyRefused,
    check_copy,
)
from tests.media.inside.papers import docx, packed, parts, wacz
from tests.media.pictures import drawing, encoded

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
HTML = "<!doctype html><html><body>Đập không vỡ.<svg></svg></body></html>".encode()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", "<w/>")
    return out.getvalue()


WARC = b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00"
OGG = b"OggS\x00\x02" + bytes(30)


def reason(data: bytes, name: str = "copy", taken: frozenset[str] = EVIDENCE) -> str:
    with pytest.raises(CopyRefused) as caught:
        check_copy(data, name, taken)
    assert caught.value.vi() != caught.value.en()
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "name", "content_type"),
    [
        (PDF, "cong-van.pdf", "application/pdf"),
        (encoded(drawing(), "JPEG"), "anh.jpg", "image/jpeg"),
        (encoded(drawing(), "PNG"), "anh.png", "image/png"),
        (encoded(drawing(), "GIF"), "anh.gif", "image/gif"),
        (encoded(drawing(), "WEBP"), "anh.webp", "image/webp"),
        (HTML, "trang.html", TEXT),
        ("Bản tin lũ số 3.\n".encode(), "tin.txt", TEXT),
        ("Bản tin".encode("utf-8-sig"), "tin.txt", TEXT),
        ("Bản tin lũ số 3.\r\n".encode("utf-16"), "tin.txt", TEXT),
        ("Bản tin lũ".encode("cp1258", "ignore"), "tin.txt", TEXT),
        (PDF, "anh.jpg", "application/pdf"),
        (PDF, "", "application/pdf"),
        (docx(), "cong-van.docx", TYPES["docx"]),
        (wacz(), "trang.wacz", "application/wacz"),
        (WARC, "trang.warc", "application/warc"),
        (gzip.compress(WARC, mtime=0), "trang.warc.gz", "application/warc"),
        (MP4, "lu.mp4", "video/mp4"),
        (b"\x00\x00\x00\x18ftyp3gp4\x00\x00\x00\x00", "lu.3gp", "video/3gpp"),
        (b"\x1aE\xdf\xa3\x9fB\x82\x84webm", "lu.webm", "video/webm"),
        (b"ID3\x04" + bytes(20), "loa.mp3", "audio/mpeg"),
        (OGG, "loa.ogg", "audio/ogg"),
        (b"#!AMR\n" + bytes(20), "loa.amr", "audio/amr"),
    ],
)
def test_the_type_is_that_of_the_bytes(data: bytes, name: str, content_type: str) -> None:
    copy = check_copy(data, name)
    assert copy.content_type == content_type
    assert (copy.size, copy.sha256) == (len(data), hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.pdf", "empty"),
        (b"a" * (MAX_BYTES + 1), "a.txt", "too_big"),
        (b"MZ\x90\x00", "a.pdf", "program"),
        (b"\x7fELF", "a", "program"),
        (b"#!/bin/sh\necho", "a.txt", "program"),
        (b"echo off", "a.bat", "program"),
        (PDF, "bang-chung.pdf.exe", "program"),
        (PDF, "bang-chung.pdf.EXE. ", "program"),
        (archive(), "cong-van.docx", "archive"),
        (docx() + b"x", "a.docx", "archive"),
        (packed(parts() | {"word/vbaProject.bin": "x"}), "a.docx", "program"),
        (packed(parts() | {"word/media/a.png": bytes(9_000_000)}), "a.docx", "bomb"),
        (docx(), "a.docx.exe", "program"),
        (MP4 + archive(), "a.mp4", "archive"),
        (OGG + archive(), "a.ogg", "archive"),
        (WARC + archive(), "a.warc", "archive"),
        (gzip.compress(b"x", mtime=0), "a.gz", "archive"),
        (b"\x1f\x8b\x08", "a.svgz", "archive"),
        (PDF + archive(), "a.pdf", "archive"),
        (encoded(drawing(), "JPEG") + archive(), "a.jpg", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "office"),
        (b"{\\rtf1 }", "a.rtf", "office"),
        (b"<svg/>", "a.svg", "svg"),
        (b"<?xml version='1.0'?><!-- x --><svg/>", "a.html", "svg"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "a.heic", "unsupported_picture"),
        (b"a\x00b", "a.txt", "unknown"),
        (b"\x1b]0;a\x07", "a.txt", "unknown"),
        (b"\xff\xfea", "a.txt", "unknown"),
    ],
)
def test_what_is_no_evidence_copy_is_refused(data: bytes, name: str, code: str) -> None:
    assert reason(data, name) == code


def test_a_copy_of_exactly_the_limit_is_kept() -> None:
    assert check_copy(b"a" * MAX_BYTES, "a.txt").size == MAX_BYTES


def test_a_recording_may_be_larger_than_a_document_and_not_without_end() -> None:
    assert check_copy(OGG + bytes(MAX_BYTES), "a.ogg").kind == "ogg"
    assert reason(OGG + bytes(MOST_BYTES), "a.ogg") == "too_big"
    assert reason(PDF + bytes(MAX_BYTES), "a.pdf") == "too_big"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx(), "not_here"),
        (wacz(), "not_here"),
        (MP4, "not_here"),
        (OGG, "not_here"),
        (WARC, "not_here"),
        (b"a\x00b", "not_here"),
    ],
)
def test_of_the_public_no_recording_and_no_archive_is_taken(data: bytes, code: str) -> None:
    assert reason(data, "a", OF_PUBLIC) == code
    assert check_copy(PDF, "a.pdf", OF_PUBLIC).kind == "pdf"


def type_or_reason(data: bytes, name: str) -> str:
    try:
        return check_copy(data, name).content_type
    except CopyRefused as refused:
        return refused.code


@given(st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_under_any_name_get_a_listed_type_or_a_reason(data: bytes, name: str) -> None:
    known = {*TYPES.values(), *CopyRefused.sentences}
    assert type_or_reason(data, name) in known
