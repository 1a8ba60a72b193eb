"""Puts a comparison into the reasons a person reads: what differs, what agrees, what is missing."""

from collections.abc import Sequence

from kiemtin.matching.features import AMOUNTS, places_missing
from kiemtin.matching.reading import LONG, Reading
from kiemtin.matching.types import Candidate, Comparison, Reason

SHORT = 5
"""Distinct content syllables under which a message is too vague to be answered unasked."""

_SHOWN = 3


def about(reading: Reading, comparison: Comparison) -> tuple[Reason, ...]:
    """Return what speaks against this entry, then what speaks for it, then what is open."""
    agree = [row.entry_value for row in comparison.of("agree") if row.entry_value]
    missing = [row.entry_value for row in comparison.rows if row.query_value is None]
    reasons = list(comparison.conflicts)
    if agree:
        reasons.append(Reason("details_agree", {"query": _list(agree)}))
    if missing:
        reasons.append(Reason("detail_missing", {"entry": _list(missing)}))
    if comparison.question or reading.details.question:
        reasons.append(Reason("question_about_claim"))
    return tuple(reasons)


def doubts(
    chosen: Candidate, reading: Reading, same_at: float, *, strange: bool = False
) -> tuple[Reason, ...]:
    """Return why `chosen` must not be answered without a person; nothing means it may be.

    `strange`: the message has nearly none of the claim's own words (`contrasts.in_other_words`).
    """
    reasons = list(chosen.comparison.conflicts)
    if reading.content < SHORT:
        reasons.append(Reason("too_short"))
    if len(reading.syllables) < LONG and not reasons:
        reasons += _more_than_claimed(chosen.comparison, reading)
    if places_missing(chosen.comparison) and not reasons and not _named(chosen.comparison):
        reasons.append(Reason("place_missing", {"entry": _list(_places(chosen.comparison))}))
    if unnamed := _unnamed(chosen.comparison):
        reasons += [Reason("name_missing", {"entry": _list(unnamed)})] if not reasons else []
    if not reasons:
        reasons += _other_words(chosen.comparison)
    if (strange or chosen.probability < same_at) and not reasons:
        reasons.append(Reason("similar_topic"))
    return tuple(reasons)


def _more_than_claimed(comparison: Comparison, reading: Reading) -> list[Reason]:
    """A short message with a number that the claim has no counterpart for claims more.

    Typed without marks, a number word is mostly another word: "tam anh" is a picture.
    """
    extra = [
        row.query_value
        for row in comparison.rows
        if row.kind in AMOUNTS and row.entry_value is None and row.verdict == "absent"
    ]
    if reading.toneless:
        extra = [one for one in extra if one and any(char.isdecimal() for char in one)]
    return [Reason("detail_extra", {"query": _list(extra)})] if extra else []


def _other_words(comparison: Comparison) -> list[Reason]:
    rows = [row for row in comparison.rows if row.kind == "word"]
    return [
        Reason("word_differs", {"query": row.query_value or "", "entry": row.entry_value or ""})
        for row in rows[:1]
    ]


def _named(comparison: Comparison) -> bool:
    """Tell whether the message has a name of the claim: that tells which one as well as a place."""
    told = (row.entry_value or "" for row in comparison.of("agree") if row.kind == "actor")
    return any(name.replace(" ", "").isalpha() for name in told)  # "Ri6" grows in many places


def _unnamed(comparison: Comparison) -> list[str | None]:
    """Return the names of the claim when the message has none of them."""
    named = [row for row in comparison.rows if row.kind == "actor" and row.entry_value]
    return [row.entry_value for row in named] if all(not row.query_value for row in named) else []


def _places(comparison: Comparison) -> list[str | None]:
    return [row.entry_value for row in comparison.rows if row.kind == "place"]


def why_new(candidates: Sequence[Candidate]) -> tuple[Reason, ...]:
    """Return why no entry is offered."""
    near = any(one.comparison.of("agree") for one in candidates)
    return (Reason("similar_topic" if near else "nothing_close"),)


def _list(values: Sequence[str | None]) -> str:
    shown = list(dict.fromkeys(value for value in values if value))
    return ", ".join(shown[:_SHOWN]) + (", …" if len(shown) > _SHOWN else "")
