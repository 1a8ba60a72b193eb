"""What the library holds beside a claim, as a page shows it: each passage with what agrees with the
claim and what differs marked in its text.
"""

from dataclasses import dataclass
from datetime import date

from kiemtin.desk.models import Rumour
from kiemtin.desk.queries import foreign, sources
from kiemtin.desk.queries.foreign import Suggested
from kiemtin.desk.queries.sources import Excerpt
from kiemtin.matching.compare import compare
from kiemtin.matching.types import Entry, Query
from kiemtin.web.compared import Compared, compared


@dataclass(frozen=True)
class Beside:
    """A passage beside the claim; `compared` has the passage on its side of the message."""

    found: Excerpt
    compared: Compared


@dataclass(frozen=True)
class Checked:
    """A foreign fact-check beside the claim or message."""

    found: Suggested
    compared: Compared


def passages(rumour: Rumour, day: date) -> list[Beside]:
    """The passages beside the rumour's claim, best first."""
    return [
        Beside(one, _compared(one.quote, one.day, rumour.claim, day))
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
