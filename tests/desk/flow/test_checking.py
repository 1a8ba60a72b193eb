"""What a step brought is kept with who said it; nobody's words go without being seen."""

import pytest

from kiemtin.desk.errors import FlowError, NotAllowed, StaleEdit
from kiemtin.desk.flow import checking, drafts, investigate, sightings, triage
from kiemtin.desk.flow.checking import Word, stamp
from kiemtin.desk.models import Account, AuditEntry, CheckList, CheckStep, Desk, Rumour
from kiemtin.desk.permissions import DESK_WORK
from kiemtin.desk.words import NotCheckable, Role
from kiemtin.desk.words_evidence import CheckKind, StepState
from tests.desk import steps
from tests.desk.conftest import Maker
from tests.media import pictures

GAUGED = Word(StepState.DONE, "Mực nước 78,2 m lúc 21 giờ.")
SILENT = Word(StepState.NOTHING, "Trạm không trả lời.")


@pytest.fixture
def row(author: Account, rumour: Rumour) -> CheckList:
    """The list of a warning, taken up."""
    return checking.take_up(author, rumour, CheckKind.WARNING)


def test_a_list_is_taken_up_once(author: Account, colleague: Account, rumour: Rumour) -> None:
    first = checking.take_up(author, rumour, CheckKind.PICTURE)
    second = checking.take_up(colleague, rumour, CheckKind.PICTURE)
    assert first == second
    assert second.opened_by == author
    assert AuditEntry.objects.filter(act="check_list.taken").count() == 1


def test_a_note_says_who_and_what_and_can_be_taken_back(author: Account, row: CheckList) -> None:
    noted = checking.note_step(author, row, "gauge", GAUGED, seen=0)
    assert (noted.state, noted.note, noted.by) == ("done", GAUGED.note, author)
    checking.undo_step(author, row, "gauge", seen=stamp(noted))
    assert not row.steps.exists()
    checking.undo_step(author, row, "gauge", seen=0)
    told = AuditEntry.objects.filter(kind="checklist").order_by("number")
    assert [one.act for one in told] == [
        *("check_list.taken", "check_list.noted", "check_list.undone"),
    ]
    said = {"kind": "warning", "step": "gauge", "state": "done"}
    assert told[1].details == said | {"rumour": row.rumour_id}


def test_the_second_checker_sees_what_the_first_wrote(
    author: Account, colleague: Account, row: CheckList
) -> None:
    first = checking.note_step(author, row, "gauge", GAUGED, seen=0)
    with pytest.raises(StaleEdit) as refused:
        checking.note_step(colleague, row, "gauge", SILENT, seen=0)
    theirs, yours = refused.value.params["theirs"], refused.value.params["yours"]
    assert theirs == {"state": "done", "note": GAUGED.note, "by": author.name}
    assert yours == {"state": "nothing", "note": SILENT.note}
    assert refused.value.params["revision"] == stamp(first)
    assert CheckStep.objects.get().note == GAUGED.note
    checking.note_step(colleague, row, "gauge", SILENT, seen=stamp(first))
    assert CheckStep.objects.get().by == colleague


def test_what_was_just_changed_is_not_taken_back_unseen(
    author: Account, colleague: Account, row: CheckList
) -> None:
    first = checking.note_step(author, row, "gauge", GAUGED, seen=0)
    checking.note_step(colleague, row, "gauge", SILENT, seen=stamp(first))
    with pytest.raises(StaleEdit):
        checking.undo_step(author, row, "gauge", seen=stamp(first))
    assert CheckStep.objects.get().note == SILENT.note


def test_a_step_that_was_taken_back_meanwhile_is_said(
    author: Account, colleague: Account, row: CheckList
) -> None:
    first = checking.note_step(author, row, "gauge", GAUGED, seen=0)
    checking.undo_step(author, row, "gauge", seen=stamp(first))
    with pytest.raises(StaleEdit) as refused:
        checking.note_step(colleague, row, "gauge", SILENT, seen=stamp(first))
    assert refused.value.params["theirs"]["state"] == ""
    assert refused.value.params["revision"] == 0


def test_the_same_word_twice_is_one(author: Account, colleague: Account, row: CheckList) -> None:
    for who in (author, author, colleague):
        checking.note_step(who, row, "gauge", GAUGED, seen=0)
    assert CheckStep.objects.get().by == author
    assert AuditEntry.objects.filter(act="check_list.noted").count() == 1


def test_only_an_unused_list_is_put_back(author: Account, row: CheckList) -> None:
    noted = checking.note_step(author, row, "gauge", GAUGED, seen=0)
    with pytest.raises(FlowError) as refused:
        checking.close(author, row)
    assert refused.value.code == "list_used"
    checking.undo_step(author, row, "gauge", seen=stamp(noted))
    checking.close(author, row)
    checking.close(author, row)
    assert not CheckList.objects.exists()
    assert AuditEntry.objects.filter(act="check_list.closed").count() == 1
    with pytest.raises(FlowError) as gone:
        checking.note_step(author, row, "gauge", GAUGED, seen=0)
    assert gone.value.code == "no_such_list"


def test_a_step_of_another_list_and_an_endless_note_are_refused(
    author: Account, row: CheckList
) -> None:
    with pytest.raises(FlowError) as refused:
        checking.note_step(author, row, "metadata", GAUGED, seen=0)
    assert refused.value.code == "no_such_step"
    with pytest.raises(FlowError) as endless:
        checking.note_step(author, row, "gauge", Word(StepState.DONE, "a" * 2001), seen=0)
    assert endless.value.code == "note_too_long"
    assert "2001" in str(endless.value)


def test_a_private_number_is_taken_out_of_a_note_and_a_marked_one_stays(
    author: Account, row: CheckList
) -> None:
    word = Word(StepState.DONE, "Gọi 0900 000 001 và 0900 000 009")
    bait = {"kind": "phone", "value": "0900 000 009", "reason": "mồi lừa"}
    investigate.mark_identifier(author, row.rumour, **bait)
    noted = checking.note_step(author, row, "operator", word, seen=0)
    assert "0900 000 001" not in noted.note
    assert "0900 000 009" in noted.note
    assert checking.note_step(author, row, "operator", word, seen=0) == noted


@pytest.mark.parametrize("role", sorted(set(Role) - DESK_WORK))
def test_only_who_works_at_the_desk_takes_up_and_notes(
    person: Maker, stranger: Account, desk: Desk, row: CheckList, role: Role
) -> None:
    for who in (stranger, person("other", desk, role)):
        with pytest.raises(NotAllowed):
            checking.take_up(who, row.rumour, CheckKind.PICTURE)
        with pytest.raises(NotAllowed):
            checking.note_step(who, row, "gauge", GAUGED, seen=0)
        with pytest.raises(NotAllowed):
            checking.undo_step(who, row, "gauge", seen=0)
        with pytest.raises(NotAllowed):
            checking.close(who, row)


@pytest.mark.parametrize("end", ["merged", "not checkable"])
def test_a_closed_rumours_lists_are_only_read(
    author: Account, desk: Desk, row: CheckList, end: str
) -> None:
    if end == "merged":
        triage.merge(author, row.rumour, triage.notice(author, desk, "Đập vỡ", "15"))
    else:
        triage.rumour_not_checkable(author, row.rumour, NotCheckable.OPINION)
    for step in (
        lambda: checking.take_up(author, row.rumour, CheckKind.PICTURE),
        lambda: checking.note_step(author, row, "gauge", GAUGED, seen=0),
        lambda: checking.undo_step(author, row, "gauge", seen=0),
        lambda: checking.close(author, row),
    ):
        with pytest.raises(FlowError) as refused:
            step()
        assert refused.value.code == "rumour_closed"


def test_open_steps_hold_nothing_back_and_void_no_signature(
    author: Account, colleague: Account, row: CheckList
) -> None:
    steps.prove(author, row.rumour)
    draft = steps.sign(colleague, steps.write(author, row.rumour))
    checking.note_step(author, row, "gauge", GAUGED, seen=0)
    draft.refresh_from_db()
    assert drafts.hash_of(draft) == draft.content_hash
    assert not drafts.missing(draft)


def test_pictures_of_the_messages_are_a_sign(author: Account, desk: Desk) -> None:
    message = steps.ask(
        desk, "m", "Cầu này đây", pictures=(pictures.encoded(pictures.photo(), "JPEG"),)
    )
    rumour = triage.open_rumour(author, message)
    assert CheckKind.PICTURE in {one.kind for one in checking.suggested(rumour)}


def test_a_rumour_with_a_list_is_no_empty_one(author: Account, desk: Desk) -> None:
    rumour = Rumour.objects.create(desk=desk, claim="Cầu sập", opened_at=steps.NOON)
    assert sightings.is_empty(rumour)
    checking.take_up(author, rumour, CheckKind.WARNING)
    assert not sightings.is_empty(rumour)
