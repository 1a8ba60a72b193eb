"""The outbox and the delivery ledger: work that must happen, and who has been told what."""

from django.db import models

from kiemtin.desk.models.fields import coded
from kiemtin.desk.models.messages import Message
from kiemtin.desk.models.published import Version
from kiemtin.desk.words import JobState


class Job(models.Model):
    """One effect that must happen; `key` makes it one however often it is asked for.

    `payload` holds ids only. A worker claims a row with one UPDATE whose row count says who won.
    """

    kind = models.CharField(max_length=32)
    key = models.CharField(max_length=120, unique=True)
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=JobState.choices, default=JobState.QUEUED)
    run_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_by = models.CharField(max_length=64, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["run_at", "id"]
        indexes = [models.Index(fields=["state", "run_at"])]
        constraints = [coded("job_state_known", "state", JobState)]

    def __str__(self) -> str:
        return f"job {self.kind} {self.pk}"


class Delivery(models.Model):
    """One version to one asker; `seen_at` is set when the receipt page was opened after it."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="deliveries")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.CharField(max_length=32)
    automatic = models.BooleanField(default=False)
    delivered_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-delivered_at", "-id"]
        constraints = [
            models.UniqueConstraint(name="delivered_once", fields=["version", "message"])
        ]

    def __str__(self) -> str:
        return f"delivery {self.pk}"
