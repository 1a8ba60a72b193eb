"""A draft and the approvals bound to exactly its text; who wrote it can never approve it."""

from django.db import models

from kiemtin.desk.models.content import Content
from kiemtin.desk.models.fields import coded
from kiemtin.desk.models.people import Account
from kiemtin.desk.models.rumours import Rumour
from kiemtin.desk.words import ApprovalKind, VersionKind


class Draft(Content):
    """The text being written for a rumour; one is open at a time.

    `revision` rises with every edit of text or evidence (a trigger insists), so an approval of
    an earlier revision can never come back to life. `content_hash` covers text and evidence.
    """

    rumour = models.ForeignKey(Rumour, on_delete=models.PROTECT, related_name="drafts")
    kind = models.CharField(max_length=12, choices=VersionKind.choices, default=VersionKind.FIRST)
    revision = models.PositiveIntegerField(default=1)
    content_hash = models.CharField(max_length=64)
    is_open = models.BooleanField(default=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    returned_reason = models.TextField(blank=True)
    started_at = models.DateTimeField()
    edited_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_open_draft", fields=["rumour"], condition=models.Q(is_open=True)
            ),
            coded("draft_kind_known", "kind", VersionKind),
            models.CheckConstraint(
                name="a_draft_names_no_private_person",
                condition=models.Q(about="body") | models.Q(about_body=""),
            ),
        ]

    def __str__(self) -> str:
        return f"draft {self.pk}"


class DraftAuthor(models.Model):
    """Everyone who wrote a part of a draft; rows are never removed."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="authors")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    first_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="an_author_once_a_draft", fields=["draft", "account"])
        ]

    def __str__(self) -> str:
        return f"author {self.account_id} of draft {self.draft_id}"


class Approval(models.Model):
    """One named signature under one revision of a draft; append-only."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="approvals")
    kind = models.CharField(max_length=12, choices=ApprovalKind.choices)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_approval_a_kind", fields=["draft", "kind", "revision"]
            ),
            coded("approval_kind_known", "kind", ApprovalKind),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of draft {self.draft_id}"


class ConflictOfInterest(models.Model):
    """A declared interest of an account in a rumour; bars writing and approving, for good."""

    rumour = models.ForeignKey(Rumour, on_delete=models.PROTECT, related_name="conflicts")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    declared_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_conflict_once_a_rumour", fields=["rumour", "account"])
        ]

    def __str__(self) -> str:
        return f"conflict of {self.account_id} in rumour {self.rumour_id}"
