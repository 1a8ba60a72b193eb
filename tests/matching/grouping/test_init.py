"""Grouping holds whatever the order of messages, and every decision of a person holds."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import archive
from kiemtin.matching.grouping import CHUNK, Decision, group

TEXTS = archive.make(150, 5).texts
IDS = [f"m{at}" for at in range(len(TEXTS))]


def parts(ids: list[str], groups: list[int]) -> set[frozenset[str]]:
    found: dict[int, set[str]] = {}
    for name, number in zip(ids, groups, strict=True):
        found.setdefault(number, set()).add(name)
    return {frozenset(one) for one in found.values()}


def decisions() -> st.SearchStrategy[list[Decision]]:
    some = st.sampled_from(IDS[:12])
    one = st.builds(Decision, st.sampled_from(["merge", "split"]), some, some)
    return st.lists(one.filter(lambda made: made.first != made.second), max_size=14)


@settings(max_examples=60, deadline=None)
@given(decisions())
def test_every_decision_holds_unless_a_later_one_contradicts_it(made: list[Decision]) -> None:
    found = group(TEXTS, ids=IDS, decisions=made)
    number = dict(zip(IDS, found.groups, strict=True))
    overruled = list(map(id, found.overruled))
    for one in made:
        if id(one) not in overruled:
            assert (number[one.first] == number[one.second]) is (one.kind == "merge")
    if made:
        assert id(made[-1]) not in overruled


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), decisions())
def test_the_order_of_messages_changes_no_group_and_no_root(
    chance: random.Random, made: list[Decision]
) -> None:
    mixed = list(range(len(TEXTS)))
    chance.shuffle(mixed)
    ids = [IDS[at] for at in mixed]
    first = group(TEXTS, ids=IDS, decisions=made)
    second = group([TEXTS[at] for at in mixed], ids=ids, decisions=made)
    assert parts(IDS, first.groups) == parts(ids, second.groups)
    assert {IDS[at] for at in first.roots} == {ids[at] for at in second.roots}


def test_of_equal_roots_the_smallest_id_is_the_root() -> None:
    assert group(["vỡ đập", "Vo dap!"], ids=["b", "a"]).roots == [1, 1]


def test_groups_count_from_the_largest() -> None:
    found = group(["mưa to", "vỡ đập rồi", "vỡ đập rồi!", "VỠ ĐẬP RỒI"])
    assert found.groups == [2, 1, 1, 1]
    assert found.roots[0] == 0


@pytest.mark.parametrize("texts", [[], [""], ["vỡ"], ["x" * 50_000], ["đập vỡ " * 8_000] * 2])
def test_any_message_has_a_group(texts: list[str]) -> None:
    assert group(texts).groups == [1] * len(texts)


def test_siblings_that_differ_in_one_detail_stay_apart() -> None:
    said = "đập thủy điện {} sắp vỡ, nước dâng {} mét lúc 9h ngày {}, bà con chạy lên đồi cao"
    details = [("Nậm Sỏi", 30, "5/9"), ("Nậm Sỏi", 40, "5/9"), ("Nậm Sỏi", 30, "6/9")]
    details.append(("Tà Lũng", 30, "5/9"))
    texts = [said.format(*one) for one in details]
    again = [f"nghe nói {text}" for text in texts]
    found = group([*texts, *again]).groups
    assert found[:4] == found[4:]
    assert len(set(found)) == 4


def test_ids_must_be_different() -> None:
    with pytest.raises(ValueError, match="expected 2 different ids"):
        group(["a", "b"], ids=["x", "x"])


def test_parts_are_read_in_order() -> None:
    texts = ["vỡ đập"] * CHUNK + ["mưa to"]
    assert group(texts).groups == [1] * CHUNK + [2]
