"""Whether a form comes from our own page is read from what the browser says."""

import pytest
from django.test import RequestFactory

from kiemtin.web.public.same_site import from_our_page


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({"HTTP_SEC_FETCH_SITE": "same-origin"}, True),
        ({"HTTP_SEC_FETCH_SITE": "none"}, False),
        ({"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": "http://testserver"}, False),
        ({"HTTP_ORIGIN": "https://testserver"}, True),
        ({"HTTP_ORIGIN": "https://testserver:8443"}, False),
        ({"HTTP_ORIGIN": "https://testserver.elsewhere.example"}, False),
        ({"HTTP_ORIGIN": "null", "HTTP_REFERER": "http://testserver/"}, False),
        ({"HTTP_REFERER": "http://testserver/danh-gia/x/"}, True),
        ({"HTTP_REFERER": "http://elsewhere.example/?testserver"}, False),
        ({}, False),
    ],
)
def test_what_the_browser_says(headers: dict[str, str], ours: bool) -> None:
    assert from_our_page(RequestFactory().post("/danh-gia/x/", **headers)) is ours  # type: ignore[arg-type]
