import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.stance.words import MOST, beside, capitals, cut, figures, turns

_CLAIM = "Xã Bản Vược có 12 nhà bị ngập từ 4/10, thiệt hại 3,5 tỷ"


def test_numbers_are_one_word_and_words_lose_their_capitals() -> None:
    words = cut(_CLAIM, {})
    assert figures(words) == ["12", "4/10", "3,5"]
    assert capitals(words) == ["bản", "vược"]


def test_runs_are_the_stretches_the_other_side_lacks() -> None:
    claim = cut(_CLAIM, {"nhà": 2.0, "bị": 1.0, "ngập": 4.0})
    runs = claim.runs(claim.strange(cut("Xã Bản Vược có 12 hộ từ 4/10, thiệt hại 3,5 tỷ", {})))
    assert [_CLAIM[slice(*claim.of(run))] for run in runs] == ["nhà bị ngập"]
    assert (runs[0].size, runs[0].weight) == (3, 7.0)


@given(st.text(max_size=300))
def test_words_stand_where_they_say(text: str) -> None:
    words = cut(text, {})
    assert [text[a:b] for a, b in words.spans] == words.written
    assert len(words.plain) <= MOST
    assert not words.strange(words).any()
    whole = words.runs(np.ones(len(words.plain), np.bool_))
    assert sum(run.size for run in whole) == len(words.plain)


def test_a_long_text_is_read_to_its_four_hundredth_word() -> None:
    assert len(cut("mưa " * 900, {}).plain) == MOST


def test_what_stands_beside_a_word() -> None:
    assert beside(cut("có 12 nhà bị ngập", {}), 1) == {"có", "nhà", "bị"}


def test_turns_count_steps_back() -> None:
    assert turns([0, 1, 2]) == turns([]) == 0
    assert turns([2, 0, 1, 0]) == 2
