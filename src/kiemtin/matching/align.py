"""Pairs the details of one kind in a message with those in a claim, one row for each.

The claim leads: each of its details agrees with some detail of the message, differs from one
that agrees with nothing, or is not there. What only the message has comes last.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kiemtin.matching.types import Row, Verdict
from kiemtin.matching.values import counts_another_thing, relate
from kiemtin.text.details.types import Detail, NumberValue

MOST = 60
"""Details of one kind in a message that are compared; more than that is a list, not a rumour."""


@dataclass(frozen=True, slots=True)
class _Pairing:
    said: Detail
    claimed: Detail
    verdict: Verdict


def align(said: Sequence[Detail], claimed: Sequence[Detail], *, strict: bool) -> list[Row]:
    """Return the rows for details of one kind, or of kinds that may stand for each other.

    With `strict`, a detail of the message that differs from one of the claim is a conflict even
    when another one agrees: "25 triệu chứ không phải 7,5". A long forward says too much for that.
    """
    said = said[:MOST]
    distinct = list({detail.value: detail for detail in reversed(claimed)}.values())[::-1]
    pairings = [
        _Pairing(one, other, verdict)
        for other in distinct
        for one in said
        if (verdict := relate(one.value, other.value))
        and not (verdict == "conflict" and _is_article(other, one))
    ]
    at_home = {pair.said for pair in pairings if pair.verdict == "agree"}
    free = [one for one in said if one not in at_home]
    rows = [_claimed_row(one, pairings, free) for one in distinct]
    told = {row.query_span for row in rows if row} | {(one.start, one.end) for one in at_home}
    rest = [one for one in said if (one.start, one.end) not in told and not _is_one(one)]
    found = [row for row in rows if row is not None]
    return found + [_rest_row(one, pairings, strict=strict) for one in rest]


def _claimed_row(claimed: Detail, pairings: list[_Pairing], free: list[Detail]) -> Row | None:
    mine = [pair for pair in pairings if pair.claimed == claimed]
    for verdict in ("agree", "absent", "conflict"):
        for pair in mine:
            if pair.verdict == verdict and (verdict == "agree" or pair.said in free):
                return _row(pair.said, claimed, pair.verdict)
    for one in free:
        if counts_another_thing(one.value, claimed.value):
            return _row(one, claimed, "conflict")
    if _is_one(claimed):
        return None
    return Row(claimed.kind, None, claimed.text, "absent", None, (claimed.start, claimed.end))


def _is_one(detail: Detail) -> bool:
    """Tell whether this is a plain one, which is mostly an article: "một trường", "mỗi hộ một"."""
    value = detail.value
    return isinstance(value, NumberValue) and value.low == value.high == 1


def _is_article(claimed: Detail, said: Detail) -> bool:
    """Tell whether a bare number stands beside "một lượt", with which it has nothing to do."""
    return _is_one(claimed) and isinstance(said.value, NumberValue) and not said.value.unit


def _rest_row(said: Detail, pairings: list[_Pairing], *, strict: bool) -> Row:
    against = [pair for pair in pairings if pair.said == said and pair.verdict == "conflict"]
    if strict and against:
        return _row(said, against[0].claimed, "conflict")
    return Row(said.kind, said.text, None, "absent", (said.start, said.end), None)


def _row(said: Detail, claimed: Detail, verdict: Verdict) -> Row:
    spans = (said.start, said.end), (claimed.start, claimed.end)
    return Row(claimed.kind, said.text, claimed.text, verdict, *spans)
