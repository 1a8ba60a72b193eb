"""Headers of public pages: what is everybody's may be kept a moment, one asker's nowhere."""

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation

from kiemtin.desk.models import Desk
from kiemtin.web.public import respond

TEMPLATE = "public/how.html"


def get(where: str = "/kiem-tra/", **cookies: str) -> HttpResponse:
    request = RequestFactory().get(where)
    request.COOKIES.update(cookies)
    return respond.kept_page(request, TEMPLATE, ("one",), dict, here="/kiem-tra/")


@pytest.mark.usefixtures("db")
def test_a_reader_may_keep_a_page_a_moment() -> None:
    page = get()
    assert page["Cache-Control"] == f"public, max-age={respond.KEPT_SECONDS}"
    assert "Cookie" in page["Vary"]


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("name", [settings.SESSION_COOKIE_NAME, respond.NOTICES])
def test_a_colleague_and_who_has_a_notice_get_it_fresh(name: str) -> None:
    assert get(**{name: "x"})["Cache-Control"] == "private, no-cache"


@pytest.mark.usefixtures("db")
def test_marks_on_the_address_make_no_other_page() -> None:
    assert get("/kiem-tra/?fbclid=abc").content == get().content
    assert b"fbclid" not in get("/kiem-tra/?fbclid=abc").content


def test_another_language_or_desk_name_is_another_page(desk: Desk) -> None:
    vietnamese = get().content
    with translation.override("en"):
        assert b'<html lang="en">' in get().content
    assert get().content == vietnamese
    Desk.objects.update(name="Bàn kiểm tin khác")
    assert "Bàn kiểm tin khác" in get().content.decode()


def test_another_stamp_is_another_page(desk: Desk) -> None:
    made: list[str] = []

    def context() -> dict[str, object]:
        made.append("once")
        return {}

    request = RequestFactory().get("/")
    for stamp in ("a", "a", "b", "a"):
        respond.kept_page(request, TEMPLATE, (desk.pk, "stamp", stamp), context)
    assert len(made) == 2


def test_what_is_one_askers_is_kept_nowhere() -> None:
    page = respond.keep_nowhere(HttpResponse())
    assert page["Cache-Control"] == "no-store"
    assert "noindex" in page["X-Robots-Tag"]
    # "no-referrer" would make browsers post without an origin, and the form would be refused
    assert page["Referrer-Policy"] == "same-origin"
