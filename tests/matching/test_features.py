import datetime as dt

import numpy as np
import pytest

from kiemtin.matching.compare import compare_read
from kiemtin.matching.features import (
    NAMES,
    Pair,
    features,
    places_missing,
    shared_words,
    weights_of,
)
from kiemtin.matching.reading import read_entry, read_query
from kiemtin.matching.terms import Hashes, syllable_hashes
from kiemtin.matching.types import Comparison, Entry, Hit, Query, Row

_DAY = dt.date(2025, 9, 10)
_ENTRY = Entry("a", "Thủy điện Nậm Tha xả lũ lúc 21 giờ ngày 10/9/2025", date=_DAY)


def _weigh(hashes: Hashes) -> np.ndarray:
    return np.ones(len(hashes))


def _features(message: str, cosine: float = 0.9, entry: Entry = _ENTRY) -> dict[str, float]:
    query = Query(message, _DAY)
    asked, claim = read_query(query), read_entry(entry, _DAY)
    comparison = compare_read(query, asked, entry, claim)
    shared = shared_words(asked, claim, _weigh)
    pair = Pair(asked, claim, comparison, Hit("a", 1.0, 9.0, cosine), shared, 0.25)
    values = features(pair, _weigh)
    assert values.shape == (len(NAMES),)
    return dict(zip(NAMES, values.tolist(), strict=True))


@pytest.mark.parametrize(
    "message",
    [_ENTRY.claim, "", "?", "alo alo", "thuy dien nam tha xa lu luc 22h", "xả lũ " * 400],
)
def test_every_feature_is_bounded(message: str) -> None:
    values = _features(message)
    assert all(-1.0 <= value <= 1.0 for value in values.values())
    assert all(values[name] >= 0 for name in NAMES if name != "lead_over_next")


def test_the_claim_itself_has_everything() -> None:
    values = _features(_ENTRY.claim, cosine=1.0)
    assert values["claim_pairs_in_message"] == pytest.approx(1.0)
    assert values["claim_details_in_message"] == 1.0
    assert values["cosine"] == pytest.approx(1.0)
    zero = ["claim_words_scarce", "message_details_extra", "claim_names_missing", "conflict"]
    assert all(values[name] == 0 for name in zero)


def test_a_toneless_message_is_marked_as_one() -> None:
    values = _features("thuy dien nam tha xa lu luc 21 gio ngay 10/9", cosine=0.95)
    assert values["cosine"] == pytest.approx(0.75)
    assert values["toneless"] == 1.0


def test_words_of_the_claim_count_in_any_form_that_is_known() -> None:
    other = _features("nhà máy thủy điện Nậm Tha xả nước")
    assert 0 < other["claim_terms_in_message"] <= 1


def test_numbers_beside_the_claim_are_not_held_against_a_forward() -> None:
    extra = " Cả xóm có 12 con bò."
    assert _features(_ENTRY.claim + extra)["message_details_extra"] > 0
    forward = _ENTRY.claim + extra + " Bà con xem lại đồ đạc trong nhà giúp nhau nhé." * 6
    assert _features(forward)["message_details_extra"] == 0


def test_a_detail_that_differs_is_a_conflict() -> None:
    assert _features("Thủy điện Nậm Tha xả lũ lúc 3 giờ sáng ngày 10/9")["conflict"] == 1.0


def test_the_lead_is_what_no_other_entry_has() -> None:
    assert _features(_ENTRY.claim)["lead_over_next"] == pytest.approx(0.75)


def test_fillers_weigh_little() -> None:
    weights = weights_of(syllable_hashes(["nhe", "dap"]), _weigh)
    assert weights[0] < 0.5 * weights[1]


def test_places_are_missing_only_when_none_is_named() -> None:
    here, gone = Row("place", "x", "x", "agree"), Row("place", None, "y", "absent")
    assert places_missing(Comparison((gone,)))
    assert not places_missing(Comparison((gone, here)))
    assert not places_missing(Comparison(()))
    assert not places_missing(Comparison((Row("place", "z", None, "absent"),)))
