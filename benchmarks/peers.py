"""The matching rules of other desks, written again from their sources, for the same run.

They get the same library, the same encoder and the same texts. What they answer
automatically is compared; what they would suggest to a person is not.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.encoder import Encoder
from kiemtin.text.fold import fold

Ranking = list[str]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Answer:
    """What a rule finds, best first, and whether it sends the first without a person."""

    ranking: Ranking
    automatic: bool


Rule = Callable[[str], Answer]


class Remembering:
    """An encoder that has encoded some texts before, so that many rules can ask for them."""

    def __init__(self, encoder: Encoder, texts: Sequence[str]) -> None:
        self.name, self.dim, self.passage = encoder.name, encoder.dim, encoder.passage
        self.max_chars, self.centre = encoder.max_chars, encoder.centre
        self.unrelated = encoder.unrelated
        self._vectors = dict(zip(texts, encoder.query(texts), strict=True))

    def query(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of texts that were given at the start; raises KeyError for others."""
        return np.stack([self._vectors[text] for text in texts])


class Bm25:
    """BM25 as Elasticsearch has it (k1 1.2, b 0.75) over words of `normal(text)`."""

    def __init__(self, ids: Sequence[str], texts: Sequence[str], normal: Callable[[str], str]):
        self.ids, self._normal = list(ids), normal
        self._documents = [Counter(self.words(text)) for text in texts]
        self._mean = sum(sum(one.values()) for one in self._documents) / len(self._documents)
        self._held = Counter(word for one in self._documents for word in one)

    def words(self, text: str) -> list[str]:
        """Return the words of a text in the form that is indexed."""
        return _WORD.findall(self._normal(text))

    def scores(self, text: str) -> NDArray[np.float64]:
        """Return one score a document, in the order of `ids`."""
        words = self.words(text)
        return np.array([self._score(words, one) for one in self._documents])

    def has(self, position: int, word: str) -> bool:
        """Tell whether the document at `position` holds `word`."""
        return word in self._documents[position]

    def _score(self, words: list[str], document: Counter[str]) -> float:
        norm = 1.2 * (0.25 + 0.75 * sum(document.values()) / self._mean)
        total = len(self._documents)
        return sum(
            math.log1p((total - self._held[word] + 0.5) / (self._held[word] + 0.5))
            * document[word] * 2.2 / (document[word] + norm)
            for word in words if word in document
        )  # fmt: skip


def accented(text: str) -> str:
    """Return NFC lower case, tone marks kept: what an analyser without Vietnamese does."""
    return unicodedata.normalize("NFC", text).lower()


def cofacts(ids: Sequence[str], texts: Sequence[str]) -> Rule:
    """Cofacts: the 4 best of a word search, ordered by Dice of character pairs; ≥ 0.95 is same.

    Source: rumors-line-bot, which takes the string-similarity package.
    """
    search, by_id = Bm25(ids, texts, accented), dict(zip(ids, texts, strict=True))

    def rule(text: str) -> Answer:
        first = _ranked(search.ids, search.scores(text))
        dice = {one: _dice(text, by_id[one]) for one in first[:4]}
        top = sorted(dice, key=lambda one: -dice[one])
        return Answer(top + first[4:], dice[top[0]] >= 0.95)

    return rule


def check_words(ids: Sequence[str], texts: Sequence[str]) -> Rule:
    """Check: 87.5 % of the words in common and a score above 10; under 8 words only suggested.

    Source: meedan/alegre and check-api, defaults of the text matching settings.
    """
    search = Bm25(ids, texts, accented)

    def rule(text: str) -> Answer:
        words, scores = search.words(text), search.scores(text)
        ranking = _ranked(search.ids, scores)
        at = search.ids.index(ranking[0])
        held = sum(search.has(at, word) for word in words)
        common = len(words) >= 8 and held >= 0.875 * len(words)
        return Answer(ranking, common and scores[at] > 10)

    return rule


def cosine(
    ids: Sequence[str], vectors: NDArray[np.float32], encoder: Encoder, cut: float, words: int = 0
) -> Rule:
    """Answer the nearest sentence vector at a cosine of `cut` or more and `words` words or more.

    Check confirms at 0.95 (older releases: 0.875) from 8 words on; a plain encoder has no rule.
    """

    def rule(text: str) -> Answer:
        scores = (vectors @ encoder.query([text])[0]).astype(np.float64)
        enough = len(_WORD.findall(text)) >= words
        return Answer(_ranked(list(ids), scores), bool(scores.max() >= cut) and enough)

    return rule


def bm25(ids: Sequence[str], texts: Sequence[str], normal: Callable[[str], str] = fold) -> Rule:
    """Search by words only; there is no rule by which anything would be sent automatically."""
    search = Bm25(ids, texts, normal)
    return lambda text: Answer(_ranked(search.ids, search.scores(text)), automatic=False)


def _ranked(ids: Sequence[str], scores: NDArray[np.float64]) -> Ranking:
    return [ids[at] for at in np.lexsort((np.array(ids), -scores))]


def _dice(left: str, right: str) -> float:
    pairs = [Counter(_pairs(one)) for one in (left, right)]
    size = sum(sum(one.values()) for one in pairs)
    return 2 * sum((pairs[0] & pairs[1]).values()) / size if size else 0.0


def _pairs(text: str) -> list[str]:
    joined = "".join(text.split())
    return [joined[at : at + 2] for at in range(len(joined) - 1)]
