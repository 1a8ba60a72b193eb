"""A reader's challenge to a fact-check: no account, a receipt, an answer in public."""

from django.db import models

from kiemtin.desk.models.people import Account
from kiemtin.desk.models.published import FactCheck, Version
from kiemtin.desk.words import ObjectionOutcome


class Objection(models.Model):
    """What a reader says against a fact-check or new evidence; answered in public by `due_on`."""

    fact_check = models.ForeignKey(FactCheck, on_delete=models.PROTECT, related_name="objections")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="objections")
    external_id = models.CharField(max_length=64, unique=True)
    receipt = models.CharField(max_length=64, unique=True)
    text = models.TextField()
    link = models.URLField(max_length=1000, blank=True)
    received_at = models.DateTimeField()
    due_on = models.DateField()
    outcome = models.CharField(max_length=12, choices=ObjectionOutcome.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="an_answered_objection_says_why",
                condition=models.Q(outcome="", answered_at__isnull=True)
                | models.Q(answered_at__isnull=False, answer__length__gt=0),
            )
        ]

    def __str__(self) -> str:
        return f"objection {self.pk}"
