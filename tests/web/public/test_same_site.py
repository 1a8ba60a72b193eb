"""Whether a form comes from our own page is read from what the browser says."""

import pytest
from django.test import RequestFactory

from kiemtin.web.public.same_site import from_our_page


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "cross-site", "origin": "http://testserver"}, False),
        ({"origin": "https://testserver"}, True),
        ({"origin": "https://testserver:8443"}, False),
        ({"origin": "https://testserver.elsewhere.example"}, False),
        ({"origin": "null", "referer": "http://testserver/"}, False),
        ({"referer": "http://testserver/danh-gia/x/"}, True),
        ({"referer": "http://elsewhere.example/?testserver"}, False),
        ({}, False),
    ],
)
def test_what_the_browser_says(headers: dict[str, str], ours: bool) -> None:
    assert from_our_page(RequestFactory().post("/danh-gia/x/", headers=headers)) is ours
