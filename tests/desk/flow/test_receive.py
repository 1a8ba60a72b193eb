"""Whatever a channel brings is stored once, redacted, or refused as a whole with a sentence."""

import unicodedata
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from PIL import Image
from pytest_django import Settings

from kiemtin.channels.shape import InboundRefused
from kiemtin.desk import sealing
from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import receive
from kiemtin.desk.flow.investigate import mark_identifier
from kiemtin.desk.models import Account, Desk, Job, Message, Picture, ReplyAddress, Rumour
from kiemtin.refusal import Refusal
from tests.desk import steps
from tests.media import pictures

PHONE = "0900 000 001"


def stored(copies: Path) -> tuple[dict[str, int], list[Path]]:
    """How many rows each table of the desk has, and which files lie on the disk."""
    models = apps.get_app_config("desk").get_models()
    rows = {model.__name__: model._default_manager.count() for model in models}
    return rows, [path for path in copies.rglob("*") if path.is_file()]


def test_message_is_stored_redacted_with_a_receipt(desk: Desk) -> None:
    received = receive.receive(steps.item("1", f"Gọi {PHONE} để nhận tiền cứu trợ"), desk)
    message = Message.objects.get()
    assert received.created
    assert "0900" not in message.text
    assert "[số điện thoại]" in message.text
    assert message.removed_kinds == ["phone"]
    assert (message.place, message.language, message.state) == ("15", "vi", "inbox")
    assert received.receipt.count("-") == 2
    assert received.receipt not in str(list(Message.objects.values()))


def test_resent_item_is_the_first_one_whatever_it_says_now(desk: Desk) -> None:
    first = receive.receive(steps.item("1"), desk)
    again = receive.receive(steps.item("1", "Chữ khác, cùng một mã"), desk)
    assert (again.message, again.receipt, again.created) == (first.message, first.receipt, False)
    assert Message.objects.count() == 1


def test_another_channel_may_use_the_same_name(desk: Desk) -> None:
    receive.receive(steps.item("1"), desk)
    assert receive.receive(steps.item("1", channel="sms"), desk).created


def test_name_that_the_channel_gave_is_not_kept(desk: Desk) -> None:
    receive.receive(steps.item(PHONE, channel="sms"), desk)
    kept = str(list(Message.objects.values()))
    assert "0900" not in kept
    assert "000001" not in kept.replace(" ", "")


def test_message_waits_in_the_outbox_to_be_matched(desk: Desk) -> None:
    message = steps.ask(desk, "1")
    assert Job.objects.get().payload == {"message": message.pk}


def test_subject_of_a_claim_stays_when_an_editor_says_so(
    desk: Desk, author: Account, rumour: Rumour
) -> None:
    text = "Tài khoản 0000 0000 0000 xin tiền cứu trợ, có thật không?"
    mark_identifier(author, rumour, kind="bank_account", value="000000000000", reason="lừa đảo")
    assert "0000 0000 0000" in steps.ask(desk, "1", text).text
    kept = receive.receive(steps.item("2", f"Đừng gọi {PHONE}"), desk, keep={"0900000001"})
    assert PHONE in kept.message.text


def test_reply_address_is_lent_sealed_and_for_a_time(
    desk: Desk, settings: Settings, noon: datetime
) -> None:
    settings.REPLY_DAYS = 7
    message = steps.ask(desk, "1", reply_to=PHONE)
    lent = ReplyAddress.objects.get(message=message)
    assert b"900" not in bytes(lent.sealed)
    assert sealing.unseal(bytes(lent.sealed)) == PHONE
    assert lent.expires_at == noon + timedelta(days=7)


def test_picture_is_kept_without_where_it_was_taken(desk: Desk, copies: Path) -> None:
    taken = pictures.encoded(pictures.photo(), "JPEG", exif=pictures.exif())
    assert pictures.SECRET in taken
    message = steps.ask(desk, "1", pictures=(taken,))
    kept = Picture.objects.get(message=message)
    data = next(path for path in copies.rglob("*") if path.is_file()).read_bytes()
    assert pictures.SECRET not in data
    assert not Image.open(BytesIO(data)).getexif()
    assert (kept.width, kept.height) == (64, 48)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đập\x00 vỡ\x1b[31m", "Đập vỡ[31m"),
        ("Đập \u202eỡv\u202c \u2067Nậm Mẫu\u2069", "Đập ỡv Nậm Mẫu"),
        (unicodedata.normalize("NFD", "Đập thủy điện bị vỡ"), "Đập thủy điện bị vỡ"),
        ("§Ëp vì råi bµ con ¬i, ch¹y ngay", "Đập vỡ rồi bà con ơi, chạy ngay"),
        ("đ\u200bậ\ufeffp vỡ", "đập vỡ"),
    ],
    ids=["NUL and escape", "bidi", "NFD", "TCVN3", "zero width"],
)
def test_odd_characters_are_put_right_and_not_stored(desk: Desk, text: str, expected: str) -> None:
    message = steps.ask(desk, "1", text)
    message.refresh_from_db()
    assert message.text.startswith(expected)


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("too_long", {"text": "đập vỡ " * 15_000}),
        ("empty", {"text": "\u200b\u202e … !!!"}),
        ("unknown_place", {"place": "99999"}),
        ("svg", {"pictures": (b"<svg xmlns='http://www.w3.org/2000/svg'/>",)}),
        ("bomb", {"pictures": (pictures.png(60_000, 60_000),)}),
        ("not_a_picture", {"pictures": (b"MZ" + bytes(10 * 1024),)}),
        ("broken", {"pictures": (pictures.encoded(pictures.photo(), "JPEG")[:200],)}),
        ("svg", {"pictures": (pictures.encoded(pictures.photo(), "PNG"), b"<svg/>")}),
    ],
    ids=["long", "empty", "place", "svg", "bomb", "program", "broken", "second of two"],
)
def test_bad_input_is_refused_in_both_languages_and_leaves_nothing(
    desk: Desk, copies: Path, code: str, changes: dict[str, Any]
) -> None:
    before = stored(copies)
    with pytest.raises(Refusal) as refused:
        receive.receive(steps.item("1", **{"text": steps.CLAIM, "reply_to": PHONE} | changes), desk)
    assert refused.value.code == code
    assert len({refused.value.vi(), refused.value.en()}) == 2
    assert "{" not in refused.value.vi() + refused.value.en()
    assert stored(copies) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"external_id": "a\x00b"},
        {"external_id": "x" * 201},
        {"channel": "Web\x00"},
        {"text": "\ud800"},
    ],
    ids=["NUL in name", "long name", "channel", "surrogate"],
)
def test_item_that_fits_no_channel_is_refused_before_it_gets_here(
    changes: dict[str, str],
) -> None:
    with pytest.raises(InboundRefused) as refused:
        steps.item(**{"external_id": "1", **changes})
    assert refused.value.vi() != refused.value.en()


def test_nothing_is_half_stored_when_the_address_cannot_be_sealed(
    desk: Desk, copies: Path, settings: Settings
) -> None:
    settings.REPLY_KEYS = []
    before = stored(copies)
    picture = pictures.encoded(pictures.photo(), "JPEG")
    with pytest.raises(FlowError, match="kiemtin init"):
        steps.ask(desk, "1", reply_to=PHONE, pictures=(picture,))
    assert stored(copies) == before
