"""Decoding: upright, every way to store colours, and no bomb goes off."""

import struct
import zlib

import pytest
from PIL import Image

from kiemtin.media.picture import clean
from tests.media.pictures import chunk, drawing, encoded, exif, png, zeros
from tests.media.results import colour, opened, reason


def test_a_grey_photograph_is_not_kept_as_a_large_png() -> None:
    grey = Image.effect_noise((600, 400), 40).convert("L")
    made = clean(encoded(grey, "PNG"))
    assert made.content_type == "image/jpeg"


# Where the black corner of `drawing` is to be found once the picture is upright.
@pytest.mark.parametrize(
    ("orientation", "size", "corner"),
    [
        (1, (64, 48), (0, 0)),
        (2, (64, 48), (1, 0)),
        (3, (64, 48), (1, 1)),
        (4, (64, 48), (0, 1)),
        (5, (48, 64), (0, 0)),
        (6, (48, 64), (1, 0)),
        (7, (48, 64), (1, 1)),
        (8, (48, 64), (0, 1)),
        (9, (64, 48), (0, 0)),
    ],
)
def test_a_picture_stands_upright(
    orientation: int, size: tuple[int, int], corner: tuple[int, int]
) -> None:
    made = opened(clean(encoded(drawing(), "JPEG", exif=exif(orientation), quality=95)))
    assert made.size == size
    place = corner[0] * (size[0] - 9) + 4, corner[1] * (size[1] - 9) + 4
    assert sum(colour(made, place)) < 90


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_way_to_store_colours_is_read(mode: str) -> None:
    image = Image.new("I;16", (8, 8), 0x8000) if mode == "I;16" else drawing(8, 8).convert(mode)
    made = opened(clean(encoded(image, "PNG"))).convert("L")
    assert made.getpixel((1, 1)) == (128 if mode == "I;16" else 0)


def test_printing_colours_are_read() -> None:
    made = opened(clean(encoded(drawing().convert("CMYK"), "JPEG")))
    assert made.mode == "RGB"
    assert sum(colour(made, (5, 5))) < 90
    assert sum(colour(made, (60, 40))) > 600


def webp_header(kind: bytes, size: int) -> bytes:
    """A WebP file that declares `size` pixels each way and holds nothing."""
    body = {
        b"VP8X": bytes(4) + (size - 1).to_bytes(3, "little") * 2,
        b"VP8L": b"\x2f" + ((size - 1) | (size - 1) << 14).to_bytes(4, "little") + bytes(5),
        b"VP8 ": b"\x10\x00\x00\x9d\x01\x2a" + struct.pack("<HH", size, size),
    }[kind]
    return b"RIFF" + struct.pack("<I", 22) + b"WEBP" + kind + struct.pack("<I", 10) + body


@pytest.mark.parametrize("kind", [b"VP8X", b"VP8L", b"VP8 "])
def test_a_webp_of_too_many_pixels_is_refused_before_it_is_opened(kind: bytes) -> None:
    assert reason(webp_header(kind, 16_383)) == "bomb"
    assert reason(webp_header(kind, 100)) == "broken"


@pytest.mark.parametrize(
    "extra",
    [
        chunk(b"iCCP", b"icc\x00\x00" + zeros(200)),
        chunk(b"zTXt", b"Comment\x00\x00" + zeros(200)),
        chunk(b"iTXt", b"Comment\x00\x01\x00\x00\x00" + zeros(200)),
    ],
    ids=["profile", "text", "international text"],
)
def test_metadata_that_unpacks_to_hundreds_of_megabytes_is_refused(extra: bytes) -> None:
    assert reason(png(8, 8, extra, rows=bytes(16))) == "too_heavy"


def test_rows_that_unpack_beyond_the_picture_do_no_harm() -> None:
    data = png(8, 8).replace(chunk(b"IDAT", zlib.compress(b"")), chunk(b"IDAT", zeros(200)))
    assert clean(data).width == 8
