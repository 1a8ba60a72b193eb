"""Hearing: the desk listens to what communicators recorded; each recording is used, written down or
let go by a person, and its file goes a month after it was heard.
"""

import logging
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from kiemtin.channels.shape import Inbound
from kiemtin.desk import files
from kiemtin.desk.acts import Act
from kiemtin.desk.errors import FlowError, refuse
from kiemtin.desk.flow import audit, match, receive, reports, translating
from kiemtin.desk.flow.translating import Standing, Wording
from kiemtin.desk.models import Account, FactCheck, Message, Report, Translation
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import require
from kiemtin.desk.unharmed import Unharmed
from kiemtin.desk.words import Role
from kiemtin.desk.words_reach import Language, Script

log = logging.getLogger(__name__)
HEARING = (Role.TRANSLATOR, Role.CHECKER, Role.REVIEWER)
KEPT = timedelta(days=30)
"""Of the file of a recording that was heard; one that nobody heard stays."""


def heard(actor: Account, report: Report) -> None:
    """Somebody listened; nothing else follows. Raises FlowError when the file is gone."""
    with transaction.atomic():
        row = _held(actor, report)
        if row.heard_at is None:
            _mark(row)
            audit.note(actor, row.communicator.desk, Act.RECORDING_HEARD, row)
    log.info("recording.heard id=%s by=%s", report.pk, actor.pk)


def usable(report: Report) -> FactCheck | None:
    """The fact-check that a recording can say in its language; None for a rumour as it was heard,
    a holding line, and Vietnamese.
    """
    version = report.broadcast.version if report.broadcast else None
    foreign = report.language not in ("", Language.VIETNAMESE)
    return version.fact_check if version is not None and foreign else None


def adopt(actor: Account, report: Report) -> Translation:
    """Use a recording as the translation of the version that stands; a second person still says it
    back. The actor answers for it as its translator, and their own written words stay beside it.

    Raises FlowError when the Vietnamese has changed since, when somebody else's translation stands,
    and for what is no reading of a fact-check; NotAllowed for who does not translate.
    """
    with files.all_or_none() as kept, transaction.atomic():
        row = _held(actor, report)
        fact_check = usable(row)
        if fact_check is None:
            raise refuse("no_reading", _("Bản ghi này không đọc bài kiểm chứng bằng tiếng khác."))
        require(actor, fact_check.desk, *translating.TRANSLATING)
        wording = _wording(actor, row, fact_check)
        with row.file.open("rb") as opened:
            made = translating.write(actor, fact_check, wording, opened.read())
        kept.append(made.recording)
        _mark(row)
        desk = row.communicator.desk
        audit.note(actor, desk, Act.RECORDING_ADOPTED, row, translation=made.pk)
    log.info("recording.adopted id=%s translation=%s by=%s", report.pk, made.pk, actor.pk)
    return made


def _wording(actor: Account, row: Report, fact_check: FactCheck) -> Wording:
    spoken = row.broadcast and row.broadcast.version
    current = fact_check.current
    assert spoken
    words = translating.source_hash(spoken)
    if current is None or words != translating.source_hash(current):
        raise _changed()
    language = Language(row.language)
    for one in translating.standing(fact_check):
        written = one.translation
        if written.language != language or one.standing in (Standing.STALE, Standing.RETURNED):
            continue
        if written.translator_id != actor.pk:
            raise refuse(
                "has_one",
                _("Tiếng này đã có bản dịch của người khác. Muốn thay thì mở bản dịch đó."),
            )
        return Wording(language, Script(written.script), written.fact, written.said, written.todo)
    return Wording(language)


def _changed() -> FlowError:
    return refuse(
        "changed_since", _("Bản tiếng Việt đã đổi sau khi ghi âm. Hãy nhờ đọc lại bản mới.")
    )


def write_down(actor: Account, report: Report, text: str) -> Message:
    """Enter what a recording asks as a message, in the listener's words; nobody's name goes along.

    Once for a recording. Raises FlowError for one that reads a bulletin or was written down, and
    InboundRefused or TextRefused for no text or too much.
    """
    with transaction.atomic():
        row = _held(actor, report)
        if row.broadcast_id is not None or row.written_at is not None:
            raise refuse("not_to_write", _("Bản ghi này đã thành tin, hoặc là bản tin đọc lại."))
        received = receive.receive(_asked(row, text), row.communicator.desk, entered_by=actor)
        Report.objects.filter(pk=row.pk).update(written_at=now())
        _mark(row)
        # Which message it became stands nowhere: nothing leads from it to who told it.
        audit.note(actor, row.communicator.desk, Act.RECORDING_WRITTEN, row)
    with Unharmed("match.postponed", message=received.message.pk):  # the outbox tries again
        match.match_message(received.message)
    log.info("recording.written id=%s", report.pk)
    return received.message


def _asked(row: Report, text: str) -> Inbound:
    return Inbound(
        channel=reports.CHANNEL,
        external_id=f"recording:{row.item}",
        text=text,
        received_at=row.told_at,
        place=row.communicator.place,
    )


def remove(actor: Account, report: Report) -> None:
    """Let a recording go: its file is erased, that it came stays counted."""
    with transaction.atomic():
        row = _held(actor, report)
        _erase(row)
        audit.note(actor, row.communicator.desk, Act.RECORDING_REMOVED, row)
    log.info("recording.removed id=%s by=%s", report.pk, actor.pk)


def erase_old() -> int:
    """Erase the files of what was heard a month ago; return how many. A translation has its own."""
    due = Report.objects.exclude(file="").filter(heard_at__lte=now() - KEPT)
    with transaction.atomic():
        rows = list(due.select_for_update())
        for row in rows:
            _erase(row)
    return len(rows)


def _held(actor: Account, report: Report) -> Report:
    """The recording until the transaction ends, for who may hear it; raises FlowError when gone."""
    require(actor, report.communicator.desk, *HEARING)
    row = Report.objects.select_for_update().get(pk=report.pk)
    if not row.file:
        raise refuse("recording_gone", _("Bản ghi âm này đã được xoá."))
    return row


def _mark(row: Report) -> None:
    Report.objects.filter(pk=row.pk, heard_at=None).update(heard_at=now())


def _erase(row: Report) -> None:
    transaction.on_commit(partial(row.file.storage.delete, str(row.file.name)))
    gone = {"file": "", "content_type": "", "sha256": ""}
    Report.objects.filter(pk=row.pk).update(heard_at=row.heard_at or now(), **gone)
