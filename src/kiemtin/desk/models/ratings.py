"""What readers make of a fact-check: one rating a device and fact-check, and what the model says of
a version. Who rated is nowhere: a rater is a keyed hash of a random token.
"""

from django.db import models

from kiemtin.desk.models.fields import coded
from kiemtin.desk.models.people import Account
from kiemtin.desk.models.published import FactCheck, Version
from kiemtin.desk.words import Helpful, RatingReason, Reception


class Rating(models.Model):
    """One device's word on a fact-check, about `version`; a second word takes its place.

    `rater` is a keyed hash that only the same device can find again; "" once a year has passed:
    then the rating only counts. `rated_at` is the hour, not the minute.
    """

    fact_check = models.ForeignKey(FactCheck, on_delete=models.PROTECT, related_name="ratings")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="ratings")
    rater = models.CharField(max_length=64, blank=True)
    value = models.CharField(max_length=12, choices=Helpful.choices)
    rated_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                name="one_rating_a_device_and_fact_check",
                fields=["fact_check", "rater"],
                condition=~models.Q(rater=""),
            ),
            models.CheckConstraint(
                name="a_rater_is_a_hash_or_forgotten", condition=models.Q(rater__length__in=[0, 64])
            ),
            coded("rating_value_known", "value", Helpful),
        ]

    def __str__(self) -> str:
        return f"rating {self.pk}"


class RatingTag(models.Model):
    """One reason that was ticked with a rating."""

    rating = models.ForeignKey(Rating, on_delete=models.CASCADE, related_name="tags")
    tag = models.CharField(max_length=16, choices=RatingReason.choices)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(name="a_reason_once_a_rating", fields=["rating", "tag"]),
            coded("rating_tag_known", "tag", RatingReason),
        ]

    def __str__(self) -> str:
        return self.tag


class SpentForm(models.Model):
    """A rating form that was sent, as a keyed hash of its number, for as long as it is good."""

    mark = models.CharField(max_length=64, unique=True)
    spent_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"spent form {self.pk}"


class Judgement(models.Model):
    """What readers make of a version, by the model; nothing else of a run is kept."""

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="judgement")
    reception = models.CharField(max_length=12, choices=Reception.choices)
    judged_on = models.DateField()

    class Meta:
        ordering = ["id"]
        constraints = [coded("reception_known", "reception", Reception)]

    def __str__(self) -> str:
        return f"judgement of {self.version_id}"


class ContestedReview(models.Model):
    """A version that only one side of its readers finds helpful goes back for review, once.

    Open until a reviewer says what was looked at and why it stands. While a change of the page is
    being written, it waits; the next version ends it.
    """

    version = models.OneToOneField(
        Version, on_delete=models.PROTECT, related_name="contested_review"
    )
    opened_at = models.DateTimeField()
    note = models.TextField(blank=True)
    closed_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["opened_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_contested_review_ends_with_a_name_and_a_reason",
                condition=models.Q(note="", closed_by__isnull=True, closed_at__isnull=True)
                | models.Q(note__length__gt=0, closed_by__isnull=False, closed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"contested review of {self.version_id}"
