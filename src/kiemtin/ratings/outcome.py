"""What a run says: one outcome a verdict, and why the model may speak or not."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What readers make of one verdict."""

    HELPFUL = "helpful"
    NOT_HELPFUL = "not_helpful"
    CONTESTED = "contested"
    TOO_FEW = "too_few"


class Gate(StrEnum):
    """Whether the ratings as a whole bear a judgement; anything but OPEN makes all TOO_FEW."""

    OPEN = "open"
    FEW_VERDICTS = "few_verdicts"
    ONE_SIDE = "one_side"
    NO_SIDES = "no_sides"
    STARTS_DIFFER = "starts_differ"


@dataclass(frozen=True)
class Judged:
    """`outcomes` by verdict, each verdict that was rated; `gate` says why they may all be
    TOO_FEW.
    """

    gate: Gate
    outcomes: Mapping[int, Outcome]
