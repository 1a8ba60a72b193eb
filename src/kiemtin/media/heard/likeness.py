"""Whether one sound holds the other, and why; in both languages."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.heard.words import BITS, RATE, STEP, SoundPrint
from kiemtin.refusal import Say

PIECE = 128
"""Words laid on each other at once (2.6 s); between pieces the shift may drift."""
DRIFT = 12
SAME = 0.3
"""Share of bits that may differ; 0.5 is chance, Haitsma and Kalker allow .35. The worst of the
tuning sounds of benchmarks/sounds.py differed in .14."""
SHARED = 0.5
"""Share of the shorter sound that has to lie in the other."""
LEAST = PIECE
"""Loud words that have to be compared before they say anything."""


@dataclass(frozen=True)
class SoundLikeness:
    """`alike`: one recording; `score`: share of the bits that agree, .5 is chance; `shared`: share
    of the shorter sound that lies in the other; `offset`: seconds by which the first starts later
    in the second (below 0: earlier); `speed` at which the first was tried."""

    alike: bool
    score: float
    shared: float
    offset: float
    speed: float = 1.0

    def reasons(self) -> list[Say]:
        """Return why, as sentences."""
        numbers = {
            "score": round(self.score * 100),
            "shared": round(self.shared * 100),
            "offset": f"{self.offset:.0f}",
        }
        said = _ALIKE if self.alike else _DIFFERENT
        return [Say(said.vi.format(**numbers), said.en.format(**numbers))]


_ALIKE = Say(
    "Hai bản ghi cùng một âm thanh: {shared}% bản ngắn hơn nằm trong bản kia (lệch {offset} giây), "
    "{score}% dấu khớp nhau. Hãy nghe cả hai: lời có thể đã bị cắt hoặc ghép.",
    "The two are one recording: {shared} % of the shorter lies in the other ({offset} s apart), "
    "{score} % of the fingerprint agrees. Listen to both: words may have been cut or joined.",
)
_DIFFERENT = Say(
    "Không tìm thấy đoạn âm thanh chung đủ dài giữa hai bản ghi.",
    "No stretch of sound that is long enough was found in both.",
)
NOTHING = SoundLikeness(alike=False, score=0.5, shared=0.0, offset=0.0)


def lay(first: SoundPrint, second: SoundPrint, shift: int, speed: float = 1.0) -> SoundLikeness:
    """Return how alike they are when word `n` of the first lies on `n + shift` of the second."""
    start, end = max(0, -shift), min(len(first.words), len(second.words) - shift)
    differing = compared = held = 0
    walked = shift
    for at in range(start, max(start, end), PIECE):
        walked, wrong, count = _best(first, second, at, walked)
        if count and wrong <= SAME * BITS * count:
            held += count
        differing, compared = differing + wrong, compared + count
    if compared < LEAST:
        return NOTHING
    score = 1 - differing / (BITS * compared)
    shorter = min(int(first.loud.sum()), int(second.loud.sum())) or 1
    shared = min(1.0, held / shorter)
    alike = score >= 1 - SAME and shared >= SHARED
    return SoundLikeness(alike, score, shared, shift * STEP / RATE, speed)


def _best(first: SoundPrint, second: SoundPrint, at: int, shift: int) -> tuple[int, int, int]:
    """Return, of the shifts near this one, that with the least difference; bits that differ; words
    compared."""
    mine = np.arange(at, min(at + PIECE, len(first.words)))
    shifts = shift + _NEAR
    theirs = mine + shifts[:, None]
    there = (theirs >= 0) & (theirs < len(second.words))
    theirs = np.where(there, theirs, 0)
    loud: NDArray[np.bool_] = there & first.loud[mine] & second.loud[theirs]
    apart = np.bitwise_count(first.words[mine] ^ second.words[theirs])
    wrong, count = (apart * loud).sum(axis=1), loud.sum(axis=1)
    share = np.where(count > PIECE // 8, wrong / np.maximum(count, 1), BITS)
    found = int(share.argmin())
    if share[found] == BITS:
        return shift, 0, 0
    return int(shifts[found]), int(wrong[found]), int(count[found])


_NEAR = np.array(sorted(range(-DRIFT, DRIFT + 1), key=abs))
