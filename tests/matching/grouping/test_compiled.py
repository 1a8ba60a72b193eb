"""Compiled loops and their plain form do the same."""

import subprocess
import sys

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.matching.grouping import compiled

SCRIPT = """
import importlib.util, sys
find = importlib.util.find_spec
if sys.argv[1] == "plain":
    importlib.util.find_spec = lambda name, *more: None if name == "numba" else find(name, *more)
from kiemtin.matching.grouping import compiled, group
from benchmarks import archive
texts = archive.make(400, 5).texts + ["", "vo", "xa " * 9000, "MẤT 2.000đ 9h30 5/9", "a\\ud800b"]
found = group(texts)
print(compiled.FAST, found.groups, found.roots)
"""


def run(how: str) -> str:
    command = [sys.executable, "-c", SCRIPT, how]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_groups_are_the_same_without_numba() -> None:
    fast, plain = run("fast"), run("plain")
    assert fast.startswith("True ")
    assert plain.startswith("False ")
    assert fast.removeprefix("True") == plain.removeprefix("False")


@settings(deadline=None)
@given(st.lists(st.integers(0, 50), max_size=150), st.integers(0, 3))
def test_distinct_sorts_a_part_and_keeps_each_once(given: list[int], before: int) -> None:
    end = before + len(given)
    values = np.array([9] * before + given + [0] * len(given))
    assert compiled.distinct(values, before, end) == before + len(set(given))
    assert values[: before + len(set(given))].tolist() == [9] * before + sorted(set(given))


def test_mixing_stays_in_31_bits() -> None:
    assert all(0 <= compiled.mix(value) < 2**31 for value in (0, 1, 2**31 - 1, 2**40 + 7))
