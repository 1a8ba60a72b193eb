"""The mailbox is read, never written; each mail comes once, whatever the server does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiemtin.channels.email import inbound
from kiemtin.channels.email.inbound import AT_ONCE, MAX_BYTES, fetch
from kiemtin.channels.email.settings import Server, Settings
from kiemtin.channels.inbound import FetchFailed
from tests.channels.email.test_mime import mail
from tests.support.peers.mail import ADDRESS, PASSWORD, USER, Mailbox, certificate


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with Mailbox() as mailbox:
        yield mailbox


def settings(mailbox: Mailbox, security: str = "none", ca: str = "") -> Settings:
    server = Server("127.0.0.1", mailbox.port, security, seconds=0.3)
    smtp = Server("127.0.0.1", 1, "none")
    return Settings(ADDRESS, "Bàn", smtp, server, user=USER, password=PASSWORD, ca=ca)


def failed(ours: Settings) -> str:
    with pytest.raises(FetchFailed) as caught:
        fetch(ours, "")
    assert caught.value.vi() != caught.value.en()
    return caught.value.code


def test_what_came_is_read_once(mailbox: Mailbox) -> None:
    mailbox.put(mail("Đập vỡ?"))
    found, cursor = fetch(settings(mailbox), "")
    (event,) = found
    assert (event.kind, event.sender, event.text) == ("message", "hoi@thu.example", "Đập vỡ?")
    assert event.happened_at == datetime(2026, 11, 22, 0, 0, tzinfo=UTC)
    assert fetch(settings(mailbox), cursor) == ([], cursor)
    mailbox.put(mail("Còn xã tôi?"))
    found, cursor = fetch(settings(mailbox), cursor)
    assert [event.text for event in found] == ["Còn xã tôi?"]
    assert cursor == "1:2"


def test_an_empty_mailbox(mailbox: Mailbox) -> None:
    assert fetch(settings(mailbox), "") == ([], "1:0")


def test_nothing_in_the_mailbox_is_changed(mailbox: Mailbox) -> None:
    mailbox.put(mail())
    fetch(settings(mailbox), "")
    said = " ".join(mailbox.said)
    assert "EXAMINE" in said
    assert "BODY.PEEK" in said
    assert not {"SELECT", "STORE", "EXPUNGE", "COPY", "DELETE"} & set(said.split())


def test_a_folder_numbered_anew_brings_the_same_names(mailbox: Mailbox) -> None:
    mailbox.put(mail())
    before, cursor = fetch(settings(mailbox), "")
    mailbox.number_anew()
    after, cursor = fetch(settings(mailbox), cursor)
    assert [event.external_id for event in after] == [event.external_id for event in before]
    assert cursor == "2:101"


def test_many_come_in_portions_and_none_is_left_out(mailbox: Mailbox) -> None:
    for number in range(AT_ONCE + 3):
        mailbox.put(mail(f"Tin {number}", Message_ID=f"<{number}@thu.example>"))
    first, cursor = fetch(settings(mailbox), "")
    second, cursor = fetch(settings(mailbox), cursor)
    assert (len(first), len(second)) == (AT_ONCE, 3)
    assert len({event.external_id for event in first + second}) == AT_ONCE + 3


def test_a_broken_mail_and_our_own_do_not_stop_the_others(mailbox: Mailbox) -> None:
    mailbox.put(b"\xff\xfe no mail at all")
    mailbox.put(mail(From=ADDRESS.upper()))
    mailbox.put(mail(Auto_Submitted="auto-replied"))
    mailbox.put(mail("Còn đây"))
    found, cursor = fetch(settings(mailbox), "")
    assert [event.text for event in found] == ["Còn đây"]
    assert cursor == "1:4"


def test_pictures_come_along_and_few_at_once(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbound, "TOGETHER", 50_000)
    for number in range(3):
        made = mail("Đập vỡ?", Message_ID=f"<{number}@thu.example>")
        made.add_attachment(b"x" * 30_000, "image", "png", filename="a.png")
        mailbox.put(made)
    first, cursor = fetch(settings(mailbox), "")
    assert [len(event.pictures[0].data) for event in first] == [30_000, 30_000]
    assert len(fetch(settings(mailbox), cursor)[0]) == 1


def test_of_a_huge_mail_only_the_beginning_is_fetched(mailbox: Mailbox) -> None:
    made = mail("Đập vỡ?")
    made.add_attachment(b"x" * 5_000_000, "image", "png")
    mailbox.put(made)
    (event,) = fetch(settings(mailbox), "")[0]
    assert (event.text, event.attachments) == ("Đập vỡ?", ("picture",))
    assert f"<0.{MAX_BYTES}>" in " ".join(mailbox.said)


@pytest.mark.parametrize("cursor", ["", "x", "1:", "1:x", ":", "9:9", "1:-1"])
def test_an_unknown_cursor_reads_everything(mailbox: Mailbox, cursor: str) -> None:
    mailbox.put(mail())
    assert len(fetch(settings(mailbox), cursor)[0]) == 1


@pytest.mark.parametrize(
    ("breaks_at", "code"),
    [
        ("LOGIN", "unreachable"),
        ("FETCH", "unreachable"),
        ("HANG FETCH", "unreachable"),
        ("HANG EXAMINE", "unreachable"),
    ],
)
def test_a_server_that_breaks_off_or_hangs(mailbox: Mailbox, breaks_at: str, code: str) -> None:
    mailbox.put(mail())
    mailbox.breaks_at = breaks_at
    assert failed(settings(mailbox)) == code


def test_a_wrong_password_and_a_wrong_folder_are_told_apart(mailbox: Mailbox) -> None:
    assert failed(replace(settings(mailbox), password="sai")) == "denied"
    assert failed(replace(settings(mailbox), folder="Khác")) == "folder"


def test_nobody_listens(mailbox: Mailbox) -> None:
    ours = settings(mailbox)
    assert failed(replace(ours, imap=Server("127.0.0.1", 1, "none"))) == "unreachable"
    assert fetch(replace(ours, imap=None), "1:2") == ([], "1:2")


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_tls_with_a_certificate_that_is_trusted_and_not_otherwise(
    tmp_path: Path, security: str
) -> None:
    with (
        certificate(tmp_path) as (tls, ca),
        Mailbox(tls, starttls=security == "starttls") as mailbox,
    ):
        mailbox.put(mail())
        assert len(fetch(settings(mailbox, security, str(ca)), "")[0]) == 1
        mailbox.said.clear()
        assert failed(settings(mailbox, security)) == "unreachable"
        assert "LOGIN" not in mailbox.said
