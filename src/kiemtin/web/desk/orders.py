"""What a page needs to order that a text be passed on: the places to tick, how many communicators
each has, and when it would go out.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kiemtin.bulletin.short_text import share_text
from kiemtin.desk import contents
from kiemtin.desk.flow import broadcasting, hours, reaching
from kiemtin.desk.flow.broadcasting import Subject
from kiemtin.desk.models import Broadcast, Desk, Version
from kiemtin.desk.moment import now
from kiemtin.desk.place_names import place_name
from kiemtin.desk.queries.spread import communes_of
from kiemtin.desk.words import Role
from kiemtin.desk.words_reach import Priority
from kiemtin.text.places import gazetteer
from kiemtin.web.desk.access import DeskRequest
from kiemtin.web.desk.forms_reach import OrderForm
from kiemtin.web.templatetags.kiemtin import plain


@dataclass(frozen=True)
class Tick:
    """A place to tick, with how many communicators would get it there."""

    code: str
    name: str
    people: int
    ticked: bool


@dataclass(frozen=True)
class Area:
    """Communes of one former district."""

    name: str
    ticks: list[Tick]

    @property
    def opened(self) -> bool:
        """True when one of them is ticked."""
        return any(one.ticked for one in self.ticks)

    @property
    def people(self) -> int:
        """How many communicators are there."""
        return sum(one.people for one in self.ticks)


@dataclass(frozen=True)
class Offer:
    """All that the order form shows."""

    form: OrderForm
    whole: Tick | None
    areas: list[Area]
    when: list[tuple[str, str, str]]
    known: Broadcast | None
    url: str


def codes_of(subject: Subject) -> list[str]:
    """The places that may be ticked: where the text holds within the desk's place."""
    wide = _wide(subject)
    if not wide:
        return [one.code for one in gazetteer().provinces()]
    return [wide, *(one.code for one in gazetteer().children(wide))]


def _wide(subject: Subject) -> str:
    desk = broadcasting.rumour_of(subject).desk
    holds = subject.place if isinstance(subject, Version) else ""
    return holds or desk.place


def known_of(subject: Subject) -> Broadcast | None:
    """The broadcast of the subject, None before the first order."""
    return subject.broadcasts.first()


def offer(
    request: DeskRequest, subject: Subject, url: str, form: OrderForm | None = None
) -> Offer | None:
    """The form for a subject that may go out now; None for any other."""
    if broadcasting.not_now(subject) is not None:
        return None
    desk, codes, known = broadcasting.rumour_of(subject).desk, codes_of(subject), known_of(subject)
    priority = known.priority if known else Priority.NORMAL
    form = form or OrderForm(codes, initial={"places": [], "priority": priority})
    ticked = set(form["places"].value() or [])
    ticks = _ticks(desk, codes, ticked)
    whole = next((one for one in ticks if one.code == _wide(subject)), None)
    rest = [one for one in ticks if one is not whole]
    urgent = Role.SPOKESPERSON in request.roles
    when = [
        (code, str(Priority(code).label), says_when(desk, code))
        for code in Priority.values
        if urgent or code != Priority.URGENT
    ]
    return Offer(form, whole, _areas(rest), when, known, url)


def _ticks(desk: Desk, codes: list[str], ticked: set[str]) -> list[Tick]:
    people = Counter(reaching.active(desk, codes[:1]).values_list("place", flat=True))
    if len(codes) > 1:
        people[codes[0]] = sum(people.values())
    names = {code: gazetteer().get(code).full_name for code in codes}
    return [Tick(code, names[code], people[code], code in ticked) for code in codes]


def _areas(ticks: Iterable[Tick]) -> list[Area]:
    areas: dict[str, list[Tick]] = {}
    for one in ticks:
        areas.setdefault(gazetteer().former_district(one.code), []).append(one)
    return [Area(name, sorted(of, key=lambda one: one.name)) for name, of in sorted(areas.items())]


def says_when(desk: Desk, priority: str) -> str:
    """When it would go out if it were ordered now, in words."""
    moment = now()
    first = hours.free(desk, desk.place, moment, priority)
    return _("gửi ngay") if first <= moment else _("sẽ gửi lúc %(at)s") % {"at": _clock(first)}


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(hours.VIETNAM):%H:%M}"


@dataclass(frozen=True)
class Effect:
    """What an order would do, to be read before it is given."""

    places: list[str]
    people: int
    sendings: int
    without_way: int
    empty: int
    text: str
    when: str
    later: list[tuple[str, int]]

    @property
    def where(self) -> str:
        """The places in words: the first few by name."""
        names = [place_name(code) for code in self.places[:8]]
        more = len(self.places) - len(names)
        rest = ngettext("và %(n)s nơi nữa", "và %(n)s nơi nữa", more) % {"n": more}
        return "; ".join([*names, *([rest] if more else [])])


def effect(subject: Subject, priority: str, places: Iterable[str]) -> Effect:
    """Count whom the order reaches, and say what goes out and when."""
    desk = broadcasting.rumour_of(subject).desk
    codes = reaching.tidy(desk, places)
    people = list(reaching.active(desk, codes))
    pairs = reaching.ways(people)
    where = {one.place for one in people}
    tables, moment = hours.TimeTables(desk), now()
    at = Counter(hours.free(desk, one.place, moment, priority, tables) for one in people)
    later = [(plain(first), n) for first, n in sorted(at.items()) if first > moment]
    return Effect(
        places=codes,
        people=len(people),
        sendings=len(pairs),
        without_way=len({one.pk for one in people} - {one.pk for one, _channel in pairs}),
        empty=len([code for code in communes_of(codes) if code not in where]),
        text=text_of(subject),
        when=says_when(desk, priority),
        later=later,
    )


def text_of(subject: Subject) -> str:
    """What goes out, as a message; an SMS is shorter."""
    if isinstance(subject, Version):
        return share_text(contents.content(subject))
    return share_text(contents.holding(subject))
