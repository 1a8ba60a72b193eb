"""Groups obey decisions, and nothing else changes."""

from kiemtin.matching.grouping.decisions import Decision, hold
from kiemtin.matching.grouping.settle import settle

IDS = ("a", "b", "c", "d", "e")
LEADERS = (0, 0, 0, 3, 3)


def near(first: int, second: int) -> float:
    return -abs(first - second)


def settled(*decisions: Decision) -> list[set[str]]:
    labels = settle(LEADERS, hold(IDS, decisions), range(5), near)
    groups: dict[int, set[str]] = {}
    for name, label in zip(IDS, labels, strict=True):
        groups.setdefault(label, set()).add(name)
    return sorted(groups.values(), key=min)


def test_without_decisions_the_machine_stands() -> None:
    assert settled() == [{"a", "b", "c"}, {"d", "e"}]


def test_merging_two_messages_joins_their_groups() -> None:
    assert settled(Decision("merge", "a", "e")) == [set(IDS)]


def test_after_a_split_the_others_go_to_the_nearer() -> None:
    assert settled(Decision("split", "a", "c")) == [{"a", "b"}, {"c"}, {"d", "e"}]


def test_a_split_between_groups_changes_nothing() -> None:
    assert settled(Decision("split", "a", "e")) == [{"a", "b", "c"}, {"d", "e"}]


def test_what_is_merged_stays_together_in_a_split() -> None:
    found = settled(Decision("merge", "a", "e"), Decision("split", "a", "c"))
    assert any({"a", "e"} <= group and "c" not in group for group in found)
