"""What Facebook pages and WhatsApp share: the handshake, the signature, and Graph's errors."""

import hmac
from collections.abc import Mapping
from hashlib import sha256

import httpx

from kiemtin.channels.inbound import WebhookRefused, same
from kiemtin.channels.outbound import SendingFailed
from kiemtin.channels.payload import Json, inner, require_size, word

GRAPH = "https://graph.facebook.com/v26.0"
"""Version 26.0 is of July 2026; a version lives two years (Graph API changelog)."""

_TOKEN = {0, 102, 190, 463, 467}
_TRANSIENT = {1, 2}


def sign(secret: str, body: bytes) -> str:
    """Return X-Hub-Signature-256 for the raw body: HMAC-SHA256 with the app secret, in hex."""
    return "sha256=" + hmac.new(secret.encode(), body, sha256).hexdigest()


def require_signature(secret: str, headers: Mapping[str, str], body: bytes) -> None:
    """Raise WebhookRefused (too_big, signature) unless Meta signed exactly these bytes."""
    require_size(body)
    if not same(sign(secret, body), headers.get("x-hub-signature-256", "")):
        raise WebhookRefused("signature")


def answer_challenge(token: str, query: Mapping[str, str]) -> str:
    """Return hub.challenge to whoever knows the verify token; raises WebhookRefused (signature)."""
    challenge = query.get("hub.challenge", "")
    asked = query.get("hub.mode") == "subscribe" and challenge.isascii() and challenge.isalnum()
    if not (same(token, query.get("hub.verify_token", "")) and asked and len(challenge) <= 100):
        raise WebhookRefused("signature")
    return challenge


def read_answer(answer: httpx.Response, codes: Mapping[str, frozenset[int]]) -> Json:
    """Return what Graph said; raises SendingFailed with the code under which `codes` has its error.

    An error counts whatever the status is: Graph also answers 200 with one.
    """
    try:
        said = answer.json()
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        _refuse_status(answer.status_code)
        raise SendingFailed("answer", str(answer.status_code))
    if "error" in said or answer.status_code >= 400:
        raise failure(inner(said, "error"), codes, answer.status_code)
    return said


def failure(error: Json, codes: Mapping[str, frozenset[int]], status: int = 400) -> SendingFailed:
    """Return what an error object of Graph means for the message."""
    code, subcode = _number(error, "code"), _number(error, "error_subcode")
    name = "/".join(str(one) for one in (code, subcode) if one is not None) or str(status)
    for meaning, numbers in codes.items():
        if code in numbers or subcode in numbers:
            return SendingFailed(meaning, name)
    if code in _TOKEN or status == 401:
        return SendingFailed("token", name)
    if code in _TRANSIENT or error.get("is_transient") is True:
        return SendingFailed("server", name)
    return SendingFailed("refused", name)


def _number(error: Json, name: str) -> int | None:
    raw = word(error, name, 12).removeprefix("-")
    return int(raw) if raw.isascii() and raw.isdecimal() else None


def _refuse_status(status: int) -> None:
    if status == 401:
        raise SendingFailed("token", "401")
    if status >= 400:
        raise SendingFailed("refused", str(status))
