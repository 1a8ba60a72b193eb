"""A webhook of the Official Account is believed when Zalo signed it, and anything may be in it."""

import hashlib
import hmac
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given

from kiemtin.channels.inbound import MAX_BODY, MOST_PICTURES, Event, WebhookRefused
from kiemtin.channels.zalo_oa.inbound import events, verify
from kiemtin.channels.zalo_oa.settings import read
from tests.channels.zalo_oa.test_settings import GIVEN
from tests.support.peers import zalo_oa as peer
from tests.support.webhooks import EMOJI, NOW, bodies, require_read_or_refused

SETTINGS = read(GIVEN | {"KIEMTIN_ZALO_OA_SECRET_KEY": peer.SECRET_KEY})
WHO = "246845883529197922"
LINK: list[dict[str, object]] = [
    {"type": "link", "payload": {"title": "Vỡ đập", "url": "https://tin.example/1"}}
]


def refused(headers: dict[str, str], body: bytes, settings: Any = SETTINGS) -> str:
    with pytest.raises(WebhookRefused) as error:
        verify(settings, headers, body, NOW)
    return error.value.code


def one(event: peer.Event) -> Event:
    (read_event,) = events(SETTINGS, peer.signed(event)[1], NOW)
    return read_event


def test_what_zalo_signed_is_believed() -> None:
    verify(SETTINGS, *peer.signed(peer.message(NOW)), NOW)


def test_what_another_signed_is_not() -> None:
    assert refused(*peer.signed(peer.message(NOW), key="guessed")) == "signature"
    assert refused(*peer.signed(peer.message(NOW), app_id="999")) == "signature"
    assert refused({}, peer.signed(peer.message(NOW))[1]) == "signature"


def test_an_hmac_is_no_signature_of_zalos() -> None:
    _, body = peer.signed(peer.message(NOW))
    mac = hmac.new(peer.SECRET_KEY.encode(), body, hashlib.sha256).hexdigest()
    assert refused({"x-zevent-signature": f"mac={mac}"}, body) == "signature"


def test_a_body_changed_after_signing_is_refused() -> None:
    headers, body = peer.signed(peer.message(NOW))
    assert refused(headers, body.replace("vỡ".encode(), "nứt".encode())) == "signature"
    assert refused(headers, body + b" ") == "signature"


def test_spaces_and_order_are_as_they_came() -> None:
    """The raw bytes are signed: writing the same JSON in another way is another body."""
    headers, body = peer.signed(peer.message(NOW))
    assert refused(headers, body.replace(b'": ', b'":')) == "signature"


@pytest.mark.parametrize("days", [-2, 2])
def test_an_old_or_future_time_is_a_replay(days: int) -> None:
    at = NOW + timedelta(days=days)
    assert refused(*peer.signed(peer.message(at))) == "replay"


def test_a_time_that_is_none_is_a_replay() -> None:
    assert refused(*peer.signed(peer.message(NOW) | {"timestamp": "yesterday"})) == "replay"


def test_zalos_last_try_after_an_hour_is_believed() -> None:
    verify(SETTINGS, *peer.signed(peer.message(NOW - timedelta(hours=2))), NOW)


def test_the_time_may_come_in_a_header() -> None:
    settings = read(GIVEN | {"KIEMTIN_ZALO_OA_TIMESTAMP_HEADER": "X-ZEvent-Timestamp"})
    at, body = peer.milliseconds(NOW), b'{"event_name": "follow"}'
    mac = hashlib.sha256(b"1234567890" + body + at.encode() + b"hidden-2").hexdigest()
    headers = {"x-zevent-signature": f"mac={mac}", "x-zevent-timestamp": at}
    verify(settings, headers, body, NOW)
    assert refused(headers | {"x-zevent-timestamp": at[:-1] + "9"}, body, settings) == "signature"


def test_five_megabytes_are_not_read() -> None:
    big = b'{"timestamp": "' + b"1" * 5 * 1024 * 1024 + b'"}'
    assert refused({}, big) == "too_big"
    with pytest.raises(WebhookRefused, match=str(MAX_BODY)):
        events(SETTINGS, big, NOW)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe{", b"[" * 100_000, b"null"])
def test_what_is_no_object_is_refused(body: bytes) -> None:
    assert refused({}, body) == "body"
    with pytest.raises(WebhookRefused):
        events(SETTINGS, body, NOW)


def test_a_message_is_read() -> None:
    event = one(peer.message(NOW, "Đập vỡ?", who=WHO, number="m1"))
    assert event == Event("message", "m1", NOW, sender=WHO, text="Đập vỡ?")


def test_the_same_message_has_the_same_name() -> None:
    first, again = (one(peer.message(NOW, number="m1")) for _ in range(2))
    assert first.external_id == again.external_id


def test_emoji_alone_are_text() -> None:
    event = one(peer.message(NOW, EMOJI))
    assert (event.text, event.attachments) == (EMOJI, ())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("sticker", "sticker"),
        ("image", "picture"),
        ("audio", "audio"),
        ("location", "location"),
        ("business_card", "contact"),
        ("hologram", "other"),
    ],
)
def test_what_is_no_text_is_told_by_its_kind(name: str, kind: str) -> None:
    payload: list[peer.Event] = [{"type": name, "payload": {"url": "https://x.example/s.png"}}]
    event = one(peer.message(NOW, "", name=f"user_send_{name}", attachments=payload))
    assert (event.kind, event.text, event.attachments) == ("message", "", (kind,))


@pytest.mark.parametrize("name", ["image", "gif"])
def test_pictures_are_named_by_their_address(name: str) -> None:
    held: list[peer.Event] = [
        {"type": name, "payload": {"url": f"https://cdn.example/{n}", "thumbnail": "https://t"}}
        for n in range(5)
    ]
    event = one(peer.message(NOW, "Thật?", name=f"user_send_{name}", attachments=held))
    assert (event.text, event.attachments) == ("Thật?", ("picture",) * 5)
    assert [sent.address[-1] for sent in event.pictures] == ["0", "1", "2"][:MOST_PICTURES]


def test_films_and_files_are_not_taken() -> None:
    held: list[peer.Event] = [{"type": "video", "payload": {"url": "https://cdn.example/v"}}]
    assert one(peer.message(NOW, "", name="user_send_video", attachments=held)).pictures == ()
    bare = one(peer.message(NOW, "", name="user_send_image", attachments=[{"type": "image"}]))
    assert (bare.attachments, bare.pictures) == (("picture",), ())


@pytest.mark.parametrize("name", ["location", "business_card", "sticker"])
def test_no_place_and_nobodys_card_is_kept(name: str) -> None:
    assert one(peer.message(NOW, "Bà A, 0900", name=f"user_send_{name}")).text == ""


def test_a_link_is_what_is_asked_about() -> None:
    event = one(peer.message(NOW, "Thật không?", name="user_send_link", attachments=LINK))
    assert event.text == "Thật không?\nVỡ đập\nhttps://tin.example/1"
    assert event.attachments == ("link",)


def test_who_has_no_account_is_heard_and_cannot_be_answered() -> None:
    event = one(peer.message(NOW, "Đập vỡ?", name="anonymous_send_text"))
    assert (event.kind, event.sender, event.text) == ("message", "", "Đập vỡ?")


def test_following_and_leaving() -> None:
    assert one(peer.follow(NOW, WHO)) == Event(
        "follow", one(peer.follow(NOW, WHO)).external_id, NOW, sender=WHO
    )
    left = one(peer.follow(NOW, WHO, "unfollow"))
    assert (left.kind, left.sender) == ("unfollow", WHO)


def test_leaving_and_coming_back_are_two_events_in_any_order() -> None:
    moments = [NOW - timedelta(hours=hours) for hours in (1, 3, 2)]
    read_events = [one(peer.follow(at, WHO)) for at in moments]
    assert len({event.external_id for event in read_events}) == 3
    assert [event.happened_at for event in read_events] == moments


def test_messages_that_arrived_or_were_seen() -> None:
    received = one(peer.arrived(NOW, "ours-1"))
    assert (received.kind, received.ours, received.sender) == ("received", "ours-1", "")
    body = peer.signed(peer.arrived(NOW, "ours-1", "ours-2", seen=True))[1]
    seen = events(SETTINGS, body, NOW)
    assert [(event.kind, event.ours) for event in seen] == [("seen", "ours-1"), ("seen", "ours-2")]
    assert len({event.external_id for event in seen}) == 2


@pytest.mark.parametrize(
    "name",
    [
        "user_send_group_text",
        "oa_send_group_image",
        "create_group",
        "user_join_group",
        "oa_send_text",
    ],
)
def test_groups_and_our_own_messages_are_never_read(name: str) -> None:
    assert events(SETTINGS, peer.signed(peer.message(NOW, name=name))[1], NOW) == []


def test_what_we_do_not_know_is_other() -> None:
    assert one({"event_name": "new_in_2031", "timestamp": peer.milliseconds(NOW)}).kind == "other"
    assert one({}).kind == "other"


def test_ids_as_numbers_keep_all_their_digits() -> None:
    event = peer.message(NOW) | {"sender": {"id": 246845883529197922}}
    assert one(event).sender == "246845883529197922"


@given(
    bodies(
        peer.message(NOW),
        peer.message(NOW, name="user_send_link", attachments=LINK),
        peer.message(NOW, name="user_send_image", attachments=LINK),
        peer.follow(NOW),
        peer.arrived(NOW, "a", "b", seen=True),
    )
)
def test_no_body_whatever_breaks_the_reading(body: bytes) -> None:
    require_read_or_refused(lambda raw: events(SETTINGS, raw, NOW), body)


@given(bodies(peer.message(NOW)))
def test_no_unsigned_body_is_believed(body: bytes) -> None:
    with pytest.raises(WebhookRefused):
        verify(SETTINGS, {"x-zevent-signature": "mac=\ud800"}, body, NOW)
