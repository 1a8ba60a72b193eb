"""What the machine read in one file: text, facts, hints, fingerprints; suggestions, no evidence."""

from django.db import models

from kiemtin.desk.models.evidence import Evidence
from kiemtin.desk.models.fields import coded
from kiemtin.desk.models.messages import Picture
from kiemtin.desk.words_evidence import PrintKind, ReadingState


class Reading(models.Model):
    """What was read in a picture that was sent in, or in the archived copy of evidence; it goes
    with either.

    `text` found in a picture that was sent in is redacted like a message. `facts`: [{code, value,
    personal}]; `origin`: the signed statement of origin or {}; `warnings` and `hints`: [{code,
    params}]. Nothing here is public.
    """

    picture = models.OneToOneField(
        Picture, null=True, blank=True, on_delete=models.CASCADE, related_name="reading"
    )
    evidence = models.OneToOneField(
        Evidence, null=True, blank=True, on_delete=models.CASCADE, related_name="reading"
    )
    state = models.CharField(
        max_length=8, choices=ReadingState.choices, default=ReadingState.WAITING
    )
    refusal = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    text = models.TextField(blank=True)
    facts = models.JSONField(default=list, blank=True)
    origin = models.JSONField(default=dict, blank=True)
    warnings = models.JSONField(default=list, blank=True)
    hints = models.JSONField(default=list, blank=True)
    asked_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_reading_is_of_one_file",
                condition=models.Q(picture__isnull=False, evidence__isnull=True)
                | models.Q(picture__isnull=True, evidence__isnull=False),
            ),
            models.CheckConstraint(
                name="a_refused_reading_says_why",
                condition=~models.Q(state="refused") | models.Q(refusal__length__gt=0),
            ),
            coded("reading_state_known", "state", ReadingState),
        ]

    def __str__(self) -> str:
        return f"reading {self.pk}"


class Print(models.Model):
    """One fingerprint of a picture, a frame of a video, a page of a document, a sound; `method`
    names how it was made, `at` is the second in the recording or the number of the page.

    It can show what the picture shows, and goes with its file.
    """

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="prints")
    kind = models.CharField(max_length=8, choices=PrintKind.choices)
    method = models.CharField(max_length=40)
    at = models.FloatField(null=True, blank=True)
    data = models.BinaryField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["kind", "id"])]
        constraints = [coded("print_kind_known", "kind", PrintKind)]

    def __str__(self) -> str:
        return f"print {self.pk}"
