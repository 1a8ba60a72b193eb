"""A fingerprint of what is heard: 32 bits for each fiftieth of a second, and where it is quiet.

After Haitsma and Kalker, "A Highly Robust Audio Fingerprinting System", ISMIR 2002: the sign of how
the difference of neighbouring bands changes in time. Nothing that was said can be read from it.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.heard.refusal import NotHeard

RATE = 8_000
"""Samples a second that a fingerprint is made of: a telephone's."""
STEP = 160
FRAME = 2_880
LOWEST, HIGHEST = 300.0, 2_800.0
BITS = 32
BACK = 5
"""Steps between the two moments compared; set on the tuning sounds of benchmarks/sounds.py."""
LEAST_SECONDS = 3.0
MOST_SECONDS = 600.0
SPEEDS = (0.98, 1.0, 1.02)
"""Speeds tried for the sound asked about."""
QUIET = 0.02
"""Share of the loudness of the louder frames below which a frame says nothing."""
VERSION = 1
_HEAD = struct.Struct(">BI")
Words = NDArray[np.uint32]


@dataclass(frozen=True, eq=False)
class SoundPrint:
    """`words`, one a 50th second; `loud`, whether each says anything. Equal when stored equal."""

    words: Words = field(repr=False)
    loud: NDArray[np.bool_] = field(repr=False)

    @property
    def seconds(self) -> float:
        """How much was listened to."""
        return len(self.words) * STEP / RATE

    def __bytes__(self) -> bytes:
        """Return the bytes for storing, 206 a second; `read` is the inverse."""
        body = self.words.astype(">u4").tobytes() + np.packbits(self.loud).tobytes()
        return _HEAD.pack(VERSION, len(self.words)) + body

    def __eq__(self, other: object) -> bool:
        """Two fingerprints are equal when they are stored as the same bytes."""
        return isinstance(other, SoundPrint) and bytes(self) == bytes(other)

    def __hash__(self) -> int:
        """Return a hash of the bytes."""
        return hash(bytes(self))


def read(data: bytes) -> SoundPrint:
    """Return the fingerprint stored as these bytes; raises NotHeard (version, broken)."""
    if not data or data[0] != VERSION:
        raise NotHeard("version")
    most = int(MOST_SECONDS * RATE / STEP)
    if len(data) < _HEAD.size or (count := _HEAD.unpack_from(data)[1]) > most:
        raise NotHeard("broken")
    if len(data) != _HEAD.size + 4 * count + -(-count // 8):
        raise NotHeard("broken")
    words = np.frombuffer(data, ">u4", count, _HEAD.size).astype(np.uint32)
    loud = np.unpackbits(np.frombuffer(data, np.uint8, offset=_HEAD.size + 4 * count), count=count)
    return SoundPrint(words, loud.astype(np.bool_))


def sound_print(samples: NDArray[np.int16]) -> SoundPrint:
    """Return the fingerprint of mono samples, 8,000 a second; raises NotHeard (shape, short,
    silent). What comes after MOST_SECONDS is left out."""
    return _print(_checked(samples), 1.0)


def at_speeds(
    samples: NDArray[np.int16], speeds: Sequence[float] = SPEEDS
) -> tuple[SoundPrint, ...]:
    """Return the fingerprints of a sound as if it had been played at each of these speeds and were
    brought back: the one asked about is compared with all. Raises like `sound_print`."""
    checked = _checked(samples)
    return tuple(_print(checked, speed) for speed in speeds)


def _checked(samples: NDArray[np.int16]) -> NDArray[np.float32]:
    if samples.ndim != 1 or samples.dtype != np.int16:
        raise NotHeard("shape")
    if len(samples) < LEAST_SECONDS * RATE:
        raise NotHeard("short", {"least": round(LEAST_SECONDS)})
    taken = samples[: int(MOST_SECONDS * RATE)].astype(np.float32)
    if float(np.sqrt(np.mean(np.square(taken)))) < 8:  # of 32,768: less than a recorder's hiss
        raise NotHeard("silent")
    return taken


def _print(samples: NDArray[np.float32], speed: float) -> SoundPrint:
    if speed != 1.0:
        at = np.arange(int(len(samples) * speed)) / speed
        samples = np.interp(at, np.arange(len(samples)), samples).astype(np.float32)
    energy = _energies(samples[: int(MOST_SECONDS * RATE)])
    across = energy[:, :-1] - energy[:, 1:]
    bits = across[BACK:] > across[:-BACK]
    words = np.packbits(bits, axis=1).view(">u4").ravel().astype(np.uint32)
    loudness = np.minimum(energy[BACK:].sum(axis=1), energy[:-BACK].sum(axis=1))
    loud = loudness > QUIET * np.percentile(loudness, 90)
    return SoundPrint(words, loud)


def _energies(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the energy of each frame in 33 bands of equal musical width."""
    frames = np.lib.stride_tricks.sliding_window_view(samples, FRAME)[::STEP]
    out = np.empty((len(frames), BITS + 1), dtype=np.float32)
    for start in range(0, len(frames), 512):  # all at once would take 500 MB
        part = np.fft.rfft(frames[start : start + 512] * _WINDOW, axis=1)
        out[start : start + 512] = np.square(np.abs(part)).astype(np.float32) @ _BANDS
    return out


def _bands() -> NDArray[np.float32]:
    edges = np.geomspace(LOWEST, HIGHEST, BITS + 2)
    at = np.fft.rfftfreq(FRAME, 1 / RATE)[:, None]
    return ((at >= edges[:-1]) & (at < edges[1:])).astype(np.float32)


_WINDOW = np.hanning(FRAME).astype(np.float32)
_BANDS = _bands()
