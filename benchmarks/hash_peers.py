"""The hashes commonly used to find copies of pictures, at their usual thresholds, as peers."""

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.alike.pdq import CLOSE, mirrored_pdq, pdq, phash
from kiemtin.media.alike.pixels import Grey, resized

Bits = NDArray[np.bool_]

THRESHOLDS = {
    "pHash": 10,
    "dHash": 10,
    "aHash": 10,
    "PDQ": CLOSE,
    "PDQ and its mirror image": CLOSE,
}
"""Bits up to which two pictures count as the same: 10 of 64 as ImageHash's users do, 31 of 256
as PDQ's authors say."""


def hashes(pixels: Grey) -> dict[str, Bits]:
    """Return each peer's bits for a picture, flat."""
    small = resized(pixels, 8, 8)
    wide = resized(pixels, 9, 8)
    bits, _ = pdq(pixels)
    return {
        "pHash": phash(pixels).ravel(),
        "dHash": (wide[:, 1:] > wide[:, :-1]).ravel(),
        "aHash": (small > small.mean()).ravel(),
        "PDQ": bits.ravel(),
        "mirror": mirrored_pdq(bits).ravel(),
    }


def alike(name: str, asked: list[dict[str, Bits]], known: list[dict[str, Bits]]) -> Bits:
    """Return (asked, known): which pictures the peer calls the same."""
    own = name.split(" ", maxsplit=1)[0]
    stored = _words([one[own] for one in known])
    sides = [own, "mirror"] if "mirror" in name else [own]
    apart = [_apart(_words([one[side] for one in asked]), stored) for side in sides]
    return np.asarray(np.minimum.reduce(apart) <= THRESHOLDS[name])


def _words(bits: list[Bits]) -> NDArray[np.uint64]:
    return np.packbits(np.stack(bits), axis=1).view(np.uint64)


def _apart(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> NDArray[np.int64]:
    total = np.zeros((len(one), len(other)), dtype=np.int64)
    for word in range(one.shape[1]):
        total += np.bitwise_count(one[:, word, None] ^ other[None, :, word])
    return total
