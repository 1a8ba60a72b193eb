import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.matching.stance.features import named, vector
from kiemtin.matching.stance.model import default_model
from kiemtin.matching.stance.suggest import look

_DAY = dt.date(2025, 10, 5)
_PASSAGE = "Xã Bản Vược có 12 nhà bị ngập từ sáng 4/10. Chưa ai bị thương."


def _named(claim: str, passage: str = _PASSAGE) -> dict[str, float]:
    return named(look(claim, passage, _DAY, default_model()))


def test_a_claim_taken_from_the_passage_is_covered() -> None:
    found = _named("Xã Bản Vược có 12 nhà bị ngập từ sáng 4/10")
    assert found["claim_covered"] == found["best_sentence"] == found["pairs"] == 1
    assert found["claim_only"] == found["figures_lost"] == found["turns"] == 0


def test_a_figure_in_place_of_another_stands_beside_the_same_words() -> None:
    found = _named("Xã Bản Vược có 20 nhà bị ngập từ sáng 4/10")
    assert found["figures_against"] == 1
    assert found["figures_instead"] == 4
    assert found["short_swaps_strange"] == 1


def test_what_is_put_in_is_counted_apart_from_what_is_exchanged() -> None:
    found = _named("Xã Bản Vược có 12 nhà bị ngập từ sáng 4/10 do đập thủy điện xả lũ")
    assert found["added_strange"] + found["swapped_strange"] == 6
    assert found["claim_only_at_end"] == 6
    assert found["figures_against"] == 0


def test_denials_are_counted_on_both_sides() -> None:
    found = _named("Xã Bản Vược không có nhà nào bị ngập")
    assert found["denying_not"] == 1
    assert found["denying_not_yet"] == -1


@pytest.mark.parametrize(("claim", "passage"), [("", ""), ("?", "…"), ("mưa", ""), ("", "mưa")])
def test_texts_without_words_have_features_too(claim: str, passage: str) -> None:
    assert np.isfinite(vector(look(claim, passage, _DAY, default_model()))).all()


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=80), st.text(max_size=80))
def test_every_pair_has_the_same_features_in_the_same_order(claim: str, passage: str) -> None:
    found = _named(claim, passage)
    assert list(found) == list(_named("mưa", "nắng"))
    assert np.isfinite(list(found.values())).all()
