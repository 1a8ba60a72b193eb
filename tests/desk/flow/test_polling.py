"""Mailboxes are asked in their turn, by one worker; what is read twice has one effect."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage

import pytest
from pytest_django import Settings

from kiemtin.desk.connectors import connector
from kiemtin.desk.flow import incoming, polling
from kiemtin.desk.models import ChannelState, Desk, Incoming, Message
from kiemtin.desk.moment import at
from tests.desk import steps
from tests.support.peers.mail import ADDRESS, PASSWORD, USER, Mailbox
from tests.support.peers.smpp import Smpp
from tests.support.reach import set_up

LATER = steps.NOON + polling.EMAIL_EVERY


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


def test_no_mailbox_is_asked_where_none_is_set_up(settings: Settings, db: None) -> None:
    settings.CHANNELS = {}
    assert not polling.look_mail()
    assert not ChannelState.objects.exists()
