"""What happens to a picture on its way through telephones: the twelve alterations measured."""

from collections.abc import Callable
from io import BytesIO

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageEnhance, ImageOps

from benchmarks.drawn import font, say

Alteration = Callable[[Image.Image, Generator], Image.Image]


def forwarded(image: Image.Image, quality: int) -> Image.Image:
    """Return the picture after one JPEG."""
    file = BytesIO()
    image.save(file, "JPEG", quality=quality)
    return Image.open(file).convert("RGB")


def resize(image: Image.Image, rng: Generator) -> Image.Image:
    """A third to two thirds of the size."""
    share = float(rng.uniform(0.33, 0.67))
    return image.resize((int(image.width * share), int(image.height * share)))


def jpeg_20(image: Image.Image, _: Generator) -> Image.Image:
    """JPEG at quality 20."""
    return forwarded(image, 20)


def _crop(share: float) -> Alteration:
    def cut(image: Image.Image, rng: Generator) -> Image.Image:
        width, height = (round(side * (1 - share)) for side in image.size)
        left = int(rng.integers(0, image.width - width + 1))
        top = int(rng.integers(0, image.height - height + 1))
        return image.crop((left, top, left + width, top + height))

    return cut


def rotate_3(image: Image.Image, rng: Generator) -> Image.Image:
    """Three degrees to either side, on black, the size kept."""
    angle = 3 if rng.random() < 0.5 else -3
    return image.rotate(angle, Image.Resampling.BILINEAR)


def flip(image: Image.Image, _: Generator) -> Image.Image:
    """Left and right changed."""
    return ImageOps.mirror(image)


def logo(image: Image.Image, rng: Generator) -> Image.Image:
    """An emblem on a sixth of the width, somewhere along the edges."""
    out, reach = image.copy(), image.width // 6
    x = int(rng.choice([20, image.width - reach - 20]))
    y = int(rng.choice([20, image.height - reach - 20]))
    pen = ImageDraw.Draw(out)
    pen.ellipse((x, y, x + reach, y + reach), fill=(200, 30, 40), outline=(255, 255, 255), width=6)
    pen.text((x + reach // 4, y + reach // 3), "KT", font=font(reach // 3, bold=True), fill="white")
    return out


def caption(image: Image.Image, rng: Generator) -> Image.Image:
    """A bar with writing, 12 to 20 % of the height, added above or below."""
    bar = int(image.height * rng.uniform(0.12, 0.2))
    above = bool(rng.random() < 0.5)
    out = Image.new("RGB", (image.width, image.height + bar), (20, 20, 20))
    out.paste(image, (0, bar if above else 0))
    text = say(rng, 6)
    place = (30, bar // 4 if above else image.height + bar // 4)
    ImageDraw.Draw(out).text(place, text, font=font(max(12, bar // 3), bold=True), fill="white")
    return out


def screenshot(image: Image.Image, rng: Generator) -> Image.Image:
    """On an upright telephone's screen, as wide as it, with bars, a name and buttons around."""
    width, height = 1080, 2280
    scale = min(width / image.width, 1700 / image.height)
    shown = image.resize((int(image.width * scale), int(image.height * scale)))
    ground = (255, 255, 255) if rng.random() < 0.5 else (18, 18, 18)
    ink = (30, 30, 30) if ground[0] > 99 else (230, 230, 230)
    out = Image.new("RGB", (width, height), ground)
    top = 220 + int(rng.integers(0, max(1, 1950 - 220 - shown.height)))
    out.paste(shown, ((width - shown.width) // 2, top))
    pen = ImageDraw.Draw(out)
    pen.text((40, 20), "09:41", font=font(40, bold=True), fill=ink)
    pen.ellipse((40, 100, 130, 190), fill=(90, 130, 200))
    pen.text((160, 110), say(rng, 3), font=font(44, bold=True), fill=ink)
    pen.text((40, 2000), say(rng, 6), font=font(40), fill=ink)
    for at in range(3):
        pen.rounded_rectangle((60 + at * 340, 2120, 340 + at * 340, 2210), 30, outline=ink, width=4)
    return forwarded(out, 85)


def brightness(image: Image.Image, rng: Generator) -> Image.Image:
    """A third darker or lighter."""
    return ImageEnhance.Brightness(image).enhance(float(rng.choice([0.65, 1.35])))


def noise(image: Image.Image, rng: Generator) -> Image.Image:
    """Noise of a standard deviation of 15 of 255 on each colour."""
    grain = 15 * rng.standard_normal((image.height, image.width, 3), dtype=np.float32)
    return Image.fromarray((np.asarray(image) + grain).clip(0, 255).astype(np.uint8))


ALTERATIONS: dict[str, Alteration] = {
    "resize": resize,
    "JPEG 20": jpeg_20,
    "crop 5 %": _crop(0.05),
    "crop 10 %": _crop(0.10),
    "crop 20 %": _crop(0.20),
    "rotation 3°": rotate_3,
    "flip": flip,
    "logo": logo,
    "caption bar": caption,
    "screenshot frame": screenshot,
    "brightness": brightness,
    "noise": noise,
}


def altered(image: Image.Image, name: str, number: int) -> Image.Image:
    """Return the alteration of picture `number`; all but the mere resize and JPEG 20 end as a JPEG
    of quality 75, as a messenger sends it."""
    rng = np.random.default_rng([number, list(ALTERATIONS).index(name), 3])
    out = ALTERATIONS[name](image, rng)
    return out if name in ("resize", "JPEG 20") else forwarded(out, 75)
