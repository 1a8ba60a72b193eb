"""Objections from anyone, without account; stored once, redacted, answered in public."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kiemtin.desk.flow import listen, respond
from kiemtin.desk.models import Account, Objection, Version
from kiemtin.desk.words import HeldBack, ObjectionOutcome, VersionKind
from tests.support.publishing import Staff
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


def refused(reader: Client, dam: Version, said: dict[str, Any], status: int) -> Page:
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


def test_a_file_comes_with_it_and_is_served_to_nobody(reader: Client, dam: Version) -> None:
    file = SimpleUploadedFile("muc-nuoc.txt", b"Muc nuoc luc 21 gio.\n")
    place = send(reader, where(dam), {"text": WRONG, "kind": "evidence", "file": file})["Location"]
    found = Objection.objects.get()
    assert (found.kind, found.copy_type) == ("evidence", "text/plain")
    assert "Kèm một tệp" in text(reader.get(place))
    assert reader.get(f"/media/{found.copy.name}").status_code == 404


@pytest.mark.parametrize(
    ("data", "name"), [(b"PK\x03\x04" + bytes(99), "a.zip"), (b"x", "a.js"), (b"", "a.txt")]
)
def test_a_file_that_could_harm_is_refused_and_the_text_stays(
    reader: Client, dam: Version, data: bytes, name: str
) -> None:
    said = {"text": WRONG, "file": SimpleUploadedFile(name, data)}
    assert WRONG in text(refused(reader, dam, said, 422))


def test_a_file_past_the_limit_keeps_the_text(reader: Client, dam: Version) -> None:
    said = {"text": WRONG, "file": SimpleUploadedFile("a.txt", b"x" * 10_485_761)}
    assert WRONG in text(refused(reader, dam, said, 413))


def test_a_megabyte_of_text_is_refused_in_words(reader: Client, dam: Version) -> None:
    reader.handler.enforce_csrf_checks = False
    answer = reader.post(where(dam), {"text": "a" * 1_048_576})
    assert answer.status_code == 413
    assert "Chữ tối đa 10.000 ký tự" in text(answer)
    assert not Objection.objects.exists()


@pytest.mark.parametrize("odd", ["a\x00b", "\u202eđảo\u202c chữ", "khô\u200bng", "\ufeffđập"])
def test_what_hides_in_a_text_is_taken_out(reader: Client, dam: Version, odd: str) -> None:
    send(reader, where(dam), {"text": odd})
    kept = Objection.objects.get().text
    assert not set(kept) & set("\x00\u202e\u202c\u200b\ufeff")


def test_script_is_shown_as_text(reader: Client, colleague: Account, dam: Version) -> None:
    send(reader, where(dam), {"text": "<script>alert(1)</script> sai giờ"})
    listen.answer_objection(
        colleague, Objection.objects.get(), ObjectionOutcome.REFUSED, "<b>Đúng</b> giờ."
    )
    for page in (f"/kiem-chung/{dam.fact_check.slug}/", "/phan-hoi/"):
        said = reader.get(page).content.decode()
        assert "&lt;script&gt;alert(1)" in said
        assert "<script>alert" not in said
        assert "<b>Đúng" not in said


def test_words_held_back_are_counted_and_the_answer_stays(
    reader: Client, colleague: Account, dam: Version
) -> None:
    place = send(reader, where(dam), {"text": WRONG})["Location"]
    found = Objection.objects.get()
    respond.hold_back(colleague, found, HeldBack.ABUSE)
    listen.answer_objection(colleague, found, ObjectionOutcome.REFUSED, "Ảnh đúng ở đập.")
    said = text(reader.get(f"/kiem-chung/{dam.fact_check.slug}/"))
    assert WRONG not in said
    assert "không hiển thị: lời lẽ xúc phạm" in said
    assert "Ảnh đúng ở đập." in said
    assert WRONG in text(reader.get(place))


def test_an_admitted_error_is_open_until_a_version_corrects_it(
    reader: Client, staff: Staff, dam: Version
) -> None:
    place = send(reader, where(dam), {"text": WRONG})["Location"]
    page = f"/kiem-chung/{dam.fact_check.slug}/"
    listen.answer_objection(
        staff.author, Objection.objects.get(), ObjectionOutcome.ACCEPTED, "Đúng vậy."
    )
    assert "Đã chấp nhận, đang sửa." in text(reader.get(page))
    staff.again(dam.fact_check, VersionKind.AMENDMENT, what_was_wrong="Ảnh sai.")
    for where_it_shows in (page, place, "/phan-hoi/"):
        assert "Chấp nhận → bản 2 sửa" in text(reader.get(where_it_shows))
    assert "Sửa theo phản hồi" in text(reader.get("/dinh-chinh/"))


def test_a_code_is_found_by_the_box_for_codes(reader: Client, dam: Version) -> None:
    place = send(reader, where(dam), {"text": WRONG})["Location"]
    code = place.rstrip("/").rsplit("/", 1)[1]
    found = reader.get("/bien-nhan/", {"code": code.lower().replace("-", " ")})
    assert found["Location"] == place
    assert reader.get(f"/phan-hoi/{code.lower()}/")["Location"] == place


def test_no_page_no_objection(reader: Client, dam: Version) -> None:
    assert reader.get("/kiem-chung/khong-co/phan-hoi/").status_code == 404
    assert reader.get("/phan-hoi/7KQM-2XPA-9TB4/").status_code == 404
