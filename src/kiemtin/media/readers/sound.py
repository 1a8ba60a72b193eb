"""What a recording sounds like: mono samples, at most as many as asked for."""

from itertools import chain
from time import process_time
from typing import Any

import av
import numpy as np
from av.error import FFmpegError

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers.opened import facts, lasts, opened, warm

__all__ = ["read", "warm"]

RATE = 8_000
"""Samples a second unless `rate` asks for another of RATES."""

RATES = (RATE, 16_000)
MOST_CHANNELS = 32
_DAMAGED = 200
"""Packets that may be damaged before the rest is left."""


def read(data: bytes, settings: dict[str, Any]) -> tuple[dict[str, object], bytes]:
    """Return facts and samples (16 bits, little-endian). `settings`: `most_seconds` of sound,
    `cpu_seconds` after which what was read until then is all (`ended` says "time")."""
    with opened(data) as container:
        if not container.streams.audio:
            raise Refused("silent")
        stream = container.streams.audio[0]
        stream.codec_context.thread_count = 1
        said = facts(container) | _stream(stream) | {"lasts": lasts(container, stream)}
        samples, ended = _samples(container, stream, settings)
    said["ended"], said["heard"] = ended, len(samples) // 2 / _rate(settings)
    return said, samples


def _rate(settings: dict[str, Any]) -> int:
    return settings["rate"] if settings.get("rate") in RATES else RATE


def _stream(stream: Any) -> dict[str, object]:
    coder = stream.codec_context
    if not 1 <= coder.channels <= MOST_CHANNELS:
        raise Refused("broken")
    return {"codec": coder.name, "channels": coder.channels, "rate": coder.sample_rate}


def _samples(container: Any, stream: Any, settings: dict[str, Any]) -> tuple[bytes, str]:
    rate = _rate(settings)
    resampler = av.AudioResampler("s16", "mono", rate)
    out, most = bytearray(), int(settings["most_seconds"] * rate) * 2
    damaged, ended = 0, "end"
    until = process_time() + settings["cpu_seconds"]
    for packet in _packets(container, stream):
        if process_time() > until:
            ended = "time"
            break
        try:
            frames = packet.decode()
            for frame in chain.from_iterable(resampler.resample(one) for one in frames):
                out += np.ascontiguousarray(frame.to_ndarray()).astype("<i2").tobytes()
        except (FFmpegError, ValueError):
            damaged += 1
        if len(out) >= most or damaged > _DAMAGED:
            ended = "length" if len(out) >= most else "damage"
            break
    return bytes(out[:most]), ended


def _packets(container: Any, stream: Any) -> Any:
    try:
        yield from container.demux(stream)
    except (FFmpegError, ValueError):
        return
