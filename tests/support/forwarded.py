"""Pictures as people forward them: with words drawn in them, or without."""

from PIL import Image, ImageDraw, ImageFont

from kiemtin.bulletin.paper import FONTS
from tests.media.pictures import encoded, exif, photo

PLAIN = encoded(photo(320, 240), "JPEG", exif=exif())
"""A photo without words, that says where it was taken."""


def with_words(*lines: str) -> bytes:
    """A picture that says something, large enough to be read."""
    image = Image.new("RGB", (1200, 120 + 80 * len(lines)), "white")
    font = ImageFont.truetype(str(FONTS / "be-vietnam-pro-600.ttf"), 44)
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((60, 60 + 80 * number), line, fill="black", font=font)
    return encoded(image, "PNG")
