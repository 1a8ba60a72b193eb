"""How the drill's newest fact-checks were passed on: made-up communicators in eight communes, what
they did with two bulletins, and one fact-check in English, said back by another person.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from kiemtin.desk.flow import broadcasting, communicators, forms, reports, translating
from kiemtin.desk.models import Account, Broadcast, Communicator, Desk, Version
from kiemtin.desk.moment import at, now
from kiemtin.desk.words_reach import Done, Language, Priority, Script
from kiemtin.text.places import gazetteer

Story = tuple[Version, dict[str, Any]]
COMMUNES = 8
DID: tuple[tuple[Done, ...], ...] = (
    (Done.RECEIVED, Done.READ_ALOUD, Done.POSTED),
    (Done.RECEIVED, Done.READ_ALOUD),
    (Done.RECEIVED, Done.READ_ALOUD),
    (Done.RECEIVED,),
    (),
)
"""What communicators did, taken in turn: some read it out, one only got it, one said nothing."""

ORDERS = (
    ("doi-tem-dang-kiem-10-nghin-2025", Priority.FIRST, timedelta(hours=5)),
    ("tre-duoi-10-tuoi-ghe-truoc-2026", Priority.NORMAL, timedelta(days=2)),
)
"""Which stories were passed on, how soon, and how long ago."""


def pass_on(desk: Desk, people: dict[str, Account], told: dict[str, Story]) -> None:
    """Enrol, order, acknowledge, translate; then speak the texts where something can."""
    start = now()
    with at(start - timedelta(days=3)):
        enrolled = _enrolled(people["administrator@example.vn"], desk)
    for key, priority, ago in ORDERS:
        version, _story = told[key]
        with at(start - ago):
            places = [one.place for one in enrolled]
            actor = people["spokesperson@example.vn"]
            order = broadcasting.order(actor, version, priority, places)
        _done(order, enrolled, start - ago)
    _translated(people, *told[ORDERS[0][0]], start)
    for key, _priority, _ago in ORDERS:
        forms.make_for(version=told[key][0].pk)


def _enrolled(actor: Account, desk: Desk) -> list[Communicator]:
    places = [one.code for one in gazetteer().children(desk.place)][:COMMUNES]
    found = []
    for number, place in enumerate(places, 1):
        languages = [Language.VIETNAMESE, (Language.HMONG, Language.TAY)[number % 2]]
        name = f"Tuyên truyền viên {number} (diễn tập)"
        person, code = communicators.invite(actor, desk, name, place, languages)
        if number < len(places):  # the last has not taken it up yet
            person, _token = communicators.take_up(code)
        found.append(person)
    return found


def _done(order: Broadcast, enrolled: list[Communicator], moment: datetime) -> None:
    for number, person in enumerate(enrolled):
        if person.joined_at is None:
            continue
        for step, done in enumerate(DID[number % len(DID)], 1):
            then = moment + timedelta(minutes=4 * step + number)
            name = uuid.uuid5(uuid.NAMESPACE_URL, f"drill:{order.pk}:{person.pk}:{done}")
            item = {
                "id": str(name),
                "kind": "done",
                "at": int(then.timestamp() * 1000),
                "broadcast": order.pk,
                "done": str(done),
            }
            with at(then):
                reports.enter(person, [item], then, then)


def _translated(
    people: dict[str, Account], version: Version, story: dict[str, Any], start: datetime
) -> None:
    words = {name: story[f"{name}_en"] for name in ("fact", "said", "todo")}
    wording = translating.Wording(language=Language.ENGLISH, script=Script.LATIN, **words)
    with at(start - timedelta(hours=4)):
        made = translating.write(people["translator@example.vn"], version.fact_check, wording)
    with at(start - timedelta(hours=3)):
        translating.check_back(people["reviewer@example.vn"], made, version.fact)


@contextmanager
def silence() -> Iterator[None]:
    """Speak nothing while years of stories are told in a minute."""
    voices, settings.VOICES = settings.VOICES, []
    try:
        yield
    finally:
        settings.VOICES = voices
