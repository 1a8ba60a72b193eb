"""What a browser hands out has one spelling; without its channel it is refused."""

import json

import pytest
from django.core.exceptions import ValidationError
from pytest_django import Settings

from kiemtin.channels.web_push.settings import new_keys
from kiemtin.web.public.forms.subscribe import browser_address
from tests.support.peers.web_push import PushPeer
from tests.support.reach import set_up


def test_one_browser_has_one_spelling(settings: Settings) -> None:
    contact = {"KIEMTIN_WEB_PUSH_CONTACT": "mailto:a@b.example"}
    set_up(settings, {"KIEMTIN_WEB_PUSH_KEY": new_keys()[0]} | contact)
    with PushPeer() as peer:
        given = json.loads(peer.subscription) | {"endpoint": "https://push.example/1"}
    padded = given["keys"] | {"auth": given["keys"]["auth"] + "=="}
    spelled = {browser_address(json.dumps(one)) for one in (given, given | {"keys": padded})}
    assert len(spelled) == 1
    assert browser_address(spelled.pop()) == browser_address(json.dumps(given))


def test_without_the_channel_nothing_is_taken(settings: Settings) -> None:
    settings.CHANNELS = {}
    with pytest.raises(ValidationError):
        browser_address("{}")
