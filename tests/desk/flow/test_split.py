"""A message is taken out of its rumour and two rumours apart by a person; both can be undone."""

from collections.abc import Callable

import pytest

from kiemtin.desk import receipts
from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import answer, match, review, split, triage
from kiemtin.desk.models import (
    Account,
    Delivery,
    Desk,
    Draft,
    MatchRecord,
    Merge,
    Message,
    Remembered,
    Rumour,
    Sighting,
    Version,
)
from kiemtin.desk.words import Decision, MessageState, NotCheckable, RumourState
from tests.desk import steps

SAID = "Đập thủy điện Nậm Mẫu bị vỡ phải không ạ"


@pytest.fixture
def message(published: Version, desk: Desk) -> Message:
    """One that the machine answered by itself."""
    message = steps.ask(desk, "1", SAID)
    match.match_message(message)
    return message


@pytest.fixture
def other(author: Account, desk: Desk) -> Rumour:
    """Another rumour of the desk."""
    return triage.notice(author, desk, "Cầu Cốc Lếu sắp đóng", "15")


@pytest.fixture
def opened(author: Account, desk: Desk) -> Rumour:
    """A rumour with two messages, and a draft that is being written."""
    rumour = triage.notice(author, desk, "Chợ phiên dời sang thứ bảy", "15")
    for name in "ab":
        triage.attach(author, steps.ask(desk, name, f"Chợ phiên dời rồi hả bàn {name}"), rumour)
    rumour = steps.assess(author, rumour)
    steps.write(author, rumour)
    rumour.refresh_from_db()
    return rumour


def in_force(message: Message) -> MatchRecord:
    return MatchRecord.objects.get(message=message, superseded_at=None)


def inside(rumour: Rumour) -> int:
    return Sighting.objects.filter(rumour=rumour).count()


def everything() -> list[object]:
    models = (Message, Rumour, Sighting, MatchRecord, Delivery, Draft, Remembered, Merge)
    return [list(model._default_manager.order_by("pk").values()) for model in models]


def refused(step: Callable[..., object], *given: object) -> str:
    """The code of the refusal; nothing may have changed."""
    before = everything()
    with pytest.raises(FlowError) as refusal:
        step(*given)
    assert everything() == before
    return refusal.value.code


def test_what_is_taken_out_waits_in_the_inbox_without_its_answer(
    author: Account, message: Message, rumour: Rumour
) -> None:
    split.take_out(author, message, rumour)
    message.refresh_from_db()
    record = in_force(message)
    assert message.state == MessageState.INBOX
    assert (record.decision, record.by, record.rumour) == (Decision.MAYBE, author, None)
    assert rumour.pk not in [one["id"] for one in record.candidates]
    assert not Delivery.objects.exists()
    assert inside(rumour) == 0


def test_an_answer_that_was_read_stays_in_the_ledger_as_no_answer(
    author: Account, message: Message, rumour: Rumour
) -> None:
    answer.seen(message)
    split.take_out(author, message, rumour)
    told = Delivery.objects.get()
    assert told.seen_at is not None
    assert told.refused_at is not None


def test_taking_out_is_undone_as_if_it_had_not_been(
    author: Account, message: Message, rumour: Rumour
) -> None:
    before = in_force(message)
    split.take_out(author, message, rumour)
    split.put_back(author, message, rumour)
    message.refresh_from_db()
    after = in_force(message)
    assert message.state == MessageState.ATTACHED
    assert (after.decision, after.rumour, after.by) == (before.decision, before.rumour, before.by)
    assert (after.reasons, after.candidates) == (before.reasons, before.candidates)
    assert Delivery.objects.get().automatic
    assert not Remembered.objects.filter(undone_at=None).exists()


def test_an_answer_that_was_read_stands_again_when_taking_out_is_undone(
    author: Account, message: Message, rumour: Rumour
) -> None:
    answer.seen(message)
    split.take_out(author, message, rumour)
    split.put_back(author, message, rumour)
    told = Delivery.objects.get()
    assert told.seen_at is not None
    assert told.refused_at is None


def test_what_was_decided_since_is_not_undone(
    author: Account, message: Message, rumour: Rumour, other: Rumour
) -> None:
    split.take_out(author, message, rumour)
    triage.attach(author, message, other)
    assert refused(split.put_back, author, message, rumour) == "decided_since"
    assert refused(split.take_out, author, message, rumour) == "not_there"


def test_what_an_asker_refused_is_not_put_back_by_undo(
    author: Account, message: Message, rumour: Rumour
) -> None:
    match.not_what_i_asked(receipts.code("web", "1"))
    message.refresh_from_db()
    assert refused(split.put_back, author, message, rumour) == "decided_since"


def test_a_merge_taken_apart_leaves_both_as_they_were(
    author: Account, opened: Rumour, other: Rumour, desk: Desk
) -> None:
    triage.attach(author, steps.ask(desk, "c", "Cầu Cốc Lếu đóng à"), other)
    was = Rumour.objects.filter(pk=opened.pk).values().get()
    triage.merge(author, opened, other)
    assert (inside(opened), inside(other)) == (0, 3)
    split.take_apart(author, Merge.objects.get())
    assert (inside(opened), inside(other)) == (2, 1)
    assert Rumour.objects.filter(pk=opened.pk).values().get() == was
    closed, goes_on = opened.drafts.order_by("pk")
    assert (closed.is_open, goes_on.is_open) == (False, True)
    assert goes_on.content() == closed.content()
    assert [one.account for one in goes_on.authors.all()] == [author]


def test_a_draft_does_not_go_on_when_its_author_has_an_interest_by_now(
    author: Account, colleague: Account, opened: Rumour, other: Rumour
) -> None:
    triage.merge(author, opened, other)
    review.declare_conflict(author, opened, "Nhà ở dưới đập")
    split.take_apart(colleague, Merge.objects.get())
    assert not opened.drafts.filter(is_open=True).exists()


def test_a_message_that_went_elsewhere_since_stays_there(
    author: Account, opened: Rumour, other: Rumour
) -> None:
    third = triage.notice(author, opened.desk, "Đèo Ô Quy Hồ cấm xe", "15")
    message = Message.objects.filter(sighting__rumour=opened).first()
    assert message is not None
    triage.merge(author, opened, other)
    triage.attach(author, message, third)
    split.take_apart(author, Merge.objects.get())
    assert (inside(opened), inside(third)) == (1, 1)


def test_a_merge_into_what_was_merged_itself_comes_back_from_there(
    author: Account, opened: Rumour, other: Rumour
) -> None:
    third = triage.notice(author, opened.desk, "Đèo Ô Quy Hồ cấm xe", "15")
    triage.merge(author, opened, other)
    triage.merge(author, other, third)
    assert inside(third) == 2
    split.take_apart(author, Merge.objects.get(rumour=opened))
    assert (inside(opened), inside(third)) == (2, 0)
    split.take_apart(author, Merge.objects.get(rumour=other))
    other.refresh_from_db()
    assert (other.state, inside(other)) == (RumourState.CHECKING, 0)


def test_who_was_answered_by_a_merge_is_not_when_it_is_taken_apart(
    published: Version, author: Account, opened: Rumour
) -> None:
    triage.merge(author, opened, published.fact_check.rumour)
    first, second = Delivery.objects.order_by("pk")
    answer.seen(first.message)
    split.take_apart(author, Merge.objects.get())
    assert [one.refused_at is not None for one in Delivery.objects.all()] == [True]
    assert not Delivery.objects.filter(pk=second.pk).exists()


def test_a_merge_is_taken_apart_once(author: Account, opened: Rumour, other: Rumour) -> None:
    triage.merge(author, opened, other)
    merge = Merge.objects.get()
    split.take_apart(author, merge)
    assert refused(split.take_apart, author, merge) == "not_merged"
    triage.merge(author, opened, other)
    assert Merge.objects.filter(undone_at=None).count() == 1


def test_messages_of_what_was_found_not_checkable_come_back_open(
    author: Account, opened: Rumour, other: Rumour
) -> None:
    triage.merge(author, opened, other)
    triage.rumour_not_checkable(author, other, NotCheckable.WISH)
    split.take_apart(author, Merge.objects.get())
    states = set(Message.objects.filter(sighting__rumour=opened).values_list("state", flat=True))
    assert states == {MessageState.ATTACHED}


def test_a_stranger_splits_nothing(
    author: Account, stranger: Account, message: Message, rumour: Rumour, opened: Rumour,
    other: Rumour,
) -> None:  # fmt: skip
    triage.merge(author, opened, other)
    for step, given in (
        (split.take_out, (message, rumour)),
        (split.put_back, (message, rumour)),
        (split.take_apart, (Merge.objects.get(),)),
    ):
        before = everything()
        with pytest.raises(NotAllowed):
            step(stranger, *given)
        assert everything() == before
