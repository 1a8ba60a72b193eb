"""Answers to people who wrote to the page (Messenger Platform, Send API), one text each."""

import hmac
from hashlib import sha256

import httpx

from kiemtin.channels.messenger.settings import Settings
from kiemtin.channels.meta import read_answer
from kiemtin.channels.outbound import Outgoing, SendingFailed, Tokens, post
from kiemtin.channels.payload import word

KNOWS_KEYS = False
"""The Send API has no key against doubles."""

MOST_CHARS = 2000
"""A message's text, in UTF-8 characters (Send API reference)."""

A_SECOND = 40.0
"""Meta allows 300 texts a second and page (rate limits, March 2026), and less to one person."""

CODES = {
    "window": frozenset({2018278, 2018065, 2534022}),
    "gone": frozenset({551, 1545041, 2018001, 2018108}),
    "busy": frozenset({4, 17, 32, 613, 80006, 2018022}),
    "token": frozenset({3, 10, 200, 210, 230, 299}),
}
"""Codes and subcodes (Messenger Platform, common error codes, March 2026). Window: 24 hours after
the person's last message. Gone: blocked, left, or never wrote. Subcodes stand before the codes of
permission (10, 200), under which Meta files them."""


def send(settings: Settings, http: httpx.Client, tokens: Tokens | None, out: Outgoing) -> str:
    """Send the text to a page-scoped id and return Meta's id; raises SendingFailed."""
    if len(out.text) > MOST_CHARS:
        raise SendingFailed("refused", "length")
    token = tokens.access if tokens else settings.page_token
    answer = post(
        http,
        f"{settings.api}/{settings.page_id}/messages",
        params={"appsecret_proof": _proof(settings, token)},
        headers={"Authorization": f"Bearer {token}"},
        json={
            "recipient": {"id": out.to},
            "messaging_type": "RESPONSE",
            "message": {"text": out.text},
        },
    )
    name = word(read_answer(answer, CODES), "message_id", 180)
    if not name:
        raise SendingFailed("answer", "message_id")
    return name


def _proof(settings: Settings, token: str) -> str:
    """Show that the token is used by the app itself (Graph API, Require app secret)."""
    return hmac.new(settings.app_secret.encode(), token.encode(), sha256).hexdigest()
