"""Of contradictory decisions the later one holds."""

from kiemtin.matching.grouping.decisions import Decision, hold

IDS = ("a", "b", "c", "d")


def merge(first: str, second: str) -> Decision:
    return Decision("merge", first, second)


def split(first: str, second: str) -> Decision:
    return Decision("split", first, second)


def test_the_later_of_two_holds_and_the_earlier_is_named() -> None:
    held = hold(IDS, [merge("a", "b"), split("a", "b")])
    assert held.overruled == [merge("a", "b")]
    assert held.part == [0, 1, 2, 3]
    held = hold(IDS, [split("a", "b"), merge("b", "a")])
    assert held.overruled == [split("a", "b")]
    assert held.part[0] == held.part[1]


def test_a_split_wins_over_the_earlier_chain_that_joins_both() -> None:
    held = hold(IDS, [merge("a", "b"), merge("b", "c"), split("a", "c")])
    assert held.overruled == [merge("a", "b")]
    assert held.part[1] == held.part[2] != held.part[0]


def test_a_split_holds_for_all_that_is_merged_with_either() -> None:
    held = hold(IDS, [merge("c", "d"), merge("a", "c"), split("a", "b")])
    assert (held.part[1], held.part[3]) in held.apart


def test_a_decision_about_nobody_is_named() -> None:
    held = hold(IDS, [merge("a", "x"), merge("a", "b")])
    assert held.unknown == [merge("a", "x")]
    assert held.part[0] == held.part[1]
