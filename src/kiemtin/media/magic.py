"""What kind of file some bytes are, from the bytes alone; what they are called counts for nothing.

Reading is linear in the size of the data and never decodes, so that any bytes may be asked about.
"""

import re
from io import BytesIO
from pathlib import PurePath
from typing import Literal
from zipfile import BadZipFile, is_zipfile

Kind = Literal[
    "jpeg", "png", "gif", "webp", "heic", "avif", "svg", "pdf", "program", "archive", "office",
    "mp3", "aac", "m4a", "ogg", "wav", "amr", "flac", "mp4", "mov", "3gp", "webm", "mkv", "warc",
    "unknown",
]  # fmt: skip

_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"%PDF-", "pdf"),
    (b"#!AMR", "amr"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
    (b"ID3", "mp3"),
    (b"WARC/1.", "warc"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"#!", "program"),
    (b"\xfe\xed\xfa", "program"),
    (b"\xce\xfa\xed\xfe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"dex\n", "program"),
    (b"\x00asm", "program"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "program"),
    (b"PK\x03\x04", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"PK\x07\x08", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"MSCF", "archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "office"),
)
"""First bytes, as listed by each format's own specification or by the `file` utility."""

RUNNABLE = {
    *(".apk", ".app", ".bat", ".cmd", ".com", ".cpl", ".desktop", ".dll", ".exe", ".hta", ".jar"),
    *(".js", ".jse", ".lnk", ".mjs", ".msi", ".pif", ".ps1", ".py", ".reg", ".scr", ".sh", ".url"),
    *(".vbe", ".vbs", ".wsf"),
}
"""Endings that a desktop runs on a double click, whatever is inside (Windows, Linux, Android)."""

_RIFF: dict[bytes, Kind] = {b"WEBP": "webp", b"WAVE": "wav"}

# ISO base media brands (MP4 Registration Authority); anything else with `ftyp` is a video.
_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
_AVIF = {b"avif", b"avis"}
_RAW_PICTURE = b"crx "
_PROLOG = re.compile(r"\s+|<\?[^>]*>|<!doctype[^>\[]*(?:\[[^\]]*\])?\s*>", re.IGNORECASE)
_SVG = re.compile(r"<(?:[\w.-]{1,40}:)?svg[\s/>]", re.IGNORECASE)

# C0 controls that no text has; tab, line feeds, form feed and return are none of them.
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_BINARY_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffd]")


def kind_of(data: bytes) -> Kind:
    """Return the kind of `data`; "unknown" when no signature fits (text is unknown too)."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data[257:262] == b"ustar":
        return "archive"
    return _container(data) or ("svg" if _is_svg(data) else "unknown")


def _container(data: bytes) -> Kind | None:
    """What holds pictures or recordings of several codings, or frames without a container."""
    if data[:4] == b"RIFF":
        return _RIFF.get(data[8:12], "unknown")
    if data[4:8] == b"ftyp":
        return _iso_media(data)
    if data[:4] == b"\x1aE\xdf\xa3":
        return _matroska(data)
    return _frames(data) if data[:1] == b"\xff" else None


def hides_archive(data: bytes) -> bool:
    """Tell whether a ZIP archive ends the file, whatever the file begins with."""
    try:
        return is_zipfile(BytesIO(data))
    except BadZipFile:
        # An archive of several disks: zipfile asks nobody whether it may complain.
        return True


def is_runnable(name: str) -> bool:
    """Tell whether a file of this name is run when it is opened."""
    # Windows drops trailing dots and spaces of a name before it looks at the ending.
    return PurePath(name.strip(" .").lower()).suffix in RUNNABLE


def is_text(data: bytes) -> bool:
    """Tell whether the bytes are text in some encoding: UTF-16 with its mark, or no controls."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _BINARY_TEXT.search(data.decode("utf-16", "replace")) is None
    return _BINARY.search(data) is None


def _iso_media(data: bytes) -> Kind:
    length = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[8:12], *(data[start : start + 4] for start in range(16, length, 4))}
    if brands & _AVIF:
        return "avif"
    if brands & _HEIC:
        return "heic"
    return "unknown" if data[8:12] == _RAW_PICTURE else _recording(data[8:12])


def _recording(brand: bytes) -> Kind:
    if brand in {b"M4A ", b"M4B ", b"F4A "}:
        return "m4a"
    if brand == b"qt  ":
        return "mov"
    return "3gp" if brand[:2] in {b"3g", b"3G"} else "mp4"


def _matroska(data: bytes) -> Kind:
    """The document type stands in the first header (RFC 8794, 11.2.6), which is short."""
    return "mkv" if b"matroska" in data[:64] else "webm"


def _frames(data: bytes) -> Kind | None:
    """MPEG layer III with a valid rate (ISO 11172-3, 2.4.2.3), or AAC in ADTS (ISO 13818-7)."""
    second, third = data[1:2], data[2:3]
    if not third:
        return None
    if second[0] & 0xF6 == 0xF0:
        return "aac"
    rates = third[0] >> 4 != 0xF and third[0] >> 2 & 3 != 3
    return "mp3" if second[0] & 0xE6 == 0xE2 and rates else None


def _is_svg(data: bytes) -> bool:
    """Whether the first element of an XML or HTML-like text is `svg`."""
    text = as_text(data)
    place = 0
    while True:
        if text.startswith("<!--", place):
            place = text.find("-->", place) + 3
            if place < 3:
                return False
        elif found := _PROLOG.match(text, place):
            place = found.end()
        else:
            return _SVG.match(text, place) is not None


def as_text(data: bytes) -> str:
    """Decode as UTF-16 or UTF-8, replacing what cannot be read; for sniffing only."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data[1:2] == b"\x00" and data[:1] == b"<":
        return data.decode("utf-16-le", "replace")
    if data[:2] == b"\x00<":
        return data.decode("utf-16-be", "replace")
    return data.decode("utf-8-sig", "replace")
