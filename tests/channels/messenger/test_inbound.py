"""Messages to the page: believed only when signed, each once, and nothing but what a person wrote
to the page itself."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from kiemtin.channels.inbound import MAX_BODY, MOST_PICTURES, Event, Sent, WebhookRefused
from kiemtin.channels.messenger.inbound import events, handshake, verify
from kiemtin.channels.messenger.settings import Settings
from tests.support.peers.messenger import PAGE, SECRET, TOKEN, VERIFY, item, page_body, signed
from tests.support.webhooks import NOW, bodies, require_read_or_refused

OURS = Settings(PAGE, SECRET, VERIFY, TOKEN)
TEXT = item({"message": {"mid": "m_IN1", "text": "Nghe nói đập vỡ, có đúng không?"}})


def read(*items: object, **more: Any) -> list[Event]:
    return events(OURS, page_body(*items, **more), NOW)


def one(content: dict[str, object]) -> Event:
    (event,) = read(item(content))
    return event


def refused(headers: dict[str, str], body: bytes) -> str:
    with pytest.raises(WebhookRefused) as caught:
        verify(OURS, headers, body, NOW)
    return caught.value.code


def test_a_signed_body_is_believed() -> None:
    body = page_body(TEXT)
    verify(OURS, signed(body), body, NOW)


def test_a_forged_or_missing_signature_is_not() -> None:
    body = page_body(TEXT)
    assert refused(signed(body, "another-secret"), body) == "signature"
    assert refused({}, body) == "signature"
    assert refused({"x-hub-signature-256": "sha256=ñ"}, body) == "signature"


def test_a_changed_body_is_not() -> None:
    body = page_body(TEXT)
    assert refused(signed(body), body.replace(b"m_IN1", b"m_IN2")) == "signature"


def test_five_megabytes_are_refused_before_anything_is_computed() -> None:
    assert refused({}, b" " * 5_000_000) == "too_big"
    with pytest.raises(WebhookRefused, match=str(MAX_BODY)):
        events(OURS, b" " * 5_000_000, NOW)


def test_a_text_becomes_a_message() -> None:
    (event,) = read(TEXT)
    assert event.kind == "message"
    assert event.external_id == "m_IN1"
    assert event.sender == "24681357"
    assert event.text == "Nghe nói đập vỡ, có đúng không?"
    assert event.happened_at == datetime(2026, 11, 23, 6, 3, 20, tzinfo=UTC)
    assert "24681357" not in repr(event)


def test_a_replay_and_another_order_bring_the_same_names() -> None:
    second = item({"message": {"mid": "m_IN2", "text": "Lũ về chưa?"}})
    there = {event.external_id for event in read(TEXT, second)}
    assert there == {event.external_id for event in read(second, TEXT, TEXT)}


def test_several_entries_in_one_body_are_all_read() -> None:
    said = json.loads(page_body(TEXT))
    said["entry"] += json.loads(page_body(item({"message": {"mid": "m_2", "text": "Hai"}})))[
        "entry"
    ]
    found = events(OURS, json.dumps(said).encode(), NOW)
    assert [event.external_id for event in found] == ["m_IN1", "m_2"]


def test_pictures_are_named_by_their_address_and_stickers_are_none() -> None:
    held = [{"type": "image", "payload": {"url": f"https://cdn.example/{n}"}} for n in range(5)]
    sticker = {"type": "image", "payload": {"url": "https://cdn.example/s", "sticker_id": 1}}
    event = one({"message": {"mid": "m_P", "attachments": [sticker, *held]}})
    assert event.attachments == ("sticker", *["picture"] * 5)
    addresses = [f"https://cdn.example/{number}" for number in range(MOST_PICTURES)]
    assert event.pictures == tuple(Sent(address) for address in addresses)
    own = {"type": "sticker", "payload": {"sticker_id": 1, "url": "https://cdn.example/s"}}
    assert one({"message": {"mid": "m_S", "attachments": [own]}}).pictures == ()


def test_echoes_of_our_own_messages_are_no_events() -> None:
    echo = {"message": {"mid": "m_E", "text": "Bàn trả lời", "is_echo": True, "app_id": 1}}
    assert read(item(echo, sender=PAGE)) == []
    assert read(item(echo)) == []


def test_posts_comments_and_other_pages_are_not_read() -> None:
    comment = {"field": "feed", "value": {"item": "comment", "message": "đập vỡ"}}
    assert read(changes=[comment]) == []
    assert read(standby=[TEXT]) == []
    assert events(OURS, page_body(TEXT, page="999"), NOW) == []
    assert read(item({"message": {"mid": "m", "text": "a"}}, page="999")) == []
    assert events(OURS, b'{"object": "instagram", "entry": []}', NOW) == []


@pytest.mark.parametrize(
    ("attachment", "kind"),
    [
        ({"type": "image", "payload": {"url": "https://x.example/1"}}, "picture"),
        ({"type": "image", "payload": {"url": "https://x.example", "sticker_id": 369}}, "sticker"),
        ({"type": "audio", "payload": {}}, "audio"),
        ({"type": "location"}, "place"),
        ({"type": "hologram"}, "other"),
    ],
)
def test_attachments_are_named_by_kind(attachment: object, kind: str) -> None:
    event = one({"message": {"mid": "m", "attachments": [attachment]}})
    assert (event.kind, event.text, event.attachments) == ("message", "", (kind,))


def test_an_emoji_alone_is_a_message() -> None:
    assert one({"message": {"mid": "m", "text": "😱"}}).text == "😱"


def test_half_a_character_and_nul_do_not_get_through() -> None:
    assert one({"message": {"mid": "m", "text": "a\ud800b\x00"}}).text == "a\ufffdb\ufffd"


def test_received_and_seen_are_told_apart() -> None:
    got = read(item({"delivery": {"mids": ["m_1", "m_2"], "watermark": 1795413800000}}))
    assert [(event.kind, event.ours) for event in got] == [("received", "m_1"), ("received", "m_2")]
    assert one({"read": {"watermark": 1795413800000}}).kind == "seen"


@pytest.mark.parametrize(
    "content",
    [
        {"reaction": {"action": "react", "emoji": "❤", "mid": "m_1"}},
        {"postback": {"title": "Bắt đầu", "payload": "START"}},
        {"something_new": {"a": 1}},
        {"message": {"mid": "m_9", "is_deleted": True, "text": "cũ"}},
        {"message": {"mid": "m_9"}},
    ],
)
def test_unknown_kinds_are_kept_apart(content: dict[str, object]) -> None:
    assert one(content).kind == "other"


def test_the_handshake_answers_only_who_knows_the_token() -> None:
    asked = {"hub.mode": "subscribe", "hub.verify_token": VERIFY, "hub.challenge": "1158201444"}
    assert handshake(OURS, asked) == "1158201444"
    for wrong in (
        {"hub.verify_token": "guess"},
        {"hub.mode": "x"},
        {"hub.challenge": "<script>"},
        {"hub.challenge": ""},
    ):
        with pytest.raises(WebhookRefused, match="signature"):
            handshake(OURS, {**asked, **wrong})


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 200_000, b"1e999"])
def test_what_is_no_object_is_refused(body: bytes) -> None:
    with pytest.raises(WebhookRefused):
        events(OURS, body, NOW)


@given(bodies(json.loads(page_body(TEXT, item({"delivery": {"mids": ["m_1"]}})))))
def test_no_body_does_harm(body: bytes) -> None:
    require_read_or_refused(lambda one: events(OURS, one, NOW), body)
