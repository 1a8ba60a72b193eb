"""What the library holds beside a claim, as a page shows it: each passage with what agrees with the
claim and what differs marked in its text.
"""

from dataclasses import dataclass, replace
from datetime import date
from math import floor

from kiemtin.desk.models import Rumour
from kiemtin.desk.queries import foreign, sources
from kiemtin.desk.queries.foreign import Suggested
from kiemtin.desk.queries.sources import Excerpt
from kiemtin.matching import marks
from kiemtin.matching.compare import compare_read
from kiemtin.matching.errors import ModelBroken
from kiemtin.matching.marks import Stretch
from kiemtin.matching.reading import read_again
from kiemtin.matching.stance import suggest
from kiemtin.matching.types import Entry, Query, Row
from kiemtin.text.canonical import canonical
from kiemtin.web.compared import Compared, compared
from kiemtin.web.desk import sides
from kiemtin.web.desk.sides import Sides
from kiemtin.web.public import phrases

WHOLE = 700
"""Characters up to which a passage is shown whole."""

A_WORD = 25
"""Characters of a word, or two, that stands in the place of another."""


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
    """A passage beside the claim: its text with what agrees and differs marked, the table of these
    details, and what the machine takes it for.
    """

    found: Excerpt
    marked: tuple[Stretch, ...]
    rows: list[dict[str, str]]
    seems: Seems | None

    @property
    def differ(self) -> int:
        """How many lines of the table differ."""
        return sum(row["verdict"] == "conflict" for row in self.rows)

    @property
    def agree(self) -> int:
        """How many lines of the table agree."""
        return len(self.rows) - self.differ


@dataclass(frozen=True)
class Checked:
    """A foreign fact-check beside the claim or message."""

    found: Suggested
    compared: Compared


def passages(rumour: Rumour, day: date) -> list[Beside]:
    """The passages beside the rumour's claim, best first."""
    asked = Query(rumour.claim, day)
    return [_beside(asked, one) for one in sources.beside(rumour)]


def checks(rumour: Rumour) -> list[Checked]:
    """What other desks found about the rumour's claim."""
    return [_checked(one, rumour.claim, sides.OTHERS) for one in foreign.beside(rumour)]


def checks_of(text: str, found: list[Suggested]) -> list[Checked]:
    """The same beside the text of a message."""
    return [_checked(one, text, sides.OTHERS_MESSAGE) for one in found]


def _checked(one: Suggested, text: str, called: Sides) -> Checked:
    told, mark = sides.sentence(one.comparison, called)
    found = compared(text, one.check.claim, one.comparison)
    return Checked(one, replace(found, sentence=told, mark=mark))


def _beside(asked: Query, one: Excerpt) -> Beside:
    """The claim is read as the asker's side, the passage as the other, each on its own day; a
    passage of another day is no contradiction, so only what both say is compared.
    """
    said = Entry("passage", one.quote)
    claim, passage = read_again(asked.text, asked.date), read_again(one.quote, one.day)
    found = compare_read(asked, claim, said, passage)
    rows = tuple(row for row in found.rows if not _rambles(row))
    marked = marks.stretches(marks.marked(said.claim, marks.claimed(rows)), WHOLE)
    return Beside(one, marked, phrases.details(rows), _seems(asked, one))


def _rambles(row: Row) -> bool:
    """Whether a word stands against half a sentence: that tells a reader nothing."""
    spans = [span for span in (row.query_span, row.entry_span) if span]
    return row.kind == "word" and any(end - start > A_WORD for start, end in spans)


def _seems(asked: Query, one: Excerpt) -> Seems | None:
    """What the machine takes the passage for; nothing where it is too unsure to say."""
    try:
        texts = canonical(asked.text), canonical(one.quote)
        found = suggest(*texts, day=one.day, claim_day=asked.date)
    except ModelBroken:
        return None
    if not found.shown:
        return None
    known = found.reliability
    right = floor(10 * known.share) if known and known.count else None
    english = phrases.english()
    said = [reason.en() if english else reason.vi() for reason in found.reasons]
    return Seems(found.kind, tuple(said), right)
