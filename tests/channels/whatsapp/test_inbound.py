"""Messages to the number: believed only when signed, each once, never those of a group."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from kiemtin.channels.inbound import Event, Sent, WebhookRefused
from kiemtin.channels.whatsapp.inbound import events, handshake, verify
from kiemtin.channels.whatsapp.settings import Settings
from tests.support.peers.messenger import signed
from tests.support.peers.whatsapp import (
    NUMBER,
    SECRET,
    TOKEN,
    VERIFY,
    wa_body,
    wa_message,
    wa_status,
)
from tests.support.webhooks import EMOJI, NOW, bodies, require_read_or_refused

OURS = Settings(NUMBER, SECRET, VERIFY, TOKEN)
TEXT = wa_message("text", {"body": "Nghe nói đập vỡ, có đúng không?"})


def read(*messages: dict[str, object], **more: Any) -> list[Event]:
    return events(OURS, wa_body(*messages, **more), NOW)


def refused(headers: dict[str, str], body: bytes) -> str:
    with pytest.raises(WebhookRefused) as caught:
        verify(OURS, headers, body, NOW)
    return caught.value.code


def test_only_a_body_that_meta_signed_is_believed() -> None:
    body = wa_body(TEXT)
    verify(OURS, signed(body, SECRET), body, NOW)
    assert refused(signed(body, "another"), body) == "signature"
    assert refused(signed(body, SECRET), body + b" ") == "signature"
    assert refused({}, body) == "signature"
    assert refused({}, b"x" * 5_000_000) == "too_big"


def test_a_text_becomes_a_message() -> None:
    (event,) = read(TEXT)
    assert (event.kind, event.external_id, event.sender) == ("message", "wamid.IN1", "84900000001")
    assert event.text == "Nghe nói đập vỡ, có đúng không?"
    assert event.happened_at == datetime(2026, 11, 23, 6, 3, 20, tzinfo=UTC)
    assert "84900000001" not in repr(event)


def test_a_replay_and_another_order_bring_the_same_names() -> None:
    second = wa_message("text", {"body": "Hai"}, id="wamid.IN2")
    names = {event.external_id for event in read(TEXT, second)}
    assert names == {event.external_id for event in read(second, TEXT, TEXT)}


@pytest.mark.parametrize(
    ("kind", "content", "text", "kinds"),
    [
        ("text", {"body": EMOJI}, EMOJI, ()),
        (
            "image",
            {"id": "1", "caption": "Ảnh thật không?"},
            "Ảnh thật không?",
            ("picture",),
        ),
        ("sticker", {"id": "1", "animated": False}, "", ("sticker",)),
        ("audio", {"id": "1", "voice": True}, "", ("audio",)),
        ("document", {"id": "1", "filename": "a.pdf"}, "", ("file",)),
        ("location", {"latitude": 1.0}, "", ("place",)),
        ("button", {"text": "Tôi muốn nhận tin", "payload": "x"}, "Tôi muốn nhận tin", ()),
        (
            "interactive",
            {
                "type": "button_reply",
                "button_reply": {"id": "1", "title": "Không phải vậy"},
            },
            "Không phải vậy",
            (),
        ),
    ],
)
def test_what_a_person_sends(kind: str, content: object, text: str, kinds: tuple[str, ...]) -> None:
    (event,) = read(wa_message(kind, content))
    assert (event.kind, event.text, event.attachments) == ("message", text, kinds)


def test_a_picture_is_named_by_its_id() -> None:
    held = {"id": "136", "mime_type": "image/jpeg", "sha256": "x", "url": "https://x.example/1"}
    (event,) = read(wa_message("image", held))
    assert event.pictures == (Sent(name="136"),)
    assert read(wa_message("document", held))[0].pictures == ()


@pytest.mark.parametrize("kind", ["reaction", "system", "unsupported", "order", "hologram"])
def test_other_kinds_are_no_messages(kind: str) -> None:
    (event,) = read(wa_message(kind, {"body": "x", "emoji": "👍"}))
    assert event.kind == "other"


def test_who_hides_the_number_is_heard_under_an_id_for_this_desk() -> None:
    hidden = {name: value for name, value in TEXT.items() if name != "from"}
    (event,) = read({**hidden, "from_user_id": "VN.13491208655302741918"})
    assert (event.kind, event.sender) == ("message", "VN.13491208655302741918")
    assert read(hidden) == []
    status = {**wa_status("read"), "recipient_id": "", "recipient_user_id": "VN.1"}
    assert read(statuses=(status,))[0].sender == "VN.1"


def test_groups_are_never_read() -> None:
    assert read({**TEXT, "group_id": "G1"}) == []
    assert read(statuses=(wa_status("read", recipient_type="group"),)) == []


def test_other_numbers_fields_and_objects_are_not_read() -> None:
    assert read(TEXT, number="1") == []
    assert read(TEXT, field="smb_message_echoes") == []
    assert events(OURS, b'{"object": "page"}', NOW) == []


@pytest.mark.parametrize(
    ("status", "kind", "why"),
    [
        (wa_status("delivered"), "received", ""),
        (wa_status("read"), "seen", ""),
        (wa_status("sent"), "other", ""),
        (wa_status("failed", errors=[{"code": 131047}]), "failed", "window"),
        (wa_status("failed", errors=[{"code": 131026}]), "failed", "gone"),
        (wa_status("failed"), "failed", "refused"),
    ],
)
def test_what_became_of_our_messages(status: dict[str, object], kind: str, why: str) -> None:
    (event,) = read(statuses=(status,))
    assert (event.kind, event.ours, event.why) == (kind, "wamid.1", why)


def test_the_handshake_answers_only_who_knows_the_token() -> None:
    asked = {"hub.mode": "subscribe", "hub.verify_token": VERIFY, "hub.challenge": "42"}
    assert handshake(OURS, asked) == "42"
    with pytest.raises(WebhookRefused, match="signature"):
        handshake(OURS, {**asked, "hub.verify_token": ""})


@given(bodies(json.loads(wa_body(TEXT, statuses=(wa_status("failed", errors=[{"code": 1}]),)))))
def test_no_body_does_harm(body: bytes) -> None:
    require_read_or_refused(lambda one: events(OURS, one, NOW), body)
