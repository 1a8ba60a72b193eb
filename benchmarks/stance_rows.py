"""Gathers what the fit and the measurement of suggestions share: features, folds, passages."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks import evidence
from benchmarks.boosting import Plan, fit
from benchmarks.evidence import FOLDS, KINDS, Checked
from benchmarks.fit_passages import filled
from kiemtin.matching.passages.near import tokens
from kiemtin.matching.stance.features import vector
from kiemtin.matching.stance.model import Model
from kiemtin.matching.stance.suggest import look
from kiemtin.matching.stance.trees import Trees
from kiemtin.text.sentences import sentences

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
DAY = dt.date(2023, 3, 30)
"""Within the weeks in which the articles of ViFactCheck appeared."""
WORDS = 4_000
OTHERS = 28
"""One in so many claims is also shown a passage of another article, which says nothing of it. One
in three taught that better and cost .013 of macro-F1 beside the evidence itself, in five folds."""
_NOTHING = KINDS.index("nei")
_WITHIN = 0.6


@dataclass(frozen=True)
class Rows:
    """Features (n, k), kinds (n,), the fold each is left out in, and the pairs themselves."""

    features: Floats
    kinds: Ints
    folds: Ints
    pairs: Sequence[tuple[str, str]]


def gather(model: Model, pairs: Sequence[tuple[str, str]], kinds: Ints, folds: Ints) -> Rows:
    """Return the rows of pairs of claim and passage."""
    found = [vector(look(claim, passage, DAY, model)) for claim, passage in pairs]
    return Rows(np.array(found), kinds, folds, pairs)


def gold(model: Model, given: Sequence[Checked]) -> Rows:
    """Return the rows of claims beside the evidence they were written from."""
    pairs = [(one.claim, one.evidence) for one in given]
    kinds, folds = np.array([one.kind for one in given]), np.array([one.fold for one in given])
    return gather(model, pairs, kinds, folds)


def others(model: Model, data: Path, given: Sequence[Checked]) -> Rows:
    """Return the rows of claims beside the first passage found that is of another article.

    Passages with more than 60 % of the claim's words are left out: they may be about the same.
    """
    index, texts = filled(data), evidence.passages(data)
    known = {one.evidence_id: one.article for one in evidence.claims(data)}
    pairs, folds = [], []
    for one in given:
        found = (hit.key.article for hit in index.search_apart(one.claim, 30))
        strange = (name for name in found if known.get(name) != one.article)
        passage = next((texts[name] for name in strange if _apart(one.claim, texts[name])), None)
        if passage:
            pairs.append((one.claim, passage))
            folds.append(one.fold)
    return gather(model, pairs, np.full(len(pairs), _NOTHING), np.array(folds))


def _apart(claim: str, passage: str) -> bool:
    said, told = tokens(claim).words, tokens(passage).words
    return len(said & told) <= _WITHIN * len(said)


def joined(one: Rows, other: Rows) -> Rows:
    """Return the rows of both."""
    return Rows(
        np.concatenate((one.features, other.features)),
        np.concatenate((one.kinds, other.kinds)),
        np.concatenate((one.folds, other.folds)),
        [*one.pairs, *other.pairs],
    )


def left_out(rows: Rows, plan: Plan) -> Floats:
    """Return scores (n, kinds), each from trees fitted on the articles of the other folds."""
    scores = np.zeros((len(rows.kinds), len(KINDS)))
    for fold in range(FOLDS):
        away = rows.folds == fold
        trees = fit(rows.features[~away], rows.kinds[~away], plan)
        scores[away] = trees.scores(rows.features[away])
    return scores


def rarity(data: Path, held_out: Iterable[str]) -> dict[str, float]:
    """Return the 4,000 commonest words of articles and headlines with their rarity."""
    away = set(held_out)
    articles = evidence.rows(data / "vifactcheck" / "articles.jsonl")
    kept = [one["text"] for one in articles if one["id"] not in away]
    texts = [text[a:b] for text in kept for a, b in sentences(text)]
    news = evidence.rows(data / "vn_news_headlines" / "articles.jsonl")
    texts += [f"{one['title']} {one.get('summary') or ''}" for one in news]
    count = Counter(word for text in texts for word in tokens(text).words)
    common = [word for word, _ in count.most_common(2 * WORDS) if word.isalpha()][:WORDS]
    return {word: round(math.log((len(texts) + 1) / (count[word] + 0.5)), 2) for word in common}


def blank(words: dict[str, float]) -> Model:
    """Return a model that only reads: for gathering features."""
    asked, values = np.zeros((0, 7), np.int32), np.zeros((0, 8), np.float32)
    return Model(Trees(asked, values[:, :7], values, np.zeros(len(KINDS))), words, 0.0, ())


def measures(kinds: Ints, said: Ints) -> tuple[float, list[float], Ints]:
    """Return macro-F1, the F1 of each kind, and the confusion (kind in the set, kind said)."""
    count = len(KINDS)
    table = np.bincount(kinds * count + said, minlength=count**2).reshape(count, count)
    each = 2 * np.diag(table) / np.maximum(table.sum(axis=0) + table.sum(axis=1), 1)
    return float(each.mean()), each.tolist(), table
