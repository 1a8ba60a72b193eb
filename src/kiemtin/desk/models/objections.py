"""What anyone says against a fact-check or adds to it: without account, answered in public."""

from django.db import models

from kiemtin.desk.models.fields import coded
from kiemtin.desk.models.people import Account
from kiemtin.desk.models.published import FactCheck, Version
from kiemtin.desk.words import HeldBack, ObjectionKind, ObjectionOutcome

Q = models.Q


class Objection(models.Model):
    """A challenge, new evidence or the reply of whom it concerns; answered in public by `due_on`.

    `outcome` and `answer` are what the desk said first and never change; `standing` is what it
    says now, after the notes. One that is accepted waits until `amend_by` for the version that
    corrects the error (`corrected_in`). `held_back`: its words are not shown, for this reason.
    """

    fact_check = models.ForeignKey(FactCheck, on_delete=models.PROTECT, related_name="objections")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="objections")
    external_id = models.CharField(max_length=64, unique=True)
    receipt = models.CharField(max_length=64, unique=True)
    kind = models.CharField(
        max_length=12, choices=ObjectionKind.choices, default=ObjectionKind.WRONG
    )
    text = models.TextField()
    link = models.URLField(max_length=1000, blank=True)
    copy = models.FileField(upload_to="objections/%Y/%m", blank=True)
    copy_type = models.CharField(max_length=64, blank=True)
    copy_sha256 = models.CharField(max_length=64, blank=True)
    received_at = models.DateTimeField()
    due_on = models.DateField()
    outcome = models.CharField(max_length=12, choices=ObjectionOutcome.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    standing = models.CharField(max_length=12, choices=ObjectionOutcome.choices, blank=True)
    amend_by = models.DateField(null=True, blank=True)
    corrected_in = models.ForeignKey(
        Version, null=True, blank=True, on_delete=models.PROTECT, related_name="corrects"
    )
    held_back = models.CharField(max_length=12, choices=HeldBack.choices, blank=True)
    held_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    held_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="an_answered_objection_says_why",
                condition=Q(outcome="", answered_at__isnull=True)
                | Q(answered_at__isnull=False, answer__length__gt=0),
            ),
            models.CheckConstraint(
                name="an_objection_stands_as_answered",
                condition=Q(outcome="", standing="", corrected_in__isnull=True)
                | Q(outcome__in=["accepted", "refused"], standing="refused")
                | Q(
                    outcome__in=["accepted", "refused"], standing="accepted", amend_by__isnull=False
                ),
            ),
            models.CheckConstraint(
                name="what_is_held_back_says_who_and_when",
                condition=Q(held_back="")
                | Q(held_back__in=HeldBack.values, held_by__isnull=False, held_at__isnull=False),
            ),
            models.CheckConstraint(
                name="objection_copy_is_hashed",
                condition=Q(copy="", copy_sha256="") | (~Q(copy="") & Q(copy_sha256__length=64)),
            ),
            coded("objection_kind_known", "kind", ObjectionKind),
        ]

    def __str__(self) -> str:
        return f"objection {self.pk}"


class ObjectionNote(models.Model):
    """What the desk adds in public to an answer of its own; the answer itself is never overwritten.

    `outcome`, when it is not "", is what the desk says from then on.
    """

    objection = models.ForeignKey(Objection, on_delete=models.PROTECT, related_name="notes")
    text = models.TextField()
    outcome = models.CharField(max_length=12, choices=ObjectionOutcome.choices, blank=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="a_note_says_something", condition=Q(text__length__gt=0)),
            models.CheckConstraint(
                name="objection_note_outcome_known",
                condition=Q(outcome__in=["", *ObjectionOutcome.values]),
            ),
        ]

    def __str__(self) -> str:
        return f"note {self.pk} on objection {self.objection_id}"
