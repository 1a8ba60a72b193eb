"""Web pages as the desk found them at one moment, and what became of their addresses since."""

from django.db import models

from kiemtin.desk.models.fields import coded
from kiemtin.desk.models.people import Account
from kiemtin.desk.models.rumours import Rumour
from kiemtin.desk.words_evidence import CaptureState, Link


class Capture(models.Model):
    """One address that a checker asked to keep: the page with what it needs, packed as WACZ.

    `sha256` is of the WACZ, `page_sha256` of the page's own bytes. `text` is what can be read in
    it, `missing` what could not be had: [{url, code}]. `link` says what the address showed at
    `looked_at`, since `link_since`; `text_now` what it says then, when that is something else.
    """

    rumour = models.ForeignKey(Rumour, on_delete=models.PROTECT, related_name="captures")
    url = models.URLField(max_length=1000)
    state = models.CharField(
        max_length=8, choices=CaptureState.choices, default=CaptureState.WAITING
    )
    refusal = models.CharField(max_length=40, blank=True)
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    fetched_at = models.DateTimeField(null=True, blank=True)
    final_url = models.URLField(max_length=2048, blank=True)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    page_type = models.CharField(max_length=100, blank=True)
    page_sha256 = models.CharField(max_length=64, blank=True)
    title = models.CharField(max_length=300, blank=True)
    site = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    dated = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=8, blank=True)
    missing = models.JSONField(default=list, blank=True)
    file = models.FileField(upload_to="captures/%Y/%m", blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveIntegerField(default=0)
    screenshot = models.FileField(upload_to="captures/%Y/%m", blank=True)
    screenshot_sha256 = models.CharField(max_length=64, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    link = models.CharField(max_length=8, choices=Link.choices, blank=True)
    link_since = models.DateTimeField(null=True, blank=True)
    text_now = models.TextField(blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="a_kept_capture_is_hashed",
                condition=~models.Q(state="kept")
                | models.Q(sha256__length=64, page_sha256__length=64, fetched_at__isnull=False)
                & ~models.Q(file=""),
            ),
            models.CheckConstraint(
                name="a_refused_capture_says_why",
                condition=~models.Q(state="refused") | models.Q(refusal__length__gt=0),
            ),
            models.CheckConstraint(
                name="a_link_is_looked_at_before_it_is_told",
                condition=models.Q(link="")
                | models.Q(looked_at__isnull=False, link_since__isnull=False),
            ),
            coded("capture_state_known", "state", CaptureState),
        ]

    def __str__(self) -> str:
        return f"capture {self.pk}"
