"""Mailboxes and feeds are asked in their turn, by one worker; what is read twice has one effect."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from pytest_django import Settings

from kiemtin.channels.addresses import Reach
from kiemtin.desk.connectors import connector
from kiemtin.desk.flow import incoming, polling, retention
from kiemtin.desk.models import ChannelState, Desk, Incoming, Message, SourceItem
from kiemtin.desk.moment import at
from tests.desk import steps
from tests.support.peers.feed import FeedPeer
from tests.support.peers.http import Reply
from tests.support.peers.mail import ADDRESS, PASSWORD, USER, Mailbox
from tests.support.peers.smpp import Smpp
from tests.support.reach import set_up

LATER = steps.NOON + polling.EMAIL_EVERY
PUBLISHED = datetime.fromisoformat("2026-11-22T00:00:00+00:00")


@pytest.fixture
def mailbox(settings: Settings, desk: Desk, noon: datetime) -> Iterator[Mailbox]:
    """The desk's mailbox, looked at from noon on."""
    with Mailbox() as box:
        environ = {
            "KIEMTIN_EMAIL_ADDRESS": ADDRESS,
            "KIEMTIN_EMAIL_NAME": "Bàn",
            "KIEMTIN_EMAIL_USER": USER,
            "KIEMTIN_EMAIL_PASSWORD": PASSWORD,
            "KIEMTIN_EMAIL_SMTP_HOST": "127.0.0.1",
            "KIEMTIN_EMAIL_IMAP_HOST": "127.0.0.1",
            "KIEMTIN_EMAIL_IMAP_PORT": str(box.port),
            "KIEMTIN_EMAIL_IMAP_SECURITY": "none",
        }
        set_up(settings, environ)
        yield box


def letter(text: str, number: int) -> bytes:
    """A mail as it lies in the mailbox."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "lan@nguoi.example", ADDRESS, "Hỏi"
    mail["Message-ID"] = f"<{number}@nguoi.example>"
    mail.set_content(text)
    return bytes(mail)


def test_each_mail_comes_once_and_the_next_look_waits(mailbox: Mailbox) -> None:
    mailbox.mails[1] = letter("Đập Nậm Mẫu vỡ phải không?", 1)
    assert polling.look_mail()
    assert not polling.look_mail(), "nothing more is there"
    mailbox.mails[2] = letter("Cầu Cốc Lếu sập à?", 2)
    assert not polling.look_mail(), "a minute has not passed"
    with at(LATER):
        assert polling.look_mail()
        incoming.work_all()
    assert Message.objects.count() == 2
    assert Incoming.objects.count() == 2


def test_what_lay_there_before_is_not_answered_today(mailbox: Mailbox) -> None:
    mailbox.mails[1] = letter("Đập Nậm Mẫu vỡ phải không?", 1)
    mailbox.came[1] = "01-Oct-2025 06:00:00 +0700"
    mailbox.mails[2] = letter("Cầu Cốc Lếu sập à?", 2)
    while polling.look_mail():
        pass
    assert Incoming.objects.count() == 1


def test_a_break_between_storing_and_moving_on_has_one_effect(mailbox: Mailbox) -> None:
    mailbox.mails[1] = letter("Đập Nậm Mẫu vỡ phải không?", 1)
    polling.look_mail()
    ChannelState.objects.update(cursor={})
    polling.look_mail()
    assert Incoming.objects.count() == 1


def test_a_broken_mailbox_is_said_and_tried_again(mailbox: Mailbox, settings: Settings) -> None:
    found = settings.CHANNELS["email"]
    settings.CHANNELS = {"email": replace(found, folder="Nowhere")}
    assert not polling.look_mail()
    state = ChannelState.objects.get(channel="email")
    assert (state.error, state.failed_at) == ("folder", steps.NOON)
    settings.CHANNELS = {"email": found}
    mailbox.mails[1] = letter("Đập vỡ?", 1)
    with at(LATER):
        assert polling.look_mail()
    state.refresh_from_db()
    assert (state.error, state.failed_at) == ("", None)


def test_of_two_workers_one_has_the_turn(db: None, noon: datetime) -> None:
    assert polling._claim("email", polling.EMAIL_EVERY) is not None
    assert polling._claim("email", polling.EMAIL_EVERY) is None
    stale = ChannelState.objects.get().cursor["polling_at"]
    with at(LATER):
        assert polling._claim("email", polling.EMAIL_EVERY) is not None
        assert polling._as_it_was("email", stale).update(cursor={}) == 0


@pytest.fixture
def paper(settings: Settings, db: None, tmp_path: Path) -> Iterator[FeedPeer]:
    """A newspaper that the desk's editors chose."""
    with FeedPeer() as peer, at(PUBLISHED):
        file = tmp_path / "feeds.toml"
        file.write_text(
            '[[source]]\nname = "Báo"\naddress = "https://bao.example/rss"\nkind = "news"'
        )
        set_up(settings, {"KIEMTIN_FEEDS": str(file)})
        found = settings.CHANNELS["feeds"]
        (source,) = found.sources
        here = replace(source, address=f"{peer.address}/rss")
        reach = Reach(("https", "http"), loopback=True)
        settings.CHANNELS = {"feeds": replace(found, sources=(here,), reach=reach)}
        yield peer


def test_items_of_a_source_are_kept_once(paper: FeedPeer) -> None:
    polling.look_feeds()
    assert SourceItem.objects.count() == 2
    item = SourceItem.objects.get(link="https://bao.example/2")
    assert "<" not in item.title + item.summary
    asked = len(paper.asked)
    polling.look_feeds()
    assert len(paper.asked) == asked, "a quarter of an hour has not passed"
    with at(PUBLISHED + polling.FEEDS_EVERY):
        polling.look_feeds()
    assert paper.asked[-1].headers["if-none-match"] == '"v1"'
    assert SourceItem.objects.count() == 2


def test_a_source_that_fails_is_said_and_stops_no_other(
    paper: FeedPeer, settings: Settings
) -> None:
    found = settings.CHANNELS["feeds"]
    (source,) = found.sources
    gone = replace(source, name="Trạm", address=paper.address.replace("127.0.0.1", "127.0.0.2"))
    settings.CHANNELS = {"feeds": replace(found, sources=(gone, source))}
    polling.look_feeds()
    state = ChannelState.objects.get(channel="feeds")
    assert state.cursor["broken"] == {"Trạm": "unreachable"}
    assert state.error == "unreachable"
    assert SourceItem.objects.count() == 2


def test_a_feed_that_answers_nonsense_leaves_what_was_read(paper: FeedPeer) -> None:
    polling.look_feeds()
    paper.fail(Reply(200, b"<html>", {"Content-Type": "text/html"}))
    with at(PUBLISHED + polling.FEEDS_EVERY):
        polling.look_feeds()
    assert SourceItem.objects.count() == 2
    assert ChannelState.objects.get().error == "answer"


def test_items_go_after_three_months_and_do_not_come_back(paper: FeedPeer) -> None:
    polling.look_feeds()
    with at(PUBLISHED + polling.ITEMS_KEPT + timedelta(days=1)):
        retention.erase()
        assert not SourceItem.objects.exists()
        ChannelState.objects.update(cursor={})
        polling.look_feeds()
    assert not SourceItem.objects.filter(published_at__isnull=False).exists()


def test_what_a_centre_says_is_stored_before_it_is_acknowledged(
    settings: Settings, db: None
) -> None:
    stop, answers = threading.Event(), []
    with Smpp() as peer:
        set_up(settings, peer.environ())

        def speak() -> None:
            answers.append(peer.deliver("84900000001", b"Dap vo?"))
            stop.set()

        speaker = threading.Thread(target=speak)
        speaker.start()
        centre = connector("smpp")
        assert centre
        assert not polling._listen(centre, stop)
        speaker.join()
    assert answers == [0]
    assert Incoming.objects.get().channel == "smpp"


def test_nothing_is_asked_where_nothing_is_set_up(settings: Settings, db: None) -> None:
    settings.CHANNELS = {}
    assert polling.start(threading.Event()) == []
    assert not polling.look_mail()
    assert not polling.look_feeds()
    assert not ChannelState.objects.exists()
