"""The waves of a block are those of the standard, and each quality's steps are told apart."""

import numpy as np

from kiemtin.media.forensics.blocks import COSINES, STANDARD, quality_of, standard, transformed


def test_an_even_block_has_one_wave_and_no_strength_is_lost() -> None:
    even = transformed(np.full((8, 16), 10, dtype=np.float32))
    assert even.shape == (1, 2, 8, 8)
    assert np.isclose(even[0, 0, 0, 0], 80)
    assert np.allclose(COSINES @ COSINES.T, np.eye(8), atol=1e-6)
    light = np.random.default_rng(1).normal(size=(8, 8)).astype(np.float32)
    assert np.isclose(float((transformed(light) ** 2).sum()), float((light**2).sum()), rtol=1e-5)


def test_the_steps_of_each_quality_are_told_apart() -> None:
    assert (standard(50) == STANDARD).all()
    told = [quality_of(standard(one)) for one in range(20, 101)]
    assert told == [(one, True) for one in range(20, 101)]
    assert quality_of(standard(75) + 1)[1] is False
