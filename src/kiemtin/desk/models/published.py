"""What stands in public: fact-checks in immutable versions, each with its entry in the log."""

from typing import Any

from django.db import models

from kiemtin.desk.models.content import Content
from kiemtin.desk.models.drafts import Draft
from kiemtin.desk.models.fields import coded
from kiemtin.desk.models.people import Account, Desk
from kiemtin.desk.models.rumours import Rumour
from kiemtin.desk.words import VersionKind


class LogEntry(models.Model):
    """One public act of the desk: number from 0 without gaps, salted commitment, body; append-
    only. Salt and body are gone once the act's text was erased.
    """

    number = models.PositiveBigIntegerField(unique=True)
    kind = models.CharField(max_length=32)
    made_at = models.DateTimeField()
    salt = models.BinaryField(max_length=32, null=True)
    body = models.JSONField(null=True)
    commitment = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"log entry {self.number}"

    def said(self) -> dict[str, Any]:
        """What the entry commits to; empty once that was erased."""
        return self.body or {}


class FactCheck(models.Model):
    """What the desk publishes about one rumour; its versions say it, `current` points at the
    newest.
    """

    rumour = models.OneToOneField(Rumour, on_delete=models.PROTECT, related_name="fact_check")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="fact_checks")
    slug = models.SlugField(max_length=120, unique=True)
    current = models.ForeignKey(
        "desk.Version", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    first_published_at = models.DateTimeField()

    class Meta:
        ordering = ["-first_published_at"]

    def __str__(self) -> str:
        return self.slug


class Version(Content):
    """One published text, never changed: content, evidence and contacts as they stood, author, both
    signatures.
    """

    fact_check = models.ForeignKey(FactCheck, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=VersionKind.choices)
    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="version")
    content_hash = models.CharField(max_length=64)
    evidence = models.JSONField()
    contacts = models.JSONField(default=list)
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    reviewer = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    spokesperson = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()
    log_entry = models.OneToOneField(LogEntry, on_delete=models.PROTECT, related_name="version")

    class Meta:
        ordering = ["fact_check_id", "number"]
        constraints = [
            models.UniqueConstraint(name="version_numbers_once", fields=["fact_check", "number"]),
            models.CheckConstraint(
                name="author_is_not_reviewer",
                condition=~models.Q(author=models.F("reviewer")),
            ),
            models.CheckConstraint(
                name="author_is_not_spokesperson",
                condition=~models.Q(author=models.F("spokesperson")),
            ),
            models.CheckConstraint(
                name="published_text_is_complete",
                condition=models.Q(
                    claim__length__gt=0, fact__length__gt=0, why__length__gt=0, todo__length__gt=0
                ),
            ),
            models.CheckConstraint(
                name="a_correction_says_what_was_wrong",
                condition=~models.Q(kind__in=["amendment", "withdrawal"])
                | models.Q(what_was_wrong__length__gt=0),
            ),
            coded("version_kind_known", "kind", VersionKind),
            models.CheckConstraint(
                name="a_version_names_a_body_and_nobody_else",
                condition=models.Q(about="body", about_body__length__gt=0)
                | (models.Q(about__in=["", "private", "nobody"], about_body="")),
            ),
            models.CheckConstraint(
                name="a_version_says_why_it_did_not_ask",
                condition=models.Q(not_asked="", not_asked_why="")
                | models.Q(
                    about__in=["body", "private"],
                    not_asked__in=["life_safety", "endangers"],
                    not_asked_why__length__gt=0,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fact_check_id} v{self.number}"
