"""The shape of a list of steps: refused where a list could not be noted or told apart."""

import re
from dataclasses import dataclass

from django.utils.functional import Promise

from kiemtin.desk.checklists.tools import Tool
from kiemtin.desk.words_evidence import CheckKind

CODE = re.compile(r"[a-z_]{1,20}\Z")
Words = str | Promise


@dataclass(frozen=True)
class Step:
    """One thing to do, why it is worth the time, and what of the product helps with it.

    `code` stays for good: what was noted under it is kept, and it stands in the desk's own book.
    """

    code: str
    what: Words
    why: Words
    tools: tuple[Tool, ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError for a code that the desk's own book would not take."""
        if not CODE.match(self.code):
            raise ValueError(f"{self.code!r}: a step's code is up to 20 letters a-z and _")


@dataclass(frozen=True)
class Steps:
    """A list: what counts as a primary source, typical traps, when to say “unproven”, the steps."""

    kind: CheckKind
    primary: Words
    traps: tuple[Words, ...]
    stop: Words
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        """Raise ValueError when two steps share a code."""
        if len(self.codes) != len(self.steps):
            raise ValueError(f"{self.kind}: each step has a code of its own")

    @property
    def codes(self) -> frozenset[str]:
        """The codes of its steps."""
        return frozenset(one.code for one in self.steps)
