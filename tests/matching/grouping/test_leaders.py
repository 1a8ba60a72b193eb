"""An item joins an earlier leader that is near and in no conflict, or leads."""

import numpy as np
import pytest

from kiemtin.matching.grouping.features import Features, Values, read
from kiemtin.matching.grouping.leaders import Rule, conflict, lead
from kiemtin.matching.grouping.tokens import tokenise

RULE = Rule(alike=40, held=100, looks=20, crowd=20)


def led(*texts: str, rule: Rule = RULE) -> list[int]:
    archive = read([tokenise(texts)])
    everyone = Values(np.ones(len(texts), np.int32), np.arange(len(texts) + 1))
    order = np.arange(len(texts))
    found = lead(order, archive.features, archive.weights, everyone, rule)
    return list(map(int, found))


def at_odds(first: list[int], second: list[int]) -> bool:
    one, other = np.array(first, np.int64), np.array([0, *second], np.int64)
    return bool(conflict(one, 0, len(one), other, 1, len(other)))


def role(kind: int, value: int) -> int:
    return (kind << 32) | value


def test_a_message_follows_one_that_says_the_same() -> None:
    assert led("đập sắp vỡ chạy ngay", "đập sắp vỡ chạy mau", "giá xăng tăng nữa") == [0, 0, 2]


def test_another_number_never_follows() -> None:
    assert led("đập sắp vỡ dâng 30 mét", "đập sắp vỡ dâng 50 mét") == [0, 1]


def test_a_number_left_out_is_no_conflict() -> None:
    assert led("đập sắp vỡ dâng 30 mét", "đập sắp vỡ dâng mấy mét") == [0, 0]


def test_likeness_does_not_chain() -> None:
    texts = ["a1 b c d e f", "c d e f g h", "e f g h i k"]
    assert led(*(text.replace("1", "") for text in texts), rule=Rule(45, 100, 20, 20))[2] != 0


def test_a_key_of_too_many_leaders_finds_none() -> None:
    crowd = Rule(alike=40, held=100, looks=20, crowd=0)
    assert led("đập sắp vỡ", "đập sắp vỡ", rule=crowd) == [0, 1]


@pytest.mark.parametrize(
    ("first", "second", "odds"),
    [
        ([role(1, 5)], [role(1, 6)], True),
        ([role(1, 5)], [role(2, 6)], False),
        ([role(1, 5), role(1, 9)], [role(1, 5)], False),
        ([role(1, 5), role(3, 30)], [role(1, 5), role(3, 40)], True),
        ([], [role(3, 40)], False),
        ([role(4, 0b111)], [role(4, 0b110)], False),
        ([role(4, 0b111)], [role(4, 0b111000)], True),
        ([role(4, 0b111)], [role(4, 0b111), role(4, 0b111000)], False),
        ([role(3, 1), role(4, 0b111)], [role(3, 1), role(4, 0b111000)], True),
    ],
)
def test_details_conflict_when_each_has_one_the_other_lacks(
    first: list[int], second: list[int], *, odds: bool
) -> None:
    assert at_odds(first, second) is odds
    assert at_odds(second, first) is odds


def test_no_item_is_no_work() -> None:
    none = Values(np.zeros(0, np.int32), np.zeros(1, np.int64))
    nothing = Features(none, none, none)
    weights = np.ones(256, np.int16)
    assert lead(np.zeros(0, np.int64), nothing, weights, none, RULE).tolist() == []
