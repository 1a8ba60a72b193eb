"""Whether another known claim may be meant as well: then a person chooses, not the machine."""

from collections.abc import Sequence

from kiemtin.matching.contrasts import CLEAR, NEARER, Floats

LEAST = 0.1
"""Probability from which an entry may rival at all."""
RIVAL = 0.3
"""Another candidate at three tenths of the probability of the chosen or more leaves it open."""


def rival(close: Floats, edge: Floats, differs: Sequence[bool], chosen: int) -> int | None:
    """Return which of the found entries rivals the `chosen` one, the first found, or None.

    `close` are their probabilities without regard to details that differ, from LEAST on they
    count; `edge` how far the message is nearer to the chosen one (see `contrasts`). One that
    `differs` in a detail rivals when it would be closer without the difference: then the message
    is about that claim, changed.
    """
    for at in range(len(close)):
        bar = close[chosen] if differs[at] else max(close[chosen] * RIVAL, LEAST)
        alike = close[at] >= bar and edge[at] < CLEAR
        nearer = close[at] >= LEAST and edge[at] <= (-NEARER if differs[at] else 0.0)
        if at != chosen and (alike or nearer):
            return at
    return None
