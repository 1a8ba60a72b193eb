"""A webhook of the bot is believed when it carries our secret, and anything may be in it."""

import pytest
from hypothesis import given

from kiemtin.channels.inbound import Event, Sent, WebhookRefused
from kiemtin.channels.telegram.inbound import events, verify
from kiemtin.channels.telegram.settings import read
from tests.channels.telegram.test_settings import GIVEN
from tests.support.peers import telegram as peer
from tests.support.peers.bots import SECRET
from tests.support.webhooks import EMOJI, NOW, bodies, require_read_or_refused

SETTINGS = read(GIVEN | {"KIEMTIN_TELEGRAM_WEBHOOK_SECRET": SECRET})
WHO = 9_007_199_254_740_993


def one(update: peer.Event) -> Event:
    (event,) = events(SETTINGS, peer.signed(update)[1], NOW)
    return event


def none(update: peer.Event) -> bool:
    return events(SETTINGS, peer.signed(update)[1], NOW) == []


def test_what_carries_our_secret_is_believed() -> None:
    verify(SETTINGS, *peer.signed(peer.message(NOW)), NOW)


@pytest.mark.parametrize("secret", ["", "guessed", SECRET + "x", SECRET.upper()])
def test_anything_else_is_not(secret: str) -> None:
    with pytest.raises(WebhookRefused, match="secret"):
        verify(SETTINGS, *peer.signed(peer.message(NOW), secret), NOW)


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


def test_a_message_is_read_with_all_digits_of_its_ids() -> None:
    event = one(peer.message(NOW, "Đập vỡ?", who=WHO, number=1001))
    assert event == Event("message", "1001", NOW, sender=str(WHO), text="Đập vỡ?")


def test_the_same_update_has_the_same_name() -> None:
    assert one(peer.message(NOW)).external_id == one(peer.message(NOW)).external_id


@pytest.mark.parametrize("text", ["/start abc123", "/stop", EMOJI])
def test_commands_and_emoji_are_plain_text(text: str) -> None:
    event = one(peer.message(NOW, text))
    assert (event.kind, event.text, event.attachments) == ("message", text, ())


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("sticker", "sticker"),
        ("photo", "picture"),
        ("voice", "audio"),
        ("video_note", "video"),
        ("location", "location"),
        ("contact", "contact"),
        ("document", "file"),
        ("poll", "other"),
    ],
)
def test_what_is_no_text_is_told_by_its_kind(field: str, kind: str) -> None:
    event = one(peer.message(NOW, "", more={field: {"file_id": "x", "emoji": "😱"}}))
    assert (event.kind, event.text, event.attachments) == ("message", "", (kind,))


def test_a_moving_picture_is_a_film_and_told_once() -> None:
    event = one(peer.message(NOW, "", more={"animation": {}, "document": {}}))
    assert (event.attachments, event.pictures) == (("video",), ())


def test_a_caption_is_text() -> None:
    event = one(peer.message(NOW, "", more={"photo": [], "caption": "Ảnh này thật không?"}))
    assert (event.text, event.attachments) == ("Ảnh này thật không?", ("picture",))


def test_of_a_photo_the_largest_size_is_named() -> None:
    event = one(peer.message(NOW, "", more=peer.photo("small", "large")))
    assert (event.attachments, event.pictures) == (("picture",), (Sent(name="large"),))
    assert "large" not in repr(event)


def test_photos_of_one_album_say_so() -> None:
    of_album = peer.photo("small") | {"media_group_id": "1367"}
    assert one(peer.message(NOW, "", more=of_album)).album == "1367"
    assert one(peer.message(NOW, "", more=peer.photo("small"))).album == ""


@pytest.mark.parametrize("chat_type", ["group", "supergroup", "channel", ""])
def test_groups_and_channels_are_never_read(chat_type: str) -> None:
    assert none(peer.message(NOW, chat_type=chat_type))
    changed = peer.message(NOW, chat_type=chat_type)
    assert none({"update_id": 1, "edited_message": changed["message"]})
    added = peer.membership(NOW, "member")
    added["my_chat_member"] = {"chat": {"id": -1, "type": chat_type}}
    assert none(added)


@pytest.mark.parametrize("name", ["channel_post", "business_message", "edited_channel_post"])
def test_what_was_not_written_to_the_bot_is_never_read(name: str) -> None:
    assert none({"update_id": 1, name: peer.message(NOW)["message"]})


def test_bots_are_never_read() -> None:
    assert none(peer.message(NOW, more={"from": {"id": 5, "is_bot": True}}))


def test_blocking_the_bot_is_leaving() -> None:
    left, back = one(peer.membership(NOW, "kicked")), one(peer.membership(NOW, "member"))
    assert (left.kind, left.sender, back.kind) == ("unfollow", str(WHO), "follow")


def test_a_changed_text_is_not_read_again() -> None:
    update = peer.message(NOW, "khác")
    event = one({"update_id": 5, "edited_message": update["message"]})
    assert (event.kind, event.text) == ("other", "")


def test_what_we_do_not_know_is_other() -> None:
    assert one({"update_id": 6, "poll_answer": {}}).kind == "other"
    assert one({}).kind == "other"


@given(
    bodies(
        peer.message(NOW),
        peer.message(NOW, "", more=peer.photo("a")),
        peer.membership(NOW, "kicked"),
    )
)
def test_no_body_whatever_breaks_the_reading(body: bytes) -> None:
    require_read_or_refused(lambda raw: events(SETTINGS, raw, NOW), body)
