"""What a video shows: some of its pictures, small, where the scene changes and spread over it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from time import process_time
from typing import Any

import numpy as np
from av.error import FFmpegError
from av.video.reformatter import VideoReformatter
from numpy.typing import NDArray

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers.opened import MOST_PIXELS, facts, lasts, opened
from kiemtin.media.readers.opened import warm as warm_opened

WALKED = 240.0
"""Seconds of video up to which it is walked through; a longer one is sought in."""
EVERY = 0.25
"""Seconds between the pictures looked at while walking."""
SOUGHT = 96
"""Places sought in a longer video."""
TRIED = 200
"""Packets tried at each place sought."""
CUT = 14.0
"""Mean difference of brightness (0–255) from which the scene has changed."""
MOST_PACKETS = 400_000
_TINY = 24


class OutOfTime(Exception):
    """So much processor time is gone that what was seen until now is all."""


@dataclass
class Shot:
    """A picture by its second: how far it differs from the one before, its colours."""

    second: float
    change: float
    pixels: NDArray[np.uint8]


def warm() -> None:
    """Have the libraries load what they load lazily."""
    warm_opened()
    VideoReformatter()


def read(data: bytes, settings: dict[str, Any]) -> tuple[dict[str, object], bytes]:
    """Return facts and the pictures, RGB, one after the other; `frames` has second, width, height
    of each. `settings`: `most` pictures, `side` of the longer side in pixels, `cpu_seconds` after
    which what was seen until then is all (`ended` says "time")."""
    until = process_time() + settings["cpu_seconds"]
    with opened(data) as container:
        if not container.streams.video:
            raise Refused("unseen")
        stream = container.streams.video[0]
        coder = stream.codec_context
        if not 0 < coder.width * coder.height <= MOST_PIXELS:
            raise Refused("bomb" if coder.width * coder.height else "broken")
        coder.thread_count = 1
        said = facts(container) | {"codec": coder.name, "width": coder.width}
        said |= {"height": coder.height, "sounds": len(container.streams.audio)}
        said["lasts"] = lasts(container, stream)
        shots, ended = _shots(container, stream, settings | {"until": until})
    chosen = _chosen(shots, int(settings["most"]))
    said["frames"] = [[one.second, one.pixels.shape[1], one.pixels.shape[0]] for one in chosen]
    said["ended"], said["seen"] = ended, shots[-1].second if shots else 0.0
    return said, b"".join(one.pixels.tobytes() for one in chosen)


def _shots(container: Any, stream: Any, settings: dict[str, Any]) -> tuple[list[Shot], str]:
    seconds = (container.duration or 0) / 1e6
    most = int(settings["most"])
    if seconds > WALKED and stream.time_base:
        stream.codec_context.skip_frame = "NONKEY"
        shots, ended = _taken(_sought(container, stream, seconds, settings), settings)
        # With few pictures to begin decoding at, the rest is only seen by walking.
        if len(shots) >= most or ended == "time":
            return shots, ended
        stream.codec_context.skip_frame = "DEFAULT"
        container.seek(0, stream=stream)
    elif not seconds:
        stream.codec_context.skip_frame = "NONKEY"
    # One that says it is short and goes on and on shows its pictures again and again.
    until = WALKED if 0 < seconds <= WALKED else float("inf")
    return _taken(_walked(container, stream, until, settings), settings)


def _taken(frames: Iterator[Any], settings: dict[str, Any]) -> tuple[list[Shot], str]:
    shots: list[Shot] = []
    before: NDArray[np.float32] | None = None
    try:
        for frame in frames:
            shot, before = _shot(frame, before, int(settings["side"]))
            shots = _bounded([*shots, shot], 4 * int(settings["most"]))
    except OutOfTime:
        return shots, "time"
    except (FFmpegError, ValueError, EOFError):
        return shots, "damage"
    return shots, "end"


def _sought(container: Any, stream: Any, seconds: float, settings: dict[str, Any]) -> Iterator[Any]:
    seen = -1.0
    for number in range(SOUGHT):
        with suppress(FFmpegError):
            place = int(seconds * (number + 0.5) / SOUGHT / stream.time_base)
            container.seek(place, stream=stream)
            frame = next(_decoded(container, stream, settings, TRIED), None)
            if frame is not None and frame.time > seen:
                seen = frame.time
                yield frame


def _walked(container: Any, stream: Any, until: float, settings: dict[str, Any]) -> Iterator[Any]:
    due = -1.0
    for frame in _decoded(container, stream, settings, MOST_PACKETS):
        if frame.time > until:
            raise EOFError
        if frame.time >= due:
            due = frame.time + EVERY
            yield frame


def _decoded(container: Any, stream: Any, settings: dict[str, Any], most: int) -> Iterator[Any]:
    """Yield the pictures of at most so many packets; raises OutOfTime, and EOFError for more."""
    for number, packet in enumerate(container.demux(stream)):
        if process_time() > settings["until"]:
            raise OutOfTime
        if number > most:
            raise EOFError
        with suppress(FFmpegError, ValueError):
            yield from (one for one in packet.decode() if one.time is not None)


def _shot(frame: Any, before: Any, side: int) -> tuple[Shot, Any]:
    scale = min(1.0, side / max(frame.width, frame.height))
    size = max(2, round(frame.width * scale)), max(2, round(frame.height * scale))
    pixels = frame.reformat(*size, format="rgb24").to_ndarray()
    grey = pixels.mean(axis=2, dtype=np.float32)
    rows = np.linspace(0, grey.shape[0] - 1, _TINY).astype(int)
    columns = np.linspace(0, grey.shape[1] - 1, _TINY).astype(int)
    tiny = grey[rows][:, columns]
    change = 255.0 if before is None else float(np.abs(tiny - before).mean())
    return Shot(round(float(frame.time or 0), 3), change, pixels), tiny


def _bounded(shots: list[Shot], most: int) -> list[Shot]:
    """Keep memory small: of too many, drop the one that differs least from the one before it."""
    if len(shots) <= most:
        return shots
    least = min(range(1, len(shots) - 1), key=lambda at: shots[at].change)
    return shots[:least] + shots[least + 1 :]


def _chosen(shots: list[Shot], most: int) -> list[Shot]:
    """Return the first picture of each scene, then those that fill the longest gaps."""
    cuts = sorted((one for one in shots if one.change >= CUT), key=lambda one: -one.change)
    kept = {one.second: one for one in cuts[:most]}
    for one in _spread(shots, most - len(kept)):
        kept.setdefault(one.second, one)
    return [kept[second] for second in sorted(kept)]


def _spread(shots: list[Shot], most: int) -> list[Shot]:
    if most <= 0 or not shots:
        return []
    places = np.linspace(0, len(shots) - 1, min(most, len(shots))).round().astype(int)
    return [shots[at] for at in dict.fromkeys(int(place) for place in places)]
