"""What every request passes: language, limit, second factor."""

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings

from kiemtin.desk.models import Account, Desk
from kiemtin.desk.words import Role
from kiemtin.web.limits import Limiter
from kiemtin.web.middleware import LimitMiddleware, client_address
from tests.desk.conftest import Maker, author, desk, person

__all__ = ["author", "desk", "person"]


def posted(session: SessionStore, cookie: str = "") -> HttpRequest:
    request = RequestFactory().post("/hoi/", {"text": "đập vỡ"})
    request.session = session
    if cookie:
        request.COOKIES[settings.SESSION_COOKIE_NAME] = cookie
    return request


def limited(a_minute: int = 1) -> LimitMiddleware:
    middleware = LimitMiddleware(lambda request: HttpResponse("taken"))
    middleware.limiter = Limiter(a_minute)
    return middleware


def statuses(middleware: LimitMiddleware, requests: list[HttpRequest]) -> list[int]:
    return [middleware(request).status_code for request in requests]


@pytest.mark.django_db
def test_an_address_is_held_back_after_its_share() -> None:
    requests = [posted(SessionStore()) for _ in range(3)]
    assert statuses(limited(2), requests) == [200, 200, 429]


@pytest.mark.django_db
def test_a_cookie_that_was_made_up_helps_nobody() -> None:
    requests = [posted(SessionStore("made-up"), "made-up") for _ in range(2)]
    assert statuses(limited(), requests) == [200, 429]


def test_who_is_signed_in_may_work_fast(author: Account) -> None:
    browser = Client()
    browser.force_login(author)
    key = browser.cookies[settings.SESSION_COOKIE_NAME].value
    requests = [posted(SessionStore(key), key) for _ in range(3)]
    assert statuses(limited(), requests) == [200, 200, 200]


@pytest.mark.django_db
def test_reading_is_never_held_back() -> None:
    middleware = limited()
    assert statuses(middleware, [RequestFactory().get("/") for _ in range(3)]) == [200] * 3


@pytest.mark.parametrize(
    ("proxies", "hops", "expected"),
    [
        (0, "198.51.100.7", "192.0.2.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "made-up, 198.51.100.7", "198.51.100.7"),
        (2, "198.51.100.7, 203.0.113.9", "198.51.100.7"),
        (2, "198.51.100.7", "192.0.2.1"),
        (1, "", "192.0.2.1"),
    ],
)
def test_only_trusted_proxies_name_the_sender(proxies: int, hops: str, expected: str) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=hops)
    with override_settings(TRUSTED_PROXIES=proxies):
        assert client_address(request) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("cookie", "language"), [(None, "vi"), ("en", "en"), ("vi", "vi"), ("xx", "vi"), ("", "vi")]
)
def test_the_page_speaks_vietnamese_unless_english_was_chosen(
    cookie: str | None, language: str
) -> None:
    browser = Client(headers={"accept-language": "en-US,en"})
    if cookie is not None:
        browser.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
    page = browser.get("/")
    assert page["Content-Language"] == language
    assert f'<html lang="{language}">' in page.content.decode()


@pytest.mark.parametrize(
    ("role", "leads_away"),
    [(Role.CHECKER, False), (Role.REVIEWER, True), (Role.ADMINISTRATOR, True)],
)
def test_who_signs_sets_up_a_second_factor_first(
    person: Maker, desk: Desk, role: Role, leads_away: bool
) -> None:
    browser = Client()
    browser.force_login(person("someone", desk, role))
    answer = browser.get("/desk/tro-giup/")
    assert (answer.status_code == 302 and "2fa" in answer["Location"]) is leads_away
