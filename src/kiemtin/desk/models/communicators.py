"""Named local people who pass bulletins on: how they are reached, and what they did with each."""

from django.db import models

from kiemtin.desk.models.bulletins import ONE_SUBJECT
from kiemtin.desk.models.fields import coded, place_field
from kiemtin.desk.models.people import Account, Desk
from kiemtin.desk.models.published import Version
from kiemtin.desk.models.rumours import HoldingLine
from kiemtin.desk.words_reach import Done, Language, Priority


class Communicator(models.Model):
    """One person for one place, who took up an invitation; `ended_at` when either side ended it.

    `invite` is the keyed hash of the invitation's code until it is taken up.
    """

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="communicators")
    name = models.CharField(max_length=120)
    place = place_field()
    languages = models.JSONField(default=list)
    invited_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    invite = models.CharField(max_length=64, blank=True)
    invite_until = models.DateTimeField()
    joined_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["place", "name"]
        indexes = [models.Index(fields=["place"])]
        constraints = [
            models.UniqueConstraint(
                name="one_invitation_a_code", fields=["invite"], condition=~models.Q(invite="")
            ),
            models.CheckConstraint(
                name="a_communicator_has_a_place", condition=models.Q(place__length__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"communicator {self.pk}"


class Device(models.Model):
    """A phone on which a communicator is at home; `token` is a keyed hash of what it holds."""

    communicator = models.ForeignKey(Communicator, on_delete=models.CASCADE, related_name="devices")
    token = models.CharField(max_length=64, unique=True)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"device {self.pk}"


class Way(models.Model):
    """A channel by which a communicator wants bulletins; the address is sealed.

    `lookup` is a keyed hash of channel and address: whoever writes STOP from it is found.
    """

    communicator = models.ForeignKey(Communicator, on_delete=models.CASCADE, related_name="ways")
    channel = models.CharField(max_length=32)
    lookup = models.CharField(max_length=64, db_index=True)
    sealed = models.BinaryField()
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_address_a_channel", fields=["communicator", "channel"]
            )
        ]

    def __str__(self) -> str:
        return f"way {self.pk} {self.channel}"


class Broadcast(models.Model):
    """The order that communicators of these places pass one version or holding line on.

    `places` are codes as in `place_field`, never empty. `follows` is the broadcast whose text this
    one changes. Urgent needs a spokesperson and waits for no hour.
    """

    version = models.ForeignKey(
        Version, null=True, on_delete=models.PROTECT, related_name="broadcasts"
    )
    holding_line = models.ForeignKey(
        HoldingLine, null=True, on_delete=models.PROTECT, related_name="broadcasts"
    )
    priority = models.CharField(max_length=8, choices=Priority.choices)
    places = models.JSONField()
    ordered_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    ordered_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )

    class Meta:
        ordering = ["-ordered_at", "-id"]
        constraints = [
            models.CheckConstraint(name="a_broadcast_has_one_subject", condition=ONE_SUBJECT),
            models.UniqueConstraint(name="one_broadcast_a_version", fields=["version"]),
            models.UniqueConstraint(name="one_broadcast_a_line", fields=["holding_line"]),
            coded("broadcast_priority_known", "priority", Priority),
        ]

    def __str__(self) -> str:
        return f"broadcast {self.pk}"


class Acknowledgement(models.Model):
    """A communicator said what was done with a bulletin; `item` is the phone's own name for it.

    `happened_at` is the phone's moment set right by the server's clock, `told_at` when it came.
    """

    communicator = models.ForeignKey(
        Communicator, on_delete=models.PROTECT, related_name="acknowledgements"
    )
    broadcast = models.ForeignKey(
        Broadcast, on_delete=models.PROTECT, related_name="acknowledgements"
    )
    done = models.CharField(max_length=12, choices=Done.choices)
    language = models.CharField(max_length=3, choices=Language.choices, blank=True)
    item = models.UUIDField(unique=True)
    happened_at = models.DateTimeField()
    told_at = models.DateTimeField()

    class Meta:
        ordering = ["happened_at", "id"]
        constraints = [
            models.UniqueConstraint(name="done_once", fields=["communicator", "broadcast", "done"]),
            coded("done_known", "done", Done),
        ]

    def __str__(self) -> str:
        return f"acknowledgement {self.pk}"


class Report(models.Model):
    """What came from a phone under its own name for it: entered once however often it is sent.

    A recording waits in `file` until the desk has heard it; `written_at` when a listener wrote it
    down as a message, which nothing here leads to.
    """

    communicator = models.ForeignKey(Communicator, on_delete=models.PROTECT, related_name="reports")
    item = models.UUIDField(unique=True)
    told_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True, blank=True)
    broadcast = models.ForeignKey(
        Broadcast, null=True, on_delete=models.SET_NULL, related_name="recordings"
    )
    language = models.CharField(max_length=3, choices=Language.choices, blank=True)
    file = models.FileField(upload_to="recordings/%Y/%m", blank=True)
    content_type = models.CharField(max_length=40, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    heard_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-told_at", "-id"]

    def __str__(self) -> str:
        return f"report {self.pk}"


class Hours(models.Model):
    """When a place is left in peace, and when its loudspeakers may speak; "" is the whole desk.

    `slots` are [from, until] of the day as HH:MM in Vietnam, at most two (Circular 39/2020).
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="hours")
    place = place_field()
    quiet_from = models.TimeField()
    quiet_until = models.TimeField()
    slots = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_time_table_a_place", fields=["desk", "place"])
        ]

    def __str__(self) -> str:
        return f"hours {self.pk}"
