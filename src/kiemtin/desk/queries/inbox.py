"""The inbox: messages that wait for a person, newest first, with their candidates."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from kiemtin.desk.models import Desk, MatchRecord, Message, Rumour
from kiemtin.desk.reasons import in_words
from kiemtin.desk.words import MessageState


@dataclass(frozen=True)
class Suggestion:
    """A known rumour beside a message: how likely it is the same, and why, in words."""

    rumour: Rumour
    probability: float
    reasons: tuple[str, ...]

    @property
    def percent(self) -> int:
        """The probability in whole percent."""
        return round(self.probability * 100)


def inbox(desks: Collection[Desk], state: str = MessageState.INBOX) -> QuerySet[Message]:
    """Messages of the desks in one state, newest first, with the judgement in force."""
    in_force = MatchRecord.objects.filter(superseded_at=None).select_related("rumour", "by")
    return (
        Message.objects.filter(desk__in=desks, state=state)
        .select_related("desk")
        .prefetch_related(Prefetch("matches", queryset=in_force, to_attr="in_force"), "pictures")
    )


def suggestions(message: Message) -> list[Suggestion]:
    """The candidates of the judgement in force, best first, that can still be chosen."""
    record = MatchRecord.objects.filter(message=message, superseded_at=None).first()
    listed = record.candidates if record else []
    known = (
        Rumour.objects.select_related("fact_check__current")
        .exclude(state__in=["merged", "not_checkable"])
        .in_bulk([one["id"] for one in listed])
    )
    return [
        Suggestion(known[one["id"]], one["probability"], in_words(one["reasons"]))
        for one in listed
        if one["id"] in known
    ]


def reasons_of(message: Message) -> tuple[str, ...]:
    """Why the judgement in force came out as it did, in words."""
    record = MatchRecord.objects.filter(message=message, superseded_at=None).first()
    return in_words(record.reasons) if record else ()
