"""Pictures for the tests, drawn from numbers, and what happens to them on the way."""

import numpy as np
from PIL import Image, ImageDraw

from kiemtin.media.alike import Grey


def scene(seed: int, width: int = 480, height: int = 360) -> Image.Image:
    """Return clouds with fifty boxes: everywhere something to be found again."""
    rng = np.random.default_rng(seed)
    cells = Image.fromarray(rng.normal(128, 40, (9, 12)).clip(0, 255).astype(np.uint8))
    image = cells.resize((width, height), Image.Resampling.BICUBIC).convert("RGB")
    pen = ImageDraw.Draw(image)
    for _ in range(50):
        x, y = int(rng.integers(0, width)), int(rng.integers(0, height))
        across, down, shade = (int(one) for one in rng.integers(8, 60, 3))
        pen.rectangle((x, y, x + across, y + down), fill=(4 * shade, 255 - 4 * shade, shade))
    return image


def pixels(image: Image.Image) -> Grey:
    """Return the brightness of the picture."""
    return np.asarray(image.convert("L"))


def sheet(seed: int) -> Image.Image:
    """Return a page of one letterhead, with lines that differ by seed."""
    image = Image.new("RGB", (500, 700), "white")
    pen, rng = ImageDraw.Draw(image), np.random.default_rng(seed)
    pen.rectangle((30, 30, 470, 90), fill="navy")
    pen.ellipse((340, 560, 450, 670), outline="red", width=8)
    for y in range(120, 540, 18):
        x = 40
        while x < 420:
            word = int(rng.integers(8, 60))
            pen.rectangle((x, y, x + word, y + 8), fill="black")
            x += word + 8
    return image
