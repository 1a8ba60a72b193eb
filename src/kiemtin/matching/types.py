"""What goes into matching and what comes out: entries, a query, and a match with its reasons.

Every value is immutable, and a score never travels without the reasons for it.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kiemtin.matching.errors import BadEntry
from kiemtin.matching.reasons import TEMPLATES
from kiemtin.text.tone_marks import place_tones

Decision = Literal["same", "maybe", "new"]
Verdict = Literal["agree", "conflict", "absent"]
Span = tuple[int, int]
"""Start and end of a passage, in characters of the text of its query or entry."""

_BLANKS = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One published fact-check, as matching sees it.

    `claim` is the checkable sentence; only it is compared, and kept in NFC. `place` is a code of
    `kiemtin.text.places` ("15" a province, "04327" a commune); None holds everywhere.
    `date` is the day the claim is about or was checked, `valid_from` and `valid_until`
    (both inclusive) bound the days on which the answer may be given.
    """

    id: str
    claim: str
    summary: str = ""
    place: str | None = None
    date: dt.date | None = None
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None

    def __post_init__(self) -> None:
        """Refuse an entry that could never be told apart or matched; raises BadEntry."""
        if not self.id:
            raise BadEntry("id_empty")
        if not self.claim.strip():
            raise BadEntry("claim_empty", {"id": self.id})
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            days = {"valid_from": self.valid_from, "valid_until": self.valid_until}
            raise BadEntry("validity_reversed", {"id": self.id, **days})
        object.__setattr__(self, "claim", unicodedata.normalize("NFC", self.claim))


@dataclass(frozen=True, slots=True)
class Query:
    """One message: its text, the day it was sent, and the place it came from if known.

    `text` is kept as it is read, and spans are in that: NFC, tone marks in one place ("hòa"), one
    blank between words. A canonical text stays as it is.
    """

    text: str
    date: dt.date
    place: str | None = None

    def __post_init__(self) -> None:
        """Give the text the form in which it is read."""
        text = _BLANKS.sub(" ", unicodedata.normalize("NFC", self.text))
        object.__setattr__(self, "text", place_tones(text))


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a decision came out as it did: a code of `reasons.TEMPLATES` and its parameters."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)

    def vi(self) -> str:
        """Return the reason as a Vietnamese sentence without a full stop."""
        return TEMPLATES[self.code].vi.format(**self.params)

    def en(self) -> str:
        """Return the reason as an English sentence without a full stop."""
        return TEMPLATES[self.code].en.format(**self.params)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison: a detail of the message beside a detail of the claim.

    `kind` is number, money, date, time, place, direction, negation, quantifier, actor (a name),
    noun or word.
    A value is None where that side does not have the detail; so is its span.
    """

    kind: str
    query_value: str | None
    entry_value: str | None
    verdict: Verdict
    query_span: Span | None = None
    entry_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The table of agreements and conflicts between one message and one entry.

    `conflicts` holds the reasons that forbid the answer "same"; `question` says that the
    message asks about its claim instead of stating it.
    """

    rows: tuple[Row, ...]
    conflicts: tuple[Reason, ...] = ()
    question: bool = False

    def of(self, verdict: Verdict) -> tuple[Row, ...]:
        """Return the rows with this verdict, in order."""
        return tuple(row for row in self.rows if row.verdict == verdict)


@dataclass(frozen=True, slots=True)
class Hit:
    """One result of a search: a fused score, and the two scores that it came from.

    `lexical` is a BM25 score (no unit, ≥ 0), `dense` a cosine (-1 to 1; 0 without encoder).
    """

    id: str
    score: float
    lexical: float
    dense: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entry that the message may repeat, with the calibrated probability that it does."""

    id: str
    score: float
    probability: float
    reasons: tuple[Reason, ...]
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Match:
    """The decision about one message. `id` is None exactly when the decision is "new".

    `probability` is that of the chosen candidate, or of the best one when it is "new".
    `candidates` are ordered best first.
    """

    decision: Decision
    id: str | None
    probability: float
    reasons: tuple[Reason, ...]
    candidates: tuple[Candidate, ...]
