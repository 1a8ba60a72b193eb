"""Walks through the frames of an MP3: tells it from other files, and how long it is.

Source: ISO/IEC 11172-3, 2.4.1.3 and 13818-3, layer III only; tags as in ID3v2.4, 3.1.
"""

from typing import Final, NamedTuple

_KBITS: Final = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES: Final = {
    3: (44_100, 48_000, 32_000),
    2: (22_050, 24_000, 16_000),
    0: (11_025, 12_000, 8_000),
}
_LEAST_FRAMES: Final = 3
_STRAY: Final = 4_096
"""Bytes that may stand before the first frame."""


class Frame(NamedTuple):
    """Its length in bytes and in seconds."""

    size: int
    seconds: float


def frame_at(data: bytes, at: int) -> Frame | None:
    """Return the layer III frame whose header stands at a place, or None."""
    if at + 4 > len(data) or data[at] != 0xFF or data[at + 1] & 0xE6 != 0xE2:
        return None
    version = data[at + 1] >> 3 & 3
    speed, rate = data[at + 2] >> 4, data[at + 2] >> 2 & 3
    if version == 1 or rate == 3 or speed in {0, 15}:
        return None
    hertz = _RATES[version][rate]
    kbits = _KBITS[3 if version == 3 else 2][speed]
    samples = 1_152 if version == 3 else 576
    size = samples // 8 * kbits * 1_000 // hertz + (data[at + 2] >> 1 & 1)
    return Frame(size, samples / hertz)


def mp3_seconds(data: bytes) -> float | None:
    """Return how long an MP3 is, in seconds; None for bytes that are none.

    Frames must follow one another without a gap; what comes behind the last is a tag or a rest.
    """
    at = _behind_tag(data)
    last = min(len(data), at + _STRAY)
    while at < last:
        at = data.find(b"\xff", at, last)
        if at < 0:
            return None
        count, seconds = _walk(data, at)
        if count >= _LEAST_FRAMES:
            return seconds
        at += 1
    return None


def _walk(data: bytes, at: int) -> tuple[int, float]:
    count, seconds = 0, 0.0
    while frame := frame_at(data, at):
        count, seconds = count + 1, seconds + frame.seconds
        at += frame.size
    return count, seconds


def _behind_tag(data: bytes) -> int:
    """Where an ID3v2 tag at the start ends; its size has seven bits a byte."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size
