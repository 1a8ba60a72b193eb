"""Which published fact-check a pasted text repeats, and which speak of some words.

The text is compared in memory and kept nowhere. An open rumour is never shown by its own words,
only by its holding line.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from kiemtin.desk.flow import index, remembered
from kiemtin.desk.flow.answer import valid_for
from kiemtin.desk.flow.holding import in_force
from kiemtin.desk.flow.parts import AROUND, once
from kiemtin.desk.models import FactCheck, HoldingLine, Rumour, Version
from kiemtin.desk.moment import today
from kiemtin.desk.words import RumourState, VersionKind
from kiemtin.matching.several import as_one, match_each
from kiemtin.matching.types import Candidate, Decision, Match, Query, Reason, Row
from kiemtin.text.canonical import check_text
from kiemtin.text.fold import fold

SHOWN = 3
# Below this a candidate shares only a topic, and showing it would mislead; the one that the matcher
# chose is shown always, for its reasons may say that it is no longer valid or for another place.
LIKELY_ENOUGH = 0.2
PRIVATE_REASONS = frozenset(
    {"another_candidate_close"}
)  # names a candidate that may be an open one


@dataclass(frozen=True)
class Found:
    """One published fact-check that a text may repeat, with the reasons for saying so."""

    fact_check: FactCheck
    version: Version
    probability: float
    reasons: tuple[Reason, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Answer:
    """What is known of a text. `decision` is that of the first of `found`; "new" has none.

    `holding` is the line in force for a rumour that the text repeats; `being_checked` says that
    the desk is at work on one like it. A text with several claims has an answer for each of them
    in `parts`, with its `text`; together they are never the same as one fact-check.
    """

    decision: Decision
    found: tuple[Found, ...] = ()
    holding: HoldingLine | None = None
    being_checked: bool = False
    text: str = ""
    parts: "tuple[Answer, ...]" = ()


def check(text: str, place: str = "") -> Answer:
    """Compare a text with everything known, and hear what people decided of the same words.
    Raises TextRefused for an empty or too long one.
    """
    query = Query(check_text(text), today(), place or None)
    claims = once(match_each(index.library().refresh(), query))
    if len(claims) == 1:
        return _answer(remembered.judged(query, claims[0].match), place)
    said = [query.text[slice(*claim.span)].strip(AROUND) for claim in claims]
    each = [
        _answer(remembered.judged(replace(query, text=one), claim.match), place)
        for one, claim in zip(said, claims, strict=True)
    ]
    parts = tuple(replace(one, text=text) for one, text in zip(each, said, strict=True))
    return replace(_answer(as_one(claims), place), parts=parts)


def _answer(match: Match, place: str) -> Answer:
    if match.decision == "new":
        return Answer("new")
    rumours = _rumours([one.id for one in match.candidates])
    shown = [one for one in match.candidates if one.id == match.id or _likely(one)]
    found = tuple(_found(shown, rumours))[:SHOWN]
    open_one = rumours.get(match.id or "")
    if open_one is not None and _being_checked(open_one):
        return Answer("maybe" if found else "new", found, in_force(open_one), being_checked=True)
    return Answer(_decision(match, found, place), found)


def _rumours(ids: Sequence[str]) -> dict[str, Rumour]:
    known = Rumour.objects.select_related("fact_check__current", "fact_check__desk")
    return {str(rumour.pk): rumour for rumour in known.filter(pk__in=[int(one) for one in ids])}


def _being_checked(rumour: Rumour) -> bool:
    return rumour.state in (RumourState.NEW, RumourState.CHECKING)


def _found(candidates: Sequence[Candidate], rumours: dict[str, Rumour]) -> list[Found]:
    return [
        Found(fact_check, version, one.probability, public(one.reasons), one.comparison.rows)
        for one in candidates
        if (fact_check := getattr(rumours.get(one.id), "fact_check", None)) is not None
        and (version := fact_check.current) is not None
        and version.kind != VersionKind.WITHDRAWAL
    ]


def _likely(candidate: Candidate) -> bool:
    return candidate.probability >= LIKELY_ENOUGH


def public(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """The reasons that may be shown to anyone."""
    return tuple(reason for reason in reasons if reason.code not in PRIVATE_REASONS)


def _decision(match: Match, found: Sequence[Found], place: str) -> Decision:
    """Same only for the very fact-check that the matcher chose, valid here and today."""
    if not found:
        return "new"
    first = found[0]
    chosen = str(first.fact_check.rumour_id) == match.id
    if match.decision == "same" and chosen and valid_for(first.version, place, today()):
        return "same"
    return "maybe"


class Words:
    """The folded words of every current version in memory, kept up by the newest version's id."""

    def __init__(self) -> None:
        self._newest = 0
        self._texts: dict[int, str] = {}
        self._lock = threading.Lock()

    def matching(self, words: str) -> list[int]:
        """Ids of the fact-checks that contain every one of the words, marks aside."""
        wanted = fold(words).split()
        texts = self._refreshed()
        return [pk for pk, text in texts.items() if all(word in text for word in wanted)]

    def _refreshed(self) -> dict[int, str]:
        with self._lock:
            fresh = Version.objects.filter(pk__gt=self._newest).order_by("pk")
            rows = list(fresh.values_list("pk", "fact_check_id", "claim", "fact", "said"))
            if rows:
                told = {fact_check: fold(" ".join(said)) for _pk, fact_check, *said in rows}
                self._texts, self._newest = self._texts | told, rows[-1][0]
            return self._texts


@cache
def words() -> Words:
    """The words of this process."""
    return Words()


def forget() -> None:
    """Let the next search read anew; used when another database takes this one's place."""
    words.cache_clear()
