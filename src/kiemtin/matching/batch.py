"""Answers many messages in their order, encoding on several cores while it compares on one.

Never holds more than a few batches of messages; every answer is that of `Matcher.match`, and of
`match_each` for its claims.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoder import Encoder, Matrix
from kiemtin.matching.library import batches
from kiemtin.matching.rows import QueryRow
from kiemtin.matching.several import Part, match_each
from kiemtin.matching.types import Match

BATCH = 8
"""Messages encoded in one call: about 130 ms without Python's lock, so that threads seldom wait."""


class Answered(NamedTuple):
    """A message with its match as a whole, and its claims: one, or several in their order."""

    row: QueryRow
    match: Match
    parts: list[Part]


_AHEAD = 2
_Part = tuple[list[QueryRow], "Future[Matrix]"]


def match_all(matcher: Matcher, rows: Iterable[QueryRow], jobs: int = 1) -> Iterator[Answered]:
    """Yield each row with its match and its claims, in order.

    `jobs` threads encode, none when it is 1.
    """
    encoder = matcher.index.encoder
    if encoder is None or jobs == 1:
        for row in rows:
            yield _answered(matcher, row)
        return
    with ThreadPoolExecutor(jobs) as pool:
        for part, vectors in _encoded(encoder, rows, pool, jobs * _AHEAD):
            for at, row in enumerate(part):
                yield _answered(matcher, row, vectors[at : at + 1])


def _answered(matcher: Matcher, row: QueryRow, vector: Matrix | None = None) -> Answered:
    match = matcher.match(row.query, vector=vector)
    return Answered(row, match, match_each(matcher, row.query, match))


def _encoded(
    encoder: Encoder, rows: Iterable[QueryRow], pool: ThreadPoolExecutor, ahead: int
) -> Iterator[tuple[list[QueryRow], Matrix]]:
    waiting: deque[_Part] = deque()
    try:
        for part in batches(rows, BATCH):
            texts = [row.query.text for row in part]
            waiting.append((part, pool.submit(encoder.query, texts)))
            if len(waiting) > ahead:
                yield _first(waiting)
        while waiting:
            yield _first(waiting)
    finally:
        for _, future in waiting:
            future.cancel()


def _first(waiting: deque[_Part]) -> tuple[list[QueryRow], Matrix]:
    part, future = waiting.popleft()
    return part, future.result()
