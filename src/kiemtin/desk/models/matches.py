"""What was decided of a message against known claims, by machine or person; superseded, never
overwritten.
"""

from django.db import models

from kiemtin.desk.models.fields import coded
from kiemtin.desk.models.messages import Message
from kiemtin.desk.models.people import Account
from kiemtin.desk.models.rumours import Rumour
from kiemtin.desk.words import Decision


class MatchRecord(models.Model):
    """One judgement: this message and that rumour, with probability and reasons.

    `candidates` is a list of {id, score, probability, reasons: [{code, params}]} best first.
    `by` is empty for the machine; `superseded_at` marks judgements that a later one replaced.
    """

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="matches")
    rumour = models.ForeignKey(
        Rumour, null=True, blank=True, on_delete=models.PROTECT, related_name="matches"
    )
    decision = models.CharField(max_length=8, choices=Decision.choices)
    probability = models.FloatField()
    reasons = models.JSONField(default=list)
    candidates = models.JSONField(default=list)
    by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    by_asker = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                name="one_match_in_force",
                fields=["message"],
                condition=models.Q(superseded_at__isnull=True),
            ),
            models.CheckConstraint(
                name="probability_0_to_1",
                condition=models.Q(probability__gte=0, probability__lte=1),
            ),
            coded("match_decision_known", "decision", Decision),
        ]

    def __str__(self) -> str:
        return f"match {self.pk}"


class IndexedClaim(models.Model):
    """A claim as the index knows it: derived, rebuildable, followed by its sequence number.

    `vector` is float16 little-endian, L2-normalised, and empty where there was no encoder;
    `encoder` names what made it.
    """

    rumour = models.OneToOneField(Rumour, on_delete=models.CASCADE, related_name="indexed")
    sequence = models.PositiveBigIntegerField(unique=True)
    encoder = models.CharField(max_length=64)
    text_sha256 = models.CharField(max_length=64)
    vector = models.BinaryField()
    removed = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"indexed claim {self.sequence}"
