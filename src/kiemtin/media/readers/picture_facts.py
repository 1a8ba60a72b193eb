"""What a picture's file says beside its colours, and whether that fits them.

Dates, camera, programs and places are taken as they are written; nothing here is believed.
"""

import struct
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, TypeVar, cast

from PIL import ExifTags, Image, IptcImagePlugin
from PIL.ImageFile import ImageFile

from kiemtin.media.apart.refused import Refused
from kiemtin.media.decode import webp_canvas
from kiemtin.media.readers import markup
from kiemtin.media.readers.picture_marks import BY_MACHINE, EDITORS, described
from kiemtin.media.readers.picture_tables import quality
from kiemtin.media.readers.picture_thumbnail import differs

PLUGIN = {"jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}
SMALL = 512
"""Pixels a side that are enough for comparing with a thumbnail; JPEG is decoded no larger."""

_BASE, _IFD = ExifTags.Base, ExifTags.IFD
_PLAIN = {
    _BASE.ImageDescription: "description",
    _BASE.Artist: "author",
    _BASE.Copyright: "copyright",
    _BASE.Software: "program",
    _BASE.DateTime: "changed",
}
_DETAIL = {
    _BASE.DateTimeOriginal: "taken",
    _BASE.DateTimeDigitized: "created",
    _BASE.LensModel: "lens",
    _BASE.BodySerialNumber: "serial",
    _BASE.UserComment: "comment",
}
# IPTC-IIM 4.2, record 2
_IPTC = {
    (2, 5): "title",
    (2, 25): "keywords",
    (2, 55): "created",
    (2, 80): "author",
    (2, 90): "place",
    (2, 101): "place",
    (2, 110): "credit",
    (2, 115): "credit",
    (2, 116): "copyright",
    (2, 120): "description",
}
_PNG = {
    "Title": "title",
    "Author": "author",
    "Description": "description",
    "Copyright": "copyright",
    "Creation Time": "created",
    "Software": "program",
    "Source": "camera",
    "Comment": "comment",
    "comment": "comment",
}
_BROKEN = (ValueError, SyntaxError, OSError, KeyError, TypeError, IndexError, AttributeError)
_ERRORS = (*_BROKEN, struct.error, ZeroDivisionError, OverflowError, EOFError, AssertionError)
Facts = list[tuple[str, str]]
Warnings = list[tuple[str, dict[str, object]]]
Given = TypeVar("Given")


def read(data: bytes, settings: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """Return size, facts and warnings; raises Refused (bomb, broken)."""
    kind, pixels = str(settings["kind"]), int(str(settings["pixels"]))
    try:
        image = _opened(data, kind, pixels)
        width, height = image.size
        facts, warnings = _said(image)
        warnings += _shown(image)
    except _ERRORS as error:
        too_much = "Decompressed data too large" in str(error)
        raise Refused("bomb" if too_much else "broken") from None
    head = {"width": width, "height": height, "facts": facts[:50], "warnings": warnings}
    return head, b""


def warm() -> None:
    """Load the formats and the parser of XMP."""
    Image.init()
    Image.MAX_IMAGE_PIXELS = None
    markup.warm()
    out = BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=Image.Exif())
    read(out.getvalue(), {"kind": "jpeg", "pixels": 100})


def _opened(data: bytes, kind: str, pixels: int) -> Image.Image:
    if kind == "webp" and (size := webp_canvas(data)) and size[0] * size[1] > pixels:
        raise Refused("bomb")
    image = Image.open(BytesIO(data), formats=(PLUGIN[kind],))
    if image.width * image.height > pixels:
        raise Refused("bomb")
    return image


def _said(image: Image.Image) -> tuple[Facts, Warnings]:
    """Return the facts and what to notice about them."""
    exif = _quietly(image.getexif, Image.Exif())
    facts = [*_from_exif(exif), *_from_iptc(image), *_from_png(image)]
    steps = described(image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b"")
    facts = list(dict.fromkeys([*facts, *steps]))
    warnings: Warnings = []
    if not facts:
        warnings.append(("no_metadata", {}))
    if tables := getattr(image, "quantization", None):
        facts.append(("jpeg_quality", str(quality(next(iter(tables.values()))))))
    for code, value in facts:
        if code == "program" and any(name in value.lower() for name in EDITORS):
            warnings.append(("editor", {"program": value[:60]}))
            break
    if any(code == "made_how" and value in BY_MACHINE for code, value in facts):
        warnings.append(("machine_made", {}))
    frames = int(getattr(image, "n_frames", 1))
    if frames > 1:
        warnings.append(("several_frames", {"count": frames}))
    return facts, warnings


def _shown(image: Image.Image) -> Warnings:
    """Decode the picture, which proves it whole, and compare it with its thumbnail."""
    exif = _quietly(image.getexif, Image.Exif())
    small = _quietly(lambda: _thumbnail(image, exif), b"")
    image.draft("RGB", (SMALL, SMALL))
    try:
        image.load()
    except MemoryError:
        # Some formats cannot be decoded small; what the file says about itself is still worth it.
        return []
    if small and _quietly(lambda: differs(image, small), False):
        return [("thumbnail_differs", {})]
    return []


def _thumbnail(image: Image.Image, exif: Image.Exif) -> bytes:
    where = exif.get_ifd(_IFD.IFD1)
    start, length = int(where[0x0201]), int(where[0x0202])
    held = bytes(image.info.get("exif", b"")).removeprefix(b"Exif\x00\x00")
    return held[start : start + length]


def _from_exif(exif: Image.Exif) -> Iterator[tuple[str, str]]:
    nothing: dict[int, Any] = {}
    detail = _quietly(lambda: exif.get_ifd(_IFD.Exif), nothing)
    camera = " ".join(_text(exif.get(tag)) for tag in (_BASE.Make, _BASE.Model)).strip()
    if camera:
        yield "camera", camera
    for held, codes in ((exif, _PLAIN), (detail, _DETAIL)):
        for tag, code in codes.items():
            if value := _text(held.get(tag)):
                yield code, _day(value) if code in ("taken", "changed", "created") else value
    if (turn := exif.get(_BASE.Orientation)) in range(2, 9):
        yield "orientation", str(turn)
    if place := _quietly(lambda: _position(exif.get_ifd(_IFD.GPSInfo)), ""):
        yield "position", place


def _from_iptc(image: Image.Image) -> Iterator[tuple[str, str]]:
    nothing: Any = {}
    found = (
        _quietly(lambda: IptcImagePlugin.getiptcinfo(cast("ImageFile", image)), nothing) or nothing
    )
    for place, code in _IPTC.items():
        values = found.get(place, b"")
        for value in (values if isinstance(values, list) else [values])[:5]:
            if text := _text(value):
                yield code, text


def _from_png(image: Image.Image) -> Iterator[tuple[str, str]]:
    for name, value in list(image.info.items())[:100]:
        if name in ("parameters", "prompt", "workflow") and image.format == "PNG":
            # Programs that draw with a model write their instructions there.
            yield "made_how", "trainedAlgorithmicMedia"
            yield "comment", _text(value)[:500]
        elif (code := _PNG.get(str(name))) and (text := _text(value)):
            yield code, text


def _position(gps: dict[int, Any]) -> str:
    """Return degrees north and east, six decimals (EXIF 2.3, 4.6.6)."""
    north = _degrees(gps[2]) * (-1 if _text(gps.get(1)).upper().startswith("S") else 1)
    east = _degrees(gps[4]) * (-1 if _text(gps.get(3)).upper().startswith("W") else 1)
    fits = abs(north) <= 90 and abs(east) <= 180 and (north, east) != (0, 0)
    return f"{north:.6f}, {east:.6f}" if fits else ""


def _degrees(said: Any) -> float:
    degrees, minutes, seconds = (float(part) for part in said)
    return degrees + minutes / 60 + seconds / 3600


def _text(value: object) -> str:
    if isinstance(value, bytes):
        # EXIF 2.3, 4.6.5: eight bytes name the letters of a comment.
        bare = value[8:] if value[:8] in (b"ASCII\x00\x00\x00", b"UNICODE\x00", bytes(8)) else value
        value = bare.decode("utf-16" if value[:8] == b"UNICODE\x00" else "utf-8", "replace")
    return str(value).replace("\x00", " ").strip()[:1000] if isinstance(value, str | int) else ""


def _day(said: str) -> str:
    """EXIF writes 2026:11:23 08:30:00."""
    return said[:10].replace(":", "-") + said[10:]


def _quietly(act: Callable[[], Given], otherwise: Given) -> Given:
    """Return what an act gives; one broken field takes nothing from the rest."""
    try:
        return act()
    except _ERRORS:
        return otherwise
