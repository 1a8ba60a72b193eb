"""What goes out goes once, and the ledger says what became of it whatever the peer does."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import httpx
import pytest
from pytest_django import Settings

from kiemtin.channels import outbound
from kiemtin.desk import connectors
from kiemtin.desk.addresses import lookup
from kiemtin.desk.flow import outbox, reply_to, sending, tokens
from kiemtin.desk.models import ChannelState, Sending, Subscription, Version
from kiemtin.desk.moment import at
from kiemtin.desk.sealing import seal
from kiemtin.desk.words_reach import SendingKind, SendingState
from tests.desk import steps
from tests.support.peers.http import CLOSED, HANG, LOST, Fault, Reply, reply
from tests.support.peers.sms_gate import SmsGate
from tests.support.peers.zalo_oa import ZaloOA
from tests.support.reach import set_up

WHO, PHONE = "246845883529197922", "+84900000001"
SERVER, BUSY = Reply(500), Reply(429, b"{}", {"Retry-After": "7"})


@pytest.fixture
def zalo(settings: Settings, db: None, noon: datetime) -> Iterator[ZaloOA]:
    """Zalo keeps no keys: what may have arrived is not asked again."""
    with ZaloOA() as peer:
        set_up(settings, peer.environ())
        yield peer


@pytest.fixture
def gate(settings: Settings, db: None, noon: datetime) -> Iterator[SmsGate]:
    """The SMS gate keeps keys: asking twice sends once."""
    with SmsGate() as peer:
        set_up(settings, peer.environ())
        yield peer


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A peer that says nothing is given up at once."""
    monkeypatch.setattr(outbound, "TIMEOUT", httpx.Timeout(0.2))


def reply_row(key: str = "k", channel: str = "zalo_oa", to: str = WHO) -> Sending:
    """A short word of the desk that waits."""
    sealed = reply_to.sealed(to)
    row = Sending(kind=SendingKind.REPLY, channel=channel, key=key, text="help", sealed=sealed)
    row.run_at = steps.NOON
    outbox.queue([row])
    return Sending.objects.get(key=key)


def subscriber() -> Subscription:
    """Somebody who wants everything by Zalo."""
    return Subscription.objects.create(
        channel="zalo_oa",
        lookup=lookup("zalo_oa", WHO),
        sealed=seal(WHO),
        asked_at=steps.NOON,
        confirmed_at=steps.NOON,
    )


def told(row: Sending) -> tuple[str, str, int]:
    """State, error and attempts as they stand."""
    row.refresh_from_db()
    return row.state, row.error, row.attempts


def test_it_goes_once_and_its_address_is_gone(zalo: ZaloOA) -> None:
    row = reply_row()
    outbox.queue([Sending(kind="reply", channel="zalo_oa", key="k", run_at=steps.NOON)])
    assert sending.send_due() == 1
    assert sending.send_due() == 0
    assert [who for who, _text in zalo.sent] == [WHO]
    assert told(row) == ("sent", "", 0)
    assert row.sealed is None
    assert row.peer_id


@pytest.mark.parametrize(("fault", "code"), [(SERVER, "server"), (BUSY, "busy")])
def test_what_passes_is_tried_again_later(zalo: ZaloOA, fault: Reply, code: str) -> None:
    row = reply_row()
    sending.send_due()  # the first call renews the token
    zalo.sent.clear()
    row = reply_row("k2")
    zalo.fail(fault)
    sending.send_due()
    assert told(row) == ("queued", code, 1)
    assert row.run_at > steps.NOON
    with at(row.run_at):
        sending.send_due()
    assert told(row)[0] == "sent"
    assert len(zalo.sent) == 1


@pytest.mark.parametrize("fault", [HANG, CLOSED, LOST])
def test_what_may_have_arrived_is_not_sent_again_where_the_peer_keeps_no_keys(
    zalo: ZaloOA, fault: Fault, impatient: None
) -> None:
    reply_row("warm")
    sending.send_due()
    row = reply_row()
    zalo.fail(fault)
    sending.send_due()
    assert told(row) == ("uncertain", "no_answer", 0)
    with at(steps.NOON + timedelta(days=2)):
        assert sending.send_due() == 0


@pytest.mark.parametrize("fault", [HANG, CLOSED, LOST])
def test_where_the_peer_keeps_keys_it_is_asked_again_and_sends_once(
    gate: SmsGate, fault: Fault, impatient: None
) -> None:
    row = reply_row(channel="sms_gate", to=PHONE)
    gate.fail(fault)
    sending.send_due()
    assert told(row)[:2] == ("queued", "no_answer")
    with at(row.run_at):
        sending.send_due()
    assert told(row)[0] == "sent"
    assert len(gate.sent) == 1


def test_a_peer_that_says_yes_and_fails_is_not_believed(zalo: ZaloOA) -> None:
    zalo.errors[WHO] = -201
    row = reply_row()
    sending.send_due()
    assert told(row)[:2] == ("failed", "refused")


def test_a_second_try_waits_for_the_morning_too(zalo: ZaloOA, published: Version) -> None:
    reply_row("warm")
    sending.send_due()
    subscriber()
    evening = steps.NOON.replace(hour=13, minute=59, second=50)  # 20:59:50 in Vietnam
    with at(evening):
        steps.told()
        zalo.fail(SERVER, SERVER)
        sending.send_due()
        row = Sending.objects.get(kind="subscribed")
        with at(evening + timedelta(seconds=6)):
            sending.send_due()
    row.refresh_from_db()
    assert row.run_at.hour == 22  # 05:30 in Vietnam


def test_after_eight_tries_it_is_given_up_and_said_so(gate: SmsGate) -> None:
    row = reply_row(channel="sms_gate", to=PHONE)
    gate.fail(*[SERVER] * 9)
    for _try in range(9):
        row.refresh_from_db()
        with at(row.run_at):
            sending.send_due()
    assert told(row)[:2] == ("failed", "server")
    sending.again(row)
    assert told(row)[0] == "failed"


def test_a_person_may_send_again_what_is_uncertain(
    zalo: ZaloOA, published: Version, impatient: None
) -> None:
    reply_row("warm")
    sending.send_due()
    subscriber()
    steps.told()
    zalo.fail(HANG)
    sending.send_due()
    row = Sending.objects.get(kind="subscribed")
    assert told(row)[0] == "uncertain"
    sending.again(row)
    sending.send_due()
    assert told(row)[0] == "sent"


def test_a_worker_that_was_lost_leaves_no_double(zalo: ZaloOA) -> None:
    row = reply_row()
    channel = connectors.connector("zalo_oa")
    assert channel
    taken = sending.claim(channel)
    assert taken
    with at(steps.NOON + sending.ABANDONED + timedelta(seconds=1)):
        assert sending.send_due() == 0
    assert told(row)[:2] == ("uncertain", "abandoned")
    sending.sent(taken, "late")
    assert told(row)[0] == "uncertain"


def test_two_workers_never_take_the_same(zalo: ZaloOA) -> None:
    reply_row()
    channel = connectors.connector("zalo_oa")
    assert channel
    assert sending.claim(channel)
    assert sending.claim(channel) is None


def test_urgent_goes_before_what_waited_longer(gate: SmsGate) -> None:
    reply_row("first", "sms_gate", "+84900000001")
    reply_row("urgent", "sms_gate", "+84900000002")
    Sending.objects.filter(key="urgent").update(urgent=True)
    sending.send_due()
    assert [who for who, _text in gate.sent] == ["+84900000002", "+84900000001"]


def test_who_is_gone_is_on_no_list_any_more(zalo: ZaloOA, published: Version) -> None:
    one = subscriber()
    steps.told()
    zalo.errors[WHO] = -213
    sending.send_due()
    row = Sending.objects.get(kind="subscribed")
    assert told(row)[:2] == ("failed", "gone")
    assert not Subscription.objects.filter(pk=one.pk).exists()


def test_an_expired_version_is_not_sent_any_more(zalo: ZaloOA, published: Version) -> None:
    subscriber()
    steps.told()
    row = Sending.objects.get()
    version = Version.objects.select_related("fact_check").get(pk=published.pk)
    version.valid_until = (steps.NOON - timedelta(days=1)).date()
    row.version = version
    assert sending.no_longer(row) == "expired"


def test_an_access_token_that_ended_early_is_renewed_and_the_message_goes(zalo: ZaloOA) -> None:
    reply_row("one")
    sending.send_due()
    zalo.expired = True
    row = reply_row("two")
    sending.send_due()
    assert told(row)[:2] == ("queued", "token")
    with at(row.run_at):
        sending.send_due()
    assert told(row)[0] == "sent"


def test_a_refresh_whose_answer_was_lost_is_tried_once_more_and_then_needs_a_person(
    zalo: ZaloOA, impatient: None
) -> None:
    zalo.fail(LOST)
    row = reply_row()
    sending.send_due()
    assert told(row)[:2] == ("queued", "no_answer")
    state = ChannelState.objects.get(channel="zalo_oa")
    assert (state.error, state.refreshing_at) == ("no_answer", None)
    second = reply_row("second")
    sending.send_due()
    assert told(second)[:2] == ("queued", "token")
    tokens.put("zalo_oa", outbound.Tokens("", zalo.refresh_token))
    with at(second.run_at):
        sending.send_due()
    assert told(second)[0] == "sent"


def test_a_garbled_answer_is_not_taken_for_success(gate: SmsGate) -> None:
    row = reply_row(channel="sms_gate", to=PHONE)
    gate.fail(reply([1, 2], 200))
    sending.send_due()
    assert told(row)[0] in {"queued", "uncertain"}
    assert not gate.sent


def test_nothing_of_a_text_or_address_reaches_the_log(
    zalo: ZaloOA, caplog: pytest.LogCaptureFixture
) -> None:
    reply_row()
    sending.send_due()
    assert WHO not in caplog.text
    assert "ĐĂNG KÝ" not in caplog.text
    assert SendingState.SENT in caplog.text
