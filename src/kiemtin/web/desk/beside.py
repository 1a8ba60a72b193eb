"""What the library holds beside a claim, as a page shows it: each passage with what agrees with the
claim and what differs marked in its text.
"""

from dataclasses import dataclass
from datetime import date
from math import floor

from kiemtin.desk.models import Rumour
from kiemtin.desk.queries import foreign, sources
from kiemtin.desk.queries.foreign import Suggested
from kiemtin.desk.queries.sources import Excerpt
from kiemtin.matching.compare import compare
from kiemtin.matching.errors import ModelBroken
from kiemtin.matching.stance import suggest
from kiemtin.matching.types import Entry, Query
from kiemtin.text.canonical import canonical
from kiemtin.web.compared import Compared, compared
from kiemtin.web.public.phrases import english


@dataclass(frozen=True)
class Seems:
    """What a passage seems to say of the claim: a suggestion with its reasons in words.

    `right` of ten suggestions as sure as this one were right where that was measured, None where
    it was not.
    """

    kind: str
    reasons: tuple[str, ...]
    right: int | None


@dataclass(frozen=True)
class Beside:
    """A passage beside the claim; `compared` has the passage on its side of the message."""

    found: Excerpt
    compared: Compared
    seems: Seems | None


@dataclass(frozen=True)
class Checked:
    """A foreign fact-check beside the claim or message."""

    found: Suggested
    compared: Compared


def passages(rumour: Rumour, day: date) -> list[Beside]:
    """The passages beside the rumour's claim, best first."""
    return [
        Beside(one, _compared(one.quote, one.day, rumour.claim, day), _seems(rumour.claim, one))
        for one in sources.beside(rumour)
    ]


def checks(rumour: Rumour) -> list[Checked]:
    """What other desks found about the rumour's claim."""
    return [_checked(one, rumour.claim) for one in foreign.beside(rumour)]


def checks_of(text: str, found: list[Suggested]) -> list[Checked]:
    """The same beside the text of a message."""
    return [_checked(one, text) for one in found]


def _checked(one: Suggested, text: str) -> Checked:
    return Checked(one, compared(text, one.check.claim, one.comparison))


def _compared(quote: str, said: date, claim: str, day: date) -> Compared:
    """The passage is read as a message would be, the claim as what is known: spans fit each."""
    query = Query(quote, said)
    entry = Entry("claim", claim, "", None, day)
    return compared(query.text, entry.claim, compare(query, entry))


def _seems(claim: str, one: Excerpt) -> Seems | None:
    """What the machine takes the passage for; nothing where it is too unsure to say."""
    try:
        found = suggest(canonical(claim), canonical(one.quote), day=one.day)
    except ModelBroken:
        return None
    if not found.shown:
        return None
    known = found.reliability
    right = floor(10 * known.share) if known and known.count else None
    said = [reason.en() if english() else reason.vi() for reason in found.reasons]
    return Seems(found.kind, tuple(said), right)
