"""What a page shows of a comparison: both texts with their details marked, what decides in one
sentence, and the table. Made when the page is shown; nothing of it is stored.
"""

from dataclasses import dataclass
from typing import Literal

from kiemtin.matching import marks
from kiemtin.matching.marks import Stretch
from kiemtin.matching.types import Comparison, Reason, Row, Verdict
from kiemtin.web.public import phrases

# What weighs most comes first: that an answer does not hold there or then, what is denied, where.
WEIGHTS = (
    "not_valid_here",
    "no_longer_valid",
    "not_valid_yet",
    "negated",
    "direction_differs",
    "commune_differs",
    "province_differs",
    "place_differs",
    "number_differs",
    "money_differs",
    "date_differs",
    "time_differs",
    "actor_differs",
    "noun_differs",
    "quantifier_differs",
    "word_differs",
)
MANY = 3
"""Details named in a sentence."""


@dataclass(frozen=True)
class Compared:
    """A message beside a claim. `mark` says whether `sentence` tells of a conflict, an agreement
    or of what one side leaves unsaid; it is "" when there is nothing to tell.
    """

    message: tuple[Stretch, ...]
    claim: tuple[Stretch, ...]
    rows: list[dict[str, str]]
    mark: Verdict | Literal[""]
    sentence: str

    @property
    def differ(self) -> int:
        """How many lines of the table differ."""
        return sum(row["verdict"] == "conflict" for row in self.rows)

    @property
    def agree(self) -> int:
        """How many lines of the table agree."""
        return len(self.rows) - self.differ


def compared(text: str, claim: str, found: Comparison) -> Compared:
    """What the page shows of the comparison of a message's text with a claim."""
    return Compared(
        marks.stretches(marks.marked(text, marks.said(found.rows))),
        marks.stretches(marks.marked(claim, marks.claimed(found.rows))),
        phrases.details(found.rows),
        decisive(found)[0],
        sentence(found),
    )


def differing(claim: str, rows: tuple[Row, ...]) -> tuple[Stretch, ...]:
    """The claim with only what differs marked; what agrees is no news to who asks."""
    conflicts = [row for row in rows if row.verdict == "conflict"]
    return marks.stretches(marks.marked(claim, marks.claimed(conflicts)))


def sentence(found: Comparison) -> str:
    """What decides, as one sentence in the reader's language; "" when nothing does."""
    _mark, reason = decisive(found)
    return phrases.because([reason])[0] if reason else ""


def decisive(found: Comparison) -> tuple[Verdict, Reason | None]:
    """The one thing that tells most: what differs, else what one side leaves unsaid, else what
    agrees.
    """
    words = [row for row in found.of("conflict") if row.kind == "word"]
    against = [*found.conflicts, *(_differs(row) for row in words)]
    if against:
        return "conflict", min(against, key=_weight)
    unsaid = [row.entry_value for row in found.of("absent") if row.query_value is None]
    if any(unsaid):
        return "absent", Reason("detail_missing", {"entry": _some(unsaid)})
    agree = [row.entry_value for row in found.of("agree")]
    return "agree", Reason("details_agree", {"query": _some(agree)}) if any(agree) else None


def _differs(row: Row) -> Reason:
    return Reason("word_differs", {"query": row.query_value or "", "entry": row.entry_value or ""})


def _weight(reason: Reason) -> int:
    return WEIGHTS.index(reason.code) if reason.code in WEIGHTS else len(WEIGHTS)


def _some(values: list[str | None]) -> str:
    named = list(dict.fromkeys(value for value in values if value))
    return ", ".join(named[:MANY]) + (", …" if len(named) > MANY else "")
