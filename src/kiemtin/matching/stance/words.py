"""The words of a claim beside those of a passage: what the other side has, and where it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.types import Span

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

MOST = 400
"""Words of a text that are read; longer ones are no passages."""
_WORD = re.compile(r"\d+(?:[.,:/-]\d+)*+%?|[^\W_]+")
_UNKNOWN = 12.0
"""Rarity of a word that the table does not have, as that of one in the rarest texts."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words from `first` to `last` (exclusive) that the other side does not have."""

    first: int
    last: int
    weight: float

    @property
    def size(self) -> int:
        """Return the number of words."""
        return self.last - self.first


@dataclass(frozen=True)
class Words:
    """The words of a text in order: as written, in lower case, where, and how rare each is."""

    written: Sequence[str]
    plain: Sequence[str]
    spans: Sequence[Span]
    rarity: Floats

    @cached_property
    def held(self) -> frozenset[str]:
        """Return the distinct words in lower case."""
        return frozenset(self.plain)

    def strange(self, other: "Words") -> Bools:
        """Return for each word whether `other` lacks it, shape (number of words,)."""
        return np.array([word not in other.held for word in self.plain], np.bool_)

    def runs(self, mask: Bools) -> list[Run]:
        """Return the runs of neighbouring words for which `mask` is true."""
        found = []
        for wanted, group in groupby(enumerate(mask.tolist()), key=itemgetter(1)):
            at = [one for one, _ in group]
            if wanted:
                weight = float(self.rarity[at[0] : at[-1] + 1].sum())
                found.append(Run(at[0], at[-1] + 1, weight))
        return found

    def of(self, run: Run) -> Span:
        """Return where a run stands in the text."""
        return self.spans[run.first][0], self.spans[run.last - 1][1]

    def grams(self, size: int) -> Iterator[tuple[str, ...]]:
        """Give every `size` neighbouring words."""
        return zip(*(self.plain[start:] for start in range(size)), strict=False)


def cut(text: str, table: Mapping[str, float]) -> Words:
    """Return the first 400 words of `text`; `table` says how rare a word is (natural logarithm)."""
    hits = [hit for hit, _ in zip(_WORD.finditer(text), range(MOST), strict=False)]
    plain = [hit[0].lower() for hit in hits]
    rarity = np.array([table.get(word, _UNKNOWN) for word in plain], np.float64)
    return Words([hit[0] for hit in hits], plain, [hit.span() for hit in hits], rarity)


def capitals(words: Words) -> list[str]:
    """Return the words in lower case that are written with a capital, the first one left out."""
    pairs = zip(words.written[1:], words.plain[1:], strict=True)
    return [plain for written, plain in pairs if written[0].isupper()]


def figures(words: Words) -> list[str]:
    """Return the words that begin with a digit."""
    return [word for word in words.plain if word[0].isdecimal()]


def beside(words: Words, at: int) -> set[str]:
    """Return what stands up to two words before and after the word at `at`."""
    return {*words.plain[max(0, at - 2) : at], *words.plain[at + 1 : at + 3]}


def turns(places: Sequence[int]) -> int:
    """Return how often the places go back: words told in another order."""
    return sum(later < earlier for earlier, later in pairwise(places))
