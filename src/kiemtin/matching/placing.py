"""Where a message and a claim say that something is: the same place, another, or one in the other.

A message that names only the province of a claim's commune is less exact and does not differ;
two communes do, and so do two provinces, two hamlets, two passes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kiemtin.matching.names import contains, mentions
from kiemtin.matching.reading import NamedPlace, Reading
from kiemtin.matching.types import Reason, Row, Span, Verdict
from kiemtin.text.fold import fold, syllables
from kiemtin.text.places import UnknownPlace, gazetteer

Codes = frozenset[str]
Pair = tuple[Row, Reason | None]
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
    said = [one for one in message.places if one.codes]
    strange = [one for one in said if not any(_touch(one.codes, codes) for codes in held)]
    apart = [one for one in said if not any(_own(one) & codes for codes in claimed.values())]
    sides = _Said(message, strange, apart)
    pairs = [_pair(one, codes, sides, claim) for one, codes in claimed.items()]
    if not claimed and there and strange:
        row = Row("place", strange[0].text, label(there), "conflict", strange[0].span)
        pairs = [(row, _differs(strange[0].codes, held[0]))]
    elif not said and here and there and not _touch(frozenset({here}), frozenset({there})):
        named = [pair for pair in pairs if pair[0].verdict == "agree"]
        pairs = named or [_elsewhere(here, there)]
    pairs += [_finer(one, message, claim) for one in claim.places if not one.codes]
    told = {row.query_span for row, _ in pairs}
    extra = [_row(one, None, "absent") for one in strange if one.span not in told]
    return Placed(
        (*(row for row, _ in pairs), *extra), tuple(reason for _, reason in pairs if reason)
    )


def label(code: str) -> str:
    """Return the bare name of a place: "Bát Xát"."""
    return gazetteer().get(code).name


@dataclass(frozen=True, slots=True)
class _Said:
    """A message with its places that are none of the claim's: neither in nor around one
    (`strange`), and not called like one (`apart`).
    """

    message: Reading
    strange: Sequence[NamedPlace]
    apart: Sequence[NamedPlace]


def _pair(claimed: NamedPlace, codes: Codes, said: _Said, claim: Reading) -> Pair:
    message, strange = said.message, said.strange
    for one in message.places:
        if one.codes & codes and not _called_otherwise(one, claimed):
            return _row(one, claimed, "agree"), None
    for one in message.places:
        if one in said.apart and _called_otherwise(one, claimed):
            return _row(one, claimed, "conflict"), _differs(_own(one), _own(claimed))
    if any(mentions(name, message.syllables) for name in claimed.names):
        return Row("place", claimed.text, claimed.text, "agree", None, claimed.span), None
    for one in message.places:
        if _touch(one.codes, codes):
            return _row(one, claimed, "absent"), None
    if strange:
        return _row(strange[0], claimed, "conflict"), _differs(strange[0].codes, codes)
    bare = any(name.text == claimed.text for name in claimed.names)
    return _instead(claimed, _named_instead(message, claim) if bare else iter(()))


def _called_otherwise(said: NamedPlace, claimed: NamedPlace) -> bool:
    """Tell whether both are called like different places of today.

    A commune may bear the name of the old district that held the other one: said alone, it is not
    known which is meant. "Huyện Bát Xát" is the district.
    """
    if fold(said.text).startswith("huyen "):
        return False
    mine, theirs = _own(said), _own(claimed)
    kinds = {gazetteer().get(code).kind for code in mine | theirs}
    return bool(mine and theirs) and not mine & theirs and kinds == {"commune"}


def _own(place: NamedPlace) -> Codes:
    """Return the places of today that bear the very name said."""
    text = fold(place.text)
    return frozenset(code for code in place.codes if fold(label(code)) in text)


def _finer(claimed: NamedPlace, message: Reading, claim: Reading) -> Pair:
    """Compare a hamlet, a pass, a river: finer than any code, so its name is all there is."""
    sort, *bare = syllables(claimed.text)
    if contains(message.syllables, bare) or any(
        mentions(name, message.syllables) for name in claimed.names
    ):
        return Row("place", claimed.text, claimed.text, "agree", None, claimed.span), None
    instead = chain(_placed_instead(sort, message, claim), _named_instead(message, claim))
    return _instead(claimed, instead)


def _instead(claimed: NamedPlace, instead: Iterator[tuple[str, Span]]) -> Pair:
    for text, span in instead:
        params = {"query": text, "entry": claimed.text}
        row = Row("place", text, claimed.text, "conflict", span, claimed.span)
        return row, Reason("place_differs", params)
    return Row("place", None, claimed.text, "absent", None, claimed.span), None


def _placed_instead(sort: str, message: Reading, claim: Reading) -> Iterator[tuple[str, Span]]:
    """Give the places of the same sort (hamlet, pass, river) that only the message names."""
    for one in message.places:
        other_sort, *bare = syllables(one.text)
        if not one.codes and other_sort == sort and not contains(claim.syllables, bare):
            yield one.text, one.span


def _named_instead(message: Reading, claim: Reading) -> Iterator[tuple[str, Span]]:
    """Give the other names that only the message has: "Sông Vàng" may be a commune or a bank."""
    for name in message.names:
        if not mentions(name, claim.syllables):
            yield name.text, name.span


def _row(said: NamedPlace, claimed: NamedPlace | None, verdict: Verdict) -> Row:
    if claimed is None:
        return Row("place", said.text, None, verdict, said.span, None)
    return Row("place", said.text, claimed.text, verdict, said.span, claimed.span)


def _differs(said: Codes, claimed: Codes) -> Reason:
    kinds = frozenset(gazetteer().get(code).kind for code in said | claimed)
    params = {"query": label(min(said)), "entry": label(min(claimed))}
    return Reason(_CODES.get(kinds, "place_differs"), params)


def _elsewhere(here: str, there: str) -> Pair:
    params = {"query": label(here), "entry": label(there)}
    row = Row("place", params["query"], params["entry"], "conflict")
    return row, Reason("not_valid_here", params)


def _touch(left: Codes, right: Codes) -> bool:
    """Tell whether some place of one side is, contains or lies in some place of the other."""
    known = gazetteer()
    return any(known.contains(a, b) or known.contains(b, a) for a in left for b in right)


def _distinct(places: Sequence[NamedPlace], there: str | None) -> dict[NamedPlace, Codes]:
    claimed: dict[NamedPlace, Codes] = {}
    for one in places:
        codes = _narrowed(one.codes, there)
        if codes and codes not in claimed.values():
            claimed[one] = codes
    return claimed


def _narrowed(codes: Codes, there: str | None) -> Codes:
    """Of several places of one name, keep those that fit the entry's own place, if any does."""
    if there is None:
        return codes
    fitting = frozenset(code for code in codes if _touch(frozenset({code}), frozenset({there})))
    return fitting or codes


def _known(code: str | None) -> str | None:
    try:
        return gazetteer().get(code).code if code else None
    except UnknownPlace:
        return None
