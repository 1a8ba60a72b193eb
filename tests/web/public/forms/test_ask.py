"""The report form by itself: what it refuses, and what makes it another message."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kiemtin.desk.moment import today
from kiemtin.web.public.forms.ask import OLDEST, AskForm

SAID = {"text": "Đập vỡ rồi", "wants_answer": "on"}


def filled(files: dict[str, Any] | None = None, /, **said: Any) -> AskForm:
    token = AskForm.fresh().initial["token"]
    return AskForm(SAID | {"token": token} | said, files)


def test_a_text_is_enough() -> None:
    form = filled()
    assert form.is_valid()
    assert form.cleaned_data["picture"] == b""


@pytest.mark.parametrize("days", [1, -OLDEST.days - 1])
def test_a_day_to_come_or_long_gone_is_refused(days: int) -> None:
    assert "heard_on" in filled(heard_on=(today() + timedelta(days=days)).isoformat()).errors


@pytest.mark.parametrize("day", ["22/11/2024", "2024-11-22"])
def test_a_day_may_be_typed_either_way(day: str) -> None:
    form = filled(heard_on=day)
    assert form.is_valid()
    assert form.cleaned_data["heard_on"].isoformat() == "2024-11-22"


@pytest.mark.parametrize("given", ["0900 000 001", "+84 900-000-001", "a.b@example.org", ""])
def test_a_way_to_answer_is_a_number_or_an_e_mail(given: str) -> None:
    assert filled(reply_to=given).is_valid()


def test_an_empty_file_is_said() -> None:
    assert "picture" in filled({"picture": SimpleUploadedFile("a.jpg", b"")}).errors


def test_a_file_that_was_too_big_is_said() -> None:
    form = AskForm(SAID, too_big=True)
    assert form.errors.as_data()["picture"][0].code == "too_big"


@pytest.mark.parametrize("said", [{"heard_on": "2020-13-45"}, {"reply_to": "0900 000 001"}])
def test_what_is_folded_away_opens_when_it_is_in_use(said: dict[str, str]) -> None:
    assert filled(**said).more_in_use()
    assert not filled().more_in_use()


@pytest.mark.parametrize(
    "change",
    [{"text": "Đập nứt rồi"}, {"place": "Lào Cai"}, {"heard_via": "zalo"}, {"wants_answer": ""}],
)
def test_any_change_makes_it_another_message(change: dict[str, str]) -> None:
    token = AskForm.fresh().initial["token"]
    one, other = filled(token=token), filled(token=token, **change)
    assert one.is_valid()
    assert other.is_valid()
    assert one.external_id() != other.external_id()


def test_another_picture_makes_it_another_message() -> None:
    token = AskForm.fresh().initial["token"]
    ids = set()
    for data in (b"a", b"b"):
        form = filled({"picture": SimpleUploadedFile("a.jpg", data)}, token=token)
        assert form.is_valid()
        ids.add(form.external_id())
    assert len(ids) == 2
