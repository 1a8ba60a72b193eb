"""One notice to one browser, sealed so that only it can read it (RFC 8030, 8291, 8292).

The push service sees that the desk sends something and how long it is, never what.
"""

import json
import time
from urllib.parse import urlsplit

import http_ece
import httpx
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02, VapidException

from kiemtin.channels.addresses import AddressRefused, pin
from kiemtin.channels.outbound import Outgoing, SendingFailed, Tokens, post
from kiemtin.channels.payload import clean, name_of
from kiemtin.channels.web_push.settings import Settings, public_bytes
from kiemtin.channels.web_push.subscription import Subscription, read_subscription

KNOWS_KEYS = True
"""The topic is made of the key: a notice that still waits is replaced, and one that is shown again
replaces itself by its tag, so that nobody sees two (RFC 8030, section 5.4)."""

MOST_CHARS = 700
"""Sealed bytes may be 4096 (RFC 8030, section 7.2): 700 Vietnamese characters take up to 2,100."""

A_SECOND = 50.0
"""No push service states a limit for one application; all answer 429 when it is too much."""

MAX_BYTES = 3800
"""Of the open text: what 4096 leave beside header, padding mark and tag."""

SECONDS_TO_LIVE = 3 * 24 * 3600
"""A phone that was off for two days still gets it; later it is found on the page."""

_SIGNED_FOR = 12 * 3600
"""RFC 8292, section 2: at most 24 hours."""


def send(settings: Settings, http: httpx.Client, tokens: Tokens | None, out: Outgoing) -> str:
    """Send title, text and link to the subscription in `out.to`; return the topic.

    Raises SendingFailed; gone when the person or the browser has ended the subscription.
    """
    to = read_subscription(out.to, settings.reach)
    body, topic = _seal(to, _notice(out)), name_of(out.key)[:32]
    try:
        pinned = pin(to.endpoint, settings.reach)
    except AddressRefused as refused:
        raise SendingFailed("unreachable" if refused.code == "unknown" else "gone") from None
    headers = {
        **pinned.headers,
        **_identity(settings, to.endpoint),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(SECONDS_TO_LIVE),
        "Topic": topic,
        "Urgency": "high",
    }
    answer = post(http, pinned.url, content=body, headers=headers, extensions=pinned.extensions)
    _read(answer.status_code)
    return topic


def _notice(out: Outgoing) -> bytes:
    said = {"title": out.subject, "body": out.text, "url": out.url, "tag": name_of(out.key)[:32]}
    raw = json.dumps({name: clean(text) for name, text in said.items()}, ensure_ascii=False)
    if len(out.text) > MOST_CHARS or len(raw.encode()) > MAX_BYTES:
        raise SendingFailed("refused", "length")
    return raw.encode()


def _seal(to: Subscription, notice: bytes) -> bytes:
    """Encrypt for the browser with a key pair and salt used only once."""
    sealed: bytes = http_ece.encrypt(
        notice,
        private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=public_bytes(to.p256dh),
        auth_secret=to.auth,
        version="aes128gcm",
    )
    return sealed


def _identity(settings: Settings, endpoint: str) -> dict[str, str]:
    """Show the push service who sends, so that it can ask the desk and nobody else can send."""
    url = urlsplit(endpoint)
    claims = {
        "aud": f"{url.scheme}://{url.netloc.removesuffix(':443')}",
        "exp": int(time.time()) + _SIGNED_FOR,
        "sub": settings.contact,
    }
    try:
        signed: dict[str, str] = Vapid02(settings.key, {"no-strict": True}).sign(claims)
    except VapidException:
        # A bare IPv6 number in the endpoint: no push service has one.
        raise SendingFailed("gone", "subscription") from None
    return signed


def _read(status: int) -> None:
    if 200 <= status < 300:
        return
    meaning = {404: "gone", 410: "gone", 401: "token", 403: "token"}.get(status, "refused")
    raise SendingFailed(meaning, str(status))
