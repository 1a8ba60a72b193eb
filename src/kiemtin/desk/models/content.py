"""The fields that a fact-check says in public, shared by the draft and by each immutable
version.
"""

from typing import Any

from django.db import models

from kiemtin.desk.models.fields import place_field
from kiemtin.desk.words import About, NotAsked, Subject, Verdict

CONTENT_FIELDS = (
    "claim",
    "verdict",
    "fact",
    "said",
    "why",
    "todo",
    "english",
    "subject",
    "place",
    "valid_from",
    "valid_until",
    "what_was_wrong",
    "about",
    "about_body",
    "not_asked",
    "not_asked_why",
)
ABOUT_FIELDS = CONTENT_FIELDS[-4:]
"""Whom the claim is about, and why they were not asked, if so; all "" in what is older."""


class Content(models.Model):
    """The text in Debunking-Handbook order: the fact, what was said, why, what to do."""

    claim = models.TextField()
    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    fact = models.TextField()
    said = models.TextField()
    why = models.TextField()
    todo = models.TextField()
    english = models.TextField(blank=True)
    subject = models.CharField(max_length=16, choices=Subject.choices, default=Subject.OTHER)
    place = place_field()
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    what_was_wrong = models.TextField(blank=True)
    about = models.CharField(max_length=8, choices=About.choices, blank=True, default="")
    about_body = models.CharField(max_length=200, blank=True, default="")
    not_asked = models.CharField(max_length=12, choices=NotAsked.choices, blank=True, default="")
    not_asked_why = models.TextField(blank=True, default="")

    class Meta:
        abstract = True

    def content(self) -> dict[str, Any]:
        """The public fields by name, as they stand."""
        return {name: getattr(self, name) for name in CONTENT_FIELDS}

    def signed(self) -> dict[str, Any]:
        """The public fields as a hash covers them; what is older is silent on whom it is about."""
        left_out = () if self.about else ABOUT_FIELDS
        return {name: value for name, value in self.content().items() if name not in left_out}
