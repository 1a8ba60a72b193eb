"""What waited longer than was thought: it goes out in nobody's night, and not at all when the desk
has said something else meanwhile.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import Settings

from kiemtin.desk.connectors import connectors
from kiemtin.desk.flow import broadcasting, holding, outbox, reply_to, sending, triage
from kiemtin.desk.models import Account, Communicator, Desk, HoldingLine, Rumour, Sending, Version
from kiemtin.desk.moment import at
from kiemtin.desk.words_reach import Priority, SendingKind, SendingState
from tests.desk import steps
from tests.support.peers.http import Reply
from tests.support.peers.sms_gate import SmsGate
from tests.support.reach import set_up
from tests.support.spread import BAC_HA, communicator

PHONE = "+84900000001"
NIGHT = datetime(2025, 10, 1, 17, tzinfo=UTC)  # midnight in Vietnam
MORNING = datetime(2025, 10, 1, 22, 30, tzinfo=UTC)  # 05:30
SERVER = Reply(500)


@pytest.fixture
def gate(settings: Settings, db: None, noon: datetime) -> Iterator[SmsGate]:
    """The SMS gate at noon."""
    with SmsGate() as peer:
        set_up(settings, peer.environ())
        yield peer


@pytest.fixture
def herald(desk: Desk, author: Account, noon: datetime) -> Communicator:
    """A communicator with a telephone."""
    return communicator(desk, author, BAC_HA, channels=["sms_gate"])


@pytest.fixture
def line(noon: datetime, rumour: Rumour, colleague: Account) -> HoldingLine:
    """A holding line in force."""
    return holding.publish_holding_line(
        colleague, rumour, safe_action="Lên chỗ cao.", checking="Đập vỡ hay không."
    )


def only() -> Sending:
    """The one sending that there is."""
    return Sending.objects.get()


def test_what_a_stopped_worker_left_waits_for_the_morning(
    gate: SmsGate, published: Version, colleague: Account, herald: Communicator
) -> None:
    broadcasting.order(colleague, published, Priority.FIRST, ["15"])
    with at(NIGHT):
        sending.send_due()
    assert (gate.sent, only().state, only().run_at) == ([], SendingState.QUEUED, MORNING)
    assert only().attempts == 0
    with at(MORNING):
        sending.send_due()
    assert len(gate.sent) == 1


def test_urgent_and_what_was_asked_for_go_out_at_night(
    gate: SmsGate, published: Version, colleague: Account, herald: Communicator
) -> None:
    broadcasting.order(colleague, published, Priority.URGENT, ["15"])
    sealed = reply_to.sealed(PHONE)
    about = {"key": "k", "text": "help", "sealed": sealed, "run_at": steps.NOON}
    outbox.queue([Sending(kind=SendingKind.REPLY, channel="sms_gate", **about)])
    with at(NIGHT):
        sending.send_due()
    assert len(gate.sent) == 2


def test_what_the_desk_stopped_is_not_tried_again(
    gate: SmsGate, published: Version, colleague: Account, herald: Communicator
) -> None:
    broadcast = broadcasting.order(colleague, published, Priority.FIRST, ["15"])
    taken = sending.claim(next(one for one in connectors() if one.name == "sms_gate"))
    assert taken is not None
    broadcasting.stop(colleague, broadcast)
    sending.later(taken, "server", 0)
    sending.send_due()
    assert (gate.sent, only().state, only().error) == ([], SendingState.STOPPED, "stopped")


def test_a_line_goes_out_no_more_when_another_took_its_place(
    gate: SmsGate, line: HoldingLine, rumour: Rumour, colleague: Account, herald: Communicator
) -> None:
    broadcasting.order(colleague, line, Priority.FIRST, [BAC_HA])
    with at(steps.NOON + timedelta(minutes=1)):
        holding.publish_holding_line(
            colleague, rumour, safe_action="Ở chỗ cao.", checking="Vẫn đang đo."
        )
        sending.send_due()
    assert (gate.sent, only().state, only().error) == ([], SendingState.STOPPED, "superseded")


def test_a_line_goes_out_no_more_when_its_rumour_was_merged_into_another(
    gate: SmsGate, line: HoldingLine, rumour: Rumour, colleague: Account, herald: Communicator
) -> None:
    broadcasting.order(colleague, line, Priority.FIRST, [BAC_HA])
    other = triage.notice(colleague, rumour.desk, "Đập thủy điện Nậm Mẫu bị nứt.")
    triage.merge(colleague, rumour, other)
    sending.send_due()
    assert (gate.sent, only().state) == ([], SendingState.STOPPED)


@pytest.mark.parametrize("name", ["", "of an earlier try"])
def test_word_of_an_earlier_try_ends_nothing_that_waits(gate: SmsGate, name: str) -> None:
    row = Sending(kind=SendingKind.REPLY, channel="sms_gate", key="k", text="help")
    row.sealed, row.run_at = reply_to.sealed(PHONE), steps.NOON
    row.peer_id = sending.peer_name("sms_gate", name)
    outbox.queue([row])
    sending.undelivered("sms_gate", name, "refused")
    assert only().state == SendingState.QUEUED
    sending.send_due()
    assert len(gate.sent) == 1


def test_a_peers_name_of_a_message_is_not_kept_for_it_may_hold_the_number(gate: SmsGate) -> None:
    row = Sending(kind=SendingKind.REPLY, channel="sms_gate", key="k", text="help")
    row.sealed, row.run_at = reply_to.sealed(PHONE), steps.NOON
    outbox.queue([row])
    taken = sending.claim(connectors()[0])
    assert taken is not None
    sending.sent(taken, f"wamid.{PHONE}")
    assert PHONE not in only().peer_id
    sending.told("sms_gate", f"wamid.{PHONE}", steps.NOON)
    assert only().received_at == steps.NOON
