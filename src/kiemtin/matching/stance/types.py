"""What is suggested of a claim beside a passage, and how often such suggestions were right."""

from dataclasses import dataclass
from typing import Literal

from kiemtin.matching.stance.reasons import Reason
from kiemtin.matching.types import Span

Kind = Literal["supports", "refutes", "says_nothing"]
KINDS: tuple[Kind, ...] = ("supports", "refutes", "says_nothing")
Pair = tuple[Span | None, Span | None]
"""Where a detail stands in the claim and in the passage; None on a side that lacks it."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """Of `count` suggestions on articles never fitted on, this `share` was right.

    It is that of the suggestions whose probability was at least `least` and below `below`.
    """

    least: float
    below: float
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a passage seems to say of a claim. Never a verdict: a person reads both.

    `shown` is False where suggestions as unsure as this one were right less than 4 times in 5, and
    where the passage has little of the claim: then nothing is to be suggested. `missing`: words of
    the claim that the passage does not have.
    """

    kind: Kind
    probability: float
    shown: bool
    reasons: tuple[Reason, ...]
    agreeing: tuple[Pair, ...]
    conflicting: tuple[Pair, ...]
    missing: tuple[Span, ...]
    reliability: Reliability | None = None
