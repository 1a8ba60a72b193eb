"""A device's token is one that we gave, or none."""

import secrets

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from kiemtin.web.public import device


def held(value: str) -> str:
    request = RequestFactory().get("/danh-gia/x/")
    request.COOKIES[device.COOKIE] = value
    return device.token(request)


def test_what_was_given_comes_back() -> None:
    given = secrets.token_urlsafe(32)
    response = HttpResponse()
    device.keep(response, given)
    assert held(response.cookies[device.COOKIE].value) == given


@pytest.mark.parametrize("value", ["", "x", "a" * 44, "ă" * 43, "a" * 42 + "\n", "a" * 42 + "="])
def test_what_was_made_up_is_none(value: str) -> None:
    assert held(value) == ""
