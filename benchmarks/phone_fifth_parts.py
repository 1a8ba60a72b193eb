"""What the fifth set is drawn with: streets, panels, paper on a table, conversations."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFilter

from benchmarks.phone_fourth_parts import WHITE, box, centred, disc, grainy, ramp, right, strokes
from benchmarks.phone_hard import pick
from benchmarks.phone_page import FACES, Colour, Ink, Page, Sentences, clock, font, new_page, place
from kiemtin.bulletin.paper import FONTS

WIDE = (720, 1080, 1179, 1220, 1260, 1440)
"""Pixels that screens of newer phones are wide."""
_SYSTEM = Path("/usr/share/fonts/truetype")
_DEJAVU, _NOTO = _SYSTEM / "dejavu", _SYSTEM / "noto"
_MORE = {
    "airy": (_DEJAVU / "DejaVuSans-ExtraLight.ttf", _DEJAVU / "DejaVuSans.ttf"),
    "clear": (_NOTO / "NotoSans-Regular.ttf", FONTS / "be-vietnam-pro-600.ttf"),
    "loud": (_NOTO / "NotoSansDisplay-Regular.ttf", FONTS / "be-vietnam-pro-800.ttf"),
    "press": (_NOTO / "NotoSerif-Regular.ttf", _NOTO / "NotoSerifDisplay-Bold.ttf"),
    "lean": (
        _DEJAVU / "DejaVuSansCondensed-Oblique.ttf",
        _DEJAVU / "DejaVuSansCondensed-BoldOblique.ttf",
    ),
    "pen": (_NOTO / "NotoSerifDisplay-Italic.ttf", _NOTO / "NotoSerifDisplay-BoldItalic.ttf"),
    "typed slant": (_DEJAVU / "DejaVuSerif-Italic.ttf", _DEJAVU / "DejaVuSerif-BoldItalic.ttf"),
}
FACES.update({name: pair for name, pair in _MORE.items() if all(one.exists() for one in pair)})
_CALLED = ("Dì", "Bác", "Anh", "Mợ", "Út")


@dataclass(frozen=True)
class Manner:
    """How a messenger shows a conversation; theirs and mine with the letters' colour."""

    face: str
    ground: tuple[Colour, Colour]
    bar: Colour
    theirs: tuple[Colour, Colour]
    mine: tuple[Colour, Colour]
    faint: Colour
    link: Colour
    points: float
    corner: float
    hours_inside: bool


DAY = Manner(
    face="clear",
    ground=((222, 236, 228), (240, 234, 216)),
    bar=(0, 104, 110),
    theirs=((255, 255, 255), (16, 28, 30)),
    mine=((206, 240, 226), (8, 40, 34)),
    faint=(92, 108, 108),
    link=(0, 106, 190),
    points=17,
    corner=9,
    hours_inside=True,
)
NIGHT = Manner(
    face="loud",
    ground=((10, 12, 24), (30, 16, 38)),
    bar=(16, 18, 32),
    theirs=((46, 46, 64), (236, 234, 246)),
    mine=((208, 66, 84), (255, 250, 248)),
    faint=(158, 156, 180),
    link=(136, 190, 255),
    points=15,
    corner=19,
    hours_inside=False,
)


def folded(words: str) -> str:
    """Return the words without signs above and below the letters, as many send SMS."""
    apart = unicodedata.normalize("NFD", words.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def day(rng: Generator) -> str:
    return f"{rng.integers(1, 29):02d}/{rng.integers(1, 13):02d}/2026"


def topline(page: Page, rng: Generator, colour: Colour) -> None:
    """Put the hour, the network and what is left of the battery along the top of a screen."""
    unit, ink = page.unit, Ink(12, colour, bold=True)
    page.write(clock(rng), (26 * unit, 7 * unit), ink)
    for bar in range(4):
        box(page, (262 + 5 * bar, 18 - 2.5 * bar, 265 + 5 * bar, 21), colour)
    right(page, f"5G {rng.integers(11, 99)}%", (338 * unit, 7 * unit), ink, goes_on=True)


def smiley(page: Page, x: float, y: float, wide: float) -> None:
    """Put a yellow face at a place given in points."""
    unit = page.unit
    disc(page, x, y, wide, (255, 204, 50))
    for eye in (0.26, 0.6):
        disc(page, x + eye * wide, y + 0.28 * wide, 0.14 * wide, (96, 60, 10))
    mouth = [(x + 0.22 * wide) * unit, (y + 0.3 * wide) * unit]
    mouth += [(x + 0.78 * wide) * unit, (y + 0.8 * wide) * unit]
    page.draw.arc(mouth, 20, 160, (96, 60, 10), round(0.08 * wide * unit))


def panel(
    page: Page, at: tuple[float, float, float, float], fill: Colour, share: float, corner: float
) -> None:
    """Lay a card through which the ground is seen; the place is given in points."""
    mask = Image.new("L", page.image.size)
    pixels = tuple(part * page.unit for part in at)
    edges = (pixels[0], pixels[1], pixels[2], pixels[3])
    ImageDraw.Draw(mask).rounded_rectangle(edges, corner * page.unit, fill=round(255 * share))
    page.image.paste(fill, (0, 0), mask)


def fade(page: Page, top: float, bottom: float, share: float) -> None:
    """Darken the picture from `top`, where nothing changes, to `bottom`; in points."""
    down = np.arange(page.image.height) / page.unit
    part = np.clip((down - top) / (bottom - top), 0, 1) * share * 255
    mask = np.repeat(part.astype(np.uint8)[:, None], page.image.width, axis=1)
    page.image.paste((0, 0, 0), (0, 0), Image.fromarray(mask))


def shaded(page: Page, words: str, x: float, width: float, ink: Ink) -> None:
    """Put a paragraph that throws a soft shadow below what is there; in points."""
    unit, mask = page.unit, Image.new("L", page.image.size)
    draw, face = ImageDraw.Draw(mask), font(page.face, ink.points * page.unit, ink.bold)
    for number, line in enumerate(page.wrap(words, width * unit, ink.points, ink.bold)):
        at = (x + 0.8) * unit, page.y + (number * 1.4 * ink.points + 1) * unit
        draw.text(at, line, fill=255, font=face, stroke_width=round(0.8 * unit))
    soft = mask.filter(ImageFilter.GaussianBlur(1.8 * unit))
    page.image.paste((0, 0, 0), (0, 0), soft.point(lambda part: min(225, 2 * part)))
    page.block(words, x * unit, width * unit, ink)


def justified(page: Page, words: str, x: float, width: float, ink: Ink) -> None:
    """Put a paragraph of lines that are all equally wide, the first set in; in points."""
    unit, inset, goes_on = page.unit, 20 * page.unit, False
    blank = page.length(" ", ink)
    rest = words.split()
    while rest:
        room, left = width * unit - inset, x * unit + inset
        line = [rest.pop(0)]
        while rest and page.length(" ".join([*line, rest[0]]), ink) <= room:
            line.append(rest.pop(0))
        spare = room - page.length(" ".join(line), ink) if rest else 0.0
        gap = blank + spare / max(1, len(line) - 1)
        for word in line:
            page.write(word, (left, page.y), ink, goes_on=goes_on)
            left, goes_on = left + page.length(word, ink) + gap, True
        page.y, inset = page.y + 1.42 * ink.points * unit, 0.0


def street(rng: Generator, width: int, height: int) -> Image.Image:
    """Return houses along a road, dry or under water, by day or at night, with people."""
    night, wet = rng.random() < 0.35, rng.random() < 0.5
    one, other = pick(rng, (((120, 176, 226), (226, 234, 240)), ((186, 190, 196), (224, 222, 214))))
    image, x = ramp(rng, (width, height), one, other), 0.0
    draw, foot = ImageDraw.Draw(image), 0.64 * height
    while x < width:
        wide, top = float(rng.uniform(0.09, 0.2)) * width, float(rng.uniform(0.12, 0.4)) * height
        draw.rectangle((x, top, x + wide, foot), _tint(rng, 120, 226))
        for row in np.arange(top + 0.03 * height, 0.5 * height, 0.075 * height):
            for column in np.arange(x + 0.015 * width, x + wide - 0.03 * width, 0.045 * width):
                pane = (column, row, column + 0.024 * width, row + 0.04 * height)
                lit = night and rng.random() < 0.5
                draw.rectangle(pane, (255, 222, 150) if lit else (70, 84, 100))
        draw.rectangle((x, 0.52 * height, x + wide, 0.555 * height), _tint(rng, 30, 230))
        x += wide
    draw.rectangle((0, foot, width, height), (142, 116, 84) if wet else (110, 110, 114))
    for _ in range(26 if wet else 6):
        left, line = float(rng.uniform(0, width)), float(rng.uniform(foot, height))
        end = left + float(rng.uniform(0.05, 0.2)) * width
        draw.line(
            (left, line, end, line), (176, 150, 116) if wet else (190, 190, 184), width // 300
        )
    for _ in range(5):
        left, low = float(rng.uniform(0, 0.95)) * width, float(rng.uniform(0.7, 0.82)) * height
        size = 0.07 * width
        draw.ellipse((left, low - 1.5 * size, left + size, low), _tint(rng, 20, 220))
        head = (left + 0.25 * size, low - 2.1 * size, left + 0.75 * size, low - 1.5 * size)
        draw.ellipse(head, (206, 164, 132))
    seen = np.asarray(image.filter(ImageFilter.GaussianBlur(width / 600))).astype(np.float64)
    return grainy(rng, seen * (0.5 if night else 1.0), 11 if night else 6)


def _tint(rng: Generator, low: int, high: int) -> Colour:
    red, green, blue = (int(part) for part in rng.integers(low, high, 3))
    return red, green, blue


def laid(rng: Generator, paper: Image.Image, table: Colour) -> Image.Image:
    """Return the paper as photographed on a table, a little from the side, in uneven light."""
    wide, high = paper.size
    grain = np.cumsum(rng.normal(0, 1.6, (high, 1, 1)), axis=0) % 24
    ground = np.broadcast_to(np.array(table) + grain - 12, (high, wide, 3))
    corners = ((0, 0), (wide, 0), (wide, high), (0, high))
    rows, wanted = [], []
    for u, v in corners:
        near = rng.uniform(0.012, 0.045, 2)
        x, y = abs(u - near[0] * wide), abs(v - near[1] * high)
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    by: list[float] = np.linalg.solve(np.array(rows, float), np.array(wanted, float)).tolist()
    way, how = Image.Transform.PERSPECTIVE, Image.Resampling.BICUBIC
    seen = paper.transform(paper.size, way, by, how)
    mask = Image.new("L", paper.size, 255).transform(paper.size, way, by, how)
    below = Image.fromarray(np.clip(ground, 0, 255).astype(np.uint8))
    below.paste((24, 20, 18), (wide // 90, wide // 90), mask.filter(ImageFilter.GaussianBlur(9)))
    below.paste(seen, (0, 0), mask)
    ends = Image.fromarray(rng.uniform(0.66, 1, (3, 2)).astype(np.float32))
    light = np.asarray(ends.resize(paper.size, Image.Resampling.BICUBIC)).astype(np.float64)
    shown = below.filter(ImageFilter.GaussianBlur(wide / 2600))
    return grainy(rng, np.asarray(shown).astype(np.float64) * light[..., None].clip(0, 1), 4)


def talk(rng: Generator, say: Sentences, look: Manner) -> Page:
    """A conversation: a bar, a pinned line, bubbles with answers and links, a field to type in."""
    page = new_page(rng, look.face, look.ground[0], float(rng.uniform(1.6, 2.1)), WIDE)
    page.image.paste(ramp(rng, page.image.size, *look.ground))
    unit, low = page.unit, page.image.height / page.unit
    box(page, (0, 0, 360, 80), look.bar)
    topline(page, rng, WHITE)
    strokes(page, [(22, 44), (14, 53), (22, 62)], WHITE, 2)
    names = ("Họ nhà", "Phụ huynh 4A", "Chợ quê", "Xóm dưới")
    page.write(f"{pick(rng, names)} {place(rng)}", (34 * unit, 32 * unit), Ink(16.5, WHITE, True))
    page.write(f"{rng.integers(8, 600)} người", (34 * unit, 56 * unit), Ink(12, (214, 222, 226)))
    page.y = 90 * unit
    if rng.random() < 0.5:
        box(page, (0, 80, 360, 118), look.theirs[0])
        line = page.wrap(f"Tin ghim: {say(rng)}", 318 * unit, 13.5)[0]
        page.write(f"{line}…", (16 * unit, 89 * unit), Ink(13.5, look.theirs[1]))
        page.y = 128 * unit
    count = 0
    while _bubble(page, rng, say, look) or _bubble(page, rng, say, look):
        count += 1
        page.y += float(pick(rng, (5, 12))) * unit
        if not look.hours_inside and count % 2 == 0 and page.y < (low - 140) * unit:
            centred(page, f"{clock(rng)}, {day(rng)}", 300, Ink(12, look.faint))
            page.y += 8 * unit
    box(page, (0, low - 50, 360, low), look.bar if look.bar[0] else WHITE)
    page.write("Nhập tin nhắn", (48 * unit, (low - 38) * unit), Ink(15, look.faint))
    smiley(page, 14, low - 37, 24)
    return page


def _bubble(page: Page, rng: Generator, say: Sentences, look: Manner) -> bool:
    """Put one message below what is there; False where there is no room."""
    unit, mine, points = page.unit, rng.random() < 0.35, look.points
    fill, colour = look.mine if mine else look.theirs
    ink, small, step = Ink(points, colour), Ink(12, look.faint), 1.38 * points
    body = page.wrap(" ".join(say(rng) for _ in range(rng.integers(1, 3))), 244 * unit, points)
    link = f"tin{rng.integers(10, 99)}.example/{rng.integers(100, 999)}"
    quoted = page.wrap(say(rng), 215 * unit, 12.5)[0] + "…" if rng.random() < 0.35 else ""
    linked, name = rng.random() < 0.3, "" if mine else f"{pick(rng, _CALLED)} {place(rng)}"
    lines = len(body) + linked
    tall = 18 + lines * step + 48 * bool(quoted) + 20 * bool(name) + 18 * look.hours_inside
    top = page.y / unit
    if (top + tall) * unit > page.image.height - 62 * unit:
        return False
    longest = [page.length(line, ink) for line in [*body, link * linked, name]]
    wide = (
        max(*longest, (page.length(quoted, Ink(12.5, colour)) + 24 * unit) if quoted else 0) / unit
        + 28
    )
    left = 348 - wide if mine else 46
    box(page, (left, top, left + wide, top + tall), fill, look.corner)
    if not mine:
        disc(page, 8, top, 30, _tint(rng, 70, 200))
    page.y, x = (top + 8) * unit, (left + 14) * unit
    if name:
        page.write(name, (x, page.y), Ink(13, look.link, bold=True))
        page.y += 20 * unit
    if quoted:
        edge = page.y / unit + 2
        strokes(page, [(left + 15, edge), (left + 15, edge + 38)], look.link, 2.5)
        other = Ink(12.5, colour, bold=True)
        page.write(f"{pick(rng, _CALLED)} {place(rng)}", (x + 9 * unit, page.y), other)
        page.write(quoted, (x + 9 * unit, page.y + 20 * unit), Ink(12.5, colour))
        page.y += 48 * unit
    for number, line in enumerate(body):
        page.write(line, (x, page.y), ink, goes_on=number > 0)
        page.y += step * unit
    if linked:
        page.write(link, (x, page.y), Ink(points, colour if mine else look.link), goes_on=True)
        under = page.y / unit + 1.24 * points
        end = (x + page.length(link, ink)) / unit
        strokes(page, [(left + 14, under), (end, under)], colour if mine else look.link, 1)
        page.y += step * unit
    if look.hours_inside:
        page.write(clock(rng), (x, page.y + unit), small, goes_on=True)
    elif rng.random() < 0.3:
        smiley(page, left + 4 if mine else left + wide - 22, top + tall - 8, 16)
    page.y = (top + tall) * unit
    return True
