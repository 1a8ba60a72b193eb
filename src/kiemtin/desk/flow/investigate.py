"""Investigate: evidence with archived copies, whom the desk asked, what is the claim's own
subject.
"""

import logging
from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _

from kiemtin.desk import files
from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit, drafts, heard, reading, sightings
from kiemtin.desk.models import Account, Capture, ContactAttempt, Evidence, Identifier, Rumour
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.words import Asking, EvidenceKind, RumourState, Stance
from kiemtin.desk.words_evidence import CaptureState
from kiemtin.media.document import check_copy
from kiemtin.text.canonical import canonical
from kiemtin.text.fold import fold
from kiemtin.text.redact import redact

log = logging.getLogger(__name__)
WACZ = "application/wacz"
COPY_FIELDS = ("copy", "copy_name", "copy_type", "copy_sha256", "copied_at")


@dataclass(frozen=True)
class Source:
    """One piece of evidence as entered; `origin` is on whom it finally rests, `capture` the kept
    page that it is taken from.
    """

    kind: EvidenceKind
    stance: Stance
    source: str
    title: str
    origin: str
    self_statement: bool = False
    circulates: bool = False
    quote: str = ""
    url: str = ""
    dated: date | None = None
    capture: Capture | None = None


def add_evidence(
    actor: Account, rumour: Rumour, source: Source, copy: bytes = b"", copy_name: str = ""
) -> Evidence:
    """Add evidence; a copy is checked, hashed and kept. Voids the approvals of an open draft.

    What it was taken from needs no other copy. Raises CopyRefused for a file that cannot be kept,
    FlowError for a missing name, or a capture of another rumour.
    """
    require(actor, rumour.desk, *DESK_WORK)
    if not source.source.strip() or not source.origin.strip():
        raise refuse(
            "no_source", _("Hãy ghi tên nguồn và nguồn gốc của nó (ai là người nói đầu tiên).")
        )
    piece = Evidence(rumour=rumour, added_by=actor, added_at=now(), **vars(source))
    with files.all_or_none() as kept:
        if copy:
            kept.append(_keep_copy(piece, copy, copy_name))
        elif piece.capture is not None:
            _stand_on(piece, piece.capture)
        _can_be_stamped(piece)
        with transaction.atomic():
            _open(rumour)
            piece.origin = _one_spelling(rumour, source.origin)
            piece.save()
            _have_read(piece)
            drafts.refresh_hash(rumour)
            audit.note(actor, rumour.desk, Act.EVIDENCE_ADDED, piece, rumour=rumour.pk)
    log.info("evidence.added id=%s rumour=%s by=%s", piece.pk, rumour.pk, actor.pk)
    return piece


def _can_be_stamped(piece: Evidence) -> None:
    if piece.circulates and not piece.copy_type.startswith("image/"):
        raise refuse(
            "no_picture",
            _("Ảnh lan truyền cần bản lưu là ảnh (JPEG, PNG, WebP). Hãy chọn tệp ảnh."),
        )


def _one_spelling(rumour: Rumour, origin: str) -> str:
    """The origin as evidence of the rumour names it already: “Báo A” and “báo  a” are one."""
    tidy = " ".join(canonical(origin).split())
    known = Evidence.objects.filter(rumour=rumour).values_list("origin", flat=True)
    return next((one for one in known if fold(one) == fold(tidy)), tidy)


def _keep_copy(piece: Evidence, data: bytes, name: str) -> FieldFile:
    checked = check_copy(data, name)
    piece.copy_type, piece.copy_sha256 = checked.content_type, checked.sha256
    piece.copy_name, piece.copied_at = name[:200], now()
    file: FieldFile = piece.copy
    file.save(f"{checked.sha256[:32]}.bin", ContentFile(data), save=False)
    return file


def _stand_on(piece: Evidence, capture: Capture) -> None:
    """The archive of the page is the copy: one file, however much is taken from it."""
    if capture.rumour_id != piece.rumour_id or capture.state != CaptureState.KEPT:
        raise refuse("no_capture", _("Trang này chưa lưu xong cho tin đồn này. Hãy tải lại trang."))
    piece.copy, piece.copy_name = capture.file.name, f"trang-{capture.pk}.wacz"
    piece.copy_type, piece.copy_sha256 = WACZ, capture.sha256
    piece.copied_at = capture.fetched_at


def _have_read(piece: Evidence) -> None:
    """What is plain text is read by eye, and the words of a captured page are beside it."""
    if piece.copy_type not in {"", WACZ, "text/plain"}:
        reading.ask(evidence=piece)


def add_copy(actor: Account, piece: Evidence, copy: bytes, copy_name: str) -> Evidence:
    """Give evidence its archived copy, once; another copy is another piece of evidence."""
    require(actor, piece.rumour.desk, *DESK_WORK)
    with files.all_or_none() as kept:
        kept.append(_keep_copy(piece, copy, copy_name))
        with transaction.atomic():
            _open(piece.rumour)
            bare = Evidence.objects.select_for_update().filter(pk=piece.pk, copy_sha256="")
            if not bare.exists():
                raise refuse(
                    "has_copy", _("Bằng chứng này đã có bản lưu; hãy thêm bằng chứng mới.")
                )
            piece.save(update_fields=COPY_FIELDS)
            _have_read(piece)
            drafts.refresh_hash(piece.rumour)
            desk = piece.rumour.desk
            audit.note(actor, desk, Act.EVIDENCE_COPIED, piece, rumour=piece.rumour_id)
    return piece


def remove_evidence(actor: Account, piece: Evidence) -> None:
    """Take evidence away that was entered by mistake; published versions keep what they showed."""
    require(actor, piece.rumour.desk, *DESK_WORK)
    with transaction.atomic():
        rumour, key = piece.rumour, piece.pk
        _open(rumour)
        piece.delete()
        drafts.refresh_hash(rumour)
        audit.note(actor, rumour.desk, Act.EVIDENCE_REMOVED, Evidence(pk=key), rumour=rumour.pk)
    log.info("evidence.removed rumour=%s by=%s", rumour.pk, actor.pk)


@dataclass(frozen=True)
class Contact:
    """Whom the desk asked: how, when, and what came back so far.

    `purpose` REPLY or PRIVATE offers a reply to whom the claim is about, and waits for it until
    `answer_by`; a private person has no `body`: their name is written nowhere.
    """

    body: str
    how: str
    asked_at: datetime
    answer: str = ""
    answered_at: datetime | None = None
    purpose: Asking = Asking.CHECK
    answer_by: datetime | None = None


def record_contact(actor: Account, rumour: Rumour, contact: Contact) -> ContactAttempt:
    """Note that somebody was asked, and what they said; signatures under an open draft end, for
    its page shows this too.
    """
    require(actor, rumour.desk, *DESK_WORK)
    heard.check(contact)
    with transaction.atomic():
        _open(rumour)
        noted = ContactAttempt.objects.create(
            rumour=rumour,
            purpose=contact.purpose,
            body="" if contact.purpose == Asking.PRIVATE else contact.body.strip(),
            how=redact(contact.how).text.strip()[:120],
            asked_at=contact.asked_at,
            answer_by=contact.answer_by,
            answer=redact(contact.answer).text.strip(),
            answered_at=(contact.answered_at or now()) if contact.answer.strip() else None,
            made_by=actor,
        )
        drafts.refresh_hash(rumour)
        audit.note(actor, rumour.desk, Act.CONTACT_NOTED, noted, rumour=rumour.pk)
    return noted


def record_answer(
    actor: Account, asked: ContactAttempt, answer: str, answered_at: datetime | None = None
) -> ContactAttempt:
    """Note what came back from somebody who was asked before, once; an open draft takes it in."""
    require(actor, asked.rumour.desk, *DESK_WORK)
    if not answer.strip():
        raise refuse("no_answer", _("Hãy ghi nguyên lời trả lời."))
    with transaction.atomic():
        _open(asked.rumour)
        silent = ContactAttempt.objects.filter(pk=asked.pk, answer="")
        said = {"answer": redact(answer).text.strip(), "answered_at": answered_at or now()}
        if not silent.update(**said):
            raise refuse("has_answer", _("Đã ghi trả lời rồi; hãy ghi một lần liên hệ mới."))
        drafts.refresh_hash(asked.rumour)
        desk, rumour = asked.rumour.desk, asked.rumour_id
        audit.note(actor, desk, Act.CONTACT_ANSWERED, asked, rumour=rumour)
    asked.refresh_from_db()
    return asked


def mark_identifier(
    actor: Account, rumour: Rumour, *, kind: str, value: str, reason: str
) -> Identifier:
    """Say that a number or address is the claim's own subject (a scam account), and why.

    From then on it is not removed from messages that repeat it.
    """
    require(actor, rumour.desk, *DESK_WORK)
    if not value.strip() or not reason.strip():
        raise refuse(
            "no_reason", _("Hãy ghi số hoặc địa chỉ, và vì sao nó chính là điều được đồn.")
        )
    said = {"kind": kind, "reason": reason.strip(), "marked_by": actor, "marked_at": now()}
    with transaction.atomic():
        marked, created = Identifier.objects.get_or_create(
            rumour=rumour, value=value.strip(), defaults=said
        )
        if created:
            audit.note(actor, rumour.desk, Act.IDENTIFIER_MARKED, marked, rumour=rumour.pk)
    return marked


def _open(rumour: Rumour) -> None:
    sightings.hold(rumour)
    if rumour.state not in (RumourState.NEW, RumourState.CHECKING, RumourState.PUBLISHED):
        raise refuse("rumour_closed", _("Tin đồn này đã đóng; không sửa được nữa."))
