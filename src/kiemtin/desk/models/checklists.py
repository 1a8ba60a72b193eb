"""By which list of steps a rumour is checked, what each step brought; kept with the evidence."""

from django.db import models

from kiemtin.desk.models.fields import coded
from kiemtin.desk.models.people import Account
from kiemtin.desk.models.rumours import Rumour
from kiemtin.desk.words_evidence import CheckKind, StepState


class CheckList(models.Model):
    """A list of steps that a checker took up for a rumour; the steps themselves stand in code."""

    rumour = models.ForeignKey(Rumour, on_delete=models.PROTECT, related_name="check_lists")
    kind = models.CharField(max_length=8, choices=CheckKind.choices)
    opened_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(name="a_list_once_a_rumour", fields=["rumour", "kind"]),
            coded("check_kind_known", "kind", CheckKind),
        ]

    def __str__(self) -> str:
        return f"check list {self.pk}"


class CheckStep(models.Model):
    """What one step brought, and who says so; the latest word stands, the desk's book has all."""

    check_list = models.ForeignKey(CheckList, on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(max_length=40)
    state = models.CharField(max_length=12, choices=StepState.choices)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(name="a_step_once_a_list", fields=["check_list", "step"]),
            coded("step_state_known", "state", StepState),
        ]

    def __str__(self) -> str:
        return f"step {self.step} of list {self.check_list_id}"
