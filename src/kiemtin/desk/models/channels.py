"""What passes through channels: raw items until they are read, sendings until they are done, what
each channel must remember.
"""

from django.db import models

from kiemtin.desk.models.bulletins import ONE_SUBJECT
from kiemtin.desk.models.communicators import Broadcast, Communicator
from kiemtin.desk.models.fields import coded, place_field
from kiemtin.desk.models.messages import Message
from kiemtin.desk.models.published import FactCheck, Version
from kiemtin.desk.models.rumours import HoldingLine
from kiemtin.desk.words import Subject
from kiemtin.desk.words_reach import Language, SendingKind, SendingState


class Incoming(models.Model):
    """One event of a channel, stored before it is worked on, and once however often it comes.

    `item` is a keyed hash of the channel's name for it; `sealed` the event, encrypted, gone once it
    has been worked on; `with_pictures` when pictures of it are to be had.
    """

    channel = models.CharField(max_length=32)
    item = models.CharField(max_length=64)
    sealed = models.BinaryField(null=True)
    with_pictures = models.BooleanField(default=False)
    came_at = models.DateTimeField()
    run_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = [models.Index(fields=["done_at", "run_at"])]
        constraints = [
            models.UniqueConstraint(name="an_event_once_a_channel", fields=["channel", "item"]),
            models.CheckConstraint(
                name="an_event_is_sealed_until_done",
                condition=models.Q(done_at__isnull=True, sealed__isnull=False)
                | models.Q(done_at__isnull=False, sealed__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"incoming {self.pk}"


class Subscription(models.Model):
    """A person asked for bulletins of a place and subject, or of changes to one fact-check.

    The address is sealed; `lookup` is a keyed hash of channel and address. What nobody confirmed is
    erased after two days, who leaves at once, row and all.
    """

    channel = models.CharField(max_length=32)
    lookup = models.CharField(max_length=64, db_index=True)
    sealed = models.BinaryField()
    place = place_field()
    subject = models.CharField(max_length=16, choices=Subject.choices, blank=True)
    fact_check = models.ForeignKey(
        FactCheck, null=True, blank=True, on_delete=models.CASCADE, related_name="subscriptions"
    )
    language = models.CharField(max_length=3, choices=Language.choices, default=Language.VIETNAMESE)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_subscription_a_wish",
                fields=["lookup", "place", "subject"],
                condition=models.Q(fact_check__isnull=True),
            ),
            models.UniqueConstraint(
                name="one_subscription_a_fact_check",
                fields=["lookup", "fact_check"],
                condition=models.Q(fact_check__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"subscription {self.pk}"


class Sending(models.Model):
    """One bulletin or reply on its way over a channel to one person; `key` makes it one.

    Where it goes stands with its recipient; `sealed` holds an address and a receipt code for a
    reply, and is gone with it. `text` is the code of a reply's wording, never a text.
    """

    kind = models.CharField(max_length=12, choices=SendingKind.choices)
    channel = models.CharField(max_length=32)
    key = models.CharField(max_length=120, unique=True)
    version = models.ForeignKey(
        Version, null=True, on_delete=models.PROTECT, related_name="sendings"
    )
    holding_line = models.ForeignKey(
        HoldingLine, null=True, on_delete=models.PROTECT, related_name="sendings"
    )
    broadcast = models.ForeignKey(
        Broadcast, null=True, on_delete=models.PROTECT, related_name="sendings"
    )
    communicator = models.ForeignKey(
        Communicator, null=True, on_delete=models.PROTECT, related_name="sendings"
    )
    subscription = models.ForeignKey(
        Subscription, null=True, on_delete=models.SET_NULL, related_name="sendings"
    )
    message = models.ForeignKey(
        Message, null=True, on_delete=models.SET_NULL, related_name="sendings"
    )
    text = models.CharField(max_length=32, blank=True)
    params = models.JSONField(default=dict)
    sealed = models.BinaryField(null=True)
    state = models.CharField(
        max_length=12, choices=SendingState.choices, default=SendingState.QUEUED
    )
    run_at = models.DateTimeField()
    urgent = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_by = models.CharField(max_length=64, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    peer_id = models.CharField(max_length=200, blank=True)
    error = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["run_at", "id"]
        indexes = [
            models.Index(fields=["channel", "state", "run_at"]),
            models.Index(fields=["channel", "peer_id"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_sending_has_one_subject_or_is_a_reply",
                condition=models.Q(kind="reply", version=None, holding_line=None)
                | (~models.Q(kind="reply") & ONE_SUBJECT),
            ),
            models.CheckConstraint(
                name="an_address_goes_with_the_reply",
                condition=models.Q(sealed__isnull=True)
                | models.Q(kind="reply", state__in=["queued", "sending"]),
            ),
            coded("sending_kind_known", "kind", SendingKind),
            coded("sending_state_known", "state", SendingState),
        ]

    def __str__(self) -> str:
        return f"sending {self.pk} {self.channel}"


class ChannelState(models.Model):
    """What a channel must remember between two calls: its tokens, sealed, and where it stopped
    reading.

    `turn` rises each time the tokens change; a refresh in progress is held by `refreshing_at`.
    """

    channel = models.CharField(max_length=32, unique=True)
    sealed = models.BinaryField(null=True)
    turn = models.PositiveIntegerField(default=0)
    refreshing_at = models.DateTimeField(null=True, blank=True)
    refreshed_at = models.DateTimeField(null=True, blank=True)
    cursor = models.JSONField(default=dict)
    failed_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"state of {self.channel}"
