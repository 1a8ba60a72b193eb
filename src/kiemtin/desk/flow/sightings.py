"""Sightings: which messages repeat which rumour; spread and clock follow from them alone."""

from django.utils import timezone

from kiemtin.desk import clock
from kiemtin.desk.models import Message, Rumour, Sighting
from kiemtin.desk.urgency import looks_urgent
from kiemtin.desk.words import Level, MessageState, RumourState

SUGGESTED_HARM = 1


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


def attach(message: Message, rumour: Rumour) -> None:
    """Count the message as a sighting of the rumour, and set the clock anew."""
    Sighting.objects.update_or_create(
        message=message,
        defaults={
            "rumour": rumour,
            "place": message.place,
            "seen_on": message.heard_on or timezone.localdate(message.received_at),
        },
    )
    message.state = MessageState.ATTACHED
    message.save(update_fields=["state"])
    set_clock(rumour)


def detach(message: Message) -> None:
    """Put the message back in the inbox; a rumour left with nothing in it is dropped."""
    sighting = Sighting.objects.filter(message=message).select_related("rumour").first()
    message.state = MessageState.INBOX
    message.not_checkable = ""
    message.save(update_fields=["state", "not_checkable"])
    if sighting is not None:
        sighting.delete()
        set_clock(sighting.rumour)


def spread(rumour: Rumour) -> int:
    """0-3 from the number of sightings and of communes."""
    places = list(rumour.sightings.values_list("place", flat=True))
    return clock.spread(len(places), len({place for place in places if place}))


def set_clock(rumour: Rumour) -> None:
    """Recompute level and deadlines of an open rumour; a published or closed one has none."""
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
