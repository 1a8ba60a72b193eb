"""Where an answer goes is sealed, and gone with the loan."""

from datetime import datetime

import pytest
from pytest_django import Settings

from kiemtin.desk.flow import reply_to
from kiemtin.desk.models import Desk, Sending
from tests.desk import steps
from tests.support.peers.zalo_oa import ZaloOA
from tests.support.reach import set_up


def test_a_reply_carries_its_address_sealed(db: None) -> None:
    row = Sending(kind="reply", sealed=reply_to.sealed("24681357", "AAAA-BBBB-CCCC"))
    assert b"24681357" not in bytes(row.sealed or b"")
    assert reply_to.opened(row) == ("24681357", "AAAA-BBBB-CCCC")


def test_an_answer_goes_to_the_loan_of_its_message(desk: Desk, noon: datetime) -> None:
    packed = reply_to.pack("24681357", "AAAA-BBBB-CCCC")
    message = steps.ask(desk, "m1", channel="messenger", reply_to=packed)
    row = Sending(kind="answer", message=message)
    assert reply_to.opened(row) == ("24681357", "AAAA-BBBB-CCCC")
    message.reply_address.delete()
    with pytest.raises(reply_to.Nobody):
        reply_to.opened(row)


def test_it_sends_only_over_what_is_set_up(settings: Settings) -> None:
    with ZaloOA() as peer:
        set_up(settings, peer.environ())
    assert reply_to.sends_over("zalo_oa")
    assert not reply_to.sends_over("telegram")
    assert not reply_to.sends_over("web")
