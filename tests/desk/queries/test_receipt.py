"""What a receipt shows, by the state of its message."""

from datetime import UTC, datetime

import pytest

from kiemtin.channels.shape import Inbound
from kiemtin.desk.flow import deliver, divide, match, triage
from kiemtin.desk.flow.receive import Received, receive
from kiemtin.desk.models import Account, Desk, Version
from kiemtin.desk.queries import receipt as queries
from kiemtin.desk.words import NotCheckable, VersionKind
from tests.support.publishing import Staff


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    return Staff(desk, author, colleague)


def ask(desk: Desk, text: str = "Nghe nói cầu Cốc Lếu sắp sập", place: str = "") -> Received:
    asked = Inbound("web", text, text, datetime(2024, 9, 9, 13, tzinfo=UTC), place or None)
    return receive(asked, desk)


def shown(received: Received) -> queries.Receipt:
    found = queries.receipt(received.receipt)
    assert found is not None
    return found


def test_a_code_that_nobody_was_given_shows_nothing(desk: Desk) -> None:
    assert queries.receipt("7KQM-2XPA-9TB4") is None
    assert not queries.exists("7KQM-2XPA-9TB4")
    assert queries.exists(ask(desk).receipt.lower())


def test_received_until_somebody_or_something_decides(desk: Desk) -> None:
    assert shown(ask(desk)).step == "received"


def test_being_checked_once_it_is_a_rumours(desk: Desk, staff: Staff) -> None:
    asked = ask(desk)
    triage.attach(staff.author, asked.message, staff.open())
    found = shown(asked)
    assert (found.step, found.elsewhere, found.may_refuse) == ("checking", None, False)


def test_answered_with_the_version_that_was_delivered(desk: Desk, staff: Staff) -> None:
    asked, version = ask(desk), staff.publish()
    triage.attach(staff.author, asked.message, version.fact_check.rumour)
    found = shown(asked)
    assert (found.step, found.version, found.changed) == ("answered", version, False)
    assert found.may_refuse


def test_changed_when_another_version_was_delivered_before(desk: Desk, staff: Staff) -> None:
    asked, first = ask(desk), staff.publish()
    triage.attach(staff.author, asked.message, first.fact_check.rumour)
    second = staff.again(first.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Nhầm.")
    deliver.run_due()
    found = shown(asked)
    assert (found.version, found.told) == (second, first)
    assert found.changed
    assert found.withdrawn


def test_an_answer_about_another_rumour_is_not_shown_any_more(desk: Desk, staff: Staff) -> None:
    asked, wrong = ask(desk), staff.publish()
    triage.attach(staff.author, asked.message, wrong.fact_check.rumour)
    triage.attach(staff.author, asked.message, staff.open(claim="Cầu Cốc Lếu bị sập"))
    assert shown(asked).step == "checking"


def refuse(asked: Received, version: Version, staff: Staff) -> None:
    triage.attach(staff.author, asked.message, version.fact_check.rumour)
    match.not_what_i_asked(asked.receipt)


def test_a_refused_answer_is_gone_and_remembered_as_refused(desk: Desk, staff: Staff) -> None:
    asked = ask(desk)
    refuse(asked, staff.publish(), staff)
    found = shown(asked)
    assert (found.step, found.refused_before) == ("received", True)


def test_an_answer_elsewhere_is_pointed_at(desk: Desk, staff: Staff) -> None:
    asked, version = ask(desk, place="15"), staff.publish(place="14")
    triage.attach(staff.author, asked.message, version.fact_check.rumour)
    assert shown(asked).elsewhere == version.fact_check


def test_closed_messages_say_how(desk: Desk, staff: Staff) -> None:
    opinion, greeting = ask(desk, "Xã làm chậm quá"), ask(desk, "Chào bàn")
    triage.not_checkable(staff.author, opinion.message, NotCheckable.CRITICISM)
    triage.set_aside(staff.author, greeting.message)
    assert (shown(opinion).step, shown(greeting).step) == ("not_checkable", "set_aside")


def test_several_claims_have_a_receipt_each_in_the_order_of_the_text(
    desk: Desk, staff: Staff
) -> None:
    asked, version = ask(desk, "Cầu Cốc Lếu sập. Đập Nậm Mẫu vỡ"), staff.publish()
    divide.divide(staff.author, asked.message, [17])
    bridge, dam = asked.message.claims()
    for one in (bridge, dam):
        if one.state != "inbox":
            triage.undo(staff.author, one)
    triage.attach(staff.author, dam, version.fact_check.rumour)
    found = shown(asked)
    assert (found.step, found.unread) == ("divided", True)
    assert [one.step for one in found.claims] == ["received", "answered"]
    assert [one.message for one in found.claims] == [bridge, dam]
