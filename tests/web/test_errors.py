"""Pages for what went wrong keep what was typed and say what to do next."""

import pytest
from django.test import Client

from tests.web.public.pages import text


@pytest.mark.django_db
def test_a_page_that_is_not_there_is_told_kindly() -> None:
    page = Client().get("/khong-co-trang-nay/")
    assert page.status_code == 404
    assert "Không có trang này" in text(page)


@pytest.mark.django_db
def test_a_forged_form_gives_the_text_back() -> None:
    page = Client(enforce_csrf_checks=True).post("/hoi/", {"text": "Đập vỡ <b>"})
    assert page.status_code == 403
    assert "Đập vỡ <b>" in text(page)


@pytest.mark.django_db
def test_what_is_too_large_to_read_is_said_to_be() -> None:
    page = Client().post("/kiem-tra/", {"text": "a" * 1_100_000})
    assert page.status_code == 413


@pytest.mark.django_db
def test_too_many_fields_are_a_bad_request() -> None:
    page = Client().post("/kiem-tra/", {f"f{n}": "1" for n in range(300)})
    assert page.status_code == 400


@pytest.mark.django_db
def test_addresses_are_not_changed_by_whoever_sits_at_a_session() -> None:
    assert Client().get("/vao/email/").status_code == 404
