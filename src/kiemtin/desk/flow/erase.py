"""Erase: the text behind a public act goes for good, its entry in the log stays and is proven.

For what should never have been public, such as a private person's data. One person asks, another
does it; a tombstone in the log says that and why. What the desk says now is amended first.
"""

import logging
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from kiemtin.desk import jobs
from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit, forms, publish, record, sightings, translating
from kiemtin.desk.models import (
    Account,
    Desk,
    Draft,
    Erasure,
    FactCheck,
    HoldingLine,
    LogEntry,
    Objection,
    ObjectionNote,
    Version,
)
from kiemtin.desk.models.content import CONTENT_FIELDS
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import require
from kiemtin.desk.rules.erasing import GONE
from kiemtin.desk.words import Role
from kiemtin.text.redact import redact

log = logging.getLogger(__name__)
OF_VERSIONS = ("publication", "amendment", "update", "withdrawal")
OBJECTION = "objection_received"
ANSWER = "objection_answered"
ERASABLE = (*OF_VERSIONS, "holding_line", OBJECTION, ANSWER)
TEXTS = ("claim", "fact", "said", "why", "todo", "english", "what_was_wrong")
OF_VERSION = ("about_body", "not_asked_why")
REASON_LETTERS = 300
TABLES = (
    *("desk_version", "desk_draft", "desk_holdingline", "desk_objection", "desk_objectionnote"),
    *("desk_rumour", "desk_factcheck", "desk_logentry", "desk_translation"),
)


def ask(actor: Account, entry: LogEntry, reason: str) -> Erasure:
    """Ask that the text behind an entry be erased; raises FlowError where it cannot be."""
    require(actor, desk_of(entry), Role.REVIEWER, Role.SPOKESPERSON, Role.ADMINISTRATOR)
    reason = redact(reason.strip()).text
    if not reason or len(reason) > REASON_LETTERS:
        raise refuse(
            "no_reason",
            _("Hãy ghi lý do, ngắn hơn %(limit)s chữ; lý do là công khai."),
            limit=REASON_LETTERS,
        )
    with transaction.atomic():
        _check(entry)
        erasure = Erasure.objects.create(
            entry=entry,
            objection=objection_of(entry),
            note=note_of(entry),
            reason=reason,
            asked_by=actor,
            asked_at=now(),
        )
        audit.note(actor, desk_of(entry), Act.ERASURE_ASKED, erasure, entry=entry.number)
    log.info("erasure.asked id=%s entry=%s by=%s", erasure.pk, entry.number, actor.pk)
    return erasure


def _check(entry: LogEntry) -> None:
    if entry.kind not in ERASABLE or "held_back" in entry.said():
        raise refuse("not_erasable", _("Mục này không có chữ nào để xoá."))
    if Erasure.objects.filter(entry=entry).exists():
        raise refuse("asked_already", _("Mục này đã có người xin xoá."))
    if FactCheck.objects.filter(current__log_entry=entry).exists():
        raise refuse(
            "is_current", _("Đây là bản đang đăng. Hãy đính chính hoặc rút lại trước, rồi xoá.")
        )
    line = HoldingLine.objects.filter(log_entry=entry).first()
    if line is not None and line.expires_at > now():
        raise refuse("in_force", _("Thông báo này còn hiệu lực. Hãy đợi đến khi hết hạn."))


def take_back(actor: Account, erasure: Erasure) -> None:
    """Withdraw what was asked for and not done yet."""
    desk = desk_of(erasure.entry)
    require(actor, desk, Role.REVIEWER, Role.SPOKESPERSON, Role.ADMINISTRATOR)
    with transaction.atomic():
        gone, _of = Erasure.objects.filter(pk=erasure.pk, tombstone=None).delete()
        if not gone:
            raise refuse("done_already", _("Nội dung này đã xoá rồi."))
        audit.note(actor, desk, Act.ERASURE_TAKEN_BACK, erasure, entry=erasure.entry.number)
    log.info("erasure.taken_back entry=%s by=%s", erasure.entry.number, actor.pk)


def do(actor: Account, erasure: Erasure) -> LogEntry:
    """Erase for good; needs a reviewer or spokesperson other than who asked. The tombstone."""
    desk = desk_of(erasure.entry)
    require(actor, desk, Role.REVIEWER, Role.SPOKESPERSON)
    if erasure.asked_by_id == actor.pk:
        raise refuse("two_people", _("Bạn là người xin xoá; cần một người khác thực hiện."))
    with transaction.atomic():
        _hold(erasure)
        body = {"entry": erasure.entry.number, "reason": erasure.reason}
        tombstone = record.append("erasure", body)
        Erasure.objects.filter(pk=erasure.pk).update(done_by=actor, tombstone=tombstone)
        _blank(erasure.entry)
        audit.note(actor, desk, Act.ERASURE_DONE, erasure, entry=erasure.entry.number)
        jobs.enqueue("scrub", f"scrub:{erasure.entry.number}")
        if connection.vendor == "sqlite":
            transaction.on_commit(scrub)  # takes no time
    log.info("erasure.done id=%s entry=%s by=%s", erasure.pk, erasure.entry.number, actor.pk)
    return tombstone


def _hold(erasure: Erasure) -> None:
    """Wait for the rows that others may be changing: who holds the log waits for none of them."""
    waiting = Erasure.objects.select_for_update().filter(pk=erasure.pk, tombstone=None)
    if not waiting.values_list("pk", flat=True):
        raise refuse("done_already", _("Nội dung này đã xoá rồi."))
    for version in Version.objects.filter(log_entry=erasure.entry):
        sightings.hold(version.fact_check.rumour)
    list(Objection.objects.select_for_update().filter(erasures=erasure.pk))
    list(ObjectionNote.objects.select_for_update().filter(erasures=erasure.pk))


def _blank(entry: LogEntry) -> None:
    for version in Version.objects.filter(log_entry=entry):
        gone: dict[str, Any] = _gone(version, (*TEXTS, *OF_VERSION))
        Version.objects.filter(pk=version.pk).update(**gone, evidence=[], contacts=[])
        draft = Draft.objects.get(pk=version.draft_id)
        of_draft = {name: value for name, value in gone.items() if name in CONTENT_FIELDS}
        Draft.objects.filter(pk=draft.pk).update(**of_draft, revision=draft.revision + 1)
        translating.erased(version)
        _rename(version)
        forms.erase(version)
    for line in HoldingLine.objects.filter(log_entry=entry):
        said = _gone(line, ("safe_action", "checking"))
        HoldingLine.objects.filter(pk=line.pk).update(**said)
        forms.erase(line)
    objection, note = objection_of(entry), note_of(entry)
    if note is not None:
        ObjectionNote.objects.filter(pk=note.pk).update(text=GONE)
    elif objection is not None and entry.kind == ANSWER:
        Objection.objects.filter(pk=objection.pk).update(answer=GONE)
    elif objection is not None:
        _blank_objection(objection)
    LogEntry.objects.filter(pk=entry.pk).update(salt=None, body=None)


def _rename(erased: Version) -> None:
    """Where the claim was amended, the rumour and the address keep nothing of the old one."""
    fact_check = FactCheck.objects.select_related("rumour", "current").get(pk=erased.fact_check_id)
    rumour, current = fact_check.rumour, fact_check.current
    if current is None or erased.claim == current.claim:
        return
    rumour.claim = current.claim
    rumour.save(update_fields=["claim"])
    FactCheck.objects.filter(pk=fact_check.pk).update(slug=publish.slug(rumour))


def _blank_objection(objection: Objection) -> None:
    """What was brought goes with its file; kind, day and the desk's answer stay."""
    name, storage = objection.copy.name, objection.copy.storage
    Objection.objects.filter(pk=objection.pk).update(
        text=GONE, link="", copy="", copy_type="", copy_sha256=""
    )
    if name:
        transaction.on_commit(lambda: storage.delete(name))


def _gone(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """What stands where a text stood; what was empty stays so."""
    return {name: GONE if getattr(row, name) else "" for name in names if hasattr(row, name)}


def scrub() -> None:
    """Bring the erasure to the database's own files; nothing inside a transaction, which forbids
    it.

    SQLite overwrites what is deleted (secure_delete) and empties its write-ahead log here;
    PostgreSQL writes the tables anew without the dead rows, while nobody reads them: that is the
    worker's to do, no page waits for it. Copies and backups are the operator's.
    """
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            for table in TABLES:
                cursor.execute(f"VACUUM FULL {table}")


def desk_of(entry: LogEntry) -> Desk:
    """The desk whose act an entry is; raises FlowError for an act of no desk."""
    version = Version.objects.filter(log_entry=entry).select_related("fact_check__desk").first()
    if version is not None:
        return version.fact_check.desk
    line = HoldingLine.objects.filter(log_entry=entry).select_related("rumour__desk").first()
    if line is not None:
        return line.rumour.desk
    objection = objection_of(entry)
    if objection is not None:
        return objection.fact_check.desk
    raise refuse("not_erasable", _("Mục này không có chữ nào để xoá."))


def objection_of(entry: LogEntry) -> Objection | None:
    """The objection whose receipt or answer an entry notes, None for another act."""
    if entry.kind not in (OBJECTION, ANSWER):
        return None
    known = Objection.objects.select_related("fact_check__desk")
    number = entry.said().get("objection")
    return known.filter(Q(pk=number) | Q(erasures__entry=entry)).first()


def note_of(entry: LogEntry) -> ObjectionNote | None:
    """The note under an answer whose words an entry notes, None for another act."""
    if entry.kind != ANSWER:
        return None
    number = entry.said().get("note")
    return ObjectionNote.objects.filter(Q(pk=number) | Q(erasures__entry=entry)).first()
