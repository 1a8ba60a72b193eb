"""Makes videos for measuring: the camera moves over drawn pictures, something moves before them.

Deterministic by number; all of it is invented. 480 × 270 pixels, six pictures a second.
"""

from collections.abc import Iterator
from fractions import Fraction
from io import BytesIO
from typing import Any

import av
import numpy as np
from numpy.random import default_rng
from PIL import Image, ImageDraw

from benchmarks.altered import caption, logo
from benchmarks.drawn import REPORTED, draw

WIDTH, HEIGHT, RATE = 480, 270, 6
Pictures = list[Image.Image]


def shown(number: int) -> Pictures:
    """Return the pictures of video `number`: three to seven scenes of two to six seconds."""
    rng = default_rng([number, 7])
    first = REPORTED + number * 53
    scenes = [first + 7 * at for at in range(int(rng.integers(3, 8)))]
    return [one for scene in scenes for one in _scene(scene, int(rng.integers(2, 7)) * RATE)]


def _scene(number: int, count: int) -> Iterator[Image.Image]:
    rng = default_rng([number, 8])
    ground = draw(number)
    wide = min(ground.width, ground.height * WIDTH // HEIGHT)
    side = float(rng.uniform(0.6, 0.95)) * wide
    room = ground.width - side, ground.height - side * HEIGHT / WIDTH
    start, end = rng.uniform(0, 1, 2) * room, rng.uniform(0, 1, 2) * room
    tint = tuple(int(one) for one in rng.integers(0, 256, 3))
    for at in np.linspace(0, 1, count):
        left, top = start + (end - start) * at
        box = (left, top, left + side, top + side * HEIGHT / WIDTH)
        image = ground.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR, box)
        x, y = 20 + at * (WIDTH - 100), 120 + 60 * np.sin(9 * at)
        ImageDraw.Draw(image).ellipse((x, y, x + 60, y + 60), fill=tint)
        yield image


def filmed(pictures: Pictures, quality: int = 23, speed: float = 1.0) -> bytes:
    """Return the pictures as an MP4; `quality` is x264's, 23 good and 38 poor."""
    out = BytesIO()
    made: Any = av.VideoFrame
    with av.open(out, "w", format="mp4") as container:
        stream: Any = container.add_stream(
            "libx264", rate=Fraction(speed).limit_denominator(1000) * RATE
        )
        stream.width, stream.height = pictures[0].size
        stream.pix_fmt = "yuv420p"
        stream.options = {"crf": str(quality), "preset": "ultrafast"}
        stream.codec_context.thread_count = 1
        for image in pictures:
            container.mux(stream.encode(made.from_image(image)))
        container.mux(stream.encode(None))
    return out.getvalue()


ALTERATIONS = (
    "small and pressed hard",
    "the middle 60 %",
    "bars on all sides",
    "caption and logo",
    "the same, squeezed by a seventh",
    "5 % faster",
    "5 % slower",
)


def changed(pictures: Pictures, name: str, number: int) -> bytes:
    """Return a video in one of the alterations."""
    if name == "small and pressed hard":
        return filmed([image.resize((WIDTH // 2 // 2 * 2, 134)) for image in pictures], 36)
    if name == "the middle 60 %":
        cut = len(pictures) // 5
        return filmed(pictures[cut:-cut], 28)
    if name == "bars on all sides":
        return filmed([_barred(image) for image in pictures], 28)
    if "caption" in name or "squeezed" in name:
        stamped = [_stamped(image, number) for image in pictures]
        wide, high = stamped[0].size
        size = (WIDTH, HEIGHT) if "squeezed" in name else (wide, high // 2 * 2)
        return filmed([image.resize(size) for image in stamped], 28)
    return filmed(pictures, 28, 1.05 if "faster" in name else 0.95)


def _barred(image: Image.Image) -> Image.Image:
    ground = Image.new("RGB", (WIDTH, 480))
    ground.paste(image.resize((400, 226)), (40, 127))
    return ground


def _stamped(image: Image.Image, number: int) -> Image.Image:
    return caption(logo(image, default_rng([number, 1])), default_rng([number, 2]))


def decoded(data: bytes) -> Pictures:
    """Return a picture of each second of a video made here."""
    with av.open(BytesIO(data), "r") as container:
        frames = list(container.decode(video=0))
    rate = len(frames) / max(1.0, float(frames[-1].time or 1))
    chosen: list[Any] = [frames[int(at)] for at in np.arange(0, len(frames), rate)]
    return [one.to_image() for one in chosen]
