"""A webhook of the telephone is believed when it is signed, and anything may be in it."""

import hashlib
from datetime import timedelta

import pytest
from hypothesis import given

from kiemtin.channels.inbound import Event, WebhookRefused
from kiemtin.channels.sms_gate.inbound import events, verify
from kiemtin.channels.sms_gate.settings import read
from tests.channels.sms_gate.test_settings import GIVEN
from tests.support.peers import sms_gate as peer
from tests.support.webhooks import EMOJI, NOW, bodies, require_read_or_refused

SETTINGS = read(GIVEN | {"KIEMTIN_SMS_GATE_SIGNING_KEY": peer.SIGNING_KEY})


def refused(headers: dict[str, str], body: bytes) -> str:
    with pytest.raises(WebhookRefused) as error:
        verify(SETTINGS, headers, body, NOW)
    return error.value.code


def one(event: peer.Event) -> Event:
    (read_event,) = events(SETTINGS, peer.signed(event, NOW)[1], NOW)
    return read_event


def test_what_the_telephone_signed_is_believed() -> None:
    verify(SETTINGS, *peer.signed(peer.came(NOW), NOW), NOW)


def test_what_another_signed_is_not() -> None:
    assert refused(*peer.signed(peer.came(NOW), NOW, "guessed")) == "signature"
    assert refused({}, b"{}") == "signature"


def test_a_plain_hash_is_no_signature() -> None:
    headers, body = peer.signed(peer.came(NOW), NOW)
    text = body + headers["x-timestamp"].encode() + peer.SIGNING_KEY.encode()
    assert refused(headers | {"x-signature": hashlib.sha256(text).hexdigest()}, body) == "signature"


def test_body_and_time_are_both_signed() -> None:
    headers, body = peer.signed(peer.came(NOW), NOW)
    assert refused(headers, body + b" ") == "signature"
    assert refused(headers | {"x-timestamp": str(int(NOW.timestamp()) + 1)}, body) == "signature"


@pytest.mark.parametrize("days", [-2, 2])
def test_an_old_or_future_time_is_a_replay(days: int) -> None:
    at = NOW + timedelta(days=days)
    assert refused(*peer.signed(peer.came(at), at)) == "replay"


def test_a_try_two_days_later_is_signed_anew_and_believed() -> None:
    verify(SETTINGS, *peer.signed(peer.came(NOW - timedelta(days=2)), NOW), NOW)


def test_five_megabytes_are_not_read() -> None:
    headers, body = peer.signed(peer.came(NOW, "a" * 5 * 1024 * 1024), NOW)
    assert refused(headers, body) == "too_big"
    with pytest.raises(WebhookRefused):
        events(SETTINGS, body, NOW)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff{", b"[" * 100_000])
def test_what_is_no_object_is_refused(body: bytes) -> None:
    with pytest.raises(WebhookRefused):
        events(SETTINGS, body, NOW)


def test_a_message_is_read() -> None:
    event = one(peer.came(NOW, "Dap vo?", who="0900 000 001", number="e1"))
    assert event == Event("message", "e1", NOW, sender="+84900000001", text="Dap vo?")


def test_the_older_apps_name_of_the_sender_is_known() -> None:
    event = peer.came(NOW)
    event["payload"] = {"message": "Dap vo?", "phoneNumber": "+84900000001"}
    assert one(event).sender == "+84900000001"


def test_two_equal_texts_are_two_messages_and_a_second_try_is_the_same() -> None:
    """The app makes a message's own id of its content: the envelope's id is the name."""
    first, second = (one(peer.came(NOW, number=number)) for number in ("e1", "e2"))
    assert first.external_id != second.external_id
    assert one(peer.came(NOW, number="e1")).external_id == first.external_id


def test_emoji_alone_are_text() -> None:
    assert one(peer.came(NOW, EMOJI)).text == EMOJI


def test_a_picture_message_is_told_by_its_kind() -> None:
    event = one(peer.came(NOW, "", name="mms:received"))
    assert (event.kind, event.text, event.attachments) == ("message", "", ("picture",))


def test_what_became_of_ours() -> None:
    arrived, failed = one(peer.fate(NOW, "k1")), one(peer.fate(NOW, "k1", "sms:failed"))
    assert (arrived.kind, arrived.ours, arrived.why) == ("received", "k1", "")
    assert (failed.kind, failed.ours, failed.why) == ("failed", "k1", "refused")
    assert one(peer.fate(NOW, "k1", "sms:sent")).kind == "other"


def test_a_telephone_with_a_wrong_clock() -> None:
    assert one(peer.came(NOW + timedelta(days=400))).happened_at == NOW
    event = peer.came(NOW)
    event["payload"] = {"message": "a", "receivedAt": "2026-11-23T07:00:00"}
    assert one(event).happened_at == NOW


def test_what_we_do_not_know_is_other() -> None:
    assert one({"event": "system:ping", "id": "p"}).kind == "other"
    assert one({}).kind == "other"


@given(bodies(peer.came(NOW), peer.fate(NOW, "k1"), peer.fate(NOW, "k1", "sms:failed")))
def test_no_body_whatever_breaks_the_reading(body: bytes) -> None:
    require_read_or_refused(lambda raw: events(SETTINGS, raw, NOW), body)
