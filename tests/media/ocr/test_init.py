"""The text in pictures is read apart and within limits; what cannot be read is one sentence."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFont

from kiemtin.bulletin.paper import FONTS
from kiemtin.media.ocr import Bounds, TextUnread, available, read_text
from kiemtin.media.ocr.program import program
from tests.media.pictures import encoded

WORDS = "Nước sông lên rồi, di dời"


def written(ink: str, ground: str) -> bytes:
    image = Image.new("RGB", (900, 200), ground)
    font = ImageFont.truetype(str(FONTS / "be-vietnam-pro-600.ttf"), 44)
    ImageDraw.Draw(image).text((60, 70), WORDS, fill=ink, font=font)
    return encoded(image, "PNG")


@pytest.mark.system
@pytest.mark.parametrize(("ink", "ground"), [("black", "white"), ("white", "#101418")])
def test_text_is_read_dark_on_light_and_light_on_dark(ink: str, ground: str) -> None:
    seen = read_text(written(ink, ground))
    assert seen.text == WORDS
    left, top, right, bottom = seen.lines[0].box
    assert 40 < left < 80 < right < 900
    assert 50 < top < bottom < 150


@pytest.mark.system
def test_a_picture_without_text_has_none() -> None:
    assert read_text(encoded(Image.new("RGB", (400, 300), "white"), "PNG")).text == ""


@pytest.mark.system
@pytest.mark.parametrize(
    ("bounds", "languages", "code"),
    [
        (Bounds(memory=30 * 1024 * 1024), ("vie",), None),
        (Bounds(wait_seconds=0.001), ("vie",), "too_slow"),
        (Bounds(pixels=1000), ("vie",), "too_large"),
        (Bounds(), ("xxx",), "language"),
    ],
)
def test_limits_are_one_sentence(
    bounds: Bounds, languages: tuple[str, ...], code: str | None
) -> None:
    with pytest.raises(TextUnread) as refused:
        read_text(written("black", "white"), languages=languages, bounds=bounds)
    assert code is None or refused.value.code == code


def test_without_the_program_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert (available(), program()) == (False, None)
    with pytest.raises(TextUnread) as refused:
        read_text(written("black", "white"))
    assert "tesseract-ocr-vie" in refused.value.vi()


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(TextUnread) as refused:
        read_text(BytesIO(b"\x89PNG\r\n").getvalue() + bytes(50))
    assert refused.value.code == "broken"


def test_a_language_is_a_name() -> None:
    with pytest.raises(ValueError, match="vie"):
        read_text(written("black", "white"), languages=("vie;x",))
