"""Applies a pure function to parts of an archive, in this process or in several; results come in
the order of the parts, so they are the same whatever runs them.

This is the one place that knows where work runs: another executor is another branch of `each`.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Protocol, TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")


class Each(Protocol):
    """What `map` is."""

    def __call__(
        self, function: Callable[[Part], Result], parts: Iterable[Part], /
    ) -> Iterable[Result]: ...


@contextmanager
def each(jobs: int) -> Iterator[Each]:
    """Give a `map` that runs in `jobs` processes, in this one when it is 1."""
    if jobs <= 1:
        yield map
        return
    # Started anew: a copy of this process would take its threads' locks with it.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield pool.map
