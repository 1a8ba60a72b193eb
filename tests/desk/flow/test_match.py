"""A message is same, maybe or new, once; a person and the asker can overrule, nothing is lost."""

from datetime import datetime

import pytest

from kiemtin.desk import receipts
from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import match, triage
from kiemtin.desk.models import Account, Delivery, Desk, Job, MatchRecord, Message, Rumour, Version
from kiemtin.desk.words import Decision, JobState, MessageState, NotCheckable
from kiemtin.matching.types import Match
from tests.desk import steps

SAME = "Đập thủy điện Nậm Mẫu bị vỡ phải không ạ"
DENIED = "Đập thủy điện Nậm Mẫu không bị vỡ đúng không"
OTHER = "Mai học sinh cả tỉnh được nghỉ học phải không"


def asked(desk: Desk, name: str, text: str, place: str | None = "15") -> Message:
    """Somebody asks and is matched."""
    message = steps.ask(desk, name, text, place=place)
    match.match_message(message)
    message.refresh_from_db()
    return message


def in_force(message: Message) -> MatchRecord:
    return MatchRecord.objects.get(message=message, superseded_at=None)


def test_new_claim_opens_a_rumour_and_the_next_one_joins_it(desk: Desk) -> None:
    first = asked(desk, "1", SAME)
    second = asked(desk, "2", SAME)
    assert in_force(first).decision == Decision.NEW
    assert in_force(second).decision == Decision.SAME
    assert Rumour.objects.get().sightings.count() == 2
    assert second.state == MessageState.ATTACHED


def test_same_as_what_is_published_is_answered_at_once(published: Version, desk: Desk) -> None:
    told = Delivery.objects.get(message=asked(desk, "1", SAME))
    assert (told.version, told.automatic) == (published, True)


@pytest.mark.parametrize(
    ("text", "place"),
    [(DENIED, "15"), (SAME, "14"), (OTHER, "15")],
    ids=["denied", "elsewhere", "other"],
)
def test_what_differs_is_never_answered_by_the_machine(
    published: Version, desk: Desk, text: str, place: str
) -> None:
    asked(desk, "1", text, place)
    assert not Delivery.objects.exists()


def test_maybe_waits_in_the_inbox_with_candidates_and_reasons(
    published: Version, desk: Desk
) -> None:
    message = asked(desk, "1", DENIED)
    record = in_force(message)
    assert (message.state, record.decision) == (MessageState.INBOX, Decision.MAYBE)
    assert record.candidates[0]["id"] == published.fact_check.rumour_id
    assert record.reasons


def test_matching_twice_changes_nothing_and_ends_the_job(desk: Desk) -> None:
    message = steps.ask(desk, "1", SAME)
    stale = Message.objects.get(pk=message.pk)
    assert match.match_message(message) == match.match_message(stale)
    assert Rumour.objects.count() == 1
    assert Job.objects.get().state == JobState.DONE


def test_answer_to_another_question_goes_back_to_a_person(published: Version, desk: Desk) -> None:
    message = asked(desk, "1", SAME)
    match.not_what_i_asked(receipts.code("web", "1").lower())
    message.refresh_from_db()
    assert message.state == MessageState.INBOX
    assert Delivery.objects.get().refused_at is not None
    assert in_force(message).by_asker
    assert match.match_message(message).by_asker, "the machine does not try again"


@pytest.mark.django_db
def test_unknown_receipt_says_what_to_do() -> None:
    with pytest.raises(FlowError, match="xem lại") as refused:
        match.not_what_i_asked("0000-0000-0000")
    assert refused.value.code == "unknown_receipt"


def test_judgements_are_superseded_and_kept(desk: Desk, author: Account) -> None:
    message = asked(desk, "1", SAME)
    rumour = triage.notice(author, desk, "Cầu sắp đóng")
    triage.attach(author, message, rumour)
    kept = MatchRecord.objects.filter(message=message).order_by("id")
    assert [(one.decision, one.by) for one in kept] == [("new", None), ("same", author)]
    assert kept[0].superseded_at is not None


def test_undone_decision_leaves_the_candidates_beside_the_message(
    published: Version, desk: Desk, author: Account
) -> None:
    message = asked(desk, "1", DENIED)
    before = in_force(message)
    triage.attach(author, message, published.fact_check.rumour)
    triage.undo(author, message)
    after = in_force(message)
    assert (after.candidates, after.reasons) == (before.candidates, before.reasons)
    assert (after.decision, after.rumour, after.by) == (Decision.MAYBE, None, None)


def test_merged_claim_stands_for_the_one_it_went_into(
    desk: Desk, author: Account, colleague: Account, noon: datetime
) -> None:
    message = asked(desk, "1", SAME)
    target = triage.notice(author, desk, OTHER)
    old = message.sighting.rumour
    found = match.record_match(message, _found(old))
    assert found.rumour == old
    triage.merge(author, old, target)
    assert match.record_match(message, _found(old)).rumour == target
    triage.rumour_not_checkable(author, target, NotCheckable.WISH)
    closed = match.record_match(message, _found(old))
    assert (closed.rumour, closed.decision) == (None, Decision.MAYBE)


def _found(rumour: Rumour) -> Match:
    return Match("same", str(rumour.pk), 0.9, (), ())
