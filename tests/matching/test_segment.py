import numpy as np
import pytest

from kiemtin.matching import segment
from kiemtin.matching.dense import quantise
from kiemtin.matching.terms import bag
from tests.matching.samples import CLAIMS, BagEncoder

_ENCODER = BagEncoder()


def _build(names: list[str]) -> segment.Segment:
    texts = [CLAIMS[name] for name in names]
    return segment.build(names, texts, quantise(_ENCODER.passage(texts)))


def _found(
    segments: list[segment.Segment], text: str, within: int = 100
) -> dict[str, tuple[float, float]]:
    scores = segment.score(segments, bag(text).hashes, quantise(_ENCODER.query([text])), within)
    rows = zip(scores.ids, scores.lexical, scores.dense, strict=True)
    return {str(name): (float(words), float(cosine)) for name, words, cosine in rows}


def test_scores_do_not_depend_on_how_rows_are_spread() -> None:
    names = list(CLAIMS)
    spread = [_build(names[:1]), _build(names[1:5]), _build(names[5:])]
    text = "cầu Bản Vược trôi rồi, tàu lên Sa Pa tăng giá vé"
    assert _found(spread, text) == _found([_build(names)], text)
    assert _found([segment.merge(spread)], text) == _found([_build(names)], text)


@pytest.mark.parametrize("within", [1, 2, 3])
def test_who_comes_into_question_does_not_depend_on_how_rows_are_spread(within: int) -> None:
    names = list(CLAIMS)
    text = "cầu Bản Vược trôi rồi, tàu lên Sa Pa tăng giá vé"
    whole = _found([_build(names)], text, within)
    assert within <= len(whole) < len(names)
    assert whole.items() <= _found([_build(names)], text).items()
    assert whole.keys() & {"cau", "ve"}
    spread = [_build(names[:1]), _build(names[1:5]).drop([2]), _build(names[5:])]
    expected = [name for name in names if name != names[3]]
    assert _found(spread, text, within) == _found([_build(expected)], text, within)


def test_a_dropped_row_leaves_no_trace() -> None:
    names = list(CLAIMS)
    left = _build(names).drop([1, 3])
    text = "trường tiểu học cho nghỉ, uống nước lá ổi"
    expected = [name for at, name in enumerate(names) if at not in (1, 3)]
    assert left.size == 4
    assert _found([left], text) == _found([_build(expected)], text)
    assert _found([segment.merge([left])], text) == _found([_build(expected)], text)


def test_dropping_a_row_twice_is_dropping_it_once() -> None:
    once = _build(list(CLAIMS)).drop([2])
    twice = once.drop([2])
    assert np.array_equal(twice.words.frequency, once.words.frequency)
    assert twice.length == once.length


def test_without_vectors_every_cosine_is_zero() -> None:
    words_only = segment.build(["a"], ["nước lên"], None)
    query = quantise(_ENCODER.query(["nước lên"]))
    scores = segment.score([words_only], bag("nước lên").hashes, query)
    assert scores.dense.tolist() == [0.0]
    assert scores.lexical[0] > 0


def test_no_segments_score_nothing() -> None:
    assert len(segment.score([], bag("nước").hashes, None).ids) == 0
