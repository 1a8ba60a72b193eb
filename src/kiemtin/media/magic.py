"""What kind of file some bytes are, from the bytes alone; what they are called counts for nothing.

Reading is linear in the size of the data and never decodes, so that any bytes may be asked about.
"""

import re
from io import BytesIO
from typing import Literal
from zipfile import is_zipfile

Kind = Literal[
    "jpeg", "png", "gif", "webp", "heic", "avif", "svg", "pdf", "program", "archive", "office",
    "unknown",
]  # fmt: skip

_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"%PDF-", "pdf"),
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

# ISO base media brands (MP4 Registration Authority); anything else with `ftyp` is a video.
_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
_AVIF = {b"avif", b"avis"}
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
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[257:262] == b"ustar":
        return "archive"
    if data[4:8] == b"ftyp":
        return _iso_media(data)
    return "svg" if _is_svg(data) else "unknown"


def hides_archive(data: bytes) -> bool:
    """Tell whether a ZIP archive ends the file, whatever the file begins with."""
    return is_zipfile(BytesIO(data))


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
    return "heic" if brands & _HEIC else "unknown"


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
