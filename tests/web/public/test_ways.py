"""Only ways that are set up are offered, with where to write."""

from pytest_django import Settings

from kiemtin.channels.web_push.settings import new_keys
from kiemtin.web.public import ways
from tests.support.peers.sms_gate import SmsGate
from tests.support.peers.telegram import Telegram
from tests.support.reach import set_up


def test_only_what_is_set_up_is_offered(settings: Settings) -> None:
    settings.CHANNELS, settings.WRITE_TO = {}, {"telegram": "https://t.me/x"}
    assert (ways.written(), ways.email(), ways.push_key()) == ([], False, "")
    secret, public = new_keys()
    push = {"KIEMTIN_WEB_PUSH_KEY": secret, "KIEMTIN_WEB_PUSH_CONTACT": "mailto:a@b.example"}
    with Telegram() as bot, SmsGate() as gate:
        set_up(settings, bot.environ(), gate.environ(), push)
    telegram, sms = ways.written()
    assert (str(telegram.label), telegram.where, telegram.is_link) == (
        "Telegram",
        "https://t.me/x",
        True,
    )
    assert (sms.where, sms.is_link) == ("", False)
    assert ways.push_key() == public
