"""The desk's own book: who of the desk did what and when; append-only, each entry under the hash of
the one before it.
"""

from typing import Any

from django.db import models

from kiemtin.desk.models.people import Account, Desk


class AuditEntry(models.Model):
    """One act of a person of the desk (`actor` empty: of the machine), on one record.

    `act` is a code of kiemtin.desk.acts; `details` holds numbers and codes only, never a word of a
    message, and nothing of who sent one. `hash` is kiemtin.record.chain.link_hash of `previous`
    and body().
    """

    number = models.PositiveBigIntegerField(unique=True)
    made_at = models.DateTimeField()
    actor = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    desk = models.ForeignKey(
        Desk, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    act = models.CharField(max_length=40)
    kind = models.CharField(max_length=32)
    object = models.PositiveBigIntegerField(null=True, blank=True)
    details = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["-number"]
        indexes = [
            models.Index(name="audit_of_a_desk", fields=["desk", "-number"]),
            models.Index(name="audit_of_a_record", fields=["kind", "object"]),
        ]

    def __str__(self) -> str:
        return f"audit entry {self.number}"

    def body(self) -> dict[str, Any]:
        """What the hash covers besides the hash before: all but the row's own id."""
        return {
            "number": self.number,
            "made_at": self.made_at,
            "actor": self.actor_id,
            "desk": self.desk_id,
            "act": self.act,
            "kind": self.kind,
            "object": self.object,
            "details": self.details,
        }
