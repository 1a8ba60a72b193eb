"""One mail to one person: readable in text and HTML, one tap to leave, and each failure named."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiemtin.channels.email.outbound import MAX_ATTACHED, MOST_CHARS, message, send
from kiemtin.channels.email.settings import Server, Settings
from kiemtin.channels.outbound import Outgoing, SendingFailed
from tests.support.peers.mail import ADDRESS, PASSWORD, USER, Mailbox, Post, certificate
from tests.support.sending import TEXT, impatient, outgoing, why

TO = "hoi@thu.example"
LEAVE = "https://tin.example/thoi-nhan/" + "a" * 120
OUT = outgoing(
    TO,
    subject="Hồ Xanh không vỡ",
    html="<p>Hồ chứa vận hành <b>bình thường</b>.</p>",
    leave_url=LEAVE,
    attachments=(("Áp phích.pdf", "application/pdf", b"%PDF-1.7"),),
)


@pytest.fixture
def post() -> Iterator[Post]:
    with Post() as post:
        yield post


def settings(post: Post | Mailbox, security: str = "none", **more: Any) -> Settings:
    server = Server("127.0.0.1", post.port, security, seconds=0.3)
    return Settings(ADDRESS, "Bàn Kiểm Tin, thí dụ", server, **more)


def failed(ours: Settings, out: Outgoing = OUT) -> SendingFailed:
    error = why(lambda http: send(ours, http, None, out))
    assert TO not in str(error)
    return error


def sent(post: Post, out: Outgoing = OUT) -> str:
    with impatient() as http:
        return send(settings(post), http, None, out)


def test_a_person_gets_one_mail_under_the_desks_name(post: Post) -> None:
    name = sent(post)
    ((sender, recipients, mail),) = post.mails
    assert (sender, recipients) == (ADDRESS, [TO])
    assert mail["From"] == f'"Bàn Kiểm Tin, thí dụ" <{ADDRESS}>'
    assert (mail["To"], mail["Cc"], mail["Bcc"]) == (TO, None, None)
    assert mail["Subject"] == "Hồ Xanh không vỡ"
    assert mail["Message-ID"] == name
    assert mail["Auto-Submitted"] == "auto-generated"


def test_text_html_and_what_is_attached_arrive_whole(post: Post) -> None:
    sent(post)
    mail = post.mails[0][2]
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain
    assert html
    assert plain.get_content().strip() == TEXT
    assert "<b>bình thường</b>" in html.get_content()
    (attached,) = mail.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == ("Áp phích.pdf", b"%PDF-1.7")


def test_one_tap_leaves(post: Post) -> None:
    sent(post)
    mail = post.mails[0][2]
    assert mail["List-Unsubscribe"] == f"<{LEAVE}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize(
    "leave", ["", "https://x/\r\nBcc: a@b.example", "https://x/ y", "https://đ"]
)
def test_a_wrong_link_to_leave_is_left_out(leave: str) -> None:
    made = message(Settings(ADDRESS, "Bàn", Server("x", 1, "none")), replace(OUT, leave_url=leave))
    assert made["List-Unsubscribe"] is None
    assert made["List-Unsubscribe-Post"] is None


def test_the_same_key_gives_the_same_name(post: Post) -> None:
    assert sent(post) == sent(post) != sent(post, replace(OUT, key="another"))


def test_lines_that_begin_with_a_dot_arrive(post: Post) -> None:
    sent(post, outgoing(TO, ".\r\n..\n.x", subject="a\r\nBcc: b@c.example"))
    mail = post.mails[0][2]
    assert mail.get_content().split() == [".", "..", ".x"]
    assert mail["Bcc"] is None
    assert mail["Subject"] == "a Bcc: b@c.example"


@pytest.mark.parametrize(
    "to",
    [
        "",
        "a",
        "a@b.example, c@d.example",
        "a@b.example\r\nBcc: c@d.example",
        "<a@b.example>",
        "đ@b.vn",
    ],
)
def test_only_one_plain_address_is_written_to(post: Post, to: str) -> None:
    assert why(lambda http: send(settings(post), http, None, replace(OUT, to=to))).code == "gone"
    assert post.mails == []


@pytest.mark.parametrize(
    ("step", "answer", "code"),
    [
        ("RCPT", "550 5.1.1 no such user hoi@thu.example", "gone"),
        ("RCPT", "550 no such user", "gone"),
        ("RCPT", "553 5.1.3 bad", "gone"),
        ("RCPT", "550 5.7.1 relaying denied", "refused"),
        ("RCPT", "552 5.2.2 mailbox full", "refused"),
        ("RCPT", "450 4.2.0 greylisted", "busy"),
        ("RCPT", "421 4.3.2 going", "busy"),
        ("RCPT", "455 later", "server"),
        ("MAIL", "550 5.1.0 who are you", "refused"),
        ("MAIL", "452 4.3.1 full", "busy"),
        ("DATA", "554 5.7.1 spam", "refused"),
        ("DATA", "451 4.7.0 later", "busy"),
        ("DATA", "250 OK", ""),
    ],
)
def test_every_answer_has_its_kind(post: Post, step: str, answer: str, code: str) -> None:
    post.answers[step] = answer
    if code:
        error = failed(settings(post))
        assert error.code == code
        assert str(error.params["status"])[:3] == answer[:3]
        assert not error.uncertain
    else:
        sent(post)


def test_a_server_that_hangs_or_is_none_or_is_not_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        server = Server("127.0.0.1", deaf.getsockname()[1], "none", seconds=0.1)
        assert failed(Settings(ADDRESS, "Bàn", server)).code == "unreachable"
    with Mailbox() as silent:
        # It speaks IMAP: its greeting is no SMTP.
        assert failed(settings(silent)).code == "unreachable"
        ours = settings(silent)
    assert failed(ours).code == "unreachable"


def test_after_the_last_dot_nobody_can_say(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    async def leave(server: Any, session: object, envelope: object) -> str:
        server.transport.close()
        return "250 OK"

    monkeypatch.setattr(post, "handle_DATA", leave)
    error = failed(settings(post))
    assert (error.code, error.uncertain) == ("no_answer", True)


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_tls_and_password(tmp_path: Path, security: str) -> None:
    with certificate(tmp_path) as (tls, ca), Post(tls, starttls=security == "starttls") as post:
        good = settings(post, security, ca=str(ca), user=USER, password=PASSWORD)
        with impatient() as http:
            send(good, http, None, OUT)
        assert len(post.mails) == 1
        assert failed(replace(good, password="sai")).code == "token"
        assert failed(replace(good, ca="")).code == "unreachable"
        assert len(post.mails) == 1


def test_a_server_without_starttls_gets_no_password(post: Post) -> None:
    assert failed(settings(post, "starttls", user=USER, password=PASSWORD)).code == "token"
    assert post.mails == []


def test_what_is_too_long_does_not_leave(post: Post) -> None:
    assert failed(settings(post), replace(OUT, text="a" * (MOST_CHARS + 1))).code == "refused"
    heavy = replace(OUT, attachments=(("a", "image/png", b"a" * (MAX_ATTACHED + 1)),))
    assert failed(settings(post), heavy).code == "refused"
    assert post.mails == []
