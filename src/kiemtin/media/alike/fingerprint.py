"""What is kept of a picture to find it again: hashes, points, and a small copy to check against.

About 12 kB. The small copy shows what the picture shows: a fingerprint is guarded and erased like
the picture itself.
"""

import struct
import zlib
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.alike import pdq, points
from kiemtin.media.alike.pixels import Grey, checked, of_area
from kiemtin.media.alike.points import Points
from kiemtin.media.alike.refusal import NotAlikeable

VERSION = 1
SMALL_SIDE = 144
"""Side, in pixels, of a square with as many pixels as the small copy."""
_HEAD = struct.Struct(">BHHBHHB32s8s")
_POINT = np.dtype([("x", ">u2"), ("y", ">u2"), ("size", "u1"), ("bits", "u1", (16,))])
_MOST = 64 * 1024
"""Bytes that a fingerprint may unpack to; a true one has at most 25,000."""


@dataclass(frozen=True, eq=False)
class Fingerprint:
    """Width and height in pixels; PDQ (16 × 16) with its quality, pHash (8 × 8); `points`; `small`,
    the picture in grey, with about SMALL_SIDE² pixels."""

    width: int
    height: int
    pdq: NDArray[np.bool_] = field(repr=False)
    quality: int
    phash: NDArray[np.bool_] = field(repr=False)
    points: Points = field(repr=False)
    small: Grey = field(repr=False)

    def __bytes__(self) -> bytes:
        """Return the fingerprint as bytes for storing; `read` is the inverse."""
        rows, columns = self.small.shape
        head = _HEAD.pack(
            VERSION, self.width, self.height, self.quality, rows, columns, len(self.points),
            np.packbits(self.pdq).tobytes(), np.packbits(self.phash).tobytes(),
        )  # fmt: skip
        table = np.zeros(len(self.points), dtype=_POINT)
        table["x"], table["y"] = self.points.places.T
        table["size"] = self.points.sizes
        table["bits"] = np.packbits(self.points.bits, axis=1)
        return head + zlib.compress(table.tobytes() + self.small.tobytes(), 6)

    def __eq__(self, other: object) -> bool:
        """Two fingerprints are equal when they are stored as the same bytes."""
        return isinstance(other, Fingerprint) and bytes(self) == bytes(other)

    def __hash__(self) -> int:
        """Return a hash of the bytes."""
        return hash(bytes(self))


def fingerprint(pixels: Grey) -> Fingerprint:
    """Return the fingerprint of grey pixels, rows by columns, 0–255.

    Raises NotAlikeable (shape, small, long, plain).
    """
    height, width = checked(pixels).shape
    bits, quality = pdq.pdq(pixels)
    small = np.asarray(np.rint(of_area(pixels, SMALL_SIDE)), dtype=np.uint8)
    return Fingerprint(width, height, bits, quality, pdq.phash(pixels), points.find(pixels), small)


def mirrored(one: Fingerprint) -> Fingerprint:
    """Return the fingerprint of the mirror image (left and right changed); its own inverse."""
    phash = one.phash.copy()
    phash[:, 1::2] ^= True
    return Fingerprint(
        one.width,
        one.height,
        pdq.mirrored_pdq(one.pdq),
        one.quality,
        phash,
        points.mirrored(one.points),
        np.ascontiguousarray(one.small[:, ::-1]),
    )


def read(data: bytes) -> Fingerprint:
    """Return the fingerprint stored as these bytes; raises NotAlikeable (version, broken)."""
    if not data or data[0] != VERSION:
        raise NotAlikeable("version", {"version": data[0] if data else "?", "known": VERSION})
    try:
        _, width, height, quality, rows, columns, count, bits, low = _HEAD.unpack_from(data)
        unpacker = zlib.decompressobj()
        body = unpacker.decompress(data[_HEAD.size :], _MOST)
        table = np.frombuffer(body, dtype=_POINT, count=count)
        small = np.frombuffer(body, dtype=np.uint8, offset=table.nbytes).reshape(rows, columns)
    except (struct.error, zlib.error, ValueError):
        raise NotAlikeable("broken") from None
    if min(width, height, rows, columns) < 1 or quality > 100:
        raise NotAlikeable("broken")
    return Fingerprint(
        width, height, _unpacked(bits, 16), quality, _unpacked(low, 8), _points(table), small
    )


def _unpacked(data: bytes, side: int) -> NDArray[np.bool_]:
    bits = np.unpackbits(np.frombuffer(data, dtype=np.uint8))
    return bits.astype(np.bool_).reshape(side, side)


def _points(table: NDArray[np.void]) -> Points:
    places = np.stack([table["x"], table["y"]], axis=1).astype(np.uint16)
    bits = np.unpackbits(table["bits"], axis=1).astype(np.bool_)
    return Points(places, table["size"].copy(), bits)
