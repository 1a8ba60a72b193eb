"""Turns what the flow refuses into words beside the form, with the fitting status."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils.translation import get_language

from kiemtin.desk.errors import FlowError, NotAllowed, StaleEdit
from kiemtin.refusal import Refusal


@dataclass
class Outcome:
    """What became of a step: `sentence` is empty when it was taken."""

    sentence: str = ""
    status: int = 200
    stale: StaleEdit | None = None
    code: str = ""

    @property
    def ok(self) -> bool:
        """True when the step was taken."""
        return not self.sentence


@contextmanager
def trying() -> Iterator[Outcome]:
    """Take a step inside the block; a refusal ends the block and fills the outcome.

    NotAllowed passes through: the page decorator answers it with 403.
    """
    outcome = Outcome()
    try:
        yield outcome
    except NotAllowed:
        raise
    except StaleEdit as refusal:
        outcome.sentence, outcome.status, outcome.stale = str(refusal), 409, refusal
    except FlowError as refusal:
        outcome.sentence, outcome.status, outcome.code = str(refusal), 422, refusal.code
    except Refusal as refusal:
        outcome.sentence, outcome.status, outcome.code = in_words(refusal), 422, refusal.code


def in_words(refusal: Refusal) -> str:
    """The refusal of a plain library in the reader's language."""
    return refusal.en() if (get_language() or "vi").startswith("en") else refusal.vi()
