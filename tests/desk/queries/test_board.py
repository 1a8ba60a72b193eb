"""What the board counts and who is to be called back: askers, however many claims they sent."""

import pytest

from kiemtin.desk.flow import answer, deliver, divide, triage
from kiemtin.desk.models import Account, Desk, Message
from kiemtin.desk.queries import board
from kiemtin.desk.words import NotCheckable
from tests.desk import steps
from tests.support.publishing import Staff

TEXT = "Cầu Cốc Lếu sập. Đập Nậm Mẫu vỡ"


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    """Who writes and who signs."""
    return Staff(desk, author, colleague)


@pytest.fixture
def claims(desk: Desk, author: Account) -> list[Message]:
    """Two claims of one caller, waiting in the inbox."""
    message = steps.ask(desk, "1", TEXT, reply_to="0900 000 001")
    divide.divide(author, message, [17])
    for one in message.claims():
        if one.state != "inbox":
            triage.undo(author, one)
    return list(message.claims())


def test_one_asker_is_one_sighting(desk: Desk, staff: Staff, claims: list[Message]) -> None:
    rumour = staff.open()
    for one in claims:
        triage.attach(staff.author, one, rumour)
    assert vars(board.board([desk]).get(pk=rumour.pk))["sightings_count"] == 1
    other = steps.ask(desk, "2", TEXT)
    triage.attach(staff.author, other, rumour)
    assert vars(board.board([desk]).get(pk=rumour.pk))["sightings_count"] == 2


def test_a_caller_is_called_once_for_all_that_is_known(
    desk: Desk, staff: Staff, claims: list[Message]
) -> None:
    bridge, dam = claims
    assert board.waiting([desk]).callbacks == 0
    version = staff.publish()
    triage.attach(staff.author, dam, version.fact_check.rumour)
    whole = bridge.whole
    assert list(board.callbacks([desk])) == [whole]
    told = board.told(whole)
    assert [one.message for one in told] == claims
    assert [one.delivery and one.delivery.version for one in told] == [None, version]
    assert not told[0].closed
    answer.called_back(staff.author, whole)
    triage.not_checkable(staff.author, bridge, NotCheckable.OPINION)
    assert board.told(whole)[0].closed
    assert not board.callbacks([desk]).exists()


def test_who_refused_the_answer_is_not_called(desk: Desk, staff: Staff) -> None:
    message = steps.ask(desk, "1", TEXT, reply_to="0900 000 001")
    triage.attach(staff.author, message, staff.publish().fact_check.rumour)
    deliver.run_due()
    assert list(board.callbacks([desk])) == [message]
    message.deliveries.update(refused_at=steps.NOON)
    assert not board.callbacks([desk]).exists()
    assert board.told(message)[0].delivery is None
