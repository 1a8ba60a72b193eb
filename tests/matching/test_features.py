import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.compare import compare_read
from kiemtin.matching.features import (
    CONFLICTS,
    HOW,
    KINDS,
    NAMES,
    Pair,
    features,
    places_missing,
    weights_of,
)
from kiemtin.matching.reading import read_entry, read_query
from kiemtin.matching.terms import Hashes, syllable_hashes
from kiemtin.matching.types import Comparison, Entry, Hit, Query, Row

_DAY = dt.date(2025, 9, 10)
_ENTRY = Entry("a", "Thủy điện Nậm Tha xả lũ lúc 21 giờ ngày 10/9/2025", date=_DAY)
_EDGES = {"edge_over_next", "edge_over_all"}


def _weigh(hashes: Hashes) -> np.ndarray:
    return np.ones(len(hashes))


def _features(
    message: str,
    cosine: float = 0.9,
    entry: Entry = _ENTRY,
    *,
    rank: int = 0,
    edges: tuple[float, float] = (0.25, -0.5),
) -> dict[str, float]:
    query = Query(message, _DAY)
    asked, claim = read_query(query), read_entry(entry, _DAY)
    comparison = compare_read(query, asked, entry, claim)
    pair = Pair(asked, claim, comparison, Hit("a", 1.0, 9.0, cosine), rank, *edges)
    values = features(pair, _weigh)
    assert values.shape == (len(NAMES),)
    return dict(zip(NAMES, values.tolist(), strict=True))


def test_every_feature_has_a_name_of_its_own() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert {f"{kind}_{how}" for kind in KINDS for how in HOW} < set(NAMES)


def test_what_says_that_details_differ_is_the_guard_and_one_count_a_kind() -> None:
    assert {NAMES[at] for at in CONFLICTS} == {"conflict", *(f"{one}_conflict" for one in KINDS)}


@pytest.mark.parametrize(
    "message",
    [
        _ENTRY.claim,
        "",
        "?",
        "alo alo",
        "thuy dien nam tha xa lu luc 22h",
        "xả lũ " * 400,
        "không 5 hộ, 6 hộ, 7 hộ, 10k, 20k, 30k ngày 1/2, 3/4 và 5/6 lúc 1h, 2h ở Sơn La " * 9,
    ],
)
def test_every_feature_is_bounded(message: str) -> None:
    values = _features(message)
    assert all(-1.0 <= value <= 1.0 for value in values.values())
    assert all(values[name] >= 0 for name in NAMES if name not in _EDGES)


@given(
    st.text("abc 019.,?!ộđ\n", max_size=60),
    st.floats(-1, 1),
    st.integers(0, 500),
    st.tuples(st.floats(-1, 1), st.floats(-1, 1)),
)
def test_every_feature_is_bounded_whatever_is_found(
    message: str, cosine: float, rank: int, edges: tuple[float, float]
) -> None:
    values = _features(message, cosine, rank=rank, edges=edges)
    assert all(-1.0 <= value <= 1.0 for value in values.values())


def test_the_claim_itself_has_everything() -> None:
    values = _features(_ENTRY.claim, cosine=1.0)
    assert values["claim_details_in_message"] == 1.0
    assert values["cosine"] == pytest.approx(1.0)
    assert values["date_agree"] == values["time_agree"] == 0.5
    zero = ["claim_words_scarce", "message_details_extra", "claim_names_missing", "conflict"]
    against = [name for name in NAMES if name.endswith(("_conflict", "_missing", "_extra"))]
    assert all(values[name] == 0 for name in [*zero, *against])


def test_a_toneless_message_is_marked_as_one() -> None:
    values = _features("thuy dien nam tha xa lu luc 21 gio ngay 10/9", cosine=0.95)
    assert values["cosine"] == pytest.approx(0.75)
    assert values["toneless"] == 1.0


def test_the_words_of_the_claim_are_scarce_when_only_its_details_are_there() -> None:
    assert _features("Nậm Tha 21 giờ ngày 10/9 có hội")["claim_words_scarce"] > 0
    assert _features("thủy điện xả lũ à")["claim_words_scarce"] == 0


def test_numbers_beside_the_claim_are_not_held_against_a_forward() -> None:
    extra = ", xả lũ 12 m3/s"
    assert _features(_ENTRY.claim + extra)["message_details_extra"] > 0
    forward = _ENTRY.claim + extra + ". Bà con xem lại đồ đạc trong nhà giúp nhau nhé" * 6
    assert _features(forward)["message_details_extra"] == 0


def test_a_detail_that_differs_is_a_conflict_of_its_kind() -> None:
    values = _features("Thủy điện Nậm Tha xả lũ lúc 3 giờ sáng ngày 10/9")
    assert values["conflict"] == 1.0
    assert values["time_conflict"] == 0.5
    assert values["date_agree"] == 0.5


def test_a_detail_on_one_side_only_is_missing_or_extra() -> None:
    values = _features("thủy điện Nậm Tha xả lũ 350 m3/s")
    assert values["time_missing"] == values["date_missing"] == values["number_extra"] == 0.5
    assert values["number_missing"] == values["time_extra"] == 0


def test_the_edges_and_the_rank_are_passed_on() -> None:
    values = _features(_ENTRY.claim, rank=3)
    assert (values["edge_over_next"], values["edge_over_all"]) == (0.25, -0.5)
    assert values["found_later"] == pytest.approx(1 / 3)


def test_fillers_weigh_little() -> None:
    weights = weights_of(syllable_hashes(["nhe", "dap"]), _weigh)
    assert weights[0] < 0.5 * weights[1]


def test_places_are_missing_only_when_none_is_named() -> None:
    here, gone = Row("place", "x", "x", "agree"), Row("place", None, "y", "absent")
    assert places_missing(Comparison((gone,)))
    assert not places_missing(Comparison((gone, here)))
    assert not places_missing(Comparison(()))
    assert not places_missing(Comparison((Row("place", "z", None, "absent"),)))
