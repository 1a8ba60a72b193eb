"""What a video shows: some of its pictures, each with a fingerprint, so that it is found again.

The process apart hands on raw colours; pictures and fingerprints are made of them here, so that no
coded picture of a stranger is passed on.
"""

import math
from dataclasses import dataclass, field, replace
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kiemtin.media.alike import Fingerprint, NotAlikeable, fingerprint
from kiemtin.media.apart.reader import MIB, Bounds, read
from kiemtin.media.apart.refusal import ReaderRefused
from kiemtin.media.inside.shape import Found, Print
from kiemtin.media.inside.sound import of_recording

METHOD = "kiemtin-alike-1"
FRAMES = 16
"""Pictures of one video: a cut every second or so of a short one, one a minute of a long one."""
SIDE = 480
BOUNDS = Bounds(cpu_seconds=30, wait_seconds=60.0, answer_bytes=16 * MIB)
READING = 20.0
"""Seconds of processor after which what was seen until then is all."""


@dataclass(frozen=True)
class Frame:
    """A picture of a video: its second, a small JPEG for showing, its fingerprint (None where there
    is nothing to compare, as in a black picture)."""

    second: float
    jpeg: bytes = field(repr=False)
    fingerprint: Fingerprint | None


@dataclass(frozen=True)
class Watched:
    """What was seen: facts as the file says them, and pictures in order of time."""

    found: Found
    frames: tuple[Frame, ...]


def watch(data: bytes) -> Watched:
    """Return what a video shows, at most FRAMES pictures of SIDE pixels; raises ReaderRefused
    (unseen where it has no pictures, broken, bomb, too_heavy, too_slow, busy)."""
    settings = {"most": FRAMES, "side": SIDE, "cpu_seconds": READING}
    said, body = read("video", data, settings, BOUNDS)
    frames = tuple(_frame(second, pixels) for second, pixels in _parted(said, body))
    if not frames:
        raise ReaderRefused("broken")
    prints = tuple(
        Print("frame", METHOD, bytes(one.fingerprint).hex(), one.second)
        for one in frames
        if one.fingerprint is not None
    )
    found = of_recording(said, _seen(said), "seen_part")
    return Watched(replace(found, prints=prints), frames)


def facts(data: bytes, kind: str) -> Found:
    """Return what `watch` found, for `kiemtin.media.inside.look`."""
    return watch(data).found


def _seen(said: dict[str, object]) -> float:
    """Return the second of the last picture that was seen."""
    second = said.get("seen")
    if not isinstance(second, int | float) or not math.isfinite(second):
        raise ReaderRefused("broken")
    return max(0.0, float(second))


def _parted(said: dict[str, object], body: bytes) -> list[tuple[float, NDArray[np.uint8]]]:
    listed, at, out = said.get("frames"), 0, []
    if not isinstance(listed, list) or len(listed) > FRAMES:
        raise ReaderRefused("broken")
    for one in listed:
        if not _fits(one):
            raise ReaderRefused("broken")
        second, width, height = one
        pixels = np.frombuffer(body, np.uint8)[at : at + 3 * width * height]
        at += 3 * width * height
        if len(pixels) != 3 * width * height:
            raise ReaderRefused("broken")
        out.append((float(second), pixels.reshape(height, width, 3)))
    return out


def _fits(one: object) -> bool:
    if not isinstance(one, list) or len(one) != 3:
        return False
    second, width, height = one
    sides = all(type(side) is int and 0 < side <= SIDE for side in (width, height))
    return sides and isinstance(second, int | float) and math.isfinite(second) and second >= 0


def _frame(second: float, pixels: NDArray[np.uint8]) -> Frame:
    image, out = Image.fromarray(pixels), BytesIO()
    image.save(out, "JPEG", quality=80)
    try:
        one = fingerprint(np.asarray(image.convert("L")))
    except NotAlikeable:
        return Frame(second, out.getvalue(), None)
    return Frame(second, out.getvalue(), one)
