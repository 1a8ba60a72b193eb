"""What comes in over a channel is worked on once, answered once, and nothing of it stays."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from pytest_django import Settings

from kiemtin.channels.inbound import Event
from kiemtin.desk.flow import holding, incoming, retention, sending
from kiemtin.desk.models import (
    Account,
    Delivery,
    Desk,
    Incoming,
    Message,
    ReplyAddress,
    Rumour,
    Sending,
    Subscription,
    Version,
)
from kiemtin.desk.moment import at
from kiemtin.desk.words_reach import SendingState
from tests.desk import steps
from tests.support.peers.zalo_oa import ZaloOA
from tests.support.reach import set_up, work

WHO = "246845883529197922"
ASKED = "Nghe nói đập thủy điện Nậm Mẫu bị vỡ, có đúng không ạ?"


@pytest.fixture
def zalo(settings: Settings, desk: Desk, noon: datetime) -> Iterator[ZaloOA]:
    """The desk's Zalo account at noon."""
    with ZaloOA() as peer:
        set_up(settings, peer.environ())
        yield peer


def said(text: str, number: str = "m1", attachments: tuple[str, ...] = ()) -> Event:
    """Somebody wrote."""
    return Event("message", number, steps.NOON, sender=WHO, text=text, attachments=attachments)


def test_a_known_claim_is_answered_at_once_and_the_address_given_back(
    zalo: ZaloOA, published: Version
) -> None:
    steps.told()
    incoming.store("zalo_oa", [said(ASKED)])
    work()
    ((who, text),) = zalo.sent
    assert who == WHO
    assert published.fact in text
    assert published.fact_check.slug in text
    assert "THEO DÕI" in text
    assert not ReplyAddress.objects.exists()
    assert Delivery.objects.get().automatic


def test_a_new_claim_gets_a_receipt_and_its_answer_when_there_is_one(
    zalo: ZaloOA, author: Account, colleague: Account
) -> None:
    incoming.store("zalo_oa", [said(ASKED)])
    work()
    ((_who, receipt),) = zalo.sent
    assert "đã nhận" in receipt
    message = Message.objects.get()
    message.refresh_from_db()
    rumour = Rumour.objects.get()
    version = steps.release(author, colleague, rumour)
    work()
    assert len(zalo.sent) == 2
    assert version.fact in zalo.sent[1][1]
    assert not ReplyAddress.objects.exists()


def test_where_a_holding_line_stands_it_says_what_to_do_now(
    zalo: ZaloOA, rumour: Rumour, colleague: Account
) -> None:
    from kiemtin.desk.flow import index

    index.put(rumour)
    holding.publish_holding_line(
        colleague, rumour, safe_action="Lên chỗ cao.", checking="Đang hỏi nhà máy."
    )
    incoming.store("zalo_oa", [said("Đập thủy điện Nậm Mẫu bị vỡ tối 9/9/2024")])
    work()
    assert "Lên chỗ cao." in zalo.sent[-1][1]


def test_an_event_that_comes_again_has_one_effect(zalo: ZaloOA) -> None:
    for _again in range(2):
        incoming.store("zalo_oa", [said(ASKED), said(ASKED)])
        work()
    assert Message.objects.count() == 1
    assert len(zalo.sent) == 1


def test_nothing_of_an_event_is_left_when_it_is_done(zalo: ZaloOA) -> None:
    incoming.store("zalo_oa", [said("Số của tôi 0900 000 001, đập vỡ à?")])
    work()
    assert Incoming.objects.get().sealed is None
    assert "0900" not in Message.objects.get().text
    reply = Sending.objects.get()
    assert (reply.state, reply.sealed) == (SendingState.SENT, None)
    assert WHO not in str(vars(reply))


def test_a_sticker_gets_one_kind_word_a_day(zalo: ZaloOA) -> None:
    stickers = [said("", f"s{number}", attachments=("sticker",)) for number in range(4)]
    incoming.store("zalo_oa", stickers)
    work()
    assert len(zalo.sent) == 1
    assert "bằng chữ" in zalo.sent[0][1]
    assert not Message.objects.exists()


def test_an_emoji_alone_is_a_message_for_a_person(zalo: ZaloOA) -> None:
    incoming.store("zalo_oa", [said("😱😱😱")])
    work()
    assert Message.objects.count() <= 1
    assert len(zalo.sent) == 1


def test_a_text_too_long_is_said_to_be_so(zalo: ZaloOA) -> None:
    incoming.store("zalo_oa", [said("đập vỡ " * 3000)])
    work()
    assert "dài quá" in zalo.sent[0][1]


def test_arrived_and_seen_are_entered_in_any_order(zalo: ZaloOA) -> None:
    incoming.store("zalo_oa", [said(ASKED)])
    work()
    ours = zalo.named[0]
    later = steps.NOON + timedelta(minutes=2)
    told = [
        Event("seen", "e1", later, ours=ours),
        Event("received", "e2", steps.NOON, ours=ours),
        Event("received", "e3", steps.NOON, ours="nobody's"),
        Event("other", "e4", steps.NOON),
        Event("follow", "e5", steps.NOON, sender=WHO),
    ]
    incoming.store("zalo_oa", told)
    work()
    one = Sending.objects.get()
    assert one.seen_at == later
    assert one.received_at is not None
    assert len(zalo.sent) == 1


def test_what_the_peer_could_not_deliver_is_said_so(zalo: ZaloOA) -> None:
    incoming.store("zalo_oa", [said(ASKED)])
    work()
    ours = zalo.named[0]
    incoming.store("zalo_oa", [Event("failed", "f", steps.NOON, ours=ours, why="gone")])
    work()
    one = Sending.objects.get()
    assert (one.state, one.error) == (SendingState.FAILED, "gone")


def test_one_event_that_fails_stops_no_other(zalo: ZaloOA, desk: Desk) -> None:
    incoming.store("zalo_oa", [said(ASKED, "m1")])
    broken = Incoming.objects.get()
    Incoming.objects.filter(pk=broken.pk).update(sealed=b"broken")
    incoming.store("zalo_oa", [said("Mai có mưa to ở Bát Xát không?", "m2")])
    incoming.work_all()
    assert Message.objects.count() == 1
    broken.refresh_from_db()
    assert broken.attempts == 1
    assert broken.done_at is None


def test_who_leaves_is_erased(zalo: ZaloOA) -> None:
    incoming.store("zalo_oa", [said("Đăng ký xã Bát Xát, Lào Cai", "m1")])
    work()
    assert Subscription.objects.count() == 1
    incoming.store("zalo_oa", [Event("unfollow", "u1", steps.NOON, sender=WHO)])
    work()
    assert not Subscription.objects.exists()


def test_over_a_channel_that_cannot_answer_nothing_is_lent(
    settings: Settings, desk: Desk, noon: datetime
) -> None:
    settings.CHANNELS = {}
    incoming.store("zalo_oa", [said(ASKED)])
    incoming.work_all()
    assert Message.objects.count() == 1
    assert not ReplyAddress.objects.exists()
    assert sending.send_due() == 0


def test_what_was_worked_on_and_forgotten_is_not_worked_on_again(zalo: ZaloOA) -> None:
    joins = said("Đăng ký xã Bát Xát, Lào Cai", "m1")
    incoming.store("zalo_oa", [joins])
    work()
    incoming.store("zalo_oa", [said("DỪNG", "m2")])
    work()
    with at(steps.NOON + 2 * retention.JOBS_KEPT):
        retention.erase()
        assert not Incoming.objects.exists()
        assert incoming.store("zalo_oa", [joins]) == 0  # a mailbox that is numbered anew
        work()
    assert not Subscription.objects.exists()
    assert len(zalo.sent) == 2
    assert incoming.REMEMBERED < retention.JOBS_KEPT


def test_a_word_that_comes_before_the_sending_is_written_waits_for_it(zalo: ZaloOA) -> None:
    incoming.store("zalo_oa", [said(ASKED)])
    incoming.work_all()
    early = Event("received", "e1", steps.NOON, ours="000000000000000000")
    incoming.store("zalo_oa", [early])
    incoming.work_all()
    waiting = Incoming.objects.get(done_at=None)
    with at(steps.NOON + incoming.JUST_SENT * 2):
        incoming.work_all()
    waiting.refresh_from_db()
    assert waiting.done_at is not None


def test_an_event_that_ends_every_worker_is_given_up(zalo: ZaloOA) -> None:
    incoming.store("zalo_oa", [said(ASKED)])
    Incoming.objects.update(attempts=incoming.ATTEMPTS)
    incoming.work_all()
    assert Incoming.objects.get().error == "given_up"
    assert not Message.objects.exists()
