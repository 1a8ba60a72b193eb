"""What people of the desk decided of a wording and of two rumours, so that the next one who says
the same is not judged by the machine anew.
"""

from django.db import models

from kiemtin.desk.models.fields import coded
from kiemtin.desk.models.matches import MatchRecord
from kiemtin.desk.models.people import Account
from kiemtin.desk.models.rumours import Rumour
from kiemtin.desk.words import RumourState


class Merge(models.Model):
    """One rumour joined to another by a person, with what is needed to take it apart again.

    `moved` are the ids of the messages that went over, `closed` those of the drafts that ended,
    `state` is what the rumour was before. `undone_at` says that it was taken apart.
    """

    rumour = models.ForeignKey(Rumour, on_delete=models.CASCADE, related_name="merges")
    into = models.ForeignKey(Rumour, on_delete=models.CASCADE, related_name="merges_into")
    state = models.CharField(max_length=16, choices=RumourState.choices)
    moved = models.JSONField(default=list)
    closed = models.JSONField(default=list)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                name="merged_once_at_a_time",
                fields=["rumour"],
                condition=models.Q(undone_at__isnull=True),
            ),
            coded("merge_state_known", "state", RumourState),
        ]

    def __str__(self) -> str:
        return f"merge {self.pk}"


class Remembered(models.Model):
    """A wording belongs to a rumour, or does not: no text, only its keyed fingerprint.

    Of one wording the latest row that was not undone counts. `by` is empty when an asker said that
    the answer was about something else: that is no decision of the desk. `match` or `merge` is the
    decision that it stands for. It goes when its rumour goes.
    """

    wording = models.CharField(max_length=64, db_index=True)
    rumour = models.ForeignKey(Rumour, on_delete=models.CASCADE, related_name="remembered")
    together = models.BooleanField()
    by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    match = models.ForeignKey(
        MatchRecord, null=True, blank=True, on_delete=models.SET_NULL, related_name="remembered"
    )
    merge = models.ForeignKey(
        Merge, null=True, blank=True, on_delete=models.CASCADE, related_name="remembered"
    )
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="only_the_desk_says_together",
                condition=models.Q(together=False) | models.Q(by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"remembered {self.pk}"
