"""Recordings and videos made for the tests: tones that wander, and scenes that change."""

from fractions import Fraction
from io import BytesIO
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

RATE = 8_000


def tune(number: int, seconds: float = 12.0) -> NDArray[np.int16]:
    """Notes that follow no plan, with what sounds along; 8,000 samples a second."""
    rng = np.random.default_rng(number)
    parts = []
    for _ in range(int(seconds / 0.25)):
        time = np.arange(RATE // 4) / RATE
        pitches = rng.uniform(200, 2_500, 3)
        parts.append(sum(np.sin(2 * np.pi * pitch * time) for pitch in pitches) * rng.uniform(1, 3))
    heard = np.concatenate(parts) + rng.normal(0, 0.1, len(parts) * RATE // 4)
    return np.asarray(heard * 2_000, dtype=np.int16)


def sound_file(
    samples: NDArray[np.int16], codec: str = "pcm_s16le", kind: str = "wav", rate: int = RATE
) -> bytes:
    """The samples as a file of one channel."""
    out = BytesIO()
    with av.open(out, "w", format=kind) as container:
        stream: Any = container.add_stream(codec, rate=rate, layout="mono")
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.time_base, frame.pts = rate, Fraction(1, rate), 0
        size = stream.frame_size or 1024
        resampler = av.AudioResampler(stream.format, "mono", rate, frame_size=size)
        for part in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return out.getvalue()


def scene(number: int, width: int = 320, height: int = 240) -> Image.Image:
    """A picture with many shapes; another number shows another scene."""
    rng = np.random.default_rng(number)
    image = Image.new("RGB", (width, height), tuple(int(part) for part in rng.integers(0, 256, 3)))
    draw = ImageDraw.Draw(image)
    for _ in range(40):
        x, y = int(rng.integers(width)), int(rng.integers(height))
        size = int(rng.integers(6, 50))
        tint = tuple(int(part) for part in rng.integers(0, 256, 3))
        draw.polygon([(x, y), (x + size, y + size // 2), (x - size // 3, y + size)], fill=tint)
    return image


def video_file(scenes: list[Image.Image], each: int = 10, quality: str = "23") -> bytes:
    """The scenes one after the other, five pictures a second, `each` pictures a scene."""
    out = BytesIO()
    made: Any = av.VideoFrame
    with av.open(out, "w", format="mp4") as container:
        stream: Any = container.add_stream("libx264", rate=5)
        stream.width, stream.height = scenes[0].size
        stream.pix_fmt = "yuv420p"
        stream.options = {"crf": quality, "preset": "ultrafast"}
        stream.codec_context.thread_count = 1
        for image in scenes:
            for _ in range(each):
                container.mux(stream.encode(made.from_image(image)))
        container.mux(stream.encode(None))
    return out.getvalue()
