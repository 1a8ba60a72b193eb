"""Lays the details of a message beside those of a claim, and says which agree and which differ.

Nothing here weighs or guesses: a row is what was read, a conflict is a difference that decides.
"""

from collections.abc import Sequence

from kiemtin.matching.actors import actor_rows
from kiemtin.matching.align import align
from kiemtin.matching.aside import without_asides
from kiemtin.matching.denial import negation_rows
from kiemtin.matching.placing import place_rows
from kiemtin.matching.reading import LONG, Reading, read_entry, read_query
from kiemtin.matching.sorts import noun_rows
from kiemtin.matching.swaps import swap_rows
from kiemtin.matching.types import Comparison, Entry, Query, Reason, Row, Span
from kiemtin.matching.validity import day_reason, other_time
from kiemtin.text.details.types import Detail, DirectionValue, Kind, NumberValue

_GROUPS: tuple[frozenset[Kind], ...] = (
    frozenset({"number", "money"}),  # "30k" is money, a bare "30.000" may be
    frozenset({"date"}),
    frozenset({"time"}),
    frozenset({"direction"}),
    frozenset({"quantifier"}),
)
_BESIDE = 2
_LOOSE = frozenset({"direction", "quantifier"})


def compare(query: Query, entry: Entry) -> Comparison:
    """Return the table of agreements and conflicts between a message and an entry."""
    return compare_read(query, read_query(query), entry, read_entry(entry, query.date))


def compare_read(query: Query, message: Reading, entry: Entry, claim: Reading) -> Comparison:
    """Return the same for texts that were read already."""
    strict = len(message.syllables) < LONG
    rows = [row for kinds in _GROUPS for row in _rows(message, claim, kinds, strict=strict)]
    rows += negation_rows(message, claim, strict=strict)
    rows += actor_rows(message, claim)
    rows += noun_rows(message.nouns, claim.nouns)
    placed = place_rows(message, claim, query.place, entry.place)
    outside = day_reason(query, entry) or (strict and other_time(message, claim, entry)) or None
    differing = [_reason(row, message, claim) for row in rows if row.verdict == "conflict"]
    conflicts = [*differing, *placed.conflicts, *([outside] if outside else [])]
    swapped = swap_rows(message, claim) if strict else []
    every = (*rows, *placed.rows, *swapped)
    return Comparison(every, tuple(conflicts), message.details.question)


def _rows(message: Reading, claim: Reading, kinds: frozenset[Kind], *, strict: bool) -> list[Row]:
    said, claimed = _of(message, kinds), _of(claim, kinds)
    if not kinds & _LOOSE:
        said = without_asides(said, claimed, message, claim)
    return align(said, claimed, strict=strict and not kinds & _LOOSE)


def _of(reading: Reading, kinds: frozenset[Kind]) -> Sequence[Detail]:
    found = [detail for detail in reading.details if detail.kind in kinds]
    paid = [one.end for one in found if one.kind == "money"]
    return [one for one in found if not _is_rate(one, paid)]


def _is_rate(one: Detail, paid: Sequence[int]) -> bool:
    """Tell whether this is the one that a price is for: "45.000 đồng một ký"."""
    value = one.value
    single = isinstance(value, NumberValue) and value.low == value.high == 1
    return single and any(0 <= one.start - end <= _BESIDE for end in paid)


def _reason(row: Row, message: Reading, claim: Reading) -> Reason:
    params = {"query": row.query_value or "–", "entry": row.entry_value or "–"}
    turned = _is_turned(message, row.query_span) != _is_turned(claim, row.entry_span)
    denies = row.kind == "negation" or (row.kind == "direction" and turned)
    return Reason("negated" if denies else f"{row.kind}_differs", params)


def _is_turned(reading: Reading, span: Span | None) -> bool:
    """Tell whether a negation stands before the direction at `span`: "không đóng"."""
    return any(
        isinstance(one.value, DirectionValue) and one.value.negated
        for one in reading.details
        if (one.start, one.end) == span
    )
