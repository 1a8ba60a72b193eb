"""Sightings: which messages repeat which rumour; spread and clock follow from them alone."""

from typing import TypeVar

from django.db.models import QuerySet
from django.utils import timezone

from kiemtin.desk import clock
from kiemtin.desk.models import Message, Rumour, Sighting
from kiemtin.desk.models.messages import sent
from kiemtin.desk.urgency import looks_urgent
from kiemtin.desk.words import Level, MessageState, RumourState

SUGGESTED_HARM = 1
Row = TypeVar("Row", Message, Rumour)


def open_rumour(message: Message) -> Rumour:
    """A new rumour from one message: its text stands as the claim until a person rewords it."""
    rumour = Rumour(
        desk=message.desk,
        claim=message.text,
        place=message.place,
        opened_at=message.received_at,
        suggested_urgent=looks_urgent(message.text),
    )
    rumour.save()
    attach(message, rumour)
    return rumour


def hold(row: Row) -> None:
    """Read the row anew and keep it as it is until the transaction ends: a step decides on this,
    not on what a page showed a while ago. Messages first, then rumours, the log last.
    """
    rows: QuerySet[Row] = type(row)._default_manager.select_for_update(no_key=True)
    row.refresh_from_db(from_queryset=rows)


def attach(message: Message, rumour: Rumour) -> None:
    """Count the message as a sighting of the rumour, and of no other; set the clocks anew."""
    left = Rumour.objects.filter(sightings__message=message).exclude(pk=rumour.pk).first()
    Sighting.objects.update_or_create(
        message=message,
        defaults={
            "rumour": rumour,
            "place": message.place,
            "seen_on": message.heard_on or timezone.localdate(message.received_at),
        },
    )
    message.state, message.not_checkable = MessageState.ATTACHED, ""
    message.save(update_fields=["state", "not_checkable"])
    set_clock(rumour)
    if left is not None:
        _leave(left, rumour)


def _leave(left: Rumour, rumour: Rumour) -> None:
    """A rumour that only the machine had opened is one with where its last message went."""
    hold(left)
    if is_empty(left):
        left.state, left.merged_into = RumourState.MERGED, rumour
        left.save(update_fields=["state", "merged_into"])
    set_clock(left)


def with_merged(rumour: Rumour) -> set[int]:
    """The ids of the rumour and of all that were merged into it, through any number of merges."""
    ids, found = {rumour.pk}, {rumour.pk}
    while found:
        merged = Rumour.objects.filter(merged_into__in=found).values_list("pk", flat=True)
        found = set(merged) - ids
        ids |= found
    return ids


def is_empty(rumour: Rumour) -> bool:
    """True when the machine opened it and nothing is in it: no message, no work, no holder."""
    works = (
        rumour.sightings,
        rumour.evidence,
        rumour.drafts,
        rumour.contacts,
        rumour.holding_lines,
        rumour.check_lists,
        rumour.captures,
        rumour.left_aside,
        rumour.merged,
    )
    untouched = rumour.state == RumourState.NEW and rumour.holder_id is None
    return untouched and not any(one.exists() for one in works)


def detach(message: Message) -> None:
    """Put the message back in the inbox; the rumour stays, its clock follows the rest."""
    sighting = Sighting.objects.filter(message=message).select_related("rumour").first()
    message.state = MessageState.INBOX
    message.not_checkable = ""
    message.save(update_fields=["state", "not_checkable"])
    if sighting is not None:
        sighting.delete()
        set_clock(sighting.rumour)


def spread(rumour: Rumour) -> int:
    """0-3 from the number of askers who sighted it and of communes."""
    asked = rumour.sightings.values_list(sent("message"), "place").distinct()
    places = [place for _sent, place in asked]
    return clock.spread(len(places), len({place for place in places if place}))


def set_clock(rumour: Rumour) -> None:
    """Recompute level and deadlines of an open rumour; a published or closed one has none."""
    hold(rumour)
    if rumour.state not in (RumourState.NEW, RumourState.CHECKING):
        rumour.due_at = rumour.holding_due_at = None
        rumour.save(update_fields=["due_at", "holding_due_at"])
        return
    level = _level(rumour)
    times = clock.clock(rumour.opened_at, level)
    rumour.level, rumour.due_at, rumour.holding_due_at = level, times.due, times.holding
    if rumour.holding_lines.exists():
        rumour.holding_due_at = None
    rumour.save(update_fields=["level", "due_at", "holding_due_at"])


def _level(rumour: Rumour) -> Level:
    urgent = rumour.life_safety or (rumour.harm is None and rumour.suggested_urgent)
    harm = SUGGESTED_HARM if rumour.harm is None else rumour.harm
    return clock.level(harm, spread(rumour), life_safety=urgent)
