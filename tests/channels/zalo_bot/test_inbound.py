"""A webhook of the bot is believed when it carries our secret, and anything may be in it."""

from typing import Any

import pytest
from hypothesis import given

from kiemtin.channels.inbound import Event, Sent, WebhookRefused
from kiemtin.channels.zalo_bot.inbound import events, verify
from kiemtin.channels.zalo_bot.settings import read
from tests.channels.zalo_bot.test_settings import GIVEN
from tests.support.peers import zalo_bot as peer
from tests.support.peers.bots import SECRET
from tests.support.webhooks import EMOJI, NOW, bodies, require_read_or_refused

SETTINGS = read(GIVEN | {"KIEMTIN_ZALO_BOT_WEBHOOK_SECRET": SECRET})


def one(event: peer.Event) -> Event:
    (read_event,) = events(SETTINGS, peer.signed(event)[1], NOW)
    return read_event


def test_what_carries_our_secret_is_believed() -> None:
    verify(SETTINGS, *peer.signed(peer.message(NOW)), NOW)


@pytest.mark.parametrize("secret", ["", "guessed", SECRET + "x", SECRET.upper(), "bí mật"])
def test_anything_else_is_not(secret: str) -> None:
    with pytest.raises(WebhookRefused, match="secret"):
        verify(SETTINGS, *peer.signed(peer.message(NOW), secret), NOW)


def test_no_secret_at_all_is_refused() -> None:
    with pytest.raises(WebhookRefused):
        verify(SETTINGS, {}, b"{}", NOW)


def test_five_megabytes_are_not_read() -> None:
    headers, body = peer.signed(peer.message(NOW, "a" * 5 * 1024 * 1024))
    with pytest.raises(WebhookRefused):
        verify(SETTINGS, headers, body, NOW)
    with pytest.raises(WebhookRefused):
        events(SETTINGS, body, NOW)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff{", b"[" * 100_000])
def test_what_is_no_object_is_refused(body: bytes) -> None:
    with pytest.raises(WebhookRefused):
        events(SETTINGS, body, NOW)


def test_a_message_is_read() -> None:
    event = one(peer.message(NOW, "Đập vỡ?", who="abc", number="m1"))
    assert event == Event("message", "m1", NOW, sender="abc", text="Đập vỡ?")


def test_a_message_is_read_without_its_envelope_too() -> None:
    bare: Any = peer.message(NOW)["result"]
    assert one(bare) == one(peer.message(NOW))


def test_emoji_alone_are_text() -> None:
    assert one(peer.message(NOW, EMOJI)).text == EMOJI


@pytest.mark.parametrize(
    ("what", "kind"),
    [("image", "picture"), ("sticker", "sticker"), ("voice", "audio"), ("unsupported", "other")],
)
def test_what_is_no_text_is_told_by_its_kind(what: str, kind: str) -> None:
    event = one(peer.message(NOW, what=what, more={"url": "https://x.example/1"}))
    assert (event.kind, event.text, event.attachments) == ("message", "", (kind,))


def test_a_caption_is_text() -> None:
    event = one(peer.message(NOW, what="image", more={"caption": "Ảnh này thật không?"}))
    assert (event.text, event.attachments) == ("Ảnh này thật không?", ("picture",))


@pytest.mark.parametrize("field", ["photo", "photo_url"])
def test_a_picture_is_named_by_its_address(field: str) -> None:
    event = one(peer.message(NOW, what="image", more={field: "https://cdn.example/1.jpg"}))
    assert event.pictures == (Sent("https://cdn.example/1.jpg"),)
    assert one(peer.message(NOW, what="voice", more={field: "https://x.example"})).pictures == ()


@pytest.mark.parametrize("chat_type", ["GROUP", "group", "CHANNEL", ""])
def test_groups_are_never_read(chat_type: str) -> None:
    assert events(SETTINGS, peer.signed(peer.message(NOW, chat_type=chat_type))[1], NOW) == []


def test_bots_are_never_read() -> None:
    event = peer.message(NOW, more={"from": {"id": "b", "is_bot": True}})
    assert events(SETTINGS, peer.signed(event)[1], NOW) == []


def test_the_same_message_has_the_same_name() -> None:
    nameless = peer.message(NOW, number="")
    assert one(nameless).external_id == one(nameless).external_id
    assert one(nameless).external_id != one(peer.message(NOW, "khác", number="")).external_id


def test_what_we_do_not_know_is_other() -> None:
    assert one({"ok": True, "result": {"event_name": "reaction.added"}}).kind == "other"
    assert one({"ok": True}).kind == "other"


@given(bodies(peer.message(NOW), peer.message(NOW, what="image", more={"photo": "x"})))
def test_no_body_whatever_breaks_the_reading(body: bytes) -> None:
    require_read_or_refused(lambda raw: events(SETTINGS, raw, NOW), body)
