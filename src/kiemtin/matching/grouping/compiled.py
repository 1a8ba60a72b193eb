"""Compiles the inner loops with numba where it is installed, and runs the very same loops in plain
Python where it is not: slower, with identical results.

Compiled loops count no references (`_nrt=False`), which would cost more than the work of a short
function that is handed arrays; so they make no arrays.

All arithmetic of these loops is on whole numbers below 2**63, signed: numba promotes the product
of two uint32 to uint64, which would differ from Python's.
"""

from collections.abc import Callable
from functools import wraps
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

FAST = find_spec("numba") is not None
"""Whether numba is there."""

MIX = 0x45D9F3B
LOW = 0x7FFFFFFF
"""Hashes have 31 bits, so that they stand in signed arrays of 32 bits."""

FEW = 100
"""So many values are put in order by comparing each with each."""

Function = Callable[..., Any]


def part(function: Function) -> Function:
    """Make a function callable from compiled loops."""
    if not FAST:
        return function
    compiled: Function = import_module("numba").njit(cache=True, _nrt=False)(function)
    return compiled


def inlined(function: Function) -> Function:
    """Make a function part of the compiled loops that call it; passing it arrays costs nothing."""
    if not FAST:
        return function
    compiled: Function = import_module("numba").njit(inline="always", _nrt=False)(function)
    return compiled


def loop(function: Function) -> Function:
    """Make a loop over arrays fast: compiled, or else on lists that are copied back afterwards."""
    if FAST:
        return part(function)

    @wraps(function)
    def plain(*args: Any) -> Any:
        given = [_listed(one) for one in args]
        result = function(*given)
        for one, values in zip(args, given, strict=True):
            _copied_back(one, values)
        return result

    return plain


def _listed(one: Any) -> Any:
    """Return an array as a list, and a tuple of arrays as a tuple of lists."""
    if isinstance(one, tuple):
        return tuple(_listed(item) for item in one)
    return one.tolist() if isinstance(one, np.ndarray) else one


def _copied_back(one: Any, values: Any) -> None:
    if isinstance(one, tuple):
        for item, inner in zip(one, values, strict=True):
            _copied_back(item, inner)
    elif isinstance(one, np.ndarray) and one.flags.writeable:
        one[:] = values


@part
def mix(value: int) -> int:
    """Return 31 bits that depend on all of the lowest 32 bits of `value`."""
    value &= 0xFFFFFFFF
    value = ((value ^ (value >> 16)) * MIX) & 0xFFFFFFFF
    value = ((value ^ (value >> 16)) * MIX) & 0xFFFFFFFF
    return (value ^ (value >> 16)) & LOW


if FAST:

    @part
    def distinct(values: Any, start: int, end: int) -> int:
        """Sort values[start:end], 0 at least, keep each once from `start` on; return the new end.

        The `end - start` places after `end` are used, and hold nothing of worth afterwards.
        """
        if end - start > FEW:
            last: int = _long_distinct(values, start, end)
            return last
        # Places counted from 0 are known to be no negative ones, which numba would look for; and
        # without a branch, the processor compares several values at once.
        count = end - start
        given, room = values[start:end], values[end : end + count]
        for at in range(count):
            room[at] = -1
        for at in range(count):
            value, to = given[at], 0
            for other in range(count):
                to += given[other] < value
            room[to] = value
        to = 0
        for at in range(count):
            given[to] = room[at]
            to += room[at] >= 0
        return start + to

    @part
    def _long_distinct(values: Any, start: int, end: int) -> int:
        gap = 1
        while end - start > 16 * gap:
            gap = 3 * gap + 1
        while gap:  # Shell's sort
            for at in range(start + gap, end):
                value, to = values[at], at
                while to >= start + gap and values[to - gap] > value:
                    values[to] = values[to - gap]
                    to -= gap
                values[to] = value
            gap //= 3
        to = start
        for at in range(start, end):
            if at == start or values[at] != values[at - 1]:
                values[to] = values[at]
                to += 1
        return to

else:

    def distinct(values: Any, start: int, end: int) -> int:
        """Sort values[start:end], keep each once from `start` on; return the new end."""
        kept = sorted(set(values[start:end]))
        values[start : start + len(kept)] = kept
        return start + len(kept)
