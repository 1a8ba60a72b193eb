"""What a communicator is to pass on: bulletins ordered for the place, with voices, translations
that may go out, and what was already done.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from kiemtin.bulletin.loudspeaker import Priority as Loudness
from kiemtin.bulletin.loudspeaker import Script, script
from kiemtin.desk import contents
from kiemtin.desk.flow import reaching, translating
from kiemtin.desk.models import Acknowledgement, Broadcast, Communicator, FormFile, Translation
from kiemtin.desk.moment import now
from kiemtin.desk.place_names import lies_in
from kiemtin.desk.queries.phone import day
from kiemtin.desk.words_reach import FormKind, Priority

READ_FOR = timedelta(days=30)
READ_MOST = 60
VOICES = (FormKind.AUDIO_NORTH, FormKind.AUDIO_CENTRAL, FormKind.AUDIO_SOUTH)
SOONEST = (Priority.URGENT, Priority.FIRST, Priority.NORMAL)


@dataclass(frozen=True)
class Told:
    """One broadcast with all that a phone needs to pass it on."""

    broadcast: Broadcast
    voices: list[FormFile]
    translations: list[Translation]
    done: list[Acknowledgement]
    followed: bool
    outdated: bool


def broadcasts(who: Communicator) -> list[Broadcast]:
    """What this person is to pass on, or was until it was stopped; the most urgent first."""
    since = now() - READ_FOR
    rows = Broadcast.objects.filter(ordered_at__gt=since).select_related(
        "version__fact_check__desk", "version__fact_check__current", "holding_line__rumour__desk"
    )
    desks: dict[int, list[int]] = {}
    found = []
    for one in rows.order_by("-ordered_at", "-id"):
        if any(lies_in(place, who.place) for place in one.places):
            desk = reaching.desk_of(one)
            if desk.pk not in desks:
                desks[desk.pk] = reaching.of_desk(desk)
            if who.desk_id in desks[desk.pk]:
                found.append(one)
    return sorted(found[:READ_MOST], key=lambda one: SOONEST.index(Priority(one.priority)))


def work(who: Communicator) -> list[Told]:
    """Each of them with voices, translations that may go out, and what was done."""
    mine = broadcasts(who)
    done = Acknowledgement.objects.filter(communicator=who, broadcast__in=mine)
    followed = set(Broadcast.objects.filter(follows__in=mine).values_list("follows", flat=True))
    by_broadcast: dict[int, list[Acknowledgement]] = {}
    for one in done:
        by_broadcast.setdefault(one.broadcast_id, []).append(one)
    return [
        Told(
            broadcast=one,
            voices=list(voices(one)),
            translations=_translations(one),
            done=by_broadcast.get(one.pk, []),
            followed=one.pk in followed,
            outdated=_outdated(one),
        )
        for one in mine
    ]


def voices(broadcast: Broadcast) -> QuerySet[FormFile]:
    """The recordings that the desk's machine made of what is said; none of what no longer holds."""
    files = FormFile.objects.filter(kind__in=VOICES).order_by("-kind")
    if _withheld(broadcast):
        return files.none()
    if broadcast.version_id is not None:
        return files.filter(version=broadcast.version_id)
    return files.filter(holding_line=broadcast.holding_line_id)


def _translations(broadcast: Broadcast) -> list[Translation]:
    version = broadcast.version
    if version is None or _withheld(broadcast):
        return []
    return translating.sayable(version.fact_check)


def _outdated(broadcast: Broadcast) -> bool:
    return reaching.superseded(broadcast)


def _withheld(broadcast: Broadcast) -> bool:
    """True when nothing of it is to be heard any more: it was stopped, or there is something
    newer.
    """
    return broadcast.stopped_at is not None or _outdated(broadcast)


def voice(who: Communicator, pk: int) -> FormFile | None:
    """A recording of the desk's, if it belongs to what this person is to pass on as it stands."""
    given = (voices(one).filter(pk=pk).first() for one in broadcasts(who))
    return next((one for one in given if one is not None), None)


def recording(who: Communicator, pk: int) -> Translation | None:
    """The recording of a translation that may go out, if it is for this person to play."""
    found = [
        one
        for told in broadcasts(who)
        for one in _translations(told)
        if one.pk == pk and one.recording
    ]
    return found[0] if found else None


def content(broadcast: Broadcast) -> dict[str, Any]:
    """The words of what is passed on: the fact, what was said, what to do, until when."""
    about = broadcast.version
    if about is not None:
        said = contents.content(about)
    else:
        assert broadcast.holding_line is not None
        said = contents.holding(broadcast.holding_line)
    loud = script(said, priority=_priority(broadcast), drill=settings.DRILL)
    return {
        "script": _one_reading(loud),
        "seconds": round(loud.once_seconds),
        "verdict": str(said.verdict),
        "claim": said.claim,
        "fact": said.fact,
        "said": said.said,
        "todo": said.todo,
        "where": said.place_name,
        "until": day(said.valid_until),
        "url": said.url,
        "checked": said.checked_at.isoformat(timespec="seconds"),
    }


def _priority(broadcast: Broadcast) -> Loudness:
    if broadcast.priority == Priority.URGENT:
        return "urgent"
    return "first" if broadcast.priority == Priority.FIRST else "normal"


def _one_reading(loud: Script) -> list[str]:
    """The sentences of the script with opening and closing, without their repetition."""
    lines, size = loud.text.split("\n"), len(loud.once)
    first = next(at for at in range(len(lines)) if tuple(lines[at : at + size]) == loud.once)
    return [*lines[: first + size], *lines[first + 2 * size + 1 :]]
