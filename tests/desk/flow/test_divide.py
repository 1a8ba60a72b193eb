"""A person divides a message by hand and puts it together again; what an asker has read stays."""

import pytest

from kiemtin.desk import receipts
from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import answer, divide, match, triage
from kiemtin.desk.models import (
    Account,
    Delivery,
    Desk,
    MatchRecord,
    Message,
    Remembered,
    Rumour,
    Version,
)
from kiemtin.desk.words import Decision, MessageState, NotCheckable
from tests.desk import steps
from tests.desk.flow.test_parts import BOTH, DAM, RICE, asked, bridge, dam, decided

__all__ = ["bridge", "dam"]
NEWS = f"{DAM}. {RICE}"
AT = len(DAM) + 2


@pytest.fixture
def waiting(desk: Desk, author: Account, dam: Version) -> Message:
    """A message with one known and one new claim, which waits for a person as a whole."""
    message = asked(desk, NEWS)
    if message.state != MessageState.INBOX:
        triage.undo(author, message)
    return message


def test_each_part_is_matched_and_goes_its_own_way(
    author: Account, waiting: Message, dam: Version
) -> None:
    divide.divide(author, waiting, [AT])
    waiting.refresh_from_db()
    assert waiting.state == MessageState.DIVIDED
    assert decided(waiting) == [("attached", dam.claim), ("attached", RICE)]
    assert Delivery.objects.get().version == dam
    record = MatchRecord.objects.get(message=waiting, superseded_at=None)
    assert (record.by, record.decision) == (author, Decision.MAYBE)
    assert match.match_message(waiting) == MatchRecord.objects.filter(message=waiting).first()


def test_put_together_it_waits_as_it_was(author: Account, waiting: Message, dam: Version) -> None:
    before = MatchRecord.objects.get(message=waiting, superseded_at=None)
    divide.divide(author, waiting, [AT])
    opened = Rumour.objects.get(claim=RICE)
    divide.put_together(author, waiting.claims()[1])
    waiting.refresh_from_db()
    after = MatchRecord.objects.get(message=waiting, superseded_at=None)
    assert (waiting.state, after.candidates) == (MessageState.INBOX, before.candidates)
    assert list(Message.objects.all()) == [waiting]
    assert not Delivery.objects.exists()
    opened.refresh_from_db()
    assert not opened.sightings.exists()
    assert opened.indexed.removed, "what the machine had opened for a part is suggested no more"


def test_what_the_machine_divided_is_put_together_and_may_be_divided_anew(
    desk: Desk, author: Account, dam: Version, bridge: Rumour
) -> None:
    message = asked(desk)
    divide.put_together(author, message)
    record = MatchRecord.objects.get(message=message, superseded_at=None)
    assert {one["id"] for one in record.candidates} >= {dam.fact_check.rumour_id, bridge.pk}
    match.match_message(message)
    message.refresh_from_db()
    assert message.state == MessageState.INBOX, "the machine does not try again"
    divide.divide(author, message, [BOTH.index("Với lại")])
    assert decided(message) == [("attached", dam.claim), ("attached", bridge.claim)]


def test_what_was_decided_of_parts_is_taken_back_with_them(
    desk: Desk, author: Account, dam: Version, bridge: Rumour
) -> None:
    message = asked(desk)
    triage.attach(author, message.claims()[1], bridge)
    assert Remembered.objects.filter(undone_at=None).exists()
    divide.put_together(author, message)
    assert not Remembered.objects.filter(undone_at=None).exists()


def test_what_has_been_read_stays_divided(
    desk: Desk, author: Account, dam: Version, bridge: Rumour
) -> None:
    message = asked(desk)
    answer.seen(message)
    with pytest.raises(FlowError, match="đã đọc") as refused:
        divide.put_together(author, message)
    assert refused.value.code == "already_read"
    assert message.parts.count() == 2


def test_after_a_wrong_answer_every_part_waits_for_a_person(
    desk: Desk, author: Account, dam: Version
) -> None:
    message = steps.ask(desk, "1", NEWS)
    triage.attach(author, message, dam.fact_check.rumour)
    match.not_what_i_asked(receipts.code("web", "1"))
    message.refresh_from_db()
    divide.divide(author, message, [AT])
    assert decided(message) == [("inbox", ""), ("inbox", "")]
    assert not Delivery.objects.filter(refused_at=None).exists()


def test_only_a_waiting_whole_message_is_divided(
    desk: Desk, author: Account, dam: Version, bridge: Rumour, waiting: Message
) -> None:
    triage.not_checkable(author, waiting, NotCheckable.WISH)
    with pytest.raises(FlowError, match="đang chờ"):
        divide.divide(author, waiting, [AT])
    triage.undo(author, waiting)
    with pytest.raises(FlowError, match="đánh dấu"):
        divide.divide(author, waiting, [])
    with pytest.raises(FlowError, match="không có phần nào"):
        divide.put_together(author, waiting)
    with pytest.raises(FlowError, match="một phần"):
        divide.divide(author, asked(desk, BOTH, "2").claims()[1], [AT])


def test_a_page_that_is_out_of_date_says_so(
    desk: Desk, author: Account, dam: Version, bridge: Rumour
) -> None:
    message = asked(desk)
    part = message.claims()[1]
    divide.put_together(author, message)
    with pytest.raises(FlowError, match="vừa được gộp lại") as refused:
        triage.attach(author, part, bridge)
    assert refused.value.code == "put_together"


def test_strangers_divide_nothing(stranger: Account, waiting: Message) -> None:
    with pytest.raises(NotAllowed):
        divide.divide(stranger, waiting, [AT])
    with pytest.raises(NotAllowed):
        divide.put_together(stranger, waiting)
