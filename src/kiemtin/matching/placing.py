"""Where a message and a claim say that something is: the same place, another, or one in the other.

A message that names only the province of a claim's commune is less exact and does not differ;
two communes do, and so do two provinces.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kiemtin.matching.names import mentions
from kiemtin.matching.reading import NamedPlace, Reading
from kiemtin.matching.types import Reason, Row, Verdict
from kiemtin.text.places import UnknownPlace, gazetteer

Codes = frozenset[str]
_CODES = {
    frozenset({"province"}): "province_differs",
    frozenset({"commune"}): "commune_differs",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """The rows about places, and the reasons why the entry does not fit there."""

    rows: tuple[Row, ...]
    conflicts: tuple[Reason, ...]


def place_rows(message: Reading, claim: Reading, here: str | None, there: str | None) -> Placed:
    """Compare the places of two texts; `here` is where the message came from, `there` the entry's.

    Both are place codes; one that is not of today counts as None. What a text names stands above
    where it came from: someone in one commune may ask about another.
    """
    here, there = _known(here), _known(there)
    claimed = _distinct(claim.places, there)
    held = [*claimed.values(), *([frozenset({there})] if there else [])]
    strange = [one for one in message.places if not any(_touch(one.codes, codes) for codes in held)]
    pairs = [_pair(one, codes, message, strange) for one, codes in claimed.items()]
    if not claimed and there and strange:
        pairs = [(_row(strange[0], label(there), "conflict"), _differs(strange[0].codes, held[0]))]
    if not message.places and here and there and not _touch(frozenset({here}), frozenset({there})):
        pairs = [pair for pair in pairs if pair[0].verdict == "agree"] or [_elsewhere(here, there)]
    told = {row.query_span for row, _ in pairs}
    extra = [_row(one, None, "absent") for one in strange if one.span not in told]
    return Placed(
        (*(row for row, _ in pairs), *extra), tuple(reason for _, reason in pairs if reason)
    )


def label(code: str) -> str:
    """Return the bare name of a place: "Bát Xát"."""
    return gazetteer().get(code).name


def _pair(
    claimed: NamedPlace, codes: Codes, message: Reading, strange: Sequence[NamedPlace]
) -> tuple[Row, Reason | None]:
    for one in message.places:
        if one.codes & codes:
            return _row(one, claimed, "agree"), None
    if any(mentions(name, message.syllables) for name in claimed.names):
        return Row("place", claimed.text, claimed.text, "agree", None, claimed.span), None
    for one in message.places:
        if _touch(one.codes, codes):
            return _row(one, claimed, "absent"), None
    if strange:
        return _row(strange[0], claimed, "conflict"), _differs(strange[0].codes, codes)
    return Row("place", None, claimed.text, "absent", None, claimed.span), None


def _row(said: NamedPlace, claimed: NamedPlace | str | None, verdict: Verdict) -> Row:
    if isinstance(claimed, NamedPlace):
        return Row("place", said.text, claimed.text, verdict, said.span, claimed.span)
    return Row("place", said.text, claimed, verdict, said.span, None)


def _differs(said: Codes, claimed: Codes) -> Reason:
    kinds = frozenset(gazetteer().get(code).kind for code in said | claimed)
    params = {"query": label(min(said)), "entry": label(min(claimed))}
    return Reason(_CODES.get(kinds, "place_differs"), params)


def _elsewhere(here: str, there: str) -> tuple[Row, Reason]:
    params = {"query": label(here), "entry": label(there)}
    return Row("place", params["query"], params["entry"], "conflict"), Reason(
        "not_valid_here", params
    )


def _touch(left: Codes, right: Codes) -> bool:
    """Tell whether some place of one side is, contains or lies in some place of the other."""
    known = gazetteer()
    return any(known.contains(a, b) or known.contains(b, a) for a in left for b in right)


def _distinct(places: Sequence[NamedPlace], there: str | None) -> dict[NamedPlace, Codes]:
    claimed: dict[NamedPlace, Codes] = {}
    for one in places:
        codes = _narrowed(one.codes, there)
        if codes not in claimed.values():
            claimed[one] = codes
    return claimed


def _narrowed(codes: Codes, there: str | None) -> Codes:
    """Of several places of one name, keep those that fit the entry's own place, if any does."""
    if there is None:
        return codes
    return (
        frozenset(code for code in codes if _touch(frozenset({code}), frozenset({there}))) or codes
    )


def _known(code: str | None) -> str | None:
    try:
        return gazetteer().get(code).code if code else None
    except UnknownPlace:
        return None
