"""What is read out of a message: details with their values and their places in the text.

Two texts agree in a detail when their values do, however differently they are written.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "money", "date", "time", "place", "direction", "negation", "quantifier"]
Bound = Literal["exact", "about", "least", "most"]
Part = Literal["", "dawn", "morning", "noon", "afternoon", "evening", "night"]
Relation = Literal["on", "from", "until", "before", "after"]
Axis = Literal[
    "open", "level", "allow", "run", "supply", "inside", "fee", "duty", "life", "harm", "find"
]
Denying = Literal["not", "not_yet", "no_longer", "denial", "forbid"]
Share = Literal["all", "most", "half", "some", "only", "both", "each", "none"]


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A count or measure from `low` to `high` (the same for a plain number).

    `unit` is normalised ("người", "hộ", "m", "m3/s", "giờ", "%"; "" when none stands there);
    lengths are in m, weights in kg. `bound` says "about", "least" (hơn, trên) or "most" (dưới).
    """

    low: float
    high: float
    unit: str = ""
    bound: Bound = "exact"


@dataclass(frozen=True, slots=True)
class MoneyValue:
    """An amount of money from `low` to `high` in `currency` (ISO 4217, mostly VND), whole units."""

    low: int
    high: int
    currency: str = "VND"
    bound: Bound = "exact"


@dataclass(frozen=True, slots=True)
class DateValue:
    """The days from `first` to `last`, both included; a single day has them equal.

    `part` is the part of the day that was named, `relation` how the text stands to the date
    ("từ 20/8" is "from", "đến hết tháng 10" is "until").
    """

    first: dt.date
    last: dt.date
    part: Part = ""
    relation: Relation = "on"


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A time of day in minutes after midnight, 0–1439.

    `sure` is False where 7 may be morning or evening: then 12 hours more are meant as well.
    """

    minutes: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """A named place: the codes that it may mean, and its folded name.

    A hamlet, a street or a pass has no code ("thôn nam kha"); its name is all there is.
    """

    codes: frozenset[str]
    name: str


@dataclass(frozen=True, slots=True)
class DirectionValue:
    """Which of two opposite things is said on an axis: `pole` is 1 or -1.

    open: open/closed; level: rising/falling; allow: allowed/banned; run: starts or goes on/stops;
    supply: there is/has run out; inside: in/out; fee: free/to be paid; duty: forced/voluntary;
    life: alive/dead; harm: taken to a
    hospital; find: found/missing. `negated` when a negation stands right before.
    """

    axis: Axis
    pole: Literal[1, -1]
    negated: bool = False

    @property
    def said(self) -> int:
        """The pole after the negation: "không đóng" says 1 on open."""
        return -self.pole if self.negated else self.pole


@dataclass(frozen=True, slots=True)
class RouteValue:
    """A way from one place to another, by the codes that they may mean."""

    origin: frozenset[str]
    destination: frozenset[str]


@dataclass(frozen=True, slots=True)
class NegationValue:
    """How something is denied, and the folded words that it bears on (up to three)."""

    how: Denying
    target: str = ""


@dataclass(frozen=True, slots=True)
class QuantifierValue:
    """How much of something is meant."""

    share: Share


Value = (
    NumberValue
    | MoneyValue
    | DateValue
    | TimeValue
    | PlaceValue
    | DirectionValue
    | RouteValue
    | NegationValue
    | QuantifierValue
)


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail: `text` is exactly the part of the message from `start` to `end`."""

    kind: Kind
    value: Value
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Details:
    """All details of a message in the order of the text.

    `negated`: something is denied (a question tail such as "… không?" denies nothing);
    `question`: the message asks rather than tells.
    """

    items: tuple[Detail, ...]
    negated: bool
    question: bool

    def __iter__(self) -> Iterator[Detail]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def of(self, kind: Kind) -> tuple[Detail, ...]:
        """Give the details of one kind."""
        return tuple(detail for detail in self.items if detail.kind == kind)
