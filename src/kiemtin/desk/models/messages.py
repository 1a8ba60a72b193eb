"""What people send in: redacted text, a place no finer than the commune, no trace of who sent
it.
"""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Coalesce

from kiemtin.desk.models.fields import coded, place_field
from kiemtin.desk.models.people import Account, Desk
from kiemtin.desk.words import HeardVia, MessageState, NotCheckable


class Message(models.Model):
    """One incoming item, stored once per channel and external id.

    `receipt` is a keyed hash of the receipt code, which only the asker has; `external_id` one of
    the channel's name for the item, which may be somebody's number.

    A message with several claims is divided: each claim is a part of it, a message of its own with
    the same day, place and channel. `part_start` and `part_end` are characters of the whole text.
    The whole has the asker's receipt, reply address and pictures; its parts have what is decided.
    """

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="messages")
    channel = models.CharField(max_length=32)
    external_id = models.CharField(max_length=200)
    receipt = models.CharField(max_length=64, unique=True, null=True, blank=True)
    text = models.TextField()
    language = models.CharField(max_length=8, default="vi")
    place = place_field()
    heard_via = models.CharField(max_length=20, choices=HeardVia.choices, default=HeardVia.OTHER)
    heard_on = models.DateField(null=True, blank=True)
    received_at = models.DateTimeField()
    wants_answer = models.BooleanField(default=True)
    removed_kinds = models.JSONField(default=list)
    state = models.CharField(
        max_length=16, choices=MessageState.choices, default=MessageState.INBOX
    )
    not_checkable = models.CharField(max_length=16, choices=NotCheckable.choices, blank=True)
    entered_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    part_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="parts"
    )
    part_start = models.PositiveIntegerField(null=True, blank=True)
    part_end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["-received_at", "-id"]
        indexes = [models.Index(fields=["desk", "state", "received_at"])]
        constraints = [
            models.UniqueConstraint(
                name="a_message_is_stored_once", fields=["channel", "external_id"]
            ),
            models.CheckConstraint(
                name="message_text_not_empty", condition=models.Q(text__length__gt=0)
            ),
            models.CheckConstraint(
                name="message_place_no_finer_than_commune",
                condition=models.Q(place__length__lte=5),
            ),
            coded("message_state_known", "state", MessageState),
            models.CheckConstraint(
                name="a_part_says_where_it_stands",
                condition=models.Q(
                    part_of__isnull=True, part_start__isnull=True, part_end__isnull=True
                )
                | models.Q(
                    part_of__isnull=False,
                    part_start__isnull=False,
                    part_end__isnull=False,
                    part_start__lt=models.F("part_end"),
                ),
            ),
            models.CheckConstraint(
                name="only_the_whole_has_a_receipt",
                condition=models.Q(part_of__isnull=True, receipt__isnull=False)
                | models.Q(part_of__isnull=False, receipt__isnull=True),
            ),
            models.CheckConstraint(
                name="a_part_is_never_divided",
                condition=models.Q(part_of__isnull=True) | ~models.Q(state="divided"),
            ),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"

    @property
    def whole(self) -> Message:
        """What was sent: the message itself, or the one that this is a part of."""
        return self.part_of or self

    def claims(self) -> models.QuerySet[Message]:
        """What is decided one by one: the parts in the order of the text, or the message itself."""
        own = models.Q(pk=self.pk) & ~models.Q(state=MessageState.DIVIDED)
        rows = Message.objects.filter(own | models.Q(part_of=self.pk))
        return rows.order_by("part_start")


def sent(message: str) -> Coalesce:
    """Query expression: the id of what was sent, for the path to a message. Several claims of one
    message are one asker wherever askers are counted.
    """
    return Coalesce(f"{message}__part_of", message)


class Picture(models.Model):
    """A picture sent with a message, re-encoded without metadata; never served in public."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="pictures")
    file = models.FileField(upload_to="pictures/%Y/%m")
    content_type = models.CharField(max_length=32)
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"picture {self.pk}"


class ReplyAddress(models.Model):
    """A way to answer, on loan: encrypted, used only to answer, erased then or after 30 days."""

    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="reply_address")
    channel = models.CharField(max_length=32)
    sealed = models.BinaryField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"reply address of message {self.message_id}"
