"""Draws pictures as people forward them from their phones, with the text that is in each.

Eight kinds, each with two templates: the first set is for tuning, the second for reporting, with
other colours, fonts, sizes and places of things. Further designs for tuning are in phone_tuning.py,
phone_hard.py and phone_fourth.py; two more sets on which nothing was set are in phone_third.py and,
much harder, phone_fifth.py. All that is said in them is invented, unless other sentences are handed
in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.random import Generator
from PIL import Image

from benchmarks import phone_fifth, phone_fourth, phone_hard, phone_third, phone_tuning
from benchmarks.phone_chat import Look, chat
from benchmarks.phone_page import (
    Colour,
    Ink,
    Page,
    Sentences,
    clock,
    invented,
    new_page,
    photo,
    place,
)

TUNING, REPORTED, THIRD, FIFTH = 0, 1, 2, 3
"""The sets of templates."""
Template = Callable[[Generator, Sentences], Page]
_LIGHT = (
    Look(
        ground=(226, 232, 240),
        bar=(0, 132, 255),
        mine=(214, 238, 255),
        theirs=(255, 255, 255),
        my_ink=(20, 20, 20),
        ink=(20, 20, 20),
        faint=(110, 118, 128),
        face=(180, 150, 120),
        title=Ink(16, (255, 255, 255)),
    ),
    Look(
        ground=(255, 255, 255),
        bar=(247, 247, 247),
        mine=(10, 124, 255),
        theirs=(233, 233, 235),
        my_ink=(255, 255, 255),
        ink=(5, 5, 5),
        faint=(120, 120, 126),
        face=(90, 160, 110),
        font="project",
        title=Ink(18, (10, 10, 10), bold=True),
        corner=18,
    ),
)
_DARK = (
    Look(
        ground=(24, 26, 27),
        bar=(36, 37, 38),
        mine=(0, 92, 75),
        theirs=(48, 50, 52),
        my_ink=(233, 237, 239),
        ink=(228, 230, 235),
        faint=(150, 156, 160),
        face=(120, 90, 160),
        title=Ink(16, (230, 230, 230)),
    ),
    Look(
        ground=(0, 0, 0),
        bar=(18, 18, 18),
        mine=(120, 60, 220),
        theirs=(38, 38, 42),
        my_ink=(255, 255, 255),
        ink=(240, 240, 240),
        faint=(152, 152, 160),
        face=(200, 120, 60),
        font="project",
        title=Ink(18, (245, 245, 245), bold=True),
        corner=18,
    ),
)


def sms(rng: Generator, say: Sentences, which: int) -> Page:
    """One long message of an unknown sender."""
    page = new_page(rng, ("dejavu", "noto")[which], ((250, 250, 252), (18, 19, 22))[which], 1.3)
    unit, colour = page.unit, ((30, 30, 34), (226, 226, 232))[which]
    at = (60, 130)[which] * unit, 18 * unit
    page.write(f"+84 900 000 {rng.integers(100, 999)}", at, Ink(17, colour))
    page.write(f"Hôm nay, {clock(rng)}", (140 * unit, 64 * unit), Ink(12, (128, 128, 134)))
    words = (
        " ".join(say(rng) for _ in range(3))
        + f" Truy cập https://vi-du{rng.integers(10, 99)}.example/nhan-qua"
    )
    tall = 108 + 23 * len(page.wrap(words, 270 * unit, 16))
    box = (16 * unit, 92 * unit, 316 * unit, tall * unit)
    page.draw.rounded_rectangle(box, 16 * unit, fill=((229, 229, 234), (44, 46, 52))[which])
    page.y = 100 * unit
    page.block(words, 30 * unit, 270 * unit, Ink(16, colour), 23 / 16)
    return page


def poster(rng: Generator, say: Sentences, which: int) -> Page:
    """Big letters on a coloured ground, with a band."""
    grounds = (
        ((196, 30, 40), (12, 80, 160), (250, 205, 60)),
        ((18, 110, 70), (240, 240, 235), (235, 120, 20)),
    )
    ground = grounds[which][int(rng.integers(3))]
    colour: Colour = (25, 25, 25) if sum(ground) > 480 else (255, 255, 255)
    page = new_page(rng, ("project", "dejavu")[which], ground, 1.3, (720, 1080))
    unit, left = page.unit, 24 * page.unit
    band: Colour = ((255, 235, 60), (190, 20, 30))[which]
    page.draw.rectangle((0, 18 * unit, page.image.width, 74 * unit), fill=band)
    head = ("CẢNH BÁO KHẨN CẤP", "THÔNG BÁO KHẨN")[which]
    page.write(head, (left, 26 * unit), Ink(26, ((180, 0, 0), (255, 255, 255))[which], bold=True))
    page.y = 92 * unit
    page.block(say(rng).upper(), left, 310 * unit, Ink((23, 21)[which], colour, bold=True))
    page.y += 12 * unit
    page.block(say(rng), left, 310 * unit, Ink((17, 16)[which], colour))
    if which:
        ring = (270 * unit, page.y + 8 * unit, 340 * unit, page.y + 78 * unit)
        page.draw.ellipse(ring, fill=band)
    page.y = max(page.y + 20 * unit, page.image.height - 44 * unit)
    page.write(f"Nguồn: Ban chỉ huy xã {place(rng)}", (left, page.y), Ink(13, colour))
    return page


def web_page(rng: Generator, say: Sentences, which: int) -> Page:
    """A news article in a browser: address, headline, a picture, text."""
    page = new_page(rng, ("serif", "noto")[which], (255, 255, 255), 1.9)
    unit, left, width = page.unit, 16 * page.unit, 328 * page.unit
    bar = ((240, 242, 245), (32, 33, 36))[which]
    page.draw.rectangle((0, 0, page.image.width, 48 * unit), fill=bar)
    ink = Ink(14, ((60, 60, 60), (230, 230, 230))[which])
    page.write(f"tin-{rng.integers(10, 99)}.example", (70 * unit, 14 * unit), ink)
    page.y = 64 * unit
    page.block(say(rng), left, width, Ink((22, 20)[which], (15, 15, 15), bold=True))
    day = f"{rng.integers(1, 29):02d}/{rng.integers(1, 13):02d}/2026 {clock(rng)}"
    page.write(day, (left, page.y + 4 * unit), Ink(12, (115, 115, 115)))
    page.y += 30 * unit
    if which == 0 or rng.random() < 0.5:
        shown = photo(rng, round(width), round(150 * unit))
        page.image.paste(shown, (round(left), round(page.y)))
        page.y += 162 * unit
    while page.y < page.image.height - 130 * unit:
        ink = Ink(16, ((34, 34, 34), (60, 64, 67))[which])
        page.block(f"{say(rng)} {say(rng)}", left, width, ink)
        page.y += 12 * unit
    return page


def caption(rng: Generator, say: Sentences, which: int) -> Page:
    """A photo with words over it or on a bar."""
    page = new_page(rng, ("noto", "medium")[which], (0, 0, 0), 1.0, (720, 1080))
    unit, width = page.unit, page.image.width
    page.image.paste(photo(rng, width, page.image.height))
    words = say(rng)
    lines = page.wrap(words, 316 * unit, 20, True)
    page.y = (16 if which else 340 - 28 * len(lines)) * unit
    if which:
        low = page.y + (28 * len(lines) + 8) * unit
        page.draw.rectangle((0, page.y - 8 * unit, width, low), fill=(10, 10, 10))
    ink = Ink(20, (255, 221, 51) if which else (255, 255, 255), True, 0 if which else 1.5)
    page.block(words, 22 * unit, 316 * unit, ink)
    return page


def notice(rng: Generator, say: Sentences, which: int) -> Page:
    """A typed letter with a stamp over a corner, as photographed flat."""
    ground = ((252, 250, 244), (236, 238, 240))[which]
    page = new_page(rng, "serif", ground, 1.35, (1080, 1440))
    unit, colour = page.unit, ((20, 20, 20), (45, 42, 50))[which]
    at = (24, 60)[which] * unit, 20 * unit
    page.write(f"ỦY BAN NHÂN DÂN XÃ {place(rng).upper()}", at, Ink(11, colour, bold=True))
    head = ("THÔNG BÁO", "CÔNG VĂN HỎA TỐC")[which]
    page.write(head, ((140, 110)[which] * unit, 56 * unit), Ink(16, colour, bold=True))
    page.y = 92 * unit
    for number in range(1, 5):
        ink = Ink((11.5, 12)[which], colour)
        page.block(f"{number}. {say(rng)} {say(rng)}", 24 * unit, 314 * unit, ink)
        page.y += 6 * unit
    at = 200 * unit, page.y + 12 * unit
    page.write("TM. ỦY BAN NHÂN DÂN", at, Ink(11, colour, bold=True))
    middle = page.y + 66 * unit
    ring = (205 * unit, middle - 30 * unit, 275 * unit, middle + 40 * unit)
    page.draw.ellipse(ring, outline=(205, 40, 50), width=round(2.5 * unit))
    return page


def post(rng: Generator, say: Sentences, which: int) -> Page:
    """A post of a social network: name, hour, text, a picture, counts."""
    ground = ((255, 255, 255), (36, 37, 38))[which]
    page = new_page(rng, ("project", "dejavu")[which], ground, 1.5)
    unit = page.unit
    colour, faint = (((5, 5, 5), (101, 103, 107)), ((228, 230, 235), (176, 179, 184)))[which]
    page.draw.ellipse((14 * unit, 14 * unit, 54 * unit, 54 * unit), fill=(90, 140, 190))
    page.write(f"Chợ {place(rng)}", (64 * unit, 14 * unit), Ink(15, colour, bold=True))
    page.write(f"{rng.integers(2, 23)} giờ trước", (64 * unit, 36 * unit), Ink(12, faint))
    page.y = 68 * unit
    page.block(" ".join(say(rng) for _ in range(3)), 14 * unit, 332 * unit, Ink(15, colour))
    page.y += 10 * unit
    shown = photo(rng, page.image.width, round(150 * unit))
    page.image.paste(shown, (0, round(page.y)))
    at = 230 * unit, page.y + 160 * unit
    page.write(f"{rng.integers(2, 900)} bình luận", at, Ink(12, faint))
    return page


def _kinds(which: int) -> dict[str, Template]:
    return {
        "chat, light": lambda rng, say: chat(rng, say, _LIGHT[which]),
        "chat, dark": lambda rng, say: chat(rng, say, _DARK[which]),
        "SMS": lambda rng, say: sms(rng, say, which),
        "poster": lambda rng, say: poster(rng, say, which),
        "web page": lambda rng, say: web_page(rng, say, which),
        "caption": lambda rng, say: caption(rng, say, which),
        "notice": lambda rng, say: notice(rng, say, which),
        "post": lambda rng, say: post(rng, say, which),
    }


KINDS: tuple[dict[str, Template], ...] = (
    _kinds(TUNING)
    | phone_tuning.KINDS
    | phone_hard.KINDS
    | {f"{name}, more": draw for name, draw in phone_fourth.KINDS.items()},
    _kinds(REPORTED),
    phone_third.KINDS,
    phone_fifth.KINDS,
)


@dataclass(frozen=True)
class Drawn:
    """A picture as JPEG bytes, its kind, whether it was forwarded, and the parts that are written
    in it, each as one line."""

    kind: str
    data: bytes
    forwarded: bool
    parts: tuple[str, ...]


def drawn(number: int, which: int, say: Sentences = invented) -> Drawn:
    """Return picture `number` of a set of templates; every second round is forwarded once."""
    rng = np.random.default_rng([number, which, 7])
    kinds = KINDS[which]
    kind = list(kinds)[number % len(kinds)]
    page = kinds[kind](rng, say)
    forwarded = number // len(kinds) % 2 == 1
    data = _jpeg(page.image, int(rng.integers(60, 91)))
    if forwarded:
        data = _forwarded(data, rng)
    return Drawn(kind, data, forwarded, tuple(" ".join(lines) for lines in page.said))


def _forwarded(data: bytes, rng: Generator) -> bytes:
    """Return the picture as a messenger passes it on: at most 720 to 1,080 wide, pressed again."""
    with Image.open(BytesIO(data)) as image:
        scale = min(1.0, float(rng.choice([720, 828, 960])) / image.width)
        size = round(image.width * scale), round(image.height * scale)
        return _jpeg(image.resize(size, Image.Resampling.BILINEAR), int(rng.integers(60, 86)))


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()
