"""A subscription comes from outside: only the right form is taken, nothing does harm."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.addresses import Reach
from kiemtin.channels.outbound import SendingFailed
from kiemtin.channels.web_push.settings import decode, encode, new_keys
from kiemtin.channels.web_push.subscription import MAX_CHARS, read_subscription
from tests.support.webhooks import bodies

KEYS = {"p256dh": new_keys()[1], "auth": encode(b"a" * 16)}
GOOD = {"endpoint": "https://push.example/send/abc", "expirationTime": None, "keys": KEYS}


def test_a_good_one_is_read_and_says_nothing_of_itself() -> None:
    read = read_subscription(json.dumps(GOOD), Reach())
    assert read.endpoint == GOOD["endpoint"]
    assert read.auth == b"a" * 16
    assert "push.example" not in repr(read)


@pytest.mark.parametrize(
    "change",
    [
        {"keys": {}},
        {"keys": {**KEYS, "auth": encode(b"a" * 15)}},
        {"keys": {**KEYS, "p256dh": encode(b"\x04" + b"a" * 64)}},
        {"keys": {**KEYS, "p256dh": "é"}},
        {"endpoint": "http://push.example/"},
        {"endpoint": "https://push.example/" + "a" * MAX_CHARS},
        {"endpoint": 7},
    ],
)
def test_another_form_can_never_be_reached(change: dict[str, object]) -> None:
    with pytest.raises(SendingFailed) as caught:
        read_subscription(json.dumps({**GOOD, **change}), Reach())
    assert caught.value.code == "gone"


@given(bodies(GOOD))
def test_nothing_else_does_harm(body: bytes) -> None:
    with contextlib.suppress(SendingFailed):
        read = read_subscription(body.decode("utf-8", "replace"), Reach())
        assert read.endpoint.startswith("https://")


@given(st.binary(max_size=70))
def test_base64url_comes_back(raw: bytes) -> None:
    assert decode(encode(raw)) == raw
