"""Sounds are alike where their loud words agree, laid on each other with little drift."""

import numpy as np
import pytest

from kiemtin.media.heard.likeness import DRIFT, LEAST, NOTHING, PIECE, SAME, SoundLikeness, lay
from kiemtin.media.heard.words import BITS, RATE, STEP, SoundPrint

RNG = np.random.default_rng(4)
WORDS = RNG.integers(0, 2**32, 12 * PIECE, dtype=np.uint32)


def heard(words: np.ndarray, loud: np.ndarray | None = None) -> SoundPrint:
    return SoundPrint(words, np.ones(len(words), np.bool_) if loud is None else loud)


def flipped(words: np.ndarray, share: float) -> np.ndarray:
    """The words with a share of their bits turned."""
    bits = np.random.default_rng(5).random((len(words), BITS)) < share
    turned = (bits * (1 << np.arange(BITS, dtype=np.uint64))).sum(axis=1)
    return np.asarray(words ^ turned.astype(np.uint32))


WHOLE = heard(WORDS)


def test_a_sound_is_wholly_like_itself() -> None:
    assert lay(WHOLE, WHOLE, 0) == SoundLikeness(True, 1.0, 1.0, 0.0)


def test_a_part_lies_where_it_was_cut_from() -> None:
    part = heard(WORDS[300:900])
    found = lay(part, WHOLE, 300, speed=1.02)
    assert (found.alike, found.shared, found.speed) == (True, 1.0, 1.02)
    assert found.offset == pytest.approx(300 * STEP / RATE)
    assert lay(WHOLE, part, -300).alike


@pytest.mark.parametrize(("share", "alike"), [(0.1, True), (SAME - 0.05, True), (0.4, False)])
def test_so_many_bits_may_differ(share: float, alike: bool) -> None:
    found = lay(heard(flipped(WORDS, share)), WHOLE, 0)
    assert found.alike is alike
    assert found.score == pytest.approx(1 - share, abs=0.03)


def test_half_of_the_shorter_has_to_lie_in_the_other() -> None:
    other = RNG.integers(0, 2**32, len(WORDS), dtype=np.uint32)
    for held, alike in ((7, True), (5, False)):
        mixed = heard(np.concatenate([WORDS[: held * PIECE], other[held * PIECE :]]))
        found = lay(mixed, WHOLE, 0)
        assert found.alike is alike
        assert found.shared == pytest.approx(held / 12, abs=0.01)


def test_quiet_words_are_not_compared() -> None:
    noise = RNG.integers(0, 2**32, len(WORDS), dtype=np.uint32)
    loud = np.arange(len(WORDS)) < 6 * PIECE
    assert lay(heard(np.where(loud, WORDS, noise), loud), WHOLE, 0).score == 1.0
    few = np.arange(len(WORDS)) < LEAST - 1
    assert lay(heard(WORDS, few), WHOLE, 0) == NOTHING


def test_between_pieces_the_shift_may_drift_a_little() -> None:
    drifted = np.concatenate([WORDS[: 4 * PIECE], WORDS[4 * PIECE + DRIFT :]])
    assert lay(heard(drifted), WHOLE, 0).shared == 1.0
    jumped = np.concatenate([WORDS[: 4 * PIECE], WORDS[4 * PIECE + 3 * DRIFT :]])
    assert lay(heard(jumped), WHOLE, 0).shared < 0.5


def test_what_does_not_overlap_is_nothing() -> None:
    assert lay(WHOLE, WHOLE, len(WORDS)) == NOTHING
    assert lay(WHOLE, WHOLE, -len(WORDS)) == NOTHING
    assert lay(heard(WORDS[:0]), WHOLE, 0) == NOTHING


def test_reasons_have_their_numbers_in_both_languages() -> None:
    (said,) = SoundLikeness(True, 0.874, 0.5, -3.2).reasons()
    for part in ("50", "-3", "87"):
        assert part in said.vi
        assert part in said.en
    (other,) = NOTHING.reasons()
    assert "%" not in other.vi + other.en
