"""A picture comes out new: upright, small, without metadata; or it is refused with the reason."""

import json
import os
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiemtin.media import sandbox
from kiemtin.media.picture import LIMITS, Limits, Picture, PictureRefused, clean
from tests.media.pictures import SECRET, chunk, drawing, encoded, exif, photo, png, zeros

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(100)


def reason(data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(PictureRefused) as caught:
        clean(data, limits)
    return caught.value.code


def opened(picture: Picture) -> Image.Image:
    image = Image.open(BytesIO(picture.data))
    image.load()
    return image


def colour(image: Image.Image, place: tuple[int, int]) -> tuple[int, int, int]:
    """Red, green and blue at a place, each 0 to 255."""
    red, green, blue = image.convert("RGB").crop((*place, place[0] + 1, place[1] + 1)).tobytes()
    return red, green, blue


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


def test_a_grey_photograph_is_not_kept_as_a_large_png() -> None:
    grey = Image.effect_noise((600, 400), 40).convert("L")
    made = clean(encoded(grey, "PNG"))
    assert made.content_type == "image/jpeg"


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


def test_memory_beyond_the_limit_is_refused() -> None:
    data = encoded(Image.new("RGB", (6000, 6000)), "PNG")
    assert reason(data, Limits(memory=150 * 1024 * 1024)) == "too_heavy"
    assert clean(data).width == 2048


def test_a_decoder_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = tmp_path / "stuck.py"
    stuck.write_text("import signal\nsignal.pause()\n")
    monkeypatch.setattr(sandbox, "DECODER", stuck)
    assert reason(encoded(drawing(), "PNG"), Limits(wait_seconds=0.2)) == "too_heavy"


def test_a_decoder_that_computes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = tmp_path / "stuck.py"
    stuck.write_text(
        "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass\n"
    )
    monkeypatch.setattr(sandbox, "DECODER", stuck)
    assert reason(encoded(drawing(), "PNG")) == "too_heavy"


def test_the_decoder_sees_no_environment_no_files_and_hard_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMTIN_SECRET", SECRET.decode())
    kept = os.open(tmp_path / "kept", os.O_RDWR | os.O_CREAT)
    os.set_inheritable(kept, True)
    spy = tmp_path / "spy.py"
    spy.write_text(SPY)
    monkeypatch.setattr(sandbox, "DECODER", spy)
    done = sandbox._run(b"", "png", LIMITS)
    os.close(kept)
    seen = json.loads(done.stdout)
    assert "KIEMTIN_SECRET" not in seen["environment"]
    assert seen["files"] == [0, 1, 2]
    assert (seen["folder"], seen["arguments"]["pixels"]) == ("/", LIMITS.pixels)


SPY = """
import json, os, sys
files = [n for n in range(64) if os.path.exists(f"/proc/self/fd/{n}")]
print(json.dumps({"environment": dict(os.environ), "files": files, "folder": os.getcwd(),
                  "arguments": json.loads(sys.argv[1])}))
"""


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]\n",
        b"{}\n",
        b'{"width": 5, "height": 5, "content_type": "image/png"}\n<script>',
        b'{"width": 5, "height": 5, "content_type": "text/html"}\n\x89PNG\r\n\x1a\n',
        b'{"width": 5, "height": 5, "content_type": []}\n\x89PNG\r\n\x1a\n',
        b'{"width": 5000, "height": 5, "content_type": "image/png"}\n\x89PNG\r\n\x1a\n',
        b'{"width": 0, "height": 5, "content_type": "image/png"}\n\x89PNG\r\n\x1a\n',
        b'{"width": 5, "height": "x"}\n',
    ],
)
def test_an_answer_that_does_not_fit_is_not_believed(
    answer: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    liar = tmp_path / "liar.py"
    liar.write_text(f"import sys\nsys.stdout.buffer.write({answer!r})\n")
    monkeypatch.setattr(sandbox, "DECODER", liar)
    assert reason(encoded(drawing(), "PNG")) == "broken"


def test_too_many_pictures_at_once_are_asked_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = [sandbox._SLOTS.acquire(blocking=False) for _ in range(2)]
    try:
        assert taken == [True, True]
        assert reason(encoded(drawing(), "PNG"), Limits(wait_seconds=0.01)) == "busy"
    finally:
        for _ in taken:
            sandbox._SLOTS.release()
    assert clean(encoded(drawing(), "PNG")).width == 64


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
