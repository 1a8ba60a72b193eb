"""What pictures of phones are drawn with: a page that notes what is written on it, part by part."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from benchmarks.archive_phrases import CORES, FIRST, SECOND
from kiemtin.bulletin.paper import FONTS

Colour = tuple[int, int, int]
Sentences = Callable[[Generator], str]

WIDTHS = (720, 828, 1080, 1170, 1440)
"""Pixels that screens of phones are wide."""
_SYSTEM = Path("/usr/share/fonts/truetype")
_FACES = {
    "project": (FONTS / "be-vietnam-pro-400.ttf", FONTS / "be-vietnam-pro-800.ttf"),
    "medium": (FONTS / "be-vietnam-pro-600.ttf", FONTS / "be-vietnam-pro-800.ttf"),
    "noto": (_SYSTEM / "noto/NotoSans-Regular.ttf", _SYSTEM / "noto/NotoSans-Bold.ttf"),
    "noto serif": (_SYSTEM / "noto/NotoSerif-Regular.ttf", _SYSTEM / "noto/NotoSerif-Bold.ttf"),
    "display": (
        _SYSTEM / "noto/NotoSansDisplay-Regular.ttf",
        _SYSTEM / "noto/NotoSansDisplay-Bold.ttf",
    ),
    "dejavu": (_SYSTEM / "dejavu/DejaVuSans.ttf", _SYSTEM / "dejavu/DejaVuSans-Bold.ttf"),
    "narrow": (
        _SYSTEM / "dejavu/DejaVuSansCondensed.ttf",
        _SYSTEM / "dejavu/DejaVuSansCondensed-Bold.ttf",
    ),
    "serif": (_SYSTEM / "dejavu/DejaVuSerif.ttf", _SYSTEM / "dejavu/DejaVuSerif-Bold.ttf"),
    "slim serif": (
        _SYSTEM / "dejavu/DejaVuSerifCondensed.ttf",
        _SYSTEM / "dejavu/DejaVuSerifCondensed-Bold.ttf",
    ),
}
FACES = {name: paths for name, paths in _FACES.items() if paths[0].exists()}


@dataclass(frozen=True)
class Ink:
    """How words look: height in points of the phone's screen, colour, weight, edge in points."""

    points: float
    colour: Colour
    bold: bool = False
    edge: float = 0.0


@dataclass
class Page:
    """A picture being drawn: `unit` pixels to a point of the phone's screen (360 points wide).

    `said` has the parts (a bubble, a paragraph, a heading), each with its lines.
    """

    image: Image.Image
    face: str
    unit: float
    said: list[list[str]] = field(default_factory=list)
    y: float = 0.0

    @property
    def draw(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    def write(
        self, words: str, at: tuple[float, float], ink: Ink, *, goes_on: bool = False
    ) -> None:
        """Put one line at a place and note that it is there, in a part of its own or the last."""
        face = font(self.face, ink.points * self.unit, ink.bold)
        edge = round(ink.edge * self.unit)
        self.draw.text(
            at, words, fill=ink.colour, font=face, stroke_width=edge, stroke_fill=(0, 0, 0)
        )
        if goes_on and self.said:
            self.said[-1].append(words)
        else:
            self.said.append([words])

    def wrap(self, words: str, width: float, points: float, bold: bool = False) -> list[str]:
        """Return the words in lines of at most `width` pixels."""
        face, lines = font(self.face, points * self.unit, bold), [""]
        for word in words.split():
            longer = f"{lines[-1]} {word}".strip()
            if face.getlength(longer) <= width or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def block(self, words: str, x: float, width: float, ink: Ink, step: float = 1.4) -> None:
        """Put a paragraph below what is there."""
        for number, line in enumerate(self.wrap(words, width, ink.points, ink.bold)):
            self.write(line, (x, self.y), ink, goes_on=number > 0)
            self.y += step * ink.points * self.unit

    def length(self, words: str, ink: Ink) -> float:
        return font(self.face, ink.points * self.unit, ink.bold).getlength(words)


@cache
def font(face: str, size: float, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FACES.get(face, FACES["project"])[bold]), round(size))


def new_page(
    rng: Generator, face: str, ground: Colour, tall: float, widths: tuple[int, ...] = WIDTHS
) -> Page:
    """Return an empty page, `tall` times as high as wide."""
    width = int(rng.choice(widths))
    return Page(Image.new("RGB", (width, round(tall * width)), ground), face, width / 360)


def place(rng: Generator) -> str:
    return f"{rng.choice(FIRST)} {rng.choice(SECOND)}"


def clock(rng: Generator) -> str:
    return f"{rng.integers(0, 24):02d}:{rng.integers(0, 60):02d}"


def invented(rng: Generator) -> str:
    """Return an invented sentence with a place, a number, now and then a time or a date."""
    wordings = CORES[int(rng.integers(len(CORES)))]
    core = wordings[int(rng.integers(len(wordings)))]
    said = core.format(p=place(rng), n=int(rng.integers(2, 900)))
    ends = [
        ".",
        "!",
        "?",
        ", bà con chú ý!",
        f" lúc {rng.integers(1, 24)}h{rng.integers(10, 60)}.",
        f" (ngày {rng.integers(1, 29)}/{rng.integers(1, 13)}/2026).",
        ", mọi người chia sẻ cho người thân biết nhé.",
        f", gọi ngay 0900 000 {rng.integers(100, 999)}.",
    ]
    return said[0].upper() + said[1:] + ends[int(rng.integers(len(ends)))]


def photo(rng: Generator, width: int, height: int) -> Image.Image:
    """Return something with colours, edges and grain, like a photo of a landscape."""
    coarse = rng.integers(30, 226, (max(2, height // 90), max(2, width // 90), 3), dtype=np.uint8)
    image = Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    for _ in range(14):
        x, y, r = (int(rng.integers(0, most)) for most in (width, height, height // 6 + 2))
        tint = tuple(int(part) for part in rng.integers(0, 256, 3))
        draw.polygon([(x - r, y + r), (x, y - r), (x + r, y + r // 2)], fill=tint)
    grain = rng.normal(0, 8, (height, width, 1))
    noisy = np.clip(np.asarray(image.filter(ImageFilter.GaussianBlur(1.5))) + grain, 0, 255)
    return Image.fromarray(noisy.astype(np.uint8))
