"""What a picture says beside its colours is shown with what it does not prove."""

import struct
import zlib

import pytest
from PIL import Image, PngImagePlugin

from kiemtin.media.inside import Inside, ReaderRefused, look
from tests.media.pictures import encoded, exif, photo

XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="r"><r:Description xmlns:p="p" '
    'p:CreatorTool="Adobe Photoshop 27" xmlns:i="i" i:DigitalSourceType='
    '"http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"/>'
    "</r:RDF></x:xmpmeta>"
)


def facts(inside: Inside) -> dict[str, str]:
    return {one.code: one.value for one in inside.facts}


def codes(inside: Inside) -> set[str]:
    return {one.code for one in inside.warnings} - {"origin_absent"}


def shot(width: int = 320, height: int = 240) -> Image.Image:
    """A picture with a shape in it that a crop moves."""
    image = photo(width, height).point(lambda value: value // 3)
    image.paste("white", (width // 8, height // 8, width // 3, height // 2))
    return image


def with_thumbnail(image: Image.Image, small: Image.Image) -> bytes:
    """The picture with EXIF whose second directory holds the small one (TIFF 6.0, EXIF 4.5.5)."""
    held = encoded(small, "JPEG")
    first = b"MM\x00\x2a\x00\x00\x00\x08\x00\x00" + struct.pack(">I", 14)
    start = 14 + 2 + 2 * 12 + 4
    entries = struct.pack(">HHII", 0x0201, 4, 1, start) + struct.pack(
        ">HHII", 0x0202, 4, 1, len(held)
    )
    data = first + b"\x00\x02" + entries + bytes(4) + held
    return encoded(image, "JPEG", exif=b"Exif\x00\x00" + data)


def test_camera_place_and_date_are_read_and_what_names_a_place_is_personal() -> None:
    data = Image.Exif()
    data[0x010F], data[0x0110], data[0x0112] = "Máy", "M1", 6
    data.get_ifd(0x8769)[0x9003] = "2026:11:02 08:30:00"
    data.get_ifd(0x8825).update({1: "N", 2: (16.0, 3.0, 15.84), 3: "E", 4: (108.0, 12.0, 7.92)})
    inside = look(encoded(photo(), "JPEG", quality=80, exif=data), "a.jpg")
    said = facts(inside)
    assert said["taken"] == "2026-11-02 08:30:00"
    assert said["position"] == "16.054400, 108.202200"
    assert (said["orientation"], said["jpeg_quality"]) == ("6", "80")
    assert said["camera"].endswith("M1")
    assert {one.code for one in inside.facts if one.personal} == {"position"}
    assert (inside.width, inside.height) == (64, 48)


def test_a_picture_without_any_is_no_fake() -> None:
    inside = look(encoded(photo(), "JPEG"), "a.jpg")
    assert codes(inside) == {"no_metadata"}
    assert "không có nghĩa là giả" in inside.warnings[0].vi()


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_programs_and_models_that_say_so_are_noticed(kind: str) -> None:
    inside = look(encoded(photo(), kind, xmp=XMP.encode()), "a")
    assert facts(inside)["program"] == "Adobe Photoshop 27"
    assert codes(inside) == {"editor", "machine_made"}
    assert any("Adobe Photoshop 27" in one.en() for one in inside.warnings)


def test_what_a_drawing_program_wrote_into_a_png_is_read() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("parameters", "cầu gãy, ảnh thật, Steps: 20")
    told.add_itxt("Software", "Vẽ")
    inside = look(encoded(photo(), "PNG", pnginfo=told), "a.png")
    assert "cầu gãy" in facts(inside)["comment"]
    assert codes(inside) == {"machine_made"}


def test_a_thumbnail_of_the_same_picture_is_nothing_and_of_another_is_noticed() -> None:
    whole = shot()
    small = whole.resize((160, 120))
    assert "thumbnail_differs" not in codes(look(with_thumbnail(whole, small), "a.jpg"))
    cropped = whole.crop((80, 40, 320, 220))
    assert "thumbnail_differs" in codes(look(with_thumbnail(cropped, small), "a.jpg"))
    painted = whole.copy()
    painted.paste("black", (40, 30, 106, 120))
    assert "thumbnail_differs" in codes(look(with_thumbnail(painted, small), "a.jpg"))


def test_bars_around_a_thumbnail_are_no_change() -> None:
    wide = shot(320, 180)
    barred = Image.new("RGB", (160, 120))
    barred.paste(wide.resize((160, 90)), (0, 15))
    assert "thumbnail_differs" not in codes(look(with_thumbnail(wide, barred), "a.jpg"))


def test_a_moving_picture_says_its_frames() -> None:
    frames = encoded(photo(), "GIF", save_all=True, append_images=[photo(64, 48).rotate(9)])
    assert "several_frames" in codes(look(frames, "a.gif"))


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (png(60_000, 60_000, chunk(b"IDAT", zlib.compress(bytes(100)))), "bomb"),
        (png(8, 8, chunk(b"zTXt", b"a\x00\x00" + zlib.compress(bytes(9_000_000)))), "bomb"),
        (encoded(photo(200, 200), "JPEG")[:900], "broken"),
        (b"\xff\xd8\xff" + bytes(50), "broken"),
    ],
)
def test_a_picture_that_does_harm_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReaderRefused) as caught:
        look(data, "a")
    assert caught.value.code == code


@pytest.mark.parametrize(
    "xmp", [b"<a", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"<a>" * 400, b"\x00\xff" * 90]
)
def test_metadata_that_cannot_be_read_takes_nothing_from_the_picture(xmp: bytes) -> None:
    inside = look(encoded(photo(), "JPEG", xmp=xmp, exif=exif()), "a.jpg")
    assert (inside.width, inside.height) == (64, 48)
    assert "position" in facts(inside)
