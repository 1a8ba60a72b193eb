"""Anyone objects without account; the desk answers once, in public, within seven working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.desk import moment
from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import listen
from kiemtin.desk.models import Account, FactCheck, LogEntry, Objection, Rumour
from kiemtin.desk.words import ObjectionOutcome, VersionKind
from kiemtin.text.canonical import TextRefused
from tests.desk.steps import NOON, release

TEXT = "Giờ đo ghi sai: trạm đo lúc 22 giờ."


@pytest.fixture
def fact_check(author: Account, colleague: Account, rumour: Rumour) -> FactCheck:
    """What somebody objects to."""
    return release(author, colleague, rumour).fact_check


def object_to(fact_check: FactCheck, external_id: str = "form-1") -> Objection:
    """The objection as stored."""
    fact_check.refresh_from_db()
    return listen.object_to(fact_check, TEXT, external_id=external_id).objection


def test_one_form_is_one_objection(fact_check: FactCheck) -> None:
    fact_check.refresh_from_db()
    first, again = (listen.object_to(fact_check, TEXT, external_id="form-1") for _ in range(2))
    assert (first.created, again.created) == (True, False)
    assert (first.objection, first.receipt) == (again.objection, again.receipt)
    assert object_to(fact_check, "form-2") != first.objection
    assert LogEntry.objects.filter(kind="objection_received").count() == 2


def test_answer_is_due_after_seven_working_days(fact_check: FactCheck) -> None:
    with moment.at(NOON):  # a Wednesday
        assert object_to(fact_check).due_on == date(2025, 10, 10)


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(1, 30))
def test_working_days_are_monday_to_friday(day: date, count: int) -> None:
    due = listen.working_days_after(day, count)
    between = (day + timedelta(days=ahead) for ahead in range(1, (due - day).days + 1))
    assert due.weekday() < 5
    assert sum(one.weekday() < 5 for one in between) == count


def test_text_is_redacted_and_never_empty(fact_check: FactCheck) -> None:
    fact_check.refresh_from_db()
    found = listen.object_to(
        fact_check,
        "Gọi tôi 0900 000 001",
        external_id="form-1",
        link="https://www.facebook.com/nguyen.van.x",
    ).objection
    assert "0900" not in found.text
    assert not found.link
    with pytest.raises(TextRefused):
        listen.object_to(fact_check, " ", external_id="form-2")


def test_it_is_answered_once_with_a_reason(
    author: Account, colleague: Account, stranger: Account, fact_check: FactCheck
) -> None:
    objection = object_to(fact_check)
    with pytest.raises(NotAllowed):
        listen.answer_objection(stranger, objection, ObjectionOutcome.REFUSED, "Không.")
    with pytest.raises(FlowError) as refused:
        listen.answer_objection(author, objection, ObjectionOutcome.REFUSED, " ")
    assert refused.value.code == "no_reason"
    listen.answer_objection(author, objection, ObjectionOutcome.REFUSED, "Giờ đo đúng.")
    with pytest.raises(FlowError) as refused:
        listen.answer_objection(colleague, objection, ObjectionOutcome.ACCEPTED, "Đúng vậy.")
    assert refused.value.code == "already_answered"
    objection.refresh_from_db()
    assert (objection.outcome, objection.answer) == (ObjectionOutcome.REFUSED, "Giờ đo đúng.")
    assert not fact_check.rumour.drafts.filter(is_open=True).exists()


def test_accepted_objection_opens_an_amendment(author: Account, fact_check: FactCheck) -> None:
    objection = object_to(fact_check)
    listen.answer_objection(author, objection, ObjectionOutcome.ACCEPTED, "Cảm ơn, sẽ sửa.")
    draft = fact_check.rumour.drafts.get(is_open=True)
    fact_check.refresh_from_db()
    assert draft.kind == VersionKind.AMENDMENT
    assert fact_check.current is not None
    assert draft.content() == fact_check.current.content()
    entry = LogEntry.objects.get(kind="objection_answered")
    assert entry.body["outcome"] == "accepted"
