"""Work gives the same wherever it runs."""

import pytest

from benchmarks import archive
from kiemtin.matching.grouping import group
from kiemtin.scale.each import each


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_parts(jobs: int) -> None:
    with each(jobs) as apply:
        assert list(apply(abs, [-3, 2, -1])) == [3, 2, 1]


def test_two_processes_find_the_groups_of_one() -> None:
    texts = archive.make(5_000, 5).texts
    with each(2) as apply:
        found = group(texts, each=apply)
    assert found == group(texts)
