"""`kiemtin channels` says what each channel needs and how it does, and brings it what it needs."""

import re

import pytest

from tests.support.live import Home
from tests.support.peers.http import Reply
from tests.support.peers.sms_gate import SmsGate
from tests.support.peers.zalo_oa import ZaloOA


def test_every_channel_is_off_until_it_is_set_up(home: Home) -> None:
    looked = home.run("channels")
    assert looked.returncode == 0, looked.stderr
    assert "– email: off" in looked.stdout
    assert "– web_push: off" in looked.stdout


def test_what_is_missing_is_named_with_where_it_is_found(home: Home) -> None:
    home.settings = {"KIEMTIN_TELEGRAM_TOKEN": "1:abc"}
    looked = home.run("channels", "check")
    assert looked.returncode == 1
    assert "✕ telegram: still missing" in looked.stdout
    assert "KIEMTIN_TELEGRAM_WEBHOOK_SECRET: A random text" in looked.stdout
    assert "1:abc" not in looked.stdout
    home.settings = {**home.settings, "KIEMTIN_LANG": "vi"}
    assert "còn thiếu" in home.run("channels", "check").stdout
    assert "! kênh telegram chưa mở" in home.run("check").stdout


def test_a_value_that_cannot_be_used_is_said_without_it(home: Home) -> None:
    home.settings = {
        "KIEMTIN_TELEGRAM_TOKEN": "1:abc",
        "KIEMTIN_TELEGRAM_WEBHOOK_SECRET": "kín",
    }
    looked = home.run("channels")
    assert looked.returncode == 1
    assert "✕ KIEMTIN_TELEGRAM_WEBHOOK_SECRET" in looked.stdout
    assert "kín" not in looked.stdout


def test_one_test_message_goes_out_and_says_so(home: Home) -> None:
    with SmsGate() as peer:
        home.settings = peer.environ()
        sent = home.run("channels", "test", "sms_gate", "+84900000001")
        assert sent.returncode == 0, sent.stderr
        ((who, text),) = peer.sent
        assert who == "+84900000001"
        assert "test message" in text
        peer.fail(Reply(401))
        refused = home.run("channels", "test", "sms_gate", "+84900000001")
    assert refused.returncode == 1
    assert "+84900000001" not in refused.stdout + refused.stderr


def test_a_failing_channel_is_said_and_a_new_token_mends_it(home: Home) -> None:
    with ZaloOA() as peer:
        home.settings = peer.environ() | {"KIEMTIN_ZALO_OA_REFRESH_TOKEN": "spent"}
        assert home.run("channels", "test", "zalo_oa", "1").returncode == 1
        looked = home.run("channels")
        assert looked.returncode == 1
        assert "✕ zalo_oa: failing since" in looked.stdout
        kept = home.run("channels", "token", "zalo_oa", typed=f"{peer.refresh_token}\n")
        assert kept.returncode == 0, kept.stderr
        assert peer.refresh_token not in kept.stdout + kept.stderr
        assert home.run("channels", "test", "zalo_oa", "1").returncode == 0
        well = home.run("channels")
    assert well.returncode == 0
    assert "its access token is good until" in well.stdout


def test_new_keys_are_made_for_web_push_alone(home: Home) -> None:
    made = home.run("channels", "keys", "web_push").stdout
    assert re.search(r"^KIEMTIN_WEB_PUSH_KEY=[\w-]{43}$", made, re.MULTILINE)
    assert home.run("channels", "keys", "email").returncode == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("test", "post", "x"), "No channel post"),
        (("test", "email", "x"), "not set up"),
        (("token", "telegram"), "not set up"),
    ],
)
def test_what_cannot_be_done_is_said(home: Home, words: tuple[str, ...], said: str) -> None:
    refused = home.run("channels", *words)
    assert refused.returncode == 1
    assert said in refused.stderr
