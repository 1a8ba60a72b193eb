"""What supports or refutes a claim, each with an archived copy; and who was asked."""

from django.db import models

from kiemtin.desk.models.captures import Capture
from kiemtin.desk.models.fields import coded
from kiemtin.desk.models.people import Account
from kiemtin.desk.models.rumours import Rumour
from kiemtin.desk.words import Asking, EvidenceKind, Stance


class Evidence(models.Model):
    """A source with stance, quote, link and archived copy.

    `origin` names the body or person-in-office on whom it finally rests: two pieces with one
    origin are one piece. `self_statement`: an authority speaking about itself; it counts once
    and never as the one primary source. Only evidence with `copy_sha256` counts. `circulates`: its
    copy is the picture that goes round; it goes out only with the verdict stamped across it.
    `capture`: the web page that it is taken from; its WACZ is the copy.
    """

    rumour = models.ForeignKey(Rumour, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=12, choices=EvidenceKind.choices)
    stance = models.CharField(max_length=8, choices=Stance.choices)
    source = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    origin = models.CharField(max_length=120)
    self_statement = models.BooleanField(default=False)
    circulates = models.BooleanField(default=False)
    quote = models.TextField(blank=True)
    url = models.URLField(max_length=1000, blank=True)
    dated = models.DateField(null=True, blank=True)
    copy = models.FileField(upload_to="evidence/%Y/%m", blank=True)
    copy_name = models.CharField(max_length=200, blank=True)
    copy_type = models.CharField(max_length=100, blank=True)
    copy_sha256 = models.CharField(max_length=64, blank=True)
    copied_at = models.DateTimeField(null=True, blank=True)
    capture = models.ForeignKey(
        Capture, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence"
    )
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
            models.CheckConstraint(
                name="what_circulates_is_a_picture",
                condition=models.Q(circulates=False)
                | models.Q(copy_type__startswith="image/", copy_sha256__length=64),
            ),
            coded("evidence_kind_known", "kind", EvidenceKind),
            coded("evidence_stance_known", "stance", Stance),
        ]

    def __str__(self) -> str:
        return f"evidence {self.pk}"


class ContactAttempt(models.Model):
    """Whom the desk asked, when and how, and what came back; bodies and offices by name, a private
    person never.

    `purpose` tells a question from the offer of a reply to whom the claim is about; an offer says
    until when an answer is waited for.
    """

    rumour = models.ForeignKey(Rumour, on_delete=models.PROTECT, related_name="contacts")
    purpose = models.CharField(max_length=8, choices=Asking.choices, default=Asking.CHECK)
    body = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    answer_by = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            coded("contact_purpose_known", "purpose", Asking),
            models.CheckConstraint(
                name="a_private_person_who_was_asked_is_not_named",
                condition=models.Q(purpose="private", body="")
                | (~models.Q(purpose="private") & models.Q(body__length__gt=0)),
            ),
            models.CheckConstraint(
                name="an_offer_of_a_reply_says_until_when_or_what_came",
                condition=models.Q(purpose="check")
                | models.Q(answer_by__isnull=False, answer_by__gt=models.F("asked_at"))
                | models.Q(answered_at__isnull=False, answer__length__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return f"contact attempt {self.pk}"
