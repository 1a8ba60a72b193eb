"""Draws a conversation as messengers show it: theirs left, ours right, hours inside or below."""

from dataclasses import dataclass

from numpy.random import Generator

from benchmarks.phone_page import Colour, Ink, Page, Sentences, clock, new_page, place

GROUPS = ("Xóm", "Nhóm lớp", "Tổ dân phố")


@dataclass(frozen=True)
class Look:
    """A messenger's colours, font, points of its letters, corners of its bubbles."""

    ground: Colour
    bar: Colour
    mine: Colour
    theirs: Colour
    my_ink: Colour
    ink: Colour
    faint: Colour
    face: Colour
    title: Ink
    font: str = "noto"
    points: float = 15.0
    corner: float = 12.0


def chat(rng: Generator, say: Sentences, look: Look) -> Page:
    """Return a page with a bar and as many bubbles as it holds."""
    page = new_page(rng, look.font, look.ground, float(rng.uniform(1.4, 2.1)))
    title = f"{GROUPS[int(rng.integers(3))]} {place(rng)}"
    unit = page.unit
    page.draw.rectangle((0, 0, page.image.width, 56 * unit), fill=look.bar)
    page.write(title, (56 * unit, 16 * unit), look.title)
    page.draw.ellipse((12 * unit, 12 * unit, 44 * unit, 44 * unit), fill=look.title.colour)
    page.y = 70 * unit
    inside = bool(rng.integers(2))
    while _bubble(page, rng, say, look, inside):
        page.y += float(rng.choice([6, 14])) * unit
    return page


def _bubble(page: Page, rng: Generator, say: Sentences, look: Look, inside: bool) -> bool:
    """Put one message below what is there; False where there is no room."""
    unit, points = page.unit, look.points
    mine, step = rng.random() < 0.4, points + 6
    lines = page.wrap(" ".join(say(rng) for _ in range(rng.integers(1, 4))), 232 * unit, points)
    tall = (len(lines) * step + 20 + (16 if inside else 0)) * unit
    if page.y + tall > page.image.height - 30 * unit:
        return False
    ink = Ink(points, look.my_ink if mine else look.ink)
    wide = max(page.length(line, ink) for line in lines) + 26 * unit
    left = page.image.width - wide - 12 * unit if mine else 52 * unit
    box = (left, page.y, left + wide, page.y + tall)
    page.draw.rounded_rectangle(box, look.corner * unit, fill=look.mine if mine else look.theirs)
    if not mine:
        page.draw.ellipse((10 * unit, page.y, 42 * unit, page.y + 32 * unit), fill=look.face)
    for number, line in enumerate(lines):
        at = left + 13 * unit, page.y + (8 + step * number) * unit
        page.write(line, at, ink, goes_on=number > 0)
    if inside:
        at = left + 13 * unit, page.y + tall - 20 * unit
        page.write(clock(rng), at, Ink(11, look.faint), goes_on=True)
    page.y += tall
    return True
