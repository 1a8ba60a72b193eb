"""Messages join groups as they come, and every decision of a person holds."""

import random
import string

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import archive
from benchmarks.group_scores import score
from kiemtin.matching.grouping import Groups, UnknownMessage
from kiemtin.matching.grouping.leaders import conflict
from kiemtin.matching.grouping.online import in_conflict

SAID = "đập thủy điện {} sắp vỡ, nước dâng {} mét lúc 9h ngày {}, bà con chạy lên đồi cao"
FIRST = SAID.format("Nậm Sỏi", 30, "5/9")


def filled(*texts: str) -> Groups:
    groups = Groups()
    for at, text in enumerate(texts):
        groups.add(str(at), text)
    return groups


def parts(groups: Groups, names: list[str]) -> set[frozenset[str]]:
    return {frozenset(groups.members(groups.group_of(name))) & set(names) for name in names}


def test_the_same_in_other_writing_joins() -> None:
    groups = filled(FIRST, f"nghe nói {FIRST.upper()}!!!", "giá xăng tăng từ tối nay")
    assert [groups.group_of(name) for name in "012"] == [1, 1, 2]


@pytest.mark.parametrize(
    "details", [("Nậm Sỏi", 40, "5/9"), ("Nậm Sỏi", 30, "6/9"), ("Tà Lũng", 30, "5/9")]
)
def test_a_conflicting_detail_never_joins(details: tuple[str, int, str]) -> None:
    groups = filled(FIRST, SAID.format(*details))
    assert groups.group_of("0") != groups.group_of("1")


def test_another_name_in_small_letters_never_joins() -> None:
    groups = filled(
        FIRST, f"tin: {FIRST}", SAID.format("Tà Lũng", 30, "5/9").lower(), FIRST.lower()
    )
    assert groups.members(1) == ["0", "1", "3"]


def test_likeness_does_not_chain() -> None:
    words = list(string.ascii_lowercase)
    groups = filled(*(" ".join(words[at : at + 10]) for at in (0, 2, 4)))
    assert groups.group_of("0") == groups.group_of("1") != groups.group_of("2")


def test_a_message_that_says_nothing_is_alone() -> None:
    groups = filled("", "😱", "!!!")
    assert [groups.group_of(name) for name in "012"] == [1, 2, 3]


def test_a_merge_holds_for_later_messages_whatever_they_say() -> None:
    other = SAID.format("Nậm Sỏi", 40, "5/9")
    groups = filled(FIRST, other)
    assert groups.merge(2, 1) == 1
    assert groups.add("2", f"nghe nói {other}") == groups.add("3", f"nghe nói {FIRST}") == 1


def test_a_split_is_remembered_and_draws_its_like() -> None:
    groups = filled(FIRST, f"{FIRST} chia sẻ gấp cho cả xóm", FIRST)
    new = groups.split("1", 1)
    assert groups.members(1) == ["0", "2"]
    assert groups.add("1", FIRST) == new
    assert groups.add("3", f"{FIRST}, chia sẻ gấp cho cả xóm!") == new
    assert groups.add("4", FIRST) == 1


def test_a_split_undoes_a_merge() -> None:
    groups = filled(FIRST, "giá xăng tăng từ tối nay", "tin: giá xăng tăng từ tối nay")
    groups.merge(1, 2)
    groups.split("1", 1)
    assert parts(groups, list("012")) == {frozenset("0"), frozenset("12")}


def test_a_merge_undoes_a_split() -> None:
    groups = filled(FIRST, FIRST)
    new = groups.split("1", 1)
    assert groups.merge(1, new) == 1
    assert groups.members(1) == ["0", "1"]


def test_the_only_leader_leaves_its_followers_a_leader() -> None:
    groups = filled(FIRST, f"tin: {FIRST}", f"{FIRST} chia sẻ gấp")
    new = groups.split("0", 1)
    assert groups.members(1) == ["1", "2"]
    assert groups.members(new) == ["0"]
    assert groups.add("3", f"tin: {FIRST}!") == 1


def test_a_split_of_one_that_is_elsewhere_or_alone_changes_nothing() -> None:
    groups = filled(FIRST, "mưa to")
    assert groups.split("1", 1) == 2
    assert groups.split("1", 2) == 2


def test_what_is_not_there_is_named() -> None:
    groups = filled(FIRST)
    with pytest.raises(UnknownMessage):
        groups.split("x", 1)
    with pytest.raises(UnknownMessage):
        groups.merge(1, 9)


def test_of_a_letter_little_is_kept() -> None:
    groups = filled(" ".join(f"từ{at} bé{at}" for at in range(9_000)))
    held = groups._messages[0].said
    assert len(held.words) + len(held.pairs) + len(held.details) + len(held.spelled) <= 1_200


def made(seed: int) -> list[str]:
    return archive.make(60, seed).texts


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_unrelated_messages_change_no_group(chance: random.Random) -> None:
    rows = [(f"m{at}", text) for at, text in enumerate(made(5))]
    others = [(f"x{at}", f"zq{at}z Wq{at}w Zw{at}q") for at in range(30)]
    places = sorted(chance.sample(range(len(rows) + len(others)), len(others)))
    alone, mixed, more = Groups(), Groups(), chance.sample(others, len(others))
    for name, text in rows:
        alone.add(name, text)
    for at, other in zip(places, more, strict=True):
        rows.insert(at, other)
    for name, text in rows:
        mixed.add(name, text)
    names = [name for name, _ in rows if name.startswith("m")]
    assert parts(alone, names) == parts(mixed, names)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(made(6)[:20]), max_size=25), st.data())
def test_identical_text_joins_and_the_same_calls_give_the_same(
    texts: list[str], data: st.DataObject
) -> None:
    one, two = Groups(), Groups()
    for at, text in enumerate(texts):
        assert one.add(str(at), text) == two.add(str(at), text)
    for text in texts:
        assert one.add("again " + text, text) == one.group_of(str(texts.index(text)))
    if texts:
        name = str(data.draw(st.integers(0, len(texts) - 1)))
        before = two.group_of(name)
        after = two.split(name, before)
        assert two.members(after) == [name]
        assert two.merge(before, after) == before
        assert two.group_of(name) == before


DETAILS = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 9)), max_size=5, unique=True).map(
    lambda found: tuple(sorted(found))
)


@given(DETAILS, DETAILS)
def test_conflicts_are_those_of_an_archive(
    one: tuple[tuple[int, int], ...], other: tuple[tuple[int, int], ...]
) -> None:
    left, right = (
        np.array([(role << 32) | value for role, value in said], np.int64) for said in (one, other)
    )
    assert in_conflict(one, other) == conflict(left, 0, len(left), right, 0, len(right))


def test_groups_keep_to_claims() -> None:
    made = archive.make(2_000, 5)
    groups = Groups()
    found = [groups.add(str(at), text) for at, text in enumerate(made.texts)]
    scores = score(made.claims, found)
    assert scores.pair_precision > 0.8
    assert scores.b3_f1 > 0.7
