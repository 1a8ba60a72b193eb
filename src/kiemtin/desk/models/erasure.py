"""Taking back what should never have been public: asked for by one person, done by another."""

from django.db import models

from kiemtin.desk.models.objections import Objection, ObjectionNote
from kiemtin.desk.models.people import Account
from kiemtin.desk.models.published import LogEntry


class Erasure(models.Model):
    """That the text behind `entry` shall go, and why; done once `tombstone` stands in the log.

    Of an entry about an objection, its answer or a note under it, which one: its body goes too.
    The reason becomes public and never repeats what is erased.
    """

    entry = models.OneToOneField(LogEntry, on_delete=models.PROTECT, related_name="erasure")
    objection = models.ForeignKey(
        Objection, null=True, blank=True, on_delete=models.PROTECT, related_name="erasures"
    )
    note = models.ForeignKey(
        ObjectionNote, null=True, blank=True, on_delete=models.PROTECT, related_name="erasures"
    )
    reason = models.CharField(max_length=300)
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    done_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    tombstone = models.OneToOneField(
        LogEntry, null=True, blank=True, on_delete=models.PROTECT, related_name="erases"
    )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="an_erasure_says_why", condition=models.Q(reason__length__gt=0)
            ),
            models.CheckConstraint(
                name="two_people_erase",
                condition=models.Q(done_by__isnull=True, tombstone__isnull=True)
                | (
                    models.Q(done_by__isnull=False, tombstone__isnull=False)
                    & ~models.Q(done_by=models.F("asked_by"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"erasure of {self.entry_id}"
