"""What no person wrote for the desk is never answered: two machines would write for ever."""

from email import message_from_string

import pytest

from kiemtin.channels.email.automatic import is_automatic

PERSON = "hoi@thu.example"


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: Auto-Generated; owner=x",
        "Precedence: bulk",
        "Precedence: LIST",
        "List-Id: <tin.nhom.example>",
        "List-Unsubscribe: <https://thu.example/x>",
        "X-Autoreply: yes",
        "X-Failed-Recipients: ban@tin.example",
        "Return-Path: <>",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
    ],
)
def test_headers_of_machines(header: str) -> None:
    assert is_automatic(message_from_string(f"{header}\n\nx"), PERSON)


@pytest.mark.parametrize(
    "sender",
    [
        "MAILER-DAEMON@thu.example",
        "no-reply@thu.example",
        "noreply@thu.example",
        "bounce+1=2@thu.example",
        "postmaster@thu.example",
    ],
)
def test_addresses_of_machines(sender: str) -> None:
    assert is_automatic(message_from_string("\nx"), sender)


@pytest.mark.parametrize(
    "header", ["Auto-Submitted: no", "Precedence: normal", "Return-Path: <hoi@thu.example>", "A: b"]
)
@pytest.mark.parametrize("sender", [PERSON, "norah@thu.example", "bouncer@thu.example"])
def test_a_person(header: str, sender: str) -> None:
    assert not is_automatic(message_from_string(f"{header}\n\nx"), sender)
