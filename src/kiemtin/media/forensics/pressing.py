"""How a picture was pressed, as hints that explain: once or twice, and where differently.

The file is read in a process apart. Messengers press every picture anew: none of this says
anything about what the picture shows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiemtin.media.apart.reader import BOUNDS, Bounds, ReaderRefused, read
from kiemtin.media.forensics.hint import Box, Hint
from kiemtin.media.forensics.pressing_says import LIMITS, SAYS
from kiemtin.refusal import Say

HARD = 60
"""Quality below which a JPEG hides most traces."""
MOST_BOXES = 20


@dataclass(frozen=True)
class Pressing:
    """Size in pixels of the picture seen upright, in which the hints' boxes are; quality of a JPEG
    (1 to 100, None for others) and whether its steps are exactly those of that quality."""

    width: int
    height: int
    quality: int | None
    exact: bool
    hints: tuple[Hint, ...]


def pressing(data: bytes, bounds: Bounds = BOUNDS) -> Pressing:
    """Return how a JPEG, PNG or WebP file was pressed, from its original bytes.

    Starts a process and waits for it. Raises ReaderRefused (broken, too_heavy, too_slow, busy).
    """
    facts, _ = read("compression", data, bounds=bounds)
    width, height = _whole(facts, "width"), _whole(facts, "height")
    if width is None or height is None or min(width, height) < 1:
        raise ReaderRefused("broken")
    quality = _whole(facts, "quality")
    hints = tuple(_hints(facts, width, height, quality))
    return Pressing(width, height, quality, facts.get("exact") is True, hints)


def _hints(
    facts: Mapping[str, object], width: int, height: int, quality: int | None
) -> Iterator[Hint]:
    if quality is not None and quality < HARD:
        yield _hint("pressed_hard", quality=quality)
    first = _whole(facts, "first_quality")
    if first is not None:
        yield _hint("pressed_twice", first=first)
        if once := _boxes(facts.get("once"), width, height):
            yield _hint("pressed_once_here", once)
    place = facts.get("grid")
    if isinstance(place, list) and facts.get("kind") != "jpeg":
        yield _hint("was_jpeg" if place == [0, 0] else "was_jpeg_cut")
    if others := _boxes(facts.get("other_grids"), width, height):
        yield _hint("other_blocks", others)


def _hint(code: str, where: tuple[Box, ...] = (), **numbers: int) -> Hint:
    says = Say(SAYS[code].vi.format(**numbers), SAYS[code].en.format(**numbers))
    return Hint(code, "some" if where else "low", (says,), LIMITS[code], where)


def _whole(facts: Mapping[str, object], name: str) -> int | None:
    value = facts.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _boxes(said: object, width: int, height: int) -> tuple[Box, ...]:
    """Return the boxes that fit into the picture: the reader's word is doubted."""
    if not isinstance(said, list):
        return ()
    boxes = (_box(one) for one in said[:MOST_BOXES])
    return tuple(
        one
        for one in boxes
        if one and 0 <= one.left < one.right <= width and 0 <= one.top < one.bottom <= height
    )


def _box(said: object) -> Box | None:
    if isinstance(said, list) and len(said) == 4 and all(isinstance(one, int) for one in said):
        return Box(*said)
    return None
