"""A profile says what enough of a group's messages say."""

import numpy as np

from kiemtin.matching.grouping.features import Values
from kiemtin.matching.grouping.profiles import SAMPLE, gathered


def profiled(groups: list[list[list[int]]], share: int) -> list[list[int]]:
    items = [item for one in groups for item in one]
    ends = np.cumsum([0, *map(len, items)])
    values = Values(np.array([value for item in items for value in item], np.int32), ends)
    bounds = np.cumsum([0, *map(len, groups)])
    room = Values(np.empty_like(values.values), ends)
    found = gathered(values, np.arange(len(items)), bounds, share, room)
    return [found.values[found.ends[at] : found.ends[at + 1]].tolist() for at in range(len(groups))]


def test_what_enough_messages_hold_stays() -> None:
    assert profiled([[[1, 2], [1, 3], [1, 2], [1]]], 2) == [[1, 2]]


def test_a_single_message_keeps_all_it_holds() -> None:
    assert profiled([[[5, 7]], [[1], [1, 9]]], 1) == [[5, 7], [1]]


def test_of_a_large_group_a_sample_is_read() -> None:
    assert profiled([[[1]] * SAMPLE + [[2]] * 100], 4) == [[1]]
