"""One step of making a text speakable: a pattern, and the words for what it finds."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

Said = Callable[[re.Match[str]], str | None]
"""Gives the words for a finding, or None to leave it to later rules."""

START: Final = r"(?<![\w.,/])"
"""Before a number: not within a word or another number."""


@dataclass(frozen=True)
class Rule:
    """Where the pattern fits and `said` has words for it, they take its place."""

    pattern: re.Pattern[str]
    said: Said


def rule(pattern: str, said: Said, flags: int = 0) -> Rule:
    """Compile a rule."""
    return Rule(re.compile(pattern, flags), said)


def rewritten(text: str, rules: Iterable[Rule]) -> str:
    """Return the text after each rule in turn."""
    for one in rules:
        text = one.pattern.sub(partial(_or_as_it_is, one.said), text)
    return text


def _or_as_it_is(say: Said, hit: re.Match[str]) -> str:
    said = say(hit)
    return hit[0] if said is None else said
