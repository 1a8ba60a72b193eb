"""What a phone sends is answered item by item; a forged post changes nothing."""

import json
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kiemtin.bulletin.recording import MOST_BYTES
from kiemtin.desk.models import Acknowledgement, Broadcast, Message, Report
from kiemtin.desk.moment import now
from kiemtin.web.limits import Limiter
from kiemtin.web.phone.views import send
from tests.support.communicators import VOICE, milliseconds
from tests.web.phone.conftest import HERE


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has its own count of posts."""
    monkeypatch.setattr(send, "LIMITER", Limiter(send.A_MINUTE))


def item(number: int, **said: Any) -> dict[str, Any]:
    return {"id": str(UUID(int=number)), "at": milliseconds(now())} | said


def asked(number: int) -> dict[str, Any]:
    return item(number, kind="asked", text="Cầu sập phải không", place="15")


def post(phone: Client, body: Any, site: str = "same-origin") -> Any:
    data = body if isinstance(body, bytes | str) else json.dumps(body)
    given = {"Sec-Fetch-Site": site}
    return phone.post(reverse("phone:send"), data, "application/json", headers=given)


def batch(*items: Any) -> dict[str, Any]:
    return {"phone_now": milliseconds(now()), "items": list(items)}


def sound(phone: Client, audio: bytes | None = VOICE, **changed: Any) -> Any:
    body: dict[str, Any] = {
        "item": json.dumps(item(3, language="hmn")),
        "phone_now": json.dumps(milliseconds(now())),
    } | changed
    if audio is not None:
        body["audio"] = SimpleUploadedFile("ghi-am", audio, "audio/webm")
    return phone.post(reverse("phone:sound"), body, headers=HERE)


def test_each_item_has_its_own_answer(broadcast: Broadcast, phone: Client) -> None:
    done = item(2, kind="done", done="posted", broadcast=broadcast.pk)
    told = post(phone, batch(asked(1), {"id": "x"}, done)).json()["outcomes"]
    assert [one["state"] for one in told] == ["entered", "refused", "entered"]
    assert told[1]["says"].keys() == {"vi", "en"}
    assert len(told[0]["receipt"]) == 14
    assert Acknowledgement.objects.get().done == "posted"
    again = post(phone, batch(done, asked(1))).json()["outcomes"]
    assert [one["state"] for one in again] == ["already", "already"]


@pytest.mark.parametrize(
    "body",
    ["", "{", "[]", "7", '{"items": []}', '{"items": 7, "phone_now": 1}', "[" * 100_000,
     '{"items": [], "phone_now": "now"}', b"\xff\xfe", '{"items": [], "phone_now": 1e400}'],
)  # fmt: skip
def test_what_is_no_batch_is_refused_whole(phone: Client, body: Any) -> None:
    assert post(phone, body).status_code == 400


def test_a_batch_that_is_too_large_is_refused_whole(phone: Client) -> None:
    assert post(phone, batch(*[asked(1)] * 8_000)).status_code == 413


def test_more_items_than_a_batch_stay_on_the_phone(phone: Client) -> None:
    told = post(phone, batch(*[{"id": "x"}] * 60)).json()["outcomes"]
    assert len(told) == send.MOST_ITEMS


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", ""])
def test_a_post_from_elsewhere_changes_nothing(phone: Client, site: str) -> None:
    assert post(phone, batch(asked(1)), site).status_code == 403
    assert not Message.objects.exists()


def test_strangers_enter_nothing(db: None) -> None:
    assert post(Client(), batch(asked(1))).status_code == 401
    assert sound(Client()).status_code == 401


def test_a_phone_that_posts_without_end_is_slowed(
    phone: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(send, "LIMITER", Limiter(2, clock=lambda: 0.0))
    assert [post(phone, batch()).status_code for _ in range(3)] == [200, 200, 429]


def test_neighbours_at_one_address_do_not_slow_each_other(phone: Client) -> None:
    assert {post(phone, batch()).status_code for _ in range(30)} == {200}


def test_a_recording_is_entered(phone: Client) -> None:
    assert sound(phone).json()["outcomes"][0]["state"] == "entered"
    assert sound(phone).json()["outcomes"][0]["state"] == "already"
    assert Report.objects.get().content_type == "audio/webm"


@pytest.mark.parametrize("audio", [None, b"", b"MZ" * 99, VOICE + bytes(MOST_BYTES + 2)])
def test_what_is_no_recording_is_refused_with_a_reason(phone: Client, audio: Any) -> None:
    (told,) = sound(phone, audio).json()["outcomes"]
    assert told["state"] == "refused"
    assert not Report.objects.exists()


@pytest.mark.parametrize("changed", [{"item": "{"}, {"item": "[]"}, {"phone_now": "x"}])
def test_a_recording_without_its_words_is_refused_whole(phone: Client, changed: Any) -> None:
    assert sound(phone, **changed).status_code == 400
