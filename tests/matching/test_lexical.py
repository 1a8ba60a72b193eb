from collections import Counter
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching import lexical
from kiemtin.matching.terms import bag

_TEXTS = st.lists(
    st.lists(st.sampled_from(["lũ", "về", "xã", "đê", "vỡ"]), max_size=6).map(" ".join),
    min_size=1,
    max_size=8,
)


def _naive(texts: list[str], query: str) -> list[float]:
    """BM25 written down as in the book, over a dictionary a text."""
    documents = [
        dict(zip(b.hashes.tolist(), b.counts.tolist(), strict=True)) for b in map(bag, texts)
    ]
    held = Counter(term for document in documents for term in document)
    mean = sum(sum(document.values()) for document in documents) / len(documents)
    scores = []
    for document in documents:
        norm = lexical.K1 * (1 - lexical.B + lexical.B * sum(document.values()) / max(mean, 1.0))
        scores.append(
            sum(
                log(1 + (len(texts) - held[term] + 0.5) / (held[term] + 0.5))
                * document[term]
                * (lexical.K1 + 1)
                / (document[term] + norm)
                for term in bag(query).hashes.tolist()
                if term in document
            )
        )
    return scores


def _scores(block: lexical.LexicalBlock, query: str, total: int, mean: float) -> np.ndarray:
    terms = bag(query).hashes
    weights = lexical.idf(lexical.frequencies(block, terms), total)
    return lexical.score(block, terms, weights, mean)


@given(_TEXTS, st.lists(st.sampled_from(["lũ", "đê", "vỡ", "mới"])).map(" ".join))
def test_scores_are_those_of_the_formula(texts: list[str], query: str) -> None:
    block = lexical.build([bag(text) for text in texts])
    mean = float(block.lengths.mean())
    assert _scores(block, query, len(texts), mean) == pytest.approx(_naive(texts, query))


@given(_TEXTS, st.data())
def test_masking_and_merging_equal_building_what_is_left(
    texts: list[str], data: st.DataObject
) -> None:
    alive = np.array(data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts))))
    cut = data.draw(st.integers(0, len(texts)))
    bags = [bag(text) for text in texts]
    merged = lexical.merge(
        [(lexical.build(bags[:cut]), alive[:cut]), (lexical.build(bags[cut:]), alive[cut:])]
    )
    rebuilt = lexical.build([one for one, keep in zip(bags, alive, strict=True) if keep])
    for name in ("terms", "starts", "rows", "counts", "lengths", "frequency"):
        assert np.array_equal(getattr(merged, name), getattr(rebuilt, name)), name


@given(_TEXTS, st.data())
def test_a_masked_row_counts_in_no_frequency(texts: list[str], data: st.DataObject) -> None:
    gone = np.array(data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts))))
    bags = [bag(text) for text in texts]
    block = lexical.build(bags)
    left = Counter(
        term for one, out in zip(bags, gone, strict=True) if not out for term in one.hashes.tolist()
    )
    assert lexical.without(block, gone).tolist() == [left[term] for term in block.terms.tolist()]


def test_a_term_in_every_row_still_weighs_more_than_nothing() -> None:
    assert lexical.idf(np.array([10], np.int32), 10)[0] > 0


def test_no_rows_and_no_terms_score_nothing() -> None:
    empty = lexical.build([])
    assert _scores(empty, "lũ về", 0, 0.0).shape == (0,)
    assert _scores(lexical.build([bag("lũ về")]), "", 1, 3.0).tolist() == [0.0]
