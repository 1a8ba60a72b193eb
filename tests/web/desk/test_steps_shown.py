"""A step keeps what was typed and what a colleague wrote, and its fields are told apart."""

from kiemtin.desk.errors import StaleEdit
from kiemtin.desk.flow import checking
from kiemtin.desk.models import Account, Rumour
from kiemtin.desk.queries.checking import taken
from kiemtin.desk.words_evidence import CheckKind, StepState
from kiemtin.web.desk.steps_shown import ICONS, Attempt, both, form_of, shown

TYPED = {"state": "done", "note": "Của tôi.", "seen": "0"}


def stale(note: str) -> StaleEdit:
    return StaleEdit({"state": "nothing", "note": note, "by": "Lan"}, {}, 7)


def test_the_words_of_both_stand_in_the_field_once_each() -> None:
    assert both(TYPED, stale("Của Lan."))["note"] == "Của Lan.\nCủa tôi."
    assert both(TYPED, stale("Của tôi."))["note"] == "Của tôi."
    assert both(TYPED, stale(""))["note"] == "Của tôi."
    assert both(TYPED, stale("Của Lan."))["seen"] == "7"


def test_every_state_has_its_shape() -> None:
    assert set(ICONS) == {"", *StepState}


def test_only_the_step_that_was_tried_is_unfolded_with_what_was_typed(
    author: Account, rumour: Rumour
) -> None:
    row = checking.take_up(author, rumour, CheckKind.WARNING)
    (found,) = taken(rumour)
    form = form_of(row, "gauge", TYPED)
    steps = shown(found, frozenset(), Attempt("gauge", form, stale("Của Lan.")))
    (tried,) = (one for one in steps if one.open)
    assert (tried.step.code, tried.form, tried.icon) == ("gauge", form, "dash")
    assert tried.theirs is not None
    assert tried.theirs.note == "Của Lan."
    assert len({one.form["note"].auto_id for one in steps}) == len(steps)
