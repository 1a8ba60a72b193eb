"""Suggests what a passage says of a claim, with its reasons and the places they stand at.

It reads words and details and weighs them by small trees; it has no knowledge of the world, so a
passage that says the same in wholly other words seems to say nothing.
"""

import datetime as dt

from kiemtin.matching.compare import compare_read
from kiemtin.matching.reading import read_again
from kiemtin.matching.stance.features import Sides, vector
from kiemtin.matching.stance.model import Model, default_model
from kiemtin.matching.stance.reasons import TEMPLATES, Reason
from kiemtin.matching.stance.types import KINDS, Kind, Pair, Suggestion
from kiemtin.matching.stance.words import Run, cut
from kiemtin.matching.types import Entry, Query, Verdict
from kiemtin.matching.types import Reason as Difference

MOST_REASONS = 4
_WELL = 0.9
"""Share of the weight of the claim's words from which the passage has nearly all of them."""
LITTLE = 0.4
"""Share below which nothing is shown: the passage is about something else, or says it otherwise."""
_NONE = "–"
"""What a comparison writes for a side that says nothing."""
_SHOWN = 2
"""Stretches of the claim that a reason names; all of them are in `missing`."""
_WORTH = 3.0
"""Weight of a stretch of words that is worth naming: below it are "và", "của", "trong"."""


def suggest(
    claim: str,
    passage: str,
    *,
    day: dt.date | None = None,
    claim_day: dt.date | None = None,
    model: Model | None = None,
) -> Suggestion:
    """Suggest what `passage` says of `claim`, both in canonical form; spans are in them as given.

    `day`: the one that "hôm qua" is counted from, today when None; `claim_day`: that of the claim
    when it is another. Raises ModelBroken.
    """
    fitted = model or default_model()
    own = day or dt.datetime.now().astimezone().date()
    sides = look(claim, passage, own, fitted, claim_day)
    odds = fitted.trees.probabilities(vector(sides)[None])[0]
    at = int(odds.argmax())
    probability = float(odds[at])
    lost = _lost(sides)
    return Suggestion(
        KINDS[at],
        probability,
        probability >= fitted.shown_from and not _little(sides, lost),
        tuple(_reasons(KINDS[at], sides, lost)[:MOST_REASONS]),
        _pairs(sides, "agree"),
        _pairs(sides, "conflict"),
        tuple(sides.claim.of(run) for run in lost),
        fitted.reliability(probability),
    )


def look(
    claim: str, passage: str, day: dt.date, model: Model, claim_day: dt.date | None = None
) -> Sides:
    """Return both texts cut, read on `day`, and compared; blank ones are compared as they are."""
    asked = claim_day or day
    reads = read_again(claim, asked), read_again(passage, day)
    entry = Entry("passage", passage if passage.strip() else "–")
    comparison = compare_read(Query(claim, asked), reads[0], entry, reads[1])
    table = model.rarity
    return Sides(cut(claim, table), cut(passage, table), comparison, passage, reads)


def _lost(sides: Sides) -> list[Run]:
    """Return the stretches of the claim that the passage does not have, in order."""
    return sides.claim.runs(sides.claim.strange(sides.passage))


def _pairs(sides: Sides, verdict: Verdict) -> tuple[Pair, ...]:
    rows = sides.comparison.of(verdict)
    return tuple((row.query_span, row.entry_span) for row in rows)


def _reasons(kind: Kind, sides: Sides, lost: list[Run]) -> list[Reason]:
    """Return what speaks for this kind first."""
    against = [_difference(one, sides) for one in sides.comparison.conflicts]
    against += [_word(sides, pair) for pair in _words(sides)]
    agree, missing = _agreement(sides, lost), _missing(sides, lost)
    if kind == "refutes":
        found = [*against, *missing, *agree]
    elif kind == "supports":
        found = [*agree, *against, *missing]
    else:
        found = [*missing, *against, *agree]
    return list({(one.code, *one.params.values()): one for one in found}.values())


def _difference(one: Difference, sides: Sides) -> Reason:
    params = {"claim": one.params.get("query", _NONE), "passage": one.params.get("entry", _NONE)}
    if one.code == "negated" and _NONE in params.values():
        return Reason("denied" if params["claim"] == _NONE else "denied_by_claim", params)
    if one.code in TEMPLATES and one.code != "place_differs":
        return Reason(one.code, params)
    # Places are told as they are written: the old name of a commune, not the one it became.
    rows = (row for row in sides.comparison.of("conflict") if row.kind == "place")
    for row in rows:
        if row.query_value and row.entry_value:
            params = {"claim": row.query_value, "passage": row.entry_value}
            break
    return Reason("place_differs", params)


def _words(sides: Sides) -> list[Pair]:
    rows = [row for row in sides.comparison.rows if row.kind == "word"]
    return [(row.query_span, row.entry_span) for row in rows if row.query_span and row.entry_span]


def _word(sides: Sides, pair: Pair) -> Reason:
    said, told = (
        text[slice(*span)] if span else "–"
        for text, span in zip((sides.read[0].text, sides.text), pair, strict=True)
    )
    return Reason("word_differs", {"claim": said, "passage": told})


def _agreement(sides: Sides, lost: list[Run]) -> list[Reason]:
    found = []
    values = [row.query_value for row in sides.comparison.of("agree") if row.query_value]
    if values:
        shown = list(dict.fromkeys(values))[:3]
        found.append(Reason("details_agree", {"claim": ", ".join(shown)}))
    if _share_lost(sides, lost) <= 1 - _WELL:
        found.append(Reason("words_agree"))
    return found


def _missing(sides: Sides, lost: list[Run]) -> list[Reason]:
    if _little(sides, lost):
        return [Reason("little_shared")]
    heavy = sorted((run for run in lost if run.weight >= _WORTH), key=lambda run: -run.weight)
    texts = [sides.read[0].text[slice(*sides.claim.of(run))] for run in heavy[:_SHOWN]]
    return [Reason("words_missing", {"claim": text}) for text in texts]


def _little(sides: Sides, lost: list[Run]) -> bool:
    return _share_lost(sides, lost) > 1 - LITTLE


def _share_lost(sides: Sides, lost: list[Run]) -> float:
    whole = float(sides.claim.rarity.sum())
    return sum(run.weight for run in lost) / whole if whole else 1.0
