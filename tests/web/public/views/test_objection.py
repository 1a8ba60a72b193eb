"""Objections from anyone, without account; stored once, redacted, answered in public."""

import pytest
from django.test import Client

from kiemtin.desk.flow import listen
from kiemtin.desk.models import Account, Objection, Version
from kiemtin.desk.words import ObjectionOutcome
from tests.web.public.pages import Page, fields, send, text

WRONG = "Ảnh trong bài chụp ở đập khác."


def where(version: Version) -> str:
    return f"/kiem-chung/{version.fact_check.slug}/phan-hoi/"


def test_an_objection_gets_a_receipt_with_the_day_of_the_answer(
    reader: Client, dam: Version
) -> None:
    answer = send(reader, where(dam), {"text": WRONG, "link": "https://example.org/anh"})
    assert answer.status_code == 302
    page = reader.get(answer["Location"])
    assert WRONG in text(page)
    assert Objection.objects.get().due_on.strftime("%d/%m/%Y") in text(page)
    assert page["Cache-Control"] == "no-store"


def test_the_answer_shows_on_the_receipt(reader: Client, author: Account, dam: Version) -> None:
    place = send(reader, where(dam), {"text": WRONG})["Location"]
    listen.answer_objection(
        author, Objection.objects.get(), ObjectionOutcome.ACCEPTED, "Đúng, chúng tôi sẽ thay ảnh."
    )
    assert "Đúng, chúng tôi sẽ thay ảnh." in text(reader.get(place))


def test_the_form_sent_twice_is_one_objection(reader: Client, dam: Version) -> None:
    said = fields(reader.get(where(dam)), where(dam)) | {"text": WRONG}
    first, second = reader.post(where(dam), said), reader.post(where(dam), said)
    assert first["Location"] == second["Location"]
    assert Objection.objects.count() == 1


def refused(reader: Client, dam: Version, said: dict[str, str], status: int) -> Page:
    answer = send(reader, where(dam), said)
    assert answer.status_code == status
    assert not Objection.objects.exists()
    return answer


def test_a_forged_form_stores_nothing(reader: Client, dam: Version) -> None:
    assert reader.post(where(dam), {"text": WRONG}).status_code == 403
    assert not Objection.objects.exists()


def test_an_expired_form_is_offered_again_with_its_text(reader: Client, dam: Version) -> None:
    assert WRONG in text(refused(reader, dam, {"text": WRONG, "token": "x"}, 422))


@pytest.mark.parametrize(("said", "status"), [("", 422), ("ă" * 100_000, 413)])
def test_a_text_that_cannot_be_taken(reader: Client, dam: Version, said: str, status: int) -> None:
    refused(reader, dam, {"text": said}, status)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "không phải địa chỉ", "https://facebook.com/nguyen.van.a.123"]
)
def test_a_link_that_cannot_be_taken_keeps_the_text(
    reader: Client, dam: Version, link: str
) -> None:
    assert WRONG in text(refused(reader, dam, {"text": WRONG, "link": link}, 422))


def test_a_telephone_number_in_it_is_removed(reader: Client, dam: Version) -> None:
    send(reader, where(dam), {"text": WRONG + " Gọi 0900 000 001."})
    assert "0900" not in Objection.objects.get().text


def test_no_page_no_objection(reader: Client, dam: Version) -> None:
    assert reader.get("/kiem-chung/khong-co/phan-hoi/").status_code == 404
    assert reader.get("/phan-hoi/7KQM-2XPA-9TB4/").status_code == 404
