"""The board: open rumours by their clocks, with how often and where they were seen."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from kiemtin.desk.connectors import connectors
from kiemtin.desk.models import (
    Account,
    Delivery,
    Desk,
    Draft,
    Message,
    Objection,
    ReplyAddress,
    Rumour,
)
from kiemtin.desk.models.messages import sent
from kiemtin.desk.queries import ratings
from kiemtin.desk.queries.objections import CORRECTING, WAITING
from kiemtin.desk.words import MessageState, RumourState

OPEN = (RumourState.NEW, RumourState.CHECKING)
# What the machine opened for a message that a person then led elsewhere.
EMPTY = Q(state=RumourState.NEW, sightings_count=0, holder=None)


def board(desks: Collection[Desk], **filters: object) -> QuerySet[Rumour]:
    """Open rumours of the desks, the one due first on top, with `sightings_count`, `communes`."""
    return (
        Rumour.objects.filter(desk__in=desks, state__in=OPEN, **filters)
        .select_related("desk", "holder")
        .annotate(
            sightings_count=Count(sent("sightings__message"), distinct=True),
            communes=Count("sightings__place", filter=~Q(sightings__place=""), distinct=True),
            in_review=Count(
                "drafts",
                filter=Q(drafts__is_open=True, drafts__submitted_at__isnull=False),
                distinct=True,
            ),
        )
        .exclude(EMPTY)
        .order_by(F("due_at").asc(nulls_last=True), "-id")
    )


@dataclass(frozen=True)
class Waiting:
    """How much waits in each queue of the desks."""

    messages: int
    rumours: int
    reviews: int
    objections: int
    callbacks: int


def waiting(desks: Collection[Desk]) -> Waiting:
    """The counts beside the tabs."""
    return Waiting(
        Message.objects.filter(desk__in=desks, state=MessageState.INBOX).count(),
        board(desks).count(),
        review_queue(desks).count() + ratings.to_review(desks).count(),
        Objection.objects.filter(WAITING | CORRECTING, fact_check__desk__in=desks).count(),
        callbacks(desks).count(),
    )


def review_queue(desks: Collection[Desk]) -> QuerySet[Draft]:
    """Drafts handed to review, the one whose rumour is due first on top."""
    return (
        Draft.objects.filter(rumour__desk__in=desks, is_open=True, submitted_at__isnull=False)
        .select_related("rumour__desk")
        .prefetch_related("authors__account", "approvals__account")
        .order_by(F("rumour__due_at").asc(nulls_last=True), "submitted_at")
    )


def callbacks(desks: Collection[Desk]) -> QuerySet[Message]:
    """Messages with an answer ready and an address on loan: somebody is to be called back. Who
    wrote over a channel that answers by itself is not among them.
    """
    ready = Delivery.objects.filter(seen_at=None, refused_at=None)
    own, of_parts = (
        Exists(ready.filter(**{path: OuterRef("message")}))
        for path in ("message", "message__part_of")
    )
    by_itself = [one.name for one in connectors() if one.sender is not None]
    rows = ReplyAddress.objects.exclude(channel__in=by_itself)
    lent = rows.filter(own | of_parts).values("message")
    return Message.objects.filter(desk__in=desks, pk__in=lent).select_related("desk")


@dataclass(frozen=True)
class Told:
    """One claim of a message, and the newest answer to it that was not refused."""

    message: Message
    delivery: Delivery | None

    @property
    def closed(self) -> bool:
        """True when the desk has said that it gives no answer."""
        return self.message.state in (MessageState.NOT_CHECKABLE, MessageState.SET_ASIDE)


def told(message: Message) -> list[Told]:
    """What can be read out to the one who sent the message, claim by claim."""
    return [
        Told(one, one.deliveries.filter(refused_at=None).select_related("version").first())
        for one in message.claims()
    ]


def colleagues(desk_ids: Collection[int]) -> QuerySet[Account]:
    """Active accounts with a role at one of the desks, by name."""
    return Account.objects.filter(is_active=True, memberships__desk__in=desk_ids).distinct()
