"""Answers to people who wrote to the desk's number (WhatsApp Cloud API), one text each.

Meta may take a message and fail later: that comes as an event `failed`.
"""

import re

import httpx

from kiemtin.channels.meta import read_answer
from kiemtin.channels.outbound import Outgoing, SendingFailed, Tokens, post
from kiemtin.channels.payload import each, word
from kiemtin.channels.whatsapp.codes import CODES
from kiemtin.channels.whatsapp.settings import Settings

KNOWS_KEYS = False
"""The Cloud API has no key against doubles."""

MOST_CHARS = 4096
"""A text message's body (Cloud API, text messages)."""

A_SECOND = 20.0
"""Meta allows 80 messages a second and number, in and out together, and 20 for a number that is
used in the app as well (throughput, May 2026)."""

_USER_ID = re.compile(r"[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}")
"""Who hides the number behind a username (business-scoped user IDs, May 2026)."""


def send(settings: Settings, http: httpx.Client, tokens: Tokens | None, out: Outgoing) -> str:
    """Send the text to a number or a user id and return Meta's id; raises SendingFailed."""
    if len(out.text) > MOST_CHARS:
        raise SendingFailed("refused", "length")
    answer = post(
        http,
        f"{settings.api}/{settings.number_id}/messages",
        headers={"Authorization": f"Bearer {tokens.access if tokens else settings.token}"},
        json={
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "recipient" if _USER_ID.fullmatch(out.to) else "to": out.to,
            "type": "text",
            "text": {"preview_url": False, "body": out.text},
        },
    )
    name = next((word(one, "id", 180) for one in each(read_answer(answer, CODES), "messages")), "")
    if not name:
        raise SendingFailed("answer", "messages")
    return name
