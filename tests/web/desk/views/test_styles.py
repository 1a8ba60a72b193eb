"""The style page is for drills only."""

from django.urls import reverse
from pytest_django import Settings

from kiemtin.desk.models import Account
from tests.web.desk.conftest import Browser


def test_a_real_desk_has_no_style_page(browser: Browser, author: Account) -> None:
    assert browser(author).get(reverse("desk:styleguide")).status_code == 404


def test_a_drill_shows_every_component(
    browser: Browser, author: Account, settings: Settings
) -> None:
    settings.DRILL = True
    assert browser(author).get(reverse("desk:styleguide")).status_code == 200
