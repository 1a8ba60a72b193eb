"""Whether two videos show the same, by pictures of both that are alike in the same order."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiemtin.media.alike.fingerprint import Fingerprint
from kiemtin.media.alike.index import Index
from kiemtin.refusal import Say

Prints = Sequence[tuple[float, Fingerprint]]

SPEEDS = (0.95, 0.975, 1.0, 1.025, 1.05)
NEAR = 2.0
"""Seconds by which two pictures of one scene may be taken apart."""
PAIRS = 3
"""Pictures that have to be alike in one order; of a video with fewer, all."""
SHARE = 0.3
"""Share of the pictures of the video with fewer that has to be alike."""


@dataclass(frozen=True)
class VideoLikeness:
    """`alike`: one video; `score`: share of the pictures of the one with fewer that are found in
    the other in the same order; `pairs`: their seconds; `speed` of the second, `offset` in seconds
    of its beginning."""

    alike: bool
    score: float
    pairs: tuple[tuple[float, float], ...]
    speed: float
    offset: float

    def reasons(self) -> list[Say]:
        """Return why, as sentences."""
        if not self.pairs:
            return [_NOTHING]
        numbers = {"pairs": len(self.pairs), "score": round(self.score * 100)}
        said = _ALIKE if self.alike else _FEW
        return [Say(said.vi.format(**numbers), said.en.format(**numbers))]


_NOTHING = Say("Không có hình nào giống nhau.", "No pictures of the two are alike.")
_ALIKE = Say(
    "{pairs} hình ({score}%) giống nhau, theo cùng thứ tự. Hãy xem cả hai: hình có thể đã bị cắt, "
    "ghép hoặc thay tiếng.",
    "{pairs} pictures ({score} %) are alike, in one order. Watch both: pictures may have been cut "
    "or joined, or the sound changed.",
)
_FEW = Say(
    "Chỉ {pairs} hình ({score}%) giống nhau theo cùng thứ tự: có thể chỉ dùng chung vài cảnh.",
    "Only {pairs} pictures ({score} %) are alike in one order: they may share a few scenes.",
)


def same_video(first: Prints, second: Prints) -> VideoLikeness:
    """Return how alike two videos are: pressed again, trimmed, with bars, up to 5 % faster."""
    fewer = min(len(first), len(second))
    matched = _matched(first, second)
    speed, offset, pairs = max(
        (_line(matched, speed, at) for speed in SPEEDS for at in matched),
        key=lambda found: (len(found[2]), -abs(found[0] - 1)),
        default=(1.0, 0.0, ()),
    )
    score = len(pairs) / fewer if fewer else 0.0
    alike = len(pairs) >= min(PAIRS, fewer) > 0 and score >= SHARE
    return VideoLikeness(alike, score, pairs, speed, offset)


def _matched(first: Prints, second: Prints) -> list[tuple[float, float]]:
    index = Index()
    for number, (_, one) in enumerate(second):
        index.add(str(number), one)
    return [(moment, second[int(hit.key)][0]) for moment, one in first for hit in index.search(one)]


def _line(
    matched: list[tuple[float, float]], speed: float, at: tuple[float, float]
) -> tuple[float, float, tuple[tuple[float, float], ...]]:
    """Return the pairs on the line of time through one pair, each picture once."""
    offset = at[1] - at[0] / speed
    pairs: dict[float, float] = {}
    for one, other in matched:
        fits = abs(other - one / speed - offset) <= NEAR
        if fits and one not in pairs and other not in pairs.values():
            pairs[one] = other
    return speed, offset, tuple(sorted(pairs.items()))
