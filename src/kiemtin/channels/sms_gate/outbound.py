"""Text messages given to the telephone's queue; each is named by us, so it goes out once.

Sources: docs.sms-gate.app/features/sending-messages; the server's API description (409 “Message
with such ID already exists”, ids of at most 36 characters); 3GPP TS 23.040 9.2.3.24.1.
"""

import hashlib
import re

import httpx

from kiemtin.channels.outbound import Outgoing, SendingFailed, Tokens, json_answer, post
from kiemtin.channels.payload import word
from kiemtin.channels.shape import phone_number
from kiemtin.channels.sms_gate.settings import Settings

KNOWS_KEYS = True
"""A message is refused with 409 when its id is there already: then it went out before."""

MOST_CHARS = 670
"""Ten parts of 67 characters (UCS-2 with a header): more costs too much and arrives in pieces."""

A_SECOND = 10.0
"""What the queue takes without trouble; the telephone itself sends one in a few seconds, and
Android asks its owner after 30 in half an hour unless the app has been allowed more."""

TTL = 24 * 3600
"""Seconds: what could not be sent within a day is not sent any more."""

_FITTING = re.compile(r"[\w-]{1,36}", re.ASCII)


def send(settings: Settings, http: httpx.Client, tokens: Tokens | None, out: Outgoing) -> str:
    """Queue a text message and return its id; raises SendingFailed.

    Success says that the queue has it: `received` or `failed` comes by webhook.
    """
    wanted: dict[str, object] = {
        "textMessage": {"text": out.text},
        "phoneNumbers": [phone_number(out.to)],
        "withDeliveryReport": True,
        "ttl": TTL,
    }
    mine = message_id(out.key)
    wanted |= {"id": mine} if mine else {}
    wanted |= {"deviceId": settings.device} if settings.device else {}
    auth = (settings.user, settings.password)
    answer = post(http, f"{settings.api}/messages", json=wanted, auth=auth)
    if answer.status_code == 409 and mine:
        return mine
    if answer.status_code in {401, 403}:
        raise SendingFailed("token", str(answer.status_code))
    if answer.status_code >= 300:
        raise SendingFailed("refused", str(answer.status_code))
    queued = word(json_answer(answer), "id", 150) or mine
    if not queued:
        raise SendingFailed("answer", str(answer.status_code))
    return queued


def message_id(key: str) -> str:
    """Return the key as an id that the gateway takes: itself or a hash of it, "" for none."""
    if not key or _FITTING.fullmatch(key):
        return key
    return hashlib.sha256(key.encode()).hexdigest()[:36]
