"""What the public pages show: holding lines, fact-checks in force, versions, corrections.

Only what has been published is read here; a rumour's own text never is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from django.db.models import QuerySet

from kiemtin.desk.models import Desk, FactCheck, HoldingLine, Version
from kiemtin.desk.moment import now
from kiemtin.desk.queries import objections
from kiemtin.desk.queries.heard import Heard, heard
from kiemtin.desk.queries.objections import Shown
from kiemtin.desk.queries.stamp import Stamp
from kiemtin.desk.words import RumourState, VersionKind
from kiemtin.text.places import UnknownPlace, gazetteer

BEING_CHECKED = (RumourState.NEW, RumourState.CHECKING)
ENDED_SHOWN = timedelta(days=30)


def front_desk() -> Desk | None:
    """The desk that the public site speaks for: the root of the tree, None before `init`."""
    return Desk.objects.filter(parent=None).order_by("id").first()


def desk_for(place: str) -> Desk | None:
    """The desk that answers for a place: its commune's, else its province's, else the root."""
    desks = list(Desk.objects.order_by("id"))
    for code in (place, _province(place)):
        for desk in desks:
            if code and desk.place == code:
                return desk
    return next((desk for desk in desks if desk.parent_id is None), None)


def _province(place: str) -> str:
    if not place:
        return ""
    try:
        return gazetteer().get(place).parent or place
    except UnknownPlace:
        return ""


def holding_lines(limit: int = 20) -> list[HoldingLine]:
    """The newest line of each rumour that still holds, newest first."""
    lines = HoldingLine.objects.filter(expires_at__gt=now(), rumour__state__in=BEING_CHECKED)
    related = lines.select_related("rumour__desk", "published_by", "log_entry")
    newest: dict[int, HoldingLine] = {}
    for line in related.order_by("-published_at", "-id"):
        newest.setdefault(line.rumour_id, line)
    return list(newest.values())[:limit]


def ended_lines(limit: int = 20) -> list[HoldingLine]:
    """Lines of the last month that no longer hold, with what came of them; newest first."""
    moment = now()
    lines = HoldingLine.objects.filter(published_at__gt=moment - ENDED_SHOWN)
    lines = lines.select_related("rumour__fact_check__current", "rumour__desk", "log_entry")
    return [
        line
        for line in lines.order_by("-published_at", "-id")[: limit * 2]
        if line.expires_at <= moment or line.rumour.state not in BEING_CHECKED
    ][:limit]


def published() -> QuerySet[FactCheck]:
    """Every fact-check with its current version and desk, newest version first."""
    shown = FactCheck.objects.filter(current__isnull=False).select_related("current", "desk")
    return shown.order_by("-current__published_at", "-id")


def latest(limit: int) -> list[FactCheck]:
    """The newest fact-checks that stand; those withdrawn are left to the list."""
    return list(published().exclude(current__kind=VersionKind.WITHDRAWAL)[:limit])


def fact_checks(verdict: str = "", subject: str = "", place: str = "") -> QuerySet[FactCheck]:
    """Published fact-checks with this verdict and subject that speak of this place."""
    shown = published()
    if verdict:
        shown = shown.filter(current__verdict=verdict)
    if subject:
        shown = shown.filter(current__subject=subject)
    if place:
        shown = shown.filter(current__place__in=places_about(place))
    return shown


def places_about(place: str) -> list[str]:
    """A province with its communes, or a commune with its province. Raises UnknownPlace."""
    known = gazetteer().get(place)
    if known.parent is not None:
        return [known.code, known.parent]
    return [known.code, *(child.code for child in gazetteer().children(known.code))]


def corrections() -> QuerySet[Version]:
    """Every amendment and withdrawal, newest first: what the desk got wrong, and when."""
    kinds = (VersionKind.AMENDMENT, VersionKind.WITHDRAWAL)
    wrong = Version.objects.filter(kind__in=kinds).select_related("fact_check__desk", "log_entry")
    return wrong.order_by("-published_at", "-id").prefetch_related("corrects")


def versions(limit: int, place: str = "", subject: str = "") -> list[Version]:
    """The newest versions of all fact-checks, or of those with this subject that touch this place,
    newest first, with those who stand for them. Raises UnknownPlace.
    """
    related = Version.objects.select_related(
        "fact_check__desk", "author", "reviewer", "spokesperson", "log_entry"
    )
    if place:
        related = related.filter(place__in=["", *places_about(place)])
    if subject:
        related = related.filter(subject=subject)
    return list(related.order_by("-published_at", "-id")[:limit])


@dataclass(frozen=True)
class Page:
    """One version of a fact-check with everything that its page shows."""

    fact_check: FactCheck
    version: Version
    versions: Sequence[Version]
    signed: "Signed"
    heard: Heard
    objections: Sequence[Shown] = ()

    @property
    def is_current(self) -> bool:
        """True when this is what the desk says now."""
        return self.version.pk == self.fact_check.current_id

    @property
    def answered(self) -> list[Shown]:
        """Objections with the desk's answer, the newest first; the others are only counted."""
        return [one for one in self.objections if one.state != "waiting"]

    @property
    def waiting(self) -> int:
        """How many objections wait for an answer."""
        return len(self.objections) - len(self.answered)

    @property
    def late(self) -> bool:
        """True when one of them waits longer than promised."""
        return any(one.state == "waiting" and one.late for one in self.objections)


class Signed(NamedTuple):
    """By whom a version was approved and signed, and the number of its entry in the log."""

    reviewer: str
    spokesperson: str
    log_entry: int


def page(slug: str, number: int | None = None, known: Stamp | None = None) -> Page | None:
    """The current version of a fact-check, or the one with this number; None when there is none.

    `known`, the stamp just read, spares looking for objections that are not there.
    """
    fact_check = FactCheck.objects.select_related("desk").filter(slug=slug).first()
    if fact_check is None:
        return None
    versions = list(fact_check.versions.select_related("log_entry").order_by("-number"))
    version = next((one for one in versions if number in (None, one.number)), None)
    if version is None:
        return None
    return Page(
        fact_check=fact_check,
        version=version,
        versions=versions,
        signed=_signed(version),
        heard=heard(version, version.contacts),
        objections=objections.of(fact_check) if known is None or known.objections else (),
    )


def _signed(version: Version) -> Signed:
    rows = Version.objects.filter(pk=version.pk)
    return Signed(*rows.values_list("reviewer__name", "spokesperson__name", "log_entry__number")[0])


def fact_check(slug: str) -> FactCheck | None:
    """One published fact-check with its current version."""
    return published().filter(slug=slug).first()
