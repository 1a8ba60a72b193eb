"""Look again: does the address of a captured page still show what was kept? Changes are told.

Only pages that evidence stands on are looked at without being asked, once a week, and only where
the site lets machines in.
"""

import logging
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from kiemtin.channels.feeds.settings import is_social
from kiemtin.desk import fetching, jobs
from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit
from kiemtin.desk.models import Account, Capture, Job
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.words import JobState
from kiemtin.desk.words_evidence import CaptureState, Link
from kiemtin.media import archive
from kiemtin.media.fetch import Fetched, FetchRefused, fetch

log = logging.getLogger(__name__)
DAY, EVERY = timedelta(days=1), timedelta(days=7)
A_DAY = 300
"""Pages looked at a day at most, those first that were not looked at for longest."""

MOST_TEXT = 200_000


def ask(actor: Account, capture: Capture) -> None:
    """Look at the address now; asked again while it waits, it is looked at once."""
    require(actor, capture.rumour.desk, *DESK_WORK)
    if capture.state != CaptureState.KEPT:
        raise refuse("no_capture", _("Trang này chưa lưu xong. Hãy tải lại trang."))
    with transaction.atomic():
        waiting = Job.objects.filter(kind="look_again", state=JobState.QUEUED)
        if not waiting.filter(payload__capture=capture.pk).exists():
            key = f"look_again:{capture.pk}:{now().isoformat()}"
            jobs.enqueue("look_again", key, capture=capture.pk, asked=1)
        desk, rumour = capture.rumour.desk, capture.rumour_id
        audit.note(actor, desk, Act.CAPTURE_LOOKED, capture, rumour=rumour)


def plan(day: int) -> None:
    """Queue what is due on a day (its ordinal): each page once. What could not be looked at, for
    robots.txt forbids it, waits its week too: it may take nobody's turn.
    """
    before = now() - EVERY
    due = Capture.objects.filter(state=CaptureState.KEPT, evidence__isnull=False)
    due = due.filter(Q(looked_at=None, fetched_at__lte=before) | Q(looked_at__lte=before))
    tried = Job.objects.filter(kind="look_again", run_at__gt=before)
    asked = set(tried.values_list("payload__capture", flat=True))
    ordered = due.order_by(F("looked_at").asc(nulls_first=True), "pk").distinct()
    waiting = [pk for pk in ordered.values_list("pk", flat=True) if pk not in asked]
    for number, pk in enumerate(waiting[:A_DAY]):
        # Over the whole day: a page that a checker names meanwhile is kept before them.
        delay = number * DAY / A_DAY
        jobs.enqueue("look_again", f"look_again:{pk}:{day}", delay=delay, capture=pk, asked=0)


def plan_today(today: date) -> None:
    """Queue the plan of the day, once; in a drill nothing is asked of the network."""
    if settings.DRILL:
        return
    jobs.enqueue("plan_looks", f"plan_looks:{today.isoformat()}", day=today.toordinal())


def look(capture: int, asked: int = 0) -> None:
    """Fetch the address again and note what it shows now."""
    row = Capture.objects.filter(pk=capture, state=CaptureState.KEPT).first()
    if row is None:
        return
    try:
        had: Fetched | FetchRefused = fetch(
            row.url, fetching.identity(), automatic=not asked, means=fetching.means()
        )
    except FetchRefused as refused:
        if refused.code in {"robots", "busy"}:
            return
        had = refused
    note(row, had)


def note(row: Capture, had: Fetched | FetchRefused) -> None:
    """Compare what the address shows now with what was kept, and say so. Where it leads to a page
    of a social network by now, nothing of that is read.
    """
    read_now = None
    if not isinstance(had, FetchRefused) and not is_social(had.final_url):
        read_now = archive.read_fetched(had)
    kept = archive.Kept(_as_read(row), row.final_url, row.page_sha256)
    _note(row, archive.link_state(kept, had, read_now), read_now.text if read_now else "")


def _as_read(row: Capture) -> archive.Readable:
    return archive.Readable(row.title, row.text, row.dated, row.site, row.language)


def _note(row: Capture, found: archive.LinkState, text_now: str) -> None:
    state, moment = Link(found.state), now()
    since = row.link_since if row.link == state and row.link_since else moment
    changed = state in {Link.CHANGED, Link.MOVED}
    Capture.objects.filter(pk=row.pk).update(
        looked_at=moment,
        link=state,
        link_since=since,
        text_now=text_now[:MOST_TEXT] if changed else "",
    )
    log.info("capture.looked id=%s link=%s", row.pk, state)
