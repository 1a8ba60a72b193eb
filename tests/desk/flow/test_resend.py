"""What is stuck is sent again by an administrator, and never where the address is gone."""

from datetime import timedelta

import pytest

from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import resend
from kiemtin.desk.flow.resend import Stuck
from kiemtin.desk.models import Account, AuditEntry, Desk, Sending, Version
from kiemtin.desk.moment import at
from kiemtin.desk.words import Role
from kiemtin.desk.words_reach import SendingKind, SendingState
from tests.desk import steps
from tests.desk.conftest import Maker

FAILED = Stuck("zalo_oa", SendingKind.SUBSCRIBED, SendingState.FAILED, "server")


@pytest.fixture
def chief(person: Maker, desk: Desk) -> Account:
    """Administers the site."""
    return person("chief", desk, Role.ADMINISTRATOR)


def stuck(version: Version | None, which: Stuck = FAILED, count: int = 1) -> None:
    """Sendings that ended so at noon."""
    for number in range(count):
        key = f"{which}{number}"[:120]
        Sending.objects.create(key=key, version=version, run_at=steps.NOON, **vars(which))


def test_what_failed_alike_waits_again_and_stands_in_the_book(
    published: Version, chief: Account
) -> None:
    stuck(published, count=3)
    stuck(published, Stuck("email", SendingKind.SUBSCRIBED, SendingState.FAILED, "gone"))
    assert resend.send_again(chief, FAILED) == 3
    assert Sending.objects.filter(state="queued").count() == 3
    assert Sending.objects.filter(state="failed").count() == 1
    entry = AuditEntry.objects.latest("number")
    assert entry.act == "sending.again"
    assert entry.details == {
        "channel": "zalo_oa",
        "kind": "subscribed",
        "error": "server",
        "count": 3,
    }
    assert resend.send_again(chief, FAILED) == 0
    assert AuditEntry.objects.latest("number") == entry


def test_a_reply_is_not_sent_again(noon: object, chief: Account) -> None:
    which = Stuck("zalo_oa", SendingKind.REPLY, SendingState.UNCERTAIN, "no_answer")
    stuck(None, which)
    with pytest.raises(FlowError):
        resend.send_again(chief, which)
    assert Sending.objects.get().state == "uncertain"


def test_only_who_administers_the_whole_site_sends_again(
    published: Version, author: Account, person: Maker, desk: Desk
) -> None:
    stuck(published)
    below = Desk.objects.create(slug="xa", name="Tổ xã", parent=desk)
    for somebody in (author, person("below", below, Role.ADMINISTRATOR)):
        with pytest.raises(NotAllowed):
            resend.send_again(somebody, FAILED)
    assert Sending.objects.get().state == "failed"


def test_what_is_long_past_is_left(published: Version, chief: Account) -> None:
    stuck(published)
    with at(steps.NOON + resend.LOOKED_BACK + timedelta(seconds=1)):
        assert resend.send_again(chief, FAILED) == 0
