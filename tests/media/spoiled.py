"""Recordings that lie, loop or are damaged: changed at named places of files made for the tests."""

import struct
from collections.abc import Sequence
from fractions import Fraction
from io import BytesIO
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from tests.media.recordings import scene

TRACK = b"moov", b"trak"
TABLES = *TRACK, b"mdia", b"minf", b"stbl"
_FRAME = b"\xff\xc0\x00\x11\x08"


def inside(data: bytes, *names: bytes) -> tuple[int, int]:
    """Where the content of a box of an MP4 begins and ends (ISO/IEC 14496-12, 4.2)."""
    start, end = 0, len(data)
    for name in names:
        size, kind = struct.unpack_from(">I4s", data, start)
        while kind != name:
            start += size
            size, kind = struct.unpack_from(">I4s", data, start)
        start, end = start + 8, start + size
    return start, end


def says(data: bytes, names: Sequence[bytes], offset: int, *numbers: int) -> bytes:
    """Other numbers of 32 bits in a box."""
    out = bytearray(data)
    struct.pack_into(f">{len(numbers)}I", out, inside(data, *names)[0] + offset, *numbers)
    return bytes(out)


def noise_for_pictures(data: bytes) -> bytes:
    """An MP4 whose header is whole and whose pictures are noise."""
    start, end = inside(data, b"mdat")
    return data[:start] + np.random.default_rng(0).bytes(end - start) + data[end:]


def looping(data: bytes, times: int) -> bytes:
    """An MP4 whose list of edits (8.6.6) plays the whole again and again."""
    start, end = inside(data, *TRACK, b"edts")
    listed = struct.pack(">II", 0, times) + struct.pack(">IiI", 10_000, 0, 0x10000) * times
    return _with(data, start, end, struct.pack(">I4s", len(listed) + 8, b"elst") + listed)


def of_tracks(data: bytes, more: int) -> bytes:
    """An MP4 that has its track so many times more."""
    start, end = inside(data, *TRACK)
    parts = data[:end], data[start - 8 : end] * more, data[end:]
    out = bytearray(b"".join(parts))
    _grow(out, inside(data, b"moov")[0], len(parts[1]))
    return bytes(out)


def _with(data: bytes, start: int, end: int, content: bytes) -> bytes:
    """Other content of the box of edits; the boxes around it grow."""
    out = bytearray(data[:start] + content + data[end:])
    for around in (inside(data, b"moov"), inside(data, *TRACK), (start, end)):
        _grow(out, around[0], len(content) - (end - start))
    return bytes(out)


def _grow(out: bytearray, content: int, by: int) -> None:
    size = struct.unpack_from(">I", out, content - 8)[0]
    struct.pack_into(">I", out, content - 8, size + by)


def long_video(hours: float, between: int, kind: str = "mp4", side: int = 64) -> bytes:
    """Scenes that change four times, one picture a second; `between` pictures from one that stands
    by itself to the next."""
    out, count = BytesIO(), int(hours * 3600)
    made: Any = av.VideoFrame
    images = [made.from_image(scene(number, side, side)) for number in range(4)]
    with av.open(out, "w", format=kind) as container:
        stream: Any = container.add_stream("libx264", rate=1)
        stream.width, stream.height, stream.pix_fmt = side, side, "yuv420p"
        stream.options = {"preset": "ultrafast", "g": str(between)}
        stream.codec_context.thread_count = 1
        for number in range(count):
            image = images[number * 4 // count]
            image.pts, image.time_base = number, Fraction(1, 1)
            container.mux(stream.encode(image))
        container.mux(stream.encode(None))
    return out.getvalue()


def stills(first: int = 1, side: int = 0) -> bytes:
    """A video of 20 JPEGs that say, from number `first` on, that each side has `side` pixels."""
    out = BytesIO()
    made: Any = av.VideoFrame
    with av.open(out, "w", format="matroska") as container:
        stream: Any = container.add_stream("mjpeg", rate=1)
        stream.width, stream.height, stream.pix_fmt = 160, 120, "yuvj420p"
        for number in range(20):
            container.mux(stream.encode(made.from_image(scene(number, 160, 120))))
        container.mux(stream.encode(None))
    data, at, number = bytearray(out.getvalue()), 0, 0
    while side and (at := data.find(_FRAME, at)) >= 0:
        if number >= first:
            struct.pack_into(">HH", data, at + 5, side, side)
        number, at = number + 1, at + 9
    return bytes(data)


def sounds(
    samples: NDArray[np.int16],
    tracks: int = 1,
    codec: str = "pcm_s16le",
    kind: str = "matroska",
    rate: int = 8_000,
    layout: str = "mono",
    pictures: bool = False,
) -> bytes:
    """A file of so many tracks of sound, the first with these samples in each of its channels;
    `pictures`: before them a track of pictures that has none."""
    out = BytesIO()
    with av.open(out, "w", format=kind) as container:
        if pictures:
            seen: Any = container.add_stream("mpeg4", rate=5)
            seen.width, seen.height, seen.pix_fmt = 64, 64, "yuv420p"
        first, *_ = [container.add_stream(codec, rate=rate, layout=layout) for _ in range(tracks)]
        stream: Any = first
        many = np.repeat(samples, len(stream.codec_context.layout.channels)).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(many, format="s16", layout=layout)
        frame.sample_rate, frame.time_base, frame.pts = rate, Fraction(1, rate), 0
        size = stream.frame_size or 1024
        resampler = av.AudioResampler(stream.format, layout, rate, frame_size=size)
        for part in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return out.getvalue()
