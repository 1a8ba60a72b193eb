"""The keys with which the desk signs its log and its bulletins, one after the other; only their
public halves are here.
"""

from django.db import models

from kiemtin.desk.models.published import LogEntry
from kiemtin.desk.words import KeyEnd


class LogKey(models.Model):
    """A public key (`public`: NAME+ID+BASE64) in force from its entry in the log until `ended_at`.

    `ended_why` says whether what it signed before still counts: a rotated key signed as the desk
    until it ended, a lost or revoked one may have been in other hands.
    """

    public = models.CharField(max_length=400, unique=True)
    entry = models.OneToOneField(LogEntry, on_delete=models.PROTECT, related_name="began_key")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.CharField(max_length=8, blank=True, choices=KeyEnd.choices)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                name="one_log_key_in_force",
                fields=["ended_why"],
                condition=models.Q(ended_at__isnull=True),
            ),
            models.CheckConstraint(
                name="an_ended_key_says_why",
                condition=models.Q(ended_at__isnull=True, ended_why="")
                | models.Q(ended_at__isnull=False, ended_why__in=KeyEnd.values),
            ),
        ]

    def __str__(self) -> str:
        return self.public
