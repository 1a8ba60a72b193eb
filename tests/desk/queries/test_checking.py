"""What is open and what was noted of each list, and which others fit."""

import pytest

from kiemtin.desk.checklists import LISTS
from kiemtin.desk.flow import checking
from kiemtin.desk.models import Account, CheckList, CheckStep, Rumour
from kiemtin.desk.queries.checking import offered, taken
from kiemtin.desk.words_evidence import CheckKind, StepState
from tests.desk.steps import NOON

DONE = checking.Word(StepState.DONE, "Mực nước 78,2 m.")


@pytest.fixture
def row(author: Account, rumour: Rumour) -> CheckList:
    """The list of a warning, taken up."""
    return checking.take_up(author, rumour, CheckKind.WARNING)


def test_steps_come_in_the_order_of_the_list_with_what_was_noted(
    author: Account, row: CheckList
) -> None:
    for code in ("gauge", "safety"):
        checking.note_step(author, row, code, DONE, seen=0)
    (found,) = taken(row.rumour)
    assert (found.done, found.total, found.unused) == (2, 8, False)
    assert [step.code for step, _noted in found.noted] == ["safety", "gauge"]
    waiting = {step.code for step in found.waiting}
    assert waiting == LISTS[CheckKind.WARNING].codes - {"gauge", "safety"}


def test_a_note_of_a_step_that_is_no_more_is_still_shown(author: Account, row: CheckList) -> None:
    given = {"state": StepState.DONE, "note": "Hỏi trạm.", "by": author, "at": NOON}
    CheckStep.objects.create(check_list=row, step="of_before", **given)
    (found,) = taken(row.rumour)
    assert [one.note for one in found.former] == ["Hỏi trạm."]
    assert (found.done, found.unused) == (0, False)


def test_what_fits_is_offered_first_and_what_was_taken_no_more(
    author: Account, rumour: Rumour
) -> None:
    before = offered(rumour)
    assert before[0].kind == CheckKind.WARNING
    assert before[0].reasons
    assert {one.kind for one in before} == set(CheckKind)
    checking.take_up(author, rumour, CheckKind.WARNING)
    assert {one.kind for one in offered(rumour)} == set(CheckKind) - {CheckKind.WARNING}
