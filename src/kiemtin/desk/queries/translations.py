"""What waits for translators: languages that nobody said a text in yet, translations to say back,
returned ones, and those whose Vietnamese has changed.
"""

from dataclasses import dataclass, field
from functools import cache

from kiemtin.desk.flow import answer, reaching, translating
from kiemtin.desk.flow.translating import Stands
from kiemtin.desk.models import Communicator, Desk, FactCheck
from kiemtin.desk.moment import today
from kiemtin.desk.place_names import lies_in
from kiemtin.desk.words_reach import Language

LOOKED_AT = 200
"""The newest fact-checks; what is older and still untranslated is found from its own page."""


@dataclass(frozen=True)
class Missing:
    """A fact-check with the languages of communicators in its place that it is not said in."""

    fact_check: FactCheck
    languages: list[Language]


@dataclass
class Queue:
    """What there is to do, newest fact-check first."""

    missing: list[Missing] = field(default_factory=list)
    to_check: list[Stands] = field(default_factory=list)
    returned: list[Stands] = field(default_factory=list)
    stale: list[Stands] = field(default_factory=list)
    sayable: list[Stands] = field(default_factory=list)

    def __len__(self) -> int:
        return sum(len(one) for one in (self.missing, self.to_check, self.returned, self.stale))


def queue(desks: list[Desk]) -> Queue:
    """Everything of the desks that stands today and is not withdrawn."""
    found, spoken = Queue(), cache(_spoken)
    rows = FactCheck.objects.filter(desk__in=desks).select_related("current", "desk__parent")
    for one in rows.order_by("-current__published_at")[:LOOKED_AT]:
        if one.current is None or not answer.valid_for(one.current, "", today()):
            continue
        standing = translating.standing(one)
        for each in standing:
            getattr(found, each.standing).append(each)
        known = {each.translation.language for each in standing}
        missing = sorted(_wanted(spoken(one.desk), one.current.place) - known)
        if missing:
            found.missing.append(Missing(one, [Language(code) for code in missing]))
    return found


def wanted(fact_check: FactCheck) -> set[str]:
    """The languages, beside Vietnamese, of communicators where the fact-check holds."""
    current = fact_check.current
    return _wanted(_spoken(fact_check.desk), current.place) if current else set()


def _spoken(desk: Desk) -> list[tuple[str, list[str]]]:
    rows = Communicator.objects.filter(joined_at__isnull=False, ended_at=None)
    rows = rows.filter(desk__in=reaching.of_desk(desk))
    return list(rows.values_list("place", "languages"))


def _wanted(spoken: list[tuple[str, list[str]]], place: str) -> set[str]:
    languages = {
        code
        for where, codes in spoken
        if not place or lies_in(place, where) or lies_in(where, place)
        for code in codes
    }
    return (languages & set(Language.values)) - {Language.VIETNAMESE}
