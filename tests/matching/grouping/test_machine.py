"""The machine's groups on a small made-up archive."""

import numpy as np

from benchmarks import archive
from benchmarks.group_scores import score
from kiemtin.matching.grouping.machine import find
from kiemtin.matching.grouping.tokens import tokenise


def test_groups_keep_to_claims() -> None:
    made = archive.make(3_000, 5)
    scores = score(made.claims, find([tokenise(made.texts)]).leaders.tolist())
    assert scores.pair_precision > 0.8
    assert scores.b3_f1 > 0.8


def test_leaders_lead_themselves() -> None:
    leaders = find([tokenise(archive.make(500, 5).texts)]).leaders
    assert (leaders[leaders] == leaders).all()


def test_a_message_that_says_nothing_is_alone() -> None:
    assert find([tokenise(["", "😱", "", "đập vỡ"])]).leaders.tolist() == [0, 1, 2, 3]


def test_equal_messages_are_together_however_short() -> None:
    assert find([tokenise(["vỡ", "VO!", "mưa"])]).leaders.tolist() == [0, 0, 2]


def test_nearness_is_the_weight_of_words_in_common() -> None:
    found = find([tokenise(["đập sắp vỡ", "dap sap vo", "mưa to quá", "đập sắp tràn"])])
    assert found.near(0, 1) == 1
    assert found.near(0, 2) == 0
    assert 0 < found.near(0, 3) < 1


def test_every_message_has_its_place_in_the_order() -> None:
    found = find([tokenise(archive.make(200, 5).texts)])
    assert np.array_equal(np.sort(found.order), np.arange(200))
