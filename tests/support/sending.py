"""Sending in tests: a client that waits for nobody, and why something did not go out."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from kiemtin.channels.outbound import Outgoing, SendingFailed

NOTHING_SAID = 0.2
"""Seconds: a peer on this machine that says nothing by then hangs."""

TEXT = "Hồ chứa vận hành bình thường. Bàn Kiểm Tin thí dụ"


def impatient() -> httpx.Client:
    """A client like the channels' own, with a short wait."""
    return httpx.Client(timeout=NOTHING_SAID, follow_redirects=False, trust_env=False)


def outgoing(to: str, text: str = TEXT, key: str = "bulletin-1:person-1", **more: Any) -> Outgoing:
    """One bulletin to one address."""
    return Outgoing(to=to, text=text, key=key, **more)


def why(send: Callable[[httpx.Client], object]) -> SendingFailed:
    """Return why nothing went out, or nobody knows whether it did."""
    with impatient() as http, pytest.raises(SendingFailed) as caught:
        send(http)
    assert caught.value.vi() != caught.value.en()
    return caught.value
