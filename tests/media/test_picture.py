"""A picture comes out new: upright, small, without metadata; or it is refused with the reason."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiemtin.media.picture import LIMITS, Limits, PictureRefused, clean
from tests.media.pictures import SECRET, chunk, drawing, encoded, exif, photo, png
from tests.media.results import colour, opened, reason

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(100)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_each_kind_comes_out_as_the_same_picture(kind: str) -> None:
    made = clean(encoded(photo(), kind))
    assert (made.width, made.height) == opened(made).size == (64, 48)
    there, here = colour(opened(made), (5, 5)), colour(photo(), (5, 5))
    assert max(abs(a - b) for a, b in zip(there, here, strict=True)) < 24


def test_a_drawing_stays_sharp() -> None:
    made = clean(encoded(drawing(), "PNG"))
    assert made.content_type == "image/png"
    assert opened(made).convert("RGB").tobytes() == drawing().tobytes()


def test_the_hash_is_that_of_what_is_kept() -> None:
    made = clean(encoded(drawing(), "PNG"))
    again = clean(encoded(drawing(), "PNG"))
    assert (made.sha256, len(made.sha256)) == (again.sha256, 64)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_no_metadata_is_left(kind: str) -> None:
    options: dict[str, object] = {"exif": exif(), "icc_profile": SECRET * 4, "xmp": SECRET}
    if kind == "JPEG":
        options["comment"] = SECRET
    data = encoded(photo(), kind, **options)
    assert SECRET in data
    made = clean(data)
    assert SECRET not in made.data
    assert b"Exif" not in made.data
    assert not opened(made).getexif()
    assert set(opened(made).info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }


def test_text_and_trailing_bytes_are_gone() -> None:
    text = chunk(b"tEXt", b"Comment\x00" + SECRET)
    whole = encoded(drawing(), "PNG")
    data = whole[:33] + text + whole[33:] + SECRET + b"PK\x03\x04<?php ?>"
    assert SECRET not in clean(data).data
    assert b"php" not in clean(data).data


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_large_picture_is_made_smaller(kind: str) -> None:
    made = clean(encoded(photo(5000, 1000), kind))
    assert (made.width, made.height) == (2048, 410)


def test_the_first_frame_of_an_animation_is_taken() -> None:
    frames = [Image.new("RGB", (20, 20), name) for name in ("red", "blue", "green")]
    for kind in ("GIF", "WEBP"):
        data = encoded(frames[0], kind, save_all=True, append_images=frames[1:])
        red, green, blue = colour(opened(clean(data)), (10, 10))
        assert red > 200
        assert max(green, blue) < 60


def test_what_is_transparent_becomes_white() -> None:
    made = clean(encoded(Image.new("RGBA", (8, 8), (0, 0, 0, 0)), "PNG"))
    assert colour(opened(made), (4, 4)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"x" * (LIMITS.file_bytes + 1), "too_big"),
        (b"not a picture", "not_a_picture"),
        (b"%PDF-1.7\n", "not_a_picture"),
        (b"MZ" + bytes(100), "not_a_picture"),
        (b"BM" + bytes(100), "not_a_picture"),
        (b"\x00\x00\x00\x18ftypisom" + bytes(100), "not_a_picture"),
        (SVG, "svg"),
        (HEIC, "heic"),
        (HEIC.replace(b"heic", b"avif"), "heic"),
        (b"\xff\xd8\xff", "broken"),
        (b"\x89PNG\r\n\x1a\n", "broken"),
        (b"GIF89a", "broken"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "broken"),
    ],
)
def test_what_is_no_usable_picture_is_refused(data: bytes, code: str) -> None:
    assert reason(data) == code


def test_ten_megabytes_of_nonsense_behind_a_signature_are_refused() -> None:
    assert reason(b"\xff\xd8\xff" + bytes(LIMITS.file_bytes - 3)) == "broken"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_a_cut_off_upload_is_refused(kind: str) -> None:
    data = encoded(photo(300, 300), kind)
    assert reason(data[: len(data) * 2 // 3]) == "broken"


def test_a_picture_that_unpacks_to_too_many_pixels_is_refused() -> None:
    with pytest.raises(PictureRefused) as caught:
        clean(png(50_000, 50_000))
    assert caught.value.code == "bomb"
    assert "50000 × 50000" in caught.value.vi()
    assert "52" in caught.value.en()


def test_the_pixel_limit_is_the_exact_one() -> None:
    limits = Limits(pixels=64 * 48)
    assert clean(encoded(drawing(), "PNG"), limits).width == 64
    assert reason(encoded(drawing(65, 48), "PNG"), limits) == "bomb"


def type_or_reason(data: bytes) -> str:
    try:
        return clean(data).content_type
    except PictureRefused as refused:
        return refused.code


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "GIF", "WEBP"]), st.data())
def test_damage_anywhere_is_read_or_refused_and_never_more(kind: str, data: st.DataObject) -> None:
    raw = bytearray(encoded(photo(24, 24), kind))
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(12, len(raw) - 1))] = data.draw(st.integers(0, 255))
    assert type_or_reason(bytes(raw)) in {"image/png", "image/jpeg", "broken", "bomb", "too_heavy"}


def test_every_refusal_speaks_both_languages() -> None:
    params = {"size": 11, "limit": 10, "width": 1, "height": 1, "format": "HEIC"}
    for code in PictureRefused.sentences:
        refused = PictureRefused(code, params)
        assert refused.vi() != refused.en()
        assert "{" not in refused.vi() + refused.en()
