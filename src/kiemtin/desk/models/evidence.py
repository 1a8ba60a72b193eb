"""What supports or refutes a claim, each with an archived copy; and who was asked."""

from django.db import models

from kiemtin.desk.models.fields import coded
from kiemtin.desk.models.people import Account
from kiemtin.desk.models.rumours import Rumour
from kiemtin.desk.words import EvidenceKind, Stance


class Evidence(models.Model):
    """A source with stance, quote, link and archived copy.

    `origin` names the body or person-in-office on whom it finally rests: two pieces with one
    origin are one piece. `self_statement`: an authority speaking about itself; it counts once
    and never as the one primary source. Only evidence with `copy_sha256` counts.
    """

    rumour = models.ForeignKey(Rumour, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=12, choices=EvidenceKind.choices)
    stance = models.CharField(max_length=8, choices=Stance.choices)
    source = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    origin = models.CharField(max_length=120)
    self_statement = models.BooleanField(default=False)
    quote = models.TextField(blank=True)
    url = models.URLField(max_length=1000, blank=True)
    dated = models.DateField(null=True, blank=True)
    copy = models.FileField(upload_to="evidence/%Y/%m", blank=True)
    copy_name = models.CharField(max_length=200, blank=True)
    copy_type = models.CharField(max_length=64, blank=True)
    copy_sha256 = models.CharField(max_length=64, blank=True)
    copied_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="evidence_names_source_and_origin",
                condition=models.Q(source__length__gt=0, origin__length__gt=0),
            ),
            models.CheckConstraint(
                name="evidence_copy_is_hashed",
                condition=models.Q(copy_sha256="") | models.Q(copy_sha256__length=64),
            ),
            coded("evidence_kind_known", "kind", EvidenceKind),
            coded("evidence_stance_known", "stance", Stance),
        ]

    def __str__(self) -> str:
        return f"evidence {self.pk}"


class ContactAttempt(models.Model):
    """Whom the desk asked, when and how, and what came back; bodies and offices, not private
    persons.
    """

    rumour = models.ForeignKey(Rumour, on_delete=models.PROTECT, related_name="contacts")
    body = models.CharField(max_length=200)
    how = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return f"contact attempt {self.pk}"
