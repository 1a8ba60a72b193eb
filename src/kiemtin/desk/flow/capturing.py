"""Capture: a checker names a page, a worker keeps it as it is now, with what it needs to be seen.

What cannot be kept says why. Nothing is fetched that no checker asked for, and no page of a social
network: there persons speak, and the desk keeps no file on them.
"""

import logging
from functools import partial
from hashlib import sha256

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from kiemtin.channels.feeds.settings import is_social
from kiemtin.desk import fetching, files, jobs
from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit, sightings
from kiemtin.desk.models import Account, Capture, Rumour, Version
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.words_evidence import CaptureState
from kiemtin.media import archive, inside
from kiemtin.refusal import Refusal

log = logging.getLogger(__name__)
WAITING = 20
"""So many pages of one desk may wait; each takes up to a minute."""

MOST_TEXT = 200_000
"""Characters of a page that are kept beside its archive, for searching and comparing."""

GIVEN_UP = "given_up"
"""The refusal of a page that could not be kept for a reason of the desk's own."""


def ask(actor: Account, rumour: Rumour, address: str) -> Capture:
    """Have the page kept; asked twice while it waits, it is kept once.

    Raises FetchRefused for what is no address of a page, FlowError for one of a social network and
    for too many at once.
    """
    require(actor, rumour.desk, *DESK_WORK)
    address = address.strip()
    fetching.check(address)
    if is_social(address):
        raise refuse("social", _social())
    with transaction.atomic():
        sightings.hold(rumour)
        waiting = Capture.objects.filter(rumour__desk=rumour.desk, state=CaptureState.WAITING)
        if same := waiting.filter(rumour=rumour, url=address).first():
            return same
        if waiting.count() >= WAITING:
            raise refuse("many_captures", _("Đang lưu nhiều trang cùng lúc. Thử lại sau ít phút."))
        made = Capture.objects.create(rumour=rumour, url=address, asked_by=actor, asked_at=now())
        jobs.enqueue("capture", f"capture:{made.pk}", capture=made.pk)
        audit.note(actor, rumour.desk, Act.CAPTURE_ASKED, made, rumour=rumour.pk)
    log.info("capture.asked id=%s rumour=%s", made.pk, rumour.pk)
    return made


def _social() -> str:
    return _(
        "Đây là trang mạng xã hội, nơi các cá nhân nói; bàn không lưu trang của ai. Nếu cần giữ "
        "điều đang lan truyền, hãy chụp màn hình, che tên người, rồi tải ảnh lên."
    )


def keep(capture: int) -> None:
    """Fetch and keep what was asked for; done before, nothing is done."""
    row = Capture.objects.filter(pk=capture, state=CaptureState.WAITING).first()
    if row is None:
        return
    try:
        had = archive.capture(
            row.url, fetching.identity(), means=fetching.means(), chromium=fetching.chromium()
        )
    except Refusal as refused:
        if refused.code == "busy":  # the worker tries again
            raise
        _refused(row, refused.code)
        return
    if is_social(had.page.final_url):  # an address of another may lead there
        _refused(row, "social")
        return
    put(row, had)
    log.info("capture.kept id=%s missing=%s", row.pk, len(row.missing))


def give_up(capture: int) -> None:
    """Say that it cannot be kept, when the worker failed as often as it tries."""
    for row in Capture.objects.filter(pk=capture, state=CaptureState.WAITING):
        _refused(row, GIVEN_UP)


def _refused(row: Capture, code: str) -> None:
    changed = {"state": CaptureState.REFUSED, "refusal": code, "fetched_at": now()}
    Capture.objects.filter(pk=row.pk, state=CaptureState.WAITING).update(**changed)
    log.info("capture.refused id=%s code=%s", row.pk, code)


def put(row: Capture, had: archive.Captured) -> None:
    """Keep what was fetched for a capture that waits."""
    page, read, text = had.page, had.readable, _text(had)[:MOST_TEXT]
    with files.all_or_none() as kept:
        row.file.save(f"{had.sha256[:32]}.wacz", ContentFile(had.wacz), save=False)
        kept.append(row.file)
        if had.screenshot:
            name = f"{had.sha256[:32]}.png"
            row.screenshot.save(name, ContentFile(had.screenshot), save=False)
            row.screenshot_sha256 = sha256(had.screenshot).hexdigest()
            kept.append(row.screenshot)
        row.state, row.fetched_at = CaptureState.KEPT, page.fetched_at
        row.final_url, row.status = page.final_url[:2048], page.status
        row.page_type, row.page_sha256 = page.found_type[:100], page.sha256
        row.sha256, row.size = had.sha256, len(had.wacz)
        row.missing = [{"url": one.url[:1000], "code": one.code} for one in had.missing[:500]]
        row.title, row.site, row.text = read.title[:300], read.site[:200], text
        row.dated, row.language = read.dated, read.language[:8]
        with transaction.atomic():
            if not Capture.objects.filter(pk=row.pk, state=CaptureState.WAITING).exists():
                raise Capture.DoesNotExist  # removed meanwhile: the files go too
            row.save()


def _text(had: archive.Captured) -> str:
    """What can be read in the page, or in the document that lies at its address."""
    if had.readable.text or had.page.found_type in {"text/html", "text/plain"}:
        return had.readable.text
    try:
        return inside.look(had.page.body, "").text
    except Refusal as refused:
        if refused.code == "busy":
            raise
        return ""


def remove(actor: Account, capture: Capture) -> None:
    """Drop a capture and its files; one that evidence stands on stays, and one that was published:
    the log names its digest.
    """
    require(actor, capture.rumour.desk, *DESK_WORK)
    with transaction.atomic():
        sightings.hold(capture.rumour)
        if capture.evidence.exists():
            raise refuse("is_evidence", _("Có bằng chứng dựa trên bản lưu này; bỏ nó trước."))
        if _was_published(capture):
            raise refuse("was_published", _("Bản lưu này đã công bố cùng một kết luận nên ở lại."))
        Capture.objects.filter(pk=capture.pk).delete()
        desk, rumour = capture.rumour.desk, capture.rumour_id
        audit.note(actor, desk, Act.CAPTURE_REMOVED, capture, rumour=rumour)
        for file in (capture.file, capture.screenshot):
            if file:
                transaction.on_commit(partial(file.storage.delete, str(file.name)))


def _was_published(capture: Capture) -> bool:
    shown = Version.objects.filter(fact_check__rumour=capture.rumour_id)
    pieces = (piece for evidence in shown.values_list("evidence", flat=True) for piece in evidence)
    return bool(capture.sha256) and any(
        piece.get("copy_sha256") == capture.sha256 for piece in pieces
    )
