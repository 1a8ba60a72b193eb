"""Measures how often traces planted in pictures are hinted at, and how often clean ones are.

    python benchmarks/bench_forensics.py [--pictures 60] [--first 800000] [--photos FOLDER]

Draws pictures (benchmarks/drawn.py), or takes the photographs of a folder, and makes of each: a
copy within it, a JPEG saved twice, a paste into a JPEG saved before, and a paste from another JPEG
in a PNG; and the same without the plant. "found" counts hints of that code, for a place only where
a box meets the planted one by a fifth of both together; "false" counts the hint where nothing of
the kind was planted. Thresholds were set on pictures from number 9,996 on.
"""

import argparse
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from numpy.random import Generator
from PIL import Image

from benchmarks.altered import forwarded
from benchmarks.drawn import draw, kind_of
from benchmarks.machine import machine
from kiemtin.media.forensics import Box
from kiemtin.media.forensics.clone import clones
from kiemtin.media.readers import compression

FIRST = 800_000
FINDS = ("clone", "pressed_twice", "pressed_once_here", "was_jpeg", "other_blocks")
Found = dict[str, list[Box]]
Made = tuple[bytes, str, Box | None]
Case = Callable[[Image.Image, Image.Image, Generator], Made]


def main() -> int:
    """Print the tables."""
    options = _options()
    pictures = list(_pictures(options))
    tallies: dict[tuple[str, str, str], list[bool]] = {}
    for at, (kind, image) in enumerate(pictures):
        other = pictures[(at + 1) % len(pictures)][1].resize(image.size)
        for name, case in CASES.items():
            data, code, place = case(image, other, np.random.default_rng([at, 5]))
            found = _found(data)
            for one in FINDS:
                hit = one in found and (one != code or _met(found[one], place))
                tallies.setdefault((name, one, kind), []).append(hit)
                tallies.setdefault((name, one, "all"), []).append(hit)
    _print(tallies)
    print(
        f"\n{len(pictures)} pictures, {'photographs' if options.photos else 'drawn'}; {machine()}"
    )
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pictures", type=int, default=60)
    parser.add_argument("--first", type=int, default=FIRST)
    parser.add_argument("--photos", type=Path)
    return parser.parse_args()


def _pictures(options: argparse.Namespace) -> list[tuple[str, Image.Image]]:
    if options.photos:
        files = sorted(one for one in options.photos.rglob("*") if one.suffix in (".jpg", ".png"))
        made = [("photo", Image.open(one).convert("RGB")) for one in files]
        return [(kind, one) for kind, one in made if min(one.size) >= 256]
    numbers = range(options.first, options.first + options.pictures)
    return [(kind_of(number), draw(number)) for number in numbers]


def _found(data: bytes) -> Found:
    """Return the codes of the hints with their boxes, read here without a process apart."""
    facts, _ = compression.read(data, {})
    found: Found = {}
    if copies := clones(np.asarray(Image.open(BytesIO(data)).convert("L"))):
        found["clone"] = [box for one in copies for box in (one.first, one.second)]
    if "first_quality" in facts:
        found["pressed_twice"] = []
    if facts.get("grid") is not None and facts["kind"] != "jpeg":
        found["was_jpeg"] = []
    for code, name in (("pressed_once_here", "once"), ("other_blocks", "other_grids")):
        boxes = facts.get(name)
        if isinstance(boxes, list) and boxes:
            found[code] = [Box(*one) for one in boxes]
    return found


def _met(boxes: list[Box], place: Box | None) -> bool:
    return place is None or any(_shared(one, place) >= 0.2 for one in boxes)


def _shared(one: Box, other: Box) -> float:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    both = max(0, across) * max(0, down)
    areas = sum((box.right - box.left) * (box.bottom - box.top) for box in (one, other))
    return both / max(areas - both, 1)


def _place(image: Image.Image, rng: Generator, side: int) -> Box:
    left = int(rng.integers(0, image.width - side))
    top = int(rng.integers(0, image.height - side))
    return Box(left, top, left + side, top + side)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    file = BytesIO()
    image.save(file, "JPEG", quality=quality)
    return file.getvalue()


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def once(image: Image.Image, _: Image.Image, rng: Generator) -> Made:
    """One JPEG, quality 75 to 92."""
    return _jpeg(image, int(rng.integers(75, 93))), "", None


def never(image: Image.Image, _: Image.Image, __: Generator) -> Made:
    """A PNG that never was a JPEG."""
    return _png(image), "", None


def copied(image: Image.Image, _: Image.Image, rng: Generator) -> Made:
    """A quarter of the shorter side copied within the picture, then one JPEG."""
    side = min(image.size) // 4
    here, there = _place(image, rng, side), _place(image, rng, side)
    while max(abs(here.left - there.left), abs(here.top - there.top)) < side:
        there = _place(image, rng, side)
    out = image.copy()
    out.paste(image.crop(here), (there.left, there.top))
    return _jpeg(out, int(rng.integers(75, 93))), "clone", there


def twice(image: Image.Image, _: Image.Image, rng: Generator) -> Made:
    """JPEG of quality 55 to 75, then of 82 to 95."""
    first = forwarded(image, int(rng.integers(55, 76)))
    return _jpeg(first, int(rng.integers(82, 96))), "pressed_twice", None


def pasted(image: Image.Image, other: Image.Image, rng: Generator) -> Made:
    """A third of the shorter side, never pressed, in a JPEG of 55 to 75; then 85 to 95."""
    place = _place(image, rng, min(image.size) // 3)
    out = forwarded(image, int(rng.integers(55, 76)))
    out.paste(other.crop(place), (place.left, place.top))
    return _jpeg(out, int(rng.integers(85, 96))), "pressed_once_here", place


def cut(image: Image.Image, _: Image.Image, rng: Generator) -> Made:
    """A JPEG of quality 60 to 90, cut and saved as PNG."""
    out = forwarded(image, int(rng.integers(60, 91)))
    return _png(out.crop((3, 2, image.width, image.height))), "was_jpeg", None


def collage(image: Image.Image, other: Image.Image, rng: Generator) -> Made:
    """A third of the shorter side of another JPEG, its blocks off, in a JPEG saved as PNG."""
    place = _place(image, rng, min(image.size) // 3)
    out = forwarded(image, int(rng.integers(60, 91)))
    source = forwarded(other, int(rng.integers(60, 86)))
    off = int(rng.integers(1, 8))
    left, top = max(0, place.left - off), max(0, place.top - 8 + off)
    side = place.right - place.left
    out.paste(source.crop((left, top, left + side, top + side)), (place.left, place.top))
    return _png(out), "other_blocks", place


CASES: dict[str, Case] = {
    "one JPEG": once,
    "never a JPEG": never,
    "copied within": copied,
    "pressed twice": twice,
    "pasted in": pasted,
    "cut JPEG": cut,
    "collage": collage,
}


def _print(tallies: dict[tuple[str, str, str], list[bool]]) -> None:
    kinds = sorted({kind for _, _, kind in tallies}, key=lambda one: (one != "all", one))
    print(f"| made | hint | {' | '.join(kinds)} |")
    print("|---" * (len(kinds) + 2) + "|")
    for name in CASES:
        for code in FINDS:
            shares = [np.mean(tallies[name, code, kind]) for kind in kinds]
            if max(shares) > 0:
                print(f"| {name} | {code} | {' | '.join(f'{one:.2f}' for one in shares)} |")


if __name__ == "__main__":
    sys.exit(main())
