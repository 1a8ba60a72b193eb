"""The desk fetches under its own name, and tells a page's address from other words."""

import pytest
from pytest_django import Settings

from kiemtin.desk import fetching
from kiemtin.media.fetch import FetchRefused


def test_it_says_who_asks(settings: Settings) -> None:
    settings.PUBLIC_URL = "https://tin.example"
    settings.WRITE_TO = {"email": "ban@tin.example"}
    who = fetching.identity()
    assert "https://tin.example" in who.agent
    assert who.mail == "ban@tin.example"


@pytest.mark.parametrize("mail", ["", "bàn@tin.example", "0900 000 001"])
def test_what_is_no_plain_mail_address_is_left_out(settings: Settings, mail: str) -> None:
    settings.WRITE_TO = {"email": mail} if mail else {}
    assert fetching.identity().mail == ""


def test_addresses_are_judged_before_anything_is_asked() -> None:
    fetching.check("https://tin.example/bai")
    with pytest.raises(FetchRefused):
        fetching.check("ftp://tin.example/bai")


def test_without_a_browser_there_is_no_picture(settings: Settings) -> None:
    settings.CHROMIUM = None
    assert fetching.chromium() is None
