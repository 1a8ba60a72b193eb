"""Further designs for tuning: conversations shown dark, posters and captions of other fonts."""

from collections.abc import Callable

from numpy.random import Generator

from benchmarks.phone_chat import Look, chat
from benchmarks.phone_page import Ink, Page, Sentences, new_page, photo, place

_BLACK = Look(
    ground=(0, 0, 0),
    bar=(10, 10, 12),
    mine=(200, 40, 110),
    theirs=(32, 32, 34),
    my_ink=(255, 255, 255),
    ink=(250, 250, 250),
    faint=(140, 140, 148),
    face=(60, 140, 220),
    font="medium",
    title=Ink(17, (250, 250, 250), bold=True),
    corner=16,
)
_SLATE = Look(
    ground=(33, 37, 43),
    bar=(26, 29, 34),
    mine=(64, 120, 242),
    theirs=(62, 68, 81),
    my_ink=(255, 255, 255),
    ink=(220, 223, 228),
    faint=(150, 156, 166),
    face=(190, 80, 70),
    font="project",
    title=Ink(15, (220, 223, 228)),
    corner=4,
)
_GREEN = Look(
    ground=(11, 20, 26),
    bar=(32, 44, 51),
    mine=(0, 168, 132),
    theirs=(32, 44, 51),
    my_ink=(10, 16, 20),
    ink=(233, 237, 239),
    faint=(134, 150, 160),
    face=(220, 190, 90),
    font="dejavu",
    title=Ink(17, (233, 237, 239)),
    points=14,
    corner=8,
)


def banded(rng: Generator, say: Sentences) -> Page:
    """A poster of bands, each of another colour, with large and small letters."""
    page = new_page(rng, "noto", (20, 60, 130), 1.2, (720, 1080))
    unit, width = page.unit, page.image.width
    page.write("TIN KHẨN", (30 * unit, 16 * unit), Ink(34, (255, 225, 60), bold=True))
    page.draw.rectangle((0, 72 * unit, width, 200 * unit), fill=(245, 245, 240))
    page.y = 80 * unit
    page.block(say(rng), 20 * unit, 320 * unit, Ink(18, (20, 60, 130), bold=True))
    page.draw.rectangle((0, 200 * unit, width, 300 * unit), fill=(220, 90, 20))
    page.y = 208 * unit
    page.block(say(rng), 20 * unit, 320 * unit, Ink(16, (255, 255, 255)))
    page.draw.polygon(
        [(300 * unit, 340 * unit), (350 * unit, 340 * unit), (325 * unit, 310 * unit)]
    )
    page.y = 330 * unit
    page.block(say(rng), 20 * unit, 270 * unit, Ink(14, (255, 255, 255)))
    return page


def boxed(rng: Generator, say: Sentences) -> Page:
    """A poster with a frame, a disc behind the heading and a box with the source."""
    page = new_page(rng, "serif", (255, 244, 214), 1.4, (720, 1080, 1440))
    unit, width, low = page.unit, page.image.width, page.image.height
    red = (176, 18, 28)
    frame = (8 * unit, 8 * unit, width - 8 * unit, low - 8 * unit)
    page.draw.rectangle(frame, outline=red, width=round(4 * unit))
    page.draw.ellipse((250 * unit, 20 * unit, 340 * unit, 110 * unit), fill=(255, 190, 40))
    page.y = 30 * unit
    page.block(say(rng).upper(), 24 * unit, 312 * unit, Ink(20, red, bold=True))
    page.y += 10 * unit
    for _ in range(2):
        page.block(say(rng), 24 * unit, 312 * unit, Ink(15, (40, 30, 20)))
        page.y += 8 * unit
    page.draw.rectangle((24 * unit, low - 60 * unit, 336 * unit, low - 24 * unit), fill=red)
    words = f"Nguồn: UBND xã {place(rng)}"
    page.write(words, (34 * unit, low - 50 * unit), Ink(13, (255, 255, 255), bold=True))
    return page


def coloured(rng: Generator, say: Sentences) -> Page:
    """A photo with coloured words that have a dark edge, in its middle."""
    page = new_page(rng, "noto", (0, 0, 0), 1.1, (720, 1080))
    unit, inks = page.unit, ((90, 240, 255), (255, 150, 50), (190, 255, 90))
    page.image.paste(photo(rng, page.image.width, page.image.height))
    page.y = 150 * unit
    ink = Ink(float(rng.choice([16, 22])), inks[int(rng.integers(3))], True, 1.5)
    page.block(say(rng), 24 * unit, 312 * unit, ink)
    return page


KINDS: dict[str, Callable[[Generator, Sentences], Page]] = {
    "chat, black": lambda rng, say: chat(rng, say, _BLACK),
    "chat, slate": lambda rng, say: chat(rng, say, _SLATE),
    "chat, green": lambda rng, say: chat(rng, say, _GREEN),
    "poster, banded": banded,
    "poster, boxed": boxed,
    "caption, coloured": coloured,
}
