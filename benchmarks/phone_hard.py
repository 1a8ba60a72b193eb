"""Harder designs for tuning: words with thick edges or shadows, stamps put on askew, tables."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFilter

from benchmarks.phone_page import (
    Colour,
    Ink,
    Page,
    Sentences,
    clock,
    font,
    new_page,
    photo,
    place,
)

Thing = TypeVar("Thing")
WHITE: Colour = (255, 255, 255)
BRIGHT: tuple[Colour, ...] = ((255, 225, 40), (120, 255, 120), (255, 140, 190), (110, 230, 255))
BOLD = ("dejavu", "noto", "project", "narrow", "display")


def pick(rng: Generator, things: Sequence[Thing]) -> Thing:
    return things[int(rng.integers(len(things)))]


def outlined(rng: Generator, say: Sentences) -> Page:
    """A photo, words with thick dark edges above and below, often in two colours."""
    page = new_page(rng, pick(rng, BOLD), (0, 0, 0), float(rng.uniform(1, 1.4)), (720, 828, 1080))
    unit = page.unit
    page.image.paste(photo(rng, page.image.width, page.image.height))
    above, below = pick(rng, (WHITE, *BRIGHT)), pick(rng, (WHITE, *BRIGHT))
    points, edge = float(rng.uniform(16, 24)), float(rng.uniform(1.2, 2.8))
    page.y = 18 * unit
    page.block(say(rng), 18 * unit, 324 * unit, Ink(points, above, True, edge), 1.45)
    words = say(rng)
    tall = 1.45 * points * len(page.wrap(words, 324 * unit, points, True))
    page.y = page.image.height - (18 + tall) * unit
    page.block(words, 18 * unit, 324 * unit, Ink(points, below, True, edge), 1.45)
    return page


def shadowed(rng: Generator, say: Sentences) -> Page:
    """White words on a photo, set off by a soft shadow alone."""
    page = new_page(rng, pick(rng, BOLD), (0, 0, 0), 1.2, (720, 1080))
    unit, width, low = page.unit, page.image.width, page.image.height
    ground = photo(rng, width, low)
    page.image.paste(ground)
    page.y = float(rng.uniform(30, 220)) * unit
    start, ink = page.y, Ink(float(rng.uniform(18, 24)), WHITE, True)
    words = say(rng)
    page.block(words, 22 * unit, 316 * unit, ink)
    shade, draw = Image.new("L", (width, low)), None
    draw = ImageDraw.Draw(shade)
    lines = page.said[-1]
    for number, line in enumerate(lines):
        at = 23.5 * unit, start + (1.4 * ink.points * number + 1.5) * unit
        face = font(page.face, ink.points * unit, True)
        draw.text(at, line, fill=235, font=face, stroke_width=round(1.5 * unit))
    dark = Image.new("RGB", (width, low))
    page.image.paste(
        Image.composite(dark, ground, shade.filter(ImageFilter.GaussianBlur(1.5 * unit)))
    )
    page.said.pop()
    page.y = start
    page.block(words, 22 * unit, 316 * unit, ink)
    return page


def askew(rng: Generator, say: Sentences) -> Page:
    """A photo or a screen with words, and a stamp put on askew."""
    page = new_page(rng, pick(rng, BOLD), (0, 0, 0), 1.2, (720, 828, 1080))
    unit, width, low = page.unit, page.image.width, page.image.height
    page.image.paste(photo(rng, width, low))
    word = pick(rng, ("SAI SỰ THẬT", "TIN CŨ", "CHƯA XÁC MINH", "ĐÃ KIỂM TRA", "TIN ĐÚNG"))
    ink: Colour = pick(rng, ((200, 20, 30), (10, 110, 60), (20, 60, 150)))
    face = font(pick(rng, BOLD), float(rng.uniform(20, 30)) * unit, True)
    wide = face.getlength(word) + 30 * unit
    stamp = Image.new("RGBA", (round(wide), round(face.size + 22 * unit)))
    draw = ImageDraw.Draw(stamp)
    filled = rng.random() < 0.5
    draw.rounded_rectangle(
        (3, 3, stamp.width - 4, stamp.height - 4),
        6 * unit,
        (*ink, 255) if filled else (255, 255, 255, 240),
        (*ink, 255),
        round(3 * unit),
    )
    draw.text((15 * unit, 8 * unit), word, fill=WHITE if filled else ink, font=face)
    angle = float(rng.uniform(-18, 18))
    stamp = stamp.rotate(angle, Image.Resampling.BICUBIC, expand=True)
    page.image.paste(stamp, (round(float(rng.uniform(10, 60)) * unit), round(60 * unit)), stamp)
    page.said.append([word])
    words = say(rng)
    high = low - round((24 + 28 * len(page.wrap(words, 328 * unit, 19))) * unit)
    tint, colour = pick(rng, (((12, 16, 30, 190), WHITE), ((255, 255, 255, 205), (20, 20, 24))))
    bar = Image.new("RGBA", (width, low - high), tint)
    page.image.paste(bar, (0, high), bar)
    page.y = high + 10 * unit
    page.block(words, 16 * unit, 328 * unit, Ink(19, colour), 28 / 19)
    return page


def graded(rng: Generator, say: Sentences) -> Page:
    """A card of changing colours with centred words."""
    page = new_page(rng, pick(rng, BOLD), (0, 0, 0), 1.6, (720, 1080))
    unit, width, low = page.unit, page.image.width, page.image.height
    light = rng.random() < 0.4
    ends = rng.integers(175, 250, (2, 2, 3)) if light else rng.integers(20, 130, (2, 2, 3))
    ground = Image.fromarray(ends.astype(np.uint8)).resize((width, low), Image.Resampling.BICUBIC)
    page.image.paste(ground)
    page.y = 120 * unit
    colour = (30, 20, 40) if light else WHITE
    for points in (24, 17):
        ink = Ink(points, colour, bold=points > 20)
        for number, line in enumerate(page.wrap(say(rng), 300 * unit, points, ink.bold)):
            at = (width - page.length(line, ink)) / 2, page.y
            page.write(line, at, ink, goes_on=number > 0)
            page.y += 1.45 * points * unit
        page.y += 24 * unit
    return page


def table(rng: Generator, say: Sentences) -> Page:
    """A receipt or a list of measured values: what, and at the right how much."""
    page = new_page(rng, pick(rng, BOLD), (248, 249, 251), 1.5, (720, 1080, 1170))
    unit, faint, black = page.unit, (100, 104, 112), (22, 24, 30)
    page.write("Giao dịch thành công", (92 * unit, 24 * unit), Ink(18, black, bold=True))
    page.y = 76 * unit
    rows = (
        ("Số tiền", f"{int(rng.integers(1, 900)) * 1000:,} VND".replace(",", ".")),
        ("Người nhận", f"QUY CUU TRO {place(rng).upper()}"),
        ("Mực nước", f"{rng.integers(100, 999)} cm"),
        ("Thời gian", f"{clock(rng)} {rng.integers(1, 29)}/{rng.integers(1, 13)}/2026"),
        ("Mã giao dịch", f"FT{rng.integers(10**9, 10**10)}"),
    )
    for name, value in rows:
        page.write(name, (20 * unit, page.y), Ink(14, faint))
        ink = Ink(14, black, bold=bool(rng.integers(2)))
        at = page.image.width - 20 * unit - page.length(value, ink), page.y
        page.write(value, at, ink, goes_on=True)
        page.y += 34 * unit
        page.draw.line((20 * unit, page.y - 8 * unit, 340 * unit, page.y - 8 * unit), (225,) * 3, 2)
    page.block(f"Nội dung: {say(rng)}", 20 * unit, 320 * unit, Ink(14, black))
    return page


def lit(rng: Generator, say: Sentences) -> Page:
    """A typed letter with a head of two halves, photographed where light falls unevenly."""
    page = new_page(rng, pick(rng, ("serif", "noto serif")), (250, 249, 245), 1.4, (1080, 1440))
    unit, black = page.unit, (34, 34, 38)
    page.write(f"UBND XÃ {place(rng).upper()}", (18 * unit, 18 * unit), Ink(8.5, black, bold=True))
    page.write(f"Số: {rng.integers(10, 99)}/CV-UBND", (30 * unit, 36 * unit), Ink(9.5, black))
    motto = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    page.write(motto[0], (166 * unit, 18 * unit), Ink(8.5, black, bold=True))
    page.write(motto[1], (180 * unit, 36 * unit), Ink(9.5, black, bold=True), goes_on=True)
    page.write("CÔNG VĂN", (140 * unit, 70 * unit), Ink(15, black, bold=True))
    page.y = 100 * unit
    for _ in range(4):
        page.block(f"{say(rng)} {say(rng)}", 22 * unit, 316 * unit, Ink(11.5, black), 1.45)
        page.y += 5 * unit
    ends = rng.uniform(0.55, 1, (2, 2)).astype(np.float32)
    light = np.asarray(Image.fromarray(ends).resize(page.image.size, Image.Resampling.BICUBIC))
    shown = (np.asarray(page.image) * light[..., None].clip(0, 1)).astype(np.uint8)
    page.image.paste(Image.fromarray(shown))
    return page


KINDS: dict[str, Callable[[Generator, Sentences], Page]] = {
    "caption, outlined": outlined,
    "caption, shadowed": shadowed,
    "stamp askew": askew,
    "card, graded": graded,
    "table": table,
    "notice, lit": lit,
}
