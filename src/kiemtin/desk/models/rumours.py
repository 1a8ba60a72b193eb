"""A rumour: one checkable sentence with its sightings, its clock and its holding lines."""

from django.db import models

from kiemtin.desk.models.fields import coded, place_field
from kiemtin.desk.models.messages import Message
from kiemtin.desk.models.people import Account, Desk
from kiemtin.desk.words import Claimant, Level, NotCheckable, RumourState, Subject


class Rumour(models.Model):
    """A claim together with its sightings; nothing here says who spread it.

    `harm` 0-3 is set by a person; `suggested_urgent` is the machine's hint until then.
    """

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="rumours")
    claim = models.TextField()
    subject = models.CharField(max_length=16, choices=Subject.choices, default=Subject.OTHER)
    claimant = models.CharField(max_length=12, choices=Claimant.choices, default=Claimant.UNKNOWN)
    place = place_field()
    state = models.CharField(max_length=16, choices=RumourState.choices, default=RumourState.NEW)
    checkable = models.BooleanField(null=True)
    not_checkable = models.CharField(max_length=16, choices=NotCheckable.choices, blank=True)
    harm = models.PositiveSmallIntegerField(null=True, blank=True)
    life_safety = models.BooleanField(default=False)
    suggested_urgent = models.BooleanField(default=False)
    level = models.CharField(max_length=8, choices=Level.choices, default=Level.GREEN)
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    holding_due_at = models.DateTimeField(null=True, blank=True)
    holder = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due_at", "-id"]
        indexes = [models.Index(fields=["desk", "state", "due_at"])]
        constraints = [
            models.CheckConstraint(
                name="not_checkable_has_no_priority",
                condition=~models.Q(state="not_checkable")
                | models.Q(
                    checkable=False,
                    harm__isnull=True,
                    life_safety=False,
                    due_at__isnull=True,
                    holding_due_at__isnull=True,
                ),
            ),
            models.CheckConstraint(
                name="not_checkable_is_left",
                condition=models.Q(checkable__isnull=True)
                | models.Q(checkable=True)
                | models.Q(state="not_checkable"),
            ),
            models.CheckConstraint(
                name="harm_0_to_3", condition=models.Q(harm__isnull=True) | models.Q(harm__lte=3)
            ),
            models.CheckConstraint(
                name="merged_names_its_target",
                condition=models.Q(state="merged", merged_into__isnull=False)
                | (~models.Q(state="merged") & models.Q(merged_into__isnull=True)),
            ),
            coded("rumour_state_known", "state", RumourState),
            coded("rumour_claimant_known", "claimant", Claimant),
        ]

    def __str__(self) -> str:
        return f"rumour {self.pk}"


class Sighting(models.Model):
    """One message that repeats a rumour; a message belongs to one rumour at a time."""

    rumour = models.ForeignKey(Rumour, on_delete=models.PROTECT, related_name="sightings")
    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="sighting")
    place = place_field()
    seen_on = models.DateField()

    def __str__(self) -> str:
        return f"sighting of rumour {self.rumour_id}"


class Identifier(models.Model):
    """A number or address that is the claim's own subject, kept because an editor said so."""

    rumour = models.ForeignKey(Rumour, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=20)
    value = models.CharField(max_length=200)
    reason = models.CharField(max_length=200)
    marked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    marked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="identifier_once_a_rumour", fields=["rumour", "value"]),
            models.CheckConstraint(
                name="identifier_has_a_reason", condition=models.Q(reason__length__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"identifier {self.pk}"


class HoldingLine(models.Model):
    """What is said while checking: the safe action, what is being checked, the next update; it
    expires.
    """

    rumour = models.ForeignKey(Rumour, on_delete=models.PROTECT, related_name="holding_lines")
    safe_action = models.TextField()
    checking = models.TextField()
    place = place_field()
    published_at = models.DateTimeField()
    next_update_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    published_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    log_entry = models.OneToOneField(
        "desk.LogEntry", on_delete=models.PROTECT, related_name="holding_line"
    )

    class Meta:
        ordering = ["-published_at"]
        constraints = [
            models.CheckConstraint(
                name="holding_line_expires_after_update",
                condition=models.Q(expires_at__gte=models.F("next_update_at"))
                & models.Q(next_update_at__gt=models.F("published_at")),
            ),
            models.CheckConstraint(
                name="holding_line_says_what_to_do",
                condition=models.Q(safe_action__length__gt=0, checking__length__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return f"holding line {self.pk}"
