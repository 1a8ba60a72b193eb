"""A fact-check in its forms and languages: files made once, translations with their back-check."""

from django.db import models

from kiemtin.desk.models.fields import coded
from kiemtin.desk.models.people import Account
from kiemtin.desk.models.published import FactCheck, Version
from kiemtin.desk.models.rumours import HoldingLine
from kiemtin.desk.words_reach import FormKind, Language, Script

ONE_SUBJECT = models.Q(version__isnull=False, holding_line__isnull=True) | models.Q(
    version__isnull=True, holding_line__isnull=False
)
"""A bulletin says one version or one holding line."""


class FormFile(models.Model):
    """One form of one version or holding line as a file; made again from the text when lost."""

    version = models.ForeignKey(
        Version, null=True, on_delete=models.PROTECT, related_name="form_files"
    )
    holding_line = models.ForeignKey(
        HoldingLine, null=True, on_delete=models.PROTECT, related_name="form_files"
    )
    kind = models.CharField(max_length=16, choices=FormKind.choices)
    file = models.FileField(upload_to="forms/%Y/%m")
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_form_has_one_subject", condition=ONE_SUBJECT),
            models.UniqueConstraint(name="a_form_once_a_version", fields=["version", "kind"]),
            models.UniqueConstraint(name="a_form_once_a_line", fields=["holding_line", "kind"]),
            coded("form_kind_known", "kind", FormKind),
        ]

    def __str__(self) -> str:
        return f"form {self.kind} {self.pk}"


class Translation(models.Model):
    """A fact-check in another language: written, recorded or both, said back by a second speaker.

    `source_hash` names the Vietnamese words that it follows: when they change, it is stale and
    goes out no more. `ended_at` when another took its place or it was taken back.
    """

    fact_check = models.ForeignKey(FactCheck, on_delete=models.PROTECT, related_name="translations")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="translations")
    source_hash = models.CharField(max_length=64)
    language = models.CharField(max_length=3, choices=Language.choices)
    script = models.CharField(max_length=12, choices=Script.choices)
    fact = models.TextField(blank=True)
    said = models.TextField(blank=True)
    todo = models.TextField(blank=True)
    recording = models.FileField(upload_to="recordings/%Y/%m", blank=True)
    recording_type = models.CharField(max_length=40, blank=True)
    recording_sha256 = models.CharField(max_length=64, blank=True)
    recording_seconds = models.FloatField(null=True, blank=True)
    translator = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    back_text = models.TextField(blank=True)
    back_checker = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    back_checked_at = models.DateTimeField(null=True, blank=True)
    returned_reason = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["language", "-made_at"]
        constraints = [
            models.UniqueConstraint(
                name="one_translation_a_language",
                fields=["fact_check", "language"],
                condition=models.Q(ended_at__isnull=True),
            ),
            models.CheckConstraint(
                name="another_speaker_says_it_back",
                condition=models.Q(back_checker__isnull=True, back_checked_at__isnull=True)
                | models.Q(back_checked_at__isnull=False, back_text__length__gt=0)
                & ~models.Q(back_checker=models.F("translator")),
            ),
            models.CheckConstraint(
                name="a_translation_says_something",
                condition=models.Q(fact__length__gt=0, todo__length__gt=0)
                | ~models.Q(recording=""),
            ),
            models.CheckConstraint(
                name="a_recording_needs_no_script",
                condition=models.Q(script="Zxxx", fact="") | ~models.Q(script="Zxxx"),
            ),
            coded("translation_language_known", "language", Language),
            coded("translation_script_known", "script", Script),
        ]

    def __str__(self) -> str:
        return f"translation {self.pk} {self.language}"
