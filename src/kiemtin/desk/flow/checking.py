"""Checking: the lists of steps taken up for a rumour, and what each step brought.

A list is a help, never a gate. Publishing does not ask for it, and it is not under the hash that a
signature covers: no reader sees it, and a step noted after signing changes nothing that goes out.
Whoever reviews is shown it as it stands, open steps first.
"""

import hashlib
import logging
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from kiemtin.canonical_json import canonical_json
from kiemtin.desk.acts import Act
from kiemtin.desk.checklists import LISTS
from kiemtin.desk.checklists.fitting import Claimed, Fit, fitting
from kiemtin.desk.errors import StaleEdit, refuse
from kiemtin.desk.flow import audit, sightings
from kiemtin.desk.marked import marked
from kiemtin.desk.models import Account, CheckList, CheckStep, Picture, Rumour
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.words import Claimant, RumourState, Subject
from kiemtin.desk.words_evidence import CheckKind, StepState
from kiemtin.text.canonical import canonical
from kiemtin.text.redact import redact

log = logging.getLogger(__name__)
LONGEST_NOTE = 2000
"""Characters: a page of notes; what is longer is evidence and belongs there."""


@dataclass(frozen=True)
class Word:
    """What a checker says of one step."""

    state: StepState
    note: str = ""


def suggested(rumour: Rumour) -> tuple[Fit, ...]:
    """Which lists fit the rumour, with reasons; nothing is taken up by it."""
    pictures = Picture.objects.filter(message__sighting__rumour=rumour).count()
    subject, claimant = Subject(rumour.subject), Claimant(rumour.claimant)
    return fitting(Claimed(rumour.claim, subject, claimant, pictures))


def take_up(actor: Account, rumour: Rumour, kind: CheckKind) -> CheckList:
    """Take up a list for the rumour; whoever comes second finds the same one."""
    require(actor, rumour.desk, *DESK_WORK)
    with transaction.atomic():
        _open(rumour)
        given = {"opened_by": actor, "opened_at": now()}
        row, new = CheckList.objects.get_or_create(rumour=rumour, kind=kind, defaults=given)
        if new:
            _enter(actor, row, Act.LIST_TAKEN)
    return row


def note_step(actor: Account, row: CheckList, step: str, word: Word, *, seen: int) -> CheckStep:
    """Note what a step brought; private numbers and names are taken out of the note.

    `seen` is the `stamp` of the step as the page showed it. Raises StaleEdit with both words when
    somebody noted it since, FlowError for an unknown step or too long a note. The same word twice
    is one.
    """
    require(actor, row.rumour.desk, *DESK_WORK)
    said = {"state": word.state.value, "note": _settled(step, row, word.note)}
    with transaction.atomic():
        _open(row.rumour)
        noted = _kept(row).steps.filter(step=step).select_related("by").first()
        if noted is not None and (noted.state, noted.note) == (said["state"], said["note"]):
            return noted
        _not_stale(noted, said, seen)
        given = said | {"by": actor, "at": now()}
        noted, _new = CheckStep.objects.update_or_create(check_list=row, step=step, defaults=given)
        _enter(actor, row, Act.STEP_NOTED, step=step, state=word.state.value)
    return noted


def undo_step(actor: Account, row: CheckList, step: str, *, seen: int) -> None:
    """Take back what was noted: the step is open again. Raises StaleEdit when somebody noted it
    since it was `seen`.
    """
    require(actor, row.rumour.desk, *DESK_WORK)
    with transaction.atomic():
        _open(row.rumour)
        noted = row.steps.filter(step=step).select_related("by").first()
        if noted is None:
            return
        _not_stale(noted, {"state": "", "note": ""}, seen)
        noted.delete()
        _enter(actor, row, Act.STEP_UNDONE, step=step)


def close(actor: Account, row: CheckList) -> None:
    """Put back a list that nobody used; one with a noted step stays with the evidence."""
    require(actor, row.rumour.desk, *DESK_WORK)
    with transaction.atomic():
        _open(row.rumour)
        if row.steps.exists():
            raise refuse(
                "list_used", _("Danh sách này đã có bước được ghi nên ở lại cùng bằng chứng.")
            )
        if CheckList.objects.filter(pk=row.pk).exists():
            _enter(actor, row, Act.LIST_CLOSED)
            CheckList.objects.filter(pk=row.pk).delete()


def stamp(noted: CheckStep | None) -> int:
    """A number of the step's word as it stands, for a page to say what it showed; 0 for none.

    48 bits of a SHA-256: two words of one step share it by chance once in 2.8e14.
    """
    if noted is None:
        return 0
    word = [noted.state, noted.note, noted.by_id, noted.at]
    return int.from_bytes(hashlib.sha256(canonical_json(word)).digest()[:6], "big")


def _settled(step: str, row: CheckList, note: str) -> str:
    if step not in LISTS[CheckKind(row.kind)].codes:
        raise refuse("no_such_step", _("Danh sách này không có bước đó; hãy tải lại trang."))
    if len(note) > LONGEST_NOTE:
        raise refuse(
            "note_too_long",
            _(
                "Ghi chú dài %(length)s ký tự, nhiều nhất là %(most)s. Phần dài hãy thêm làm bằng "
                "chứng."
            ),
            length=len(note),
            most=LONGEST_NOTE,
        )
    return redact(canonical(note), keep=marked()).text.strip()


def _not_stale(noted: CheckStep | None, said: dict[str, str], seen: int) -> None:
    if stamp(noted) != seen:
        theirs = {"state": "", "note": "", "by": ""}
        if noted is not None:
            theirs = {"state": noted.state, "note": noted.note, "by": noted.by.name}
        raise StaleEdit(theirs, dict(said), stamp(noted))


def _kept(row: CheckList) -> CheckList:
    """The list, if nobody has put it back since the page was opened."""
    kept = CheckList.objects.filter(pk=row.pk).first()
    if kept is None:
        raise refuse("no_such_list", _("Danh sách này vừa được cất đi; hãy lấy lại rồi ghi."))
    return kept


def _enter(actor: Account, row: CheckList, act: Act, **details: str) -> None:
    desk = row.rumour.desk
    audit.note(actor, desk, act, row, rumour=row.rumour_id, kind=row.kind, **details)
    log.info("%s id=%s rumour=%s by=%s", act.value, row.pk, row.rumour_id, actor.pk)


def _open(rumour: Rumour) -> None:
    sightings.hold(rumour)
    if rumour.state not in (RumourState.NEW, RumourState.CHECKING, RumourState.PUBLISHED):
        raise refuse("rumour_closed", _("Tin đồn này đã đóng; các bước chỉ còn để đọc."))
