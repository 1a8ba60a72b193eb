"""What the fourth set is drawn with: lines, cards, skies, rows of a table, conversations."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFilter

from benchmarks.phone_page import FACES, Colour, Ink, Page, Sentences, clock, new_page, place
from kiemtin.bulletin.paper import FONTS

WHITE: Colour = (255, 255, 255)
_NOTO = Path("/usr/share/fonts/truetype/noto")
_MORE = {
    "be": (FONTS / "be-vietnam-pro-400.ttf", FONTS / "be-vietnam-pro-600.ttf"),
    "heavy": (FONTS / "be-vietnam-pro-600.ttf", FONTS / "be-vietnam-pro-800.ttf"),
    "slant": (_NOTO / "NotoSans-Italic.ttf", _NOTO / "NotoSans-BoldItalic.ttf"),
    "slim": (_NOTO / "NotoSansDisplay-Italic.ttf", _NOTO / "NotoSansDisplay-BoldItalic.ttf"),
    "fine": (_NOTO / "NotoSerifDisplay-Regular.ttf", _NOTO / "NotoSerifDisplay-Bold.ttf"),
    "serif slant": (_NOTO / "NotoSerif-Italic.ttf", _NOTO / "NotoSerif-BoldItalic.ttf"),
}
FACES.update({name: pair for name, pair in _MORE.items() if all(one.exists() for one in pair)})
_SKIES: tuple[tuple[Colour, Colour], ...] = (
    ((92, 150, 214), (214, 226, 236)),
    ((150, 156, 164), (206, 208, 206)),
    ((250, 160, 96), (96, 70, 120)),
)


@dataclass(frozen=True)
class Tints:
    """A messenger's font and colours; theirs and mine with the letters' colour."""

    face: str
    ground: Colour
    bar: Colour
    theirs: tuple[Colour, Colour]
    mine: tuple[Colour, Colour]
    faint: Colour
    accent: Colour


LIGHT = Tints(
    face="be",
    ground=(246, 241, 250),
    bar=(255, 255, 255),
    theirs=((255, 255, 255), (38, 34, 46)),
    mine=((229, 214, 255), (38, 20, 66)),
    faint=(118, 108, 132),
    accent=(126, 58, 190),
)
DARK = Tints(
    face="noto",
    ground=(22, 18, 14),
    bar=(34, 28, 22),
    theirs=((54, 46, 38), (240, 230, 216)),
    mine=((122, 74, 18), (255, 246, 230)),
    faint=(184, 168, 148),
    accent=(255, 176, 84),
)


def box(
    page: Page, at: tuple[float, float, float, float], fill: Colour | None, corner: float = 0
) -> None:
    """Put a card at a place given in points: filled, or, without a colour, nothing but an edge."""
    unit = page.unit
    pixels = (at[0] * unit, at[1] * unit, at[2] * unit, at[3] * unit)
    edge = None if fill else (130, 130, 136)
    page.draw.rounded_rectangle(pixels, corner * unit, fill, edge, 2)


def disc(page: Page, x: float, y: float, wide: float, fill: Colour) -> None:
    """Put a disc at a place given in points."""
    unit = page.unit
    page.draw.ellipse((x * unit, y * unit, (x + wide) * unit, (y + wide) * unit), fill)


def strokes(page: Page, points: list[tuple[float, float]], colour: Colour, wide: float) -> None:
    """Put a line from point to point."""
    pixels = [(x * page.unit, y * page.unit) for x, y in points]
    page.draw.line(pixels, colour, round(wide * page.unit))


def status(page: Page, rng: Generator, colour: Colour) -> None:
    """Put the hour, the network and a battery along the top of a screen."""
    unit, ink = page.unit, Ink(12.5, colour, bold=True)
    page.write(clock(rng), (18 * unit, 8 * unit), ink)
    right(page, "4G", (312 * unit, 8 * unit), ink, goes_on=True)
    box(page, (318, 11, 342, 22), None, 3)
    box(page, (320, 13, 322 + 18 * float(rng.random()), 20), colour)


def centred(page: Page, words: str, width: float, ink: Ink, step: float = 1.45) -> None:
    """Put a paragraph below what is there, each line of it in the middle; `width` in points."""
    for number, line in enumerate(page.wrap(words, width * page.unit, ink.points, ink.bold)):
        left = (page.image.width - page.length(line, ink)) / 2
        page.write(line, (left, page.y), ink, goes_on=number > 0)
        page.y += step * ink.points * page.unit


def right(
    page: Page, words: str, at: tuple[float, float], ink: Ink, *, goes_on: bool = False
) -> None:
    """Put a line that ends at a place."""
    page.write(words, (at[0] - page.length(words, ink), at[1]), ink, goes_on=goes_on)


def label(page: Page, words: str, ink: Ink, ground: Colour, *, goes_on: bool = False) -> None:
    """Put a line on a label of its own below what is there."""
    left, pad, tall = 20 * page.unit, 0.4 * ink.points * page.unit, 1.5 * ink.points * page.unit
    at = (left - pad, page.y, left + page.length(words, ink) + pad, page.y + tall)
    page.draw.rounded_rectangle(at, pad, fill=ground)
    page.write(words, (left, page.y + 0.1 * tall), ink, goes_on=goes_on)
    page.y += tall


def row(page: Page, cells: tuple[str, ...], ink: Ink, ground: Colour) -> None:
    """Put a row of a table: four cells with lines around them."""
    unit, edges = page.unit, (18, 130, 196, 266, 342)
    for cell, left, end in zip(cells, edges[:-1], edges[1:], strict=True):
        at = (left * unit, page.y, end * unit, page.y + 29 * unit)
        page.draw.rectangle(at, ground, (120, 140, 150), 2)
        page.write(cell, ((left + 8) * unit, page.y + 5 * unit), ink, goes_on=left > edges[0])
    page.y += 29 * unit


def ramp(rng: Generator, size: tuple[int, int], one: Colour, other: Colour) -> Image.Image:
    """Return a ground that runs from one colour to another, down or aslant."""
    between = tuple((a + b) // 2 for a, b in zip(one, other, strict=True))
    ends = np.array([[one, between if rng.random() < 0.5 else one], [other, other]], np.uint8)
    return Image.fromarray(ends).resize(size, Image.Resampling.BILINEAR)


def landscape(rng: Generator, width: int, height: int) -> Image.Image:
    """Return a sky, ridges behind each other, water and huts, with a camera's grain."""
    image = ramp(rng, (width, height), *_SKIES[int(rng.integers(3))])
    draw, across = ImageDraw.Draw(image), np.linspace(0, 1, 60)
    tint = np.array([110, 140, 130]) * rng.uniform(0.8, 1.2, 3)
    for ridge in range(4):
        tops = np.full(60, 0.3 + 0.13 * ridge)
        for of in range(1, 5):
            tops += 0.045 / of * np.sin(across * rng.uniform(3, 24) + rng.uniform(0, 6))
        points = list(zip((across * width).tolist(), (tops * height).tolist(), strict=True))
        draw.polygon([(0, height), *points, (width, height)], _whole(tint * (1 - 0.2 * ridge)))
    water = (0, 0.82 * height, width, height)
    draw.rectangle(water, _whole(rng.uniform(60, 150, 3)))
    for _ in range(5):
        x, y = float(rng.uniform(0, width)), float(rng.uniform(0.62, 0.78) * height)
        side = float(rng.uniform(0.03, 0.07) * width)
        draw.rectangle((x, y, x + 2 * side, y + side), (226, 214, 190))
        roof = [(x - side / 4, y), (x + side, y - side / 1.5), (x + 2.25 * side, y)]
        draw.polygon(roof, (150, 62, 44))
    seen = image.filter(ImageFilter.GaussianBlur(width / 500))
    return grainy(rng, np.asarray(seen).astype(np.float64), 7)


def grainy(
    rng: Generator, seen: np.ndarray[tuple[int, ...], np.dtype[np.float64]], by: float
) -> Image.Image:
    """Return the picture with a camera's grain."""
    noise = rng.normal(0, by, (*seen.shape[:2], 1))
    return Image.fromarray(np.clip(seen + noise, 0, 255).astype(np.uint8))


def _whole(colour: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Colour:
    return int(colour[0]), int(colour[1]), int(colour[2])


def thread(rng: Generator, say: Sentences, look: Tints) -> Page:
    """A group's conversation below a phone's status line: names and hours inside the bubbles."""
    page = new_page(rng, look.face, look.ground, float(rng.uniform(1.5, 2.0)))
    unit, low, ink = page.unit, page.image.height / page.unit, look.theirs[1]
    box(page, (0, 0, 360, 84), look.bar)
    status(page, rng, ink)
    strokes(page, [(24, 46), (16, 55), (24, 64)], ink, 1.5)
    disc(page, 38, 37, 36, look.accent)
    names = ("Chi hội", "Bếp ăn", "Đội bóng", "Khu phố")
    title = f"{names[int(rng.integers(4))]} {place(rng)}"
    page.write(title, (84 * unit, 35 * unit), Ink(16, ink, bold=True))
    page.write(f"{rng.integers(5, 400)} thành viên", (84 * unit, 58 * unit), Ink(11.5, look.faint))
    page.y = 94 * unit
    centred(page, f"{clock(rng)} Hôm qua", 300, Ink(11.5, look.faint))
    page.y += 6 * unit
    while _message(page, rng, say, look):
        page.y += float(rng.choice([4, 10])) * unit
    box(page, (14, low - 46, 300, low - 10), None, 18)
    disc(page, 312, low - 46, 36, look.accent)
    page.write("Soạn tin nhắn", (30 * unit, (low - 38) * unit), Ink(14, look.faint))
    return page


def _message(page: Page, rng: Generator, say: Sentences, look: Tints) -> bool:
    """Put one bubble below what is there; False where there is no room."""
    unit, mine = page.unit, rng.random() < 0.35
    fill, colour = look.mine if mine else look.theirs
    ink, small = Ink(15.5, colour), Ink(11, look.faint)
    words = " ".join(say(rng) for _ in range(rng.integers(1, 3)))
    heads = [] if mine else [(f"Cô {place(rng)}", Ink(12.5, look.accent, bold=True))]
    if rng.random() < 0.4:
        heads.append(("Đã chuyển tiếp nhiều lần", small))
    body = page.wrap(words, 252 * unit, ink.points)
    tall = 30 + 19 * len(heads) + 21.5 * len(body)
    top, bottom = page.y / unit, page.y / unit + tall
    if bottom * unit > page.image.height - 58 * unit:
        return False
    lengths = [page.length(line, of) for line, of in [*heads, *((line, ink) for line in body)]]
    wide = max(lengths) / unit + 26
    left = 350 - wide if mine else 44
    box(page, (left, top, left + wide, bottom), fill, 14)
    if not mine:
        disc(page, 8, top, 30, look.faint)
    page.y += 6 * unit
    for head, of in heads:
        page.write(head, ((left + 13) * unit, page.y), of)
        page.y += 19 * unit
    for number, line in enumerate(body):
        page.write(line, ((left + 13) * unit, page.y), ink, goes_on=number > 0)
        page.y += 21.5 * unit
    right(page, clock(rng), ((left + wide - 12) * unit, page.y), small, goes_on=True)
    page.y = bottom * unit
    return True
