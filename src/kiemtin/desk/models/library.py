"""The desk's chosen sources, what they say in which version, and other desks' fact-checks."""

from __future__ import annotations

from django.db import models

from kiemtin.desk.models.fields import coded, place_field
from kiemtin.desk.models.people import Account
from kiemtin.desk.models.rumours import Rumour
from kiemtin.desk.words import Verdict
from kiemtin.desk.words_evidence import SourceKind, SourceShape


class Source(models.Model):
    """A source that editors chose to read, and why it may be trusted with what.

    `set_by_file`: it stands in the file of the setting KIEMTIN_FEEDS, and is changed there.
    `whole_text`: the pages of its items are read too, politely. `marks` are what the server gave
    for the next look: {etag, modified}.
    """

    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=10, choices=SourceKind.choices)
    shape = models.CharField(max_length=12, choices=SourceShape.choices)
    address = models.URLField(max_length=1000, blank=True)
    place = place_field()
    trust = models.TextField(blank=True)
    licence = models.CharField(max_length=200, blank=True)
    whole_text = models.BooleanField(default=False)
    active = models.BooleanField(default=True)
    set_by_file = models.BooleanField(default=False)
    added_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=40, blank=True)
    marks = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="a_source_that_is_asked_has_an_address",
                condition=models.Q(shape="file") | models.Q(address__length__gt=0),
            ),
            models.CheckConstraint(
                name="a_source_was_chosen_by_somebody",
                condition=models.Q(set_by_file=True) | models.Q(added_by__isnull=False),
            ),
            coded("source_kind_known", "kind", SourceKind),
            coded("source_shape_known", "shape", SourceShape),
        ]

    def __str__(self) -> str:
        return f"source {self.pk}"


class Article(models.Model):
    """One item of a source: a bulletin, a report, a document; its words are in its versions.

    `item` is the SHA-256 of the source's own name for it. `same_as`: the first article of any
    source with the same words. `gone_at`: since when the source shows it no more.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="articles")
    item = models.CharField(max_length=64)
    link = models.URLField(max_length=1000, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    came_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True, blank=True)
    gone_at = models.DateTimeField(null=True, blank=True)
    same_as = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="copies"
    )

    class Meta:
        ordering = ["-came_at", "-id"]
        indexes = [models.Index(fields=["source", "published_at"])]
        constraints = [
            models.UniqueConstraint(name="an_article_once_a_source", fields=["source", "item"])
        ]

    def __str__(self) -> str:
        return f"article {self.pk}"


class ArticleText(models.Model):
    """What an article said from `came_at` on; an edit of the source is a new number."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="texts")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    whole = models.BooleanField(default=False)
    came_at = models.DateTimeField()

    class Meta:
        ordering = ["article", "-number"]
        constraints = [
            models.UniqueConstraint(name="texts_are_numbered", fields=["article", "number"])
        ]

    def __str__(self) -> str:
        return f"text {self.number} of article {self.article_id}"


class Passage(models.Model):
    """Characters `start` to `end` of a text, as they are searched; derived, can be made again.

    Processes follow `sequence`, as with IndexedClaim; `removed` when the article says something
    else now. `vector` is float16 little-endian and L2-normalised, or empty.
    """

    text = models.ForeignKey(ArticleText, on_delete=models.CASCADE, related_name="passages")
    number = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    sequence = models.PositiveBigIntegerField(unique=True)
    encoder = models.CharField(max_length=64, blank=True)
    vector = models.BinaryField(default=bytes)
    removed = models.BooleanField(default=False)

    class Meta:
        ordering = ["text", "number"]
        constraints = [
            models.UniqueConstraint(name="passages_are_numbered", fields=["text", "number"]),
            models.CheckConstraint(
                name="a_passage_has_words", condition=models.Q(start__lt=models.F("end"))
            ),
        ]

    def __str__(self) -> str:
        return f"passage {self.pk}"


class ForeignCheck(models.Model):
    """Another desk's published fact-check, as its feed tells it: suggested, never sent.

    `rating` is in their words, `verdict` ours where the words leave no doubt, else "". `earlier`
    keeps what it said before an edit: [{claim, rating, until}].
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="checks")
    item = models.CharField(max_length=64)
    url = models.URLField(max_length=1000)
    claim = models.TextField()
    publisher = models.CharField(max_length=200)
    rating = models.CharField(max_length=200, blank=True)
    verdict = models.CharField(max_length=16, choices=Verdict.choices, blank=True)
    said_on = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=8, blank=True)
    came_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True, blank=True)
    earlier = models.JSONField(default=list, blank=True)
    sequence = models.PositiveBigIntegerField(unique=True)
    encoder = models.CharField(max_length=64, blank=True)
    vector = models.BinaryField(default=bytes)

    class Meta:
        ordering = ["-came_at", "-id"]
        constraints = [
            models.UniqueConstraint(name="a_check_once_a_source", fields=["source", "item"]),
            models.CheckConstraint(
                name="a_foreign_check_states_a_claim", condition=models.Q(claim__length__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"foreign check {self.pk}"


class LeftAside(models.Model):
    """A suggestion that a checker looked at and did not want at this rumour; undone by removing."""

    rumour = models.ForeignKey(Rumour, on_delete=models.CASCADE, related_name="left_aside")
    check_of = models.ForeignKey(ForeignCheck, null=True, on_delete=models.CASCADE)
    article = models.ForeignKey(Article, null=True, on_delete=models.CASCADE)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="one_thing_is_left_aside",
                condition=models.Q(check_of__isnull=False, article__isnull=True)
                | models.Q(check_of__isnull=True, article__isnull=False),
            ),
            models.UniqueConstraint(name="left_once_check", fields=["rumour", "check_of"]),
            models.UniqueConstraint(name="left_once_article", fields=["rumour", "article"]),
        ]

    def __str__(self) -> str:
        return f"left aside {self.pk}"
