"""What a trace in a picture or an address may mean: a hint with reasons and limits, for a person.

A hint is never a conclusion. `strength` is "low" (says little by itself) or "some" (worth a second
look); there is no "high".
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from kiemtin.refusal import Say

Strength = Literal["low", "some"]


class Box(NamedTuple):
    """A place in a picture, in pixels from its upper left corner; right and bottom exclusive."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True)
class Hint:
    """One hint: `code` names its kind, `reasons` say what was found, `limit` what it cannot say,
    `where` the places in pixels; none where it is about the whole."""

    code: str
    strength: Strength
    reasons: tuple[Say, ...]
    limit: Say
    where: tuple[Box, ...] = ()
