"""Tells passages in nearly the same words: news travels by copies, and a reader needs it once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kiemtin.matching.stance.words import capitals, cut, figures
from kiemtin.text.words import words as listed

SAME = 0.9
"""Share of the distinct words of both that two passages have in common to be one."""
_DENYING = listed("không chưa chẳng chả đừng cấm ngừng thôi hết")
_KEPT = 8_000


@dataclass(frozen=True)
class Tokens:
    """The words of a text in lower case with their marks, by kinds that are compared."""

    words: frozenset[str]
    figures: frozenset[str]
    capitals: frozenset[str]
    denying: tuple[tuple[str, int], ...]
    size: int


@lru_cache(maxsize=_KEPT)
def tokens(text: str) -> Tokens:
    """Return the words of `text`; the last few thousand texts are kept."""
    cut_up = cut(text, {})
    denied = Counter(word for word in cut_up.plain if word in _DENYING)
    return Tokens(
        cut_up.held,
        frozenset(figures(cut_up)),
        frozenset(capitals(cut_up)),
        tuple(sorted(denied.items())),
        len(cut_up.plain),
    )


def same(one: str, other: str) -> bool:
    """Tell whether two passages say the same in nearly the same words.

    Another figure or another denial makes them two, however alike the rest is.
    """
    left, right = tokens(one), tokens(other)
    sizes = sorted((len(left.words), len(right.words)))
    if sizes[0] < SAME * sizes[1] or left.figures != right.figures or left.denying != right.denying:
        return False
    both = len(left.words & right.words)
    return both >= SAME * len(left.words | right.words) > 0


def grouped(texts: Sequence[str]) -> Iterable[tuple[int, list[int]]]:
    """Give each first of its kind with the places of those like it, in the order of `texts`."""
    groups: dict[int, list[int]] = {}
    for at, text in enumerate(texts):
        leader = next((first for first in groups if same(texts[first], text)), None)
        if leader is None:
            groups[at] = []
        else:
            groups[leader].append(at)
    return groups.items()
