"""Hand one publication to one partner, signed so that nobody else can speak for the desk.

Headers: `X-Kiemtin-Id` (the sending's name for ever: a partner drops what it has), `-Timestamp`
(seconds since 1970) and `-Signature` (`v1=` and HMAC-SHA256 in hex over `timestamp.body`).
"""

import hmac
import json
import time
from hashlib import sha256

import httpx

from kiemtin.channels.outbound import Outgoing, SendingFailed, Tokens, post
from kiemtin.channels.partner.settings import Settings

KNOWS_KEYS = True
"""The id is the same each time, and a partner has to drop what it has."""

MOST_CHARS = 100_000
"""The longest text that is handed over."""

A_SECOND = 10.0
"""Our own limit: a partner's server is seldom built for more."""

_LATER = {408, 409, 423, 425}
_AWAY = {401, 403, 404, 405}


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """Return the signature of a body sent at `timestamp`."""
    return "v1=" + hmac.new(secret.encode(), timestamp.encode() + b"." + body, sha256).hexdigest()


def send(settings: Settings, http: httpx.Client, tokens: Tokens | None, out: Outgoing) -> str:
    """POST the publication to the partner named `out.to`; return the id; raises SendingFailed."""
    partner = settings.partners.get(out.to)
    if partner is None:
        raise SendingFailed("gone", "partner")
    if len(out.text) > MOST_CHARS:
        raise SendingFailed("refused", "length")
    body, timestamp = _body(out), str(int(time.time()))
    answer = post(
        http,
        partner.address,
        content=body,
        headers={
            "Content-Type": "application/json",
            "X-Kiemtin-Id": out.key,
            "X-Kiemtin-Timestamp": timestamp,
            "X-Kiemtin-Signature": sign(partner.secret, timestamp, body),
        },
    )
    _read(answer.status_code)
    return out.key


def _body(out: Outgoing) -> bytes:
    """What a partner reads; links to leave are for persons and stay out."""
    said = {"id": out.key, "title": out.subject, "text": out.text, "html": out.html, "url": out.url}
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")


def _read(status: int) -> None:
    if 200 <= status < 300:
        return
    if status == 410:
        raise SendingFailed("gone", "410")
    if status in _LATER:
        raise SendingFailed("busy", str(status))
    # A wrong path or secret is mended by a person on either side: it may be tried again later.
    raise SendingFailed("token" if status in _AWAY else "refused", str(status))
