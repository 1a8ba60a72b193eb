"""Messages of the bot to one person, as text without markup.

Sources: docs.zaloplatforms.com/docs/BOT (apis/sendMessage, error_code), 2026.
"""

import httpx

from kiemtin.channels.outbound import Outgoing, SendingFailed, Tokens, json_answer, post
from kiemtin.channels.payload import inner, word
from kiemtin.channels.zalo_bot.settings import Settings

KNOWS_KEYS = False
"""The API takes no id of ours: what may have arrived is not sent again."""

MOST_CHARS = 2000
"""Characters of one text (apis/sendMessage)."""

A_SECOND = 10.0
"""Zalo publishes no number, only 429 “Quota exceeded”; a third of what Telegram allows."""

CODES = {"401": "token", "403": "gone", "408": "no_answer", "429": "busy"}
"""By error_code, which comes as HTTP status or inside HTTP 200; 5xx: the server."""


def send(settings: Settings, http: httpx.Client, tokens: Tokens | None, out: Outgoing) -> str:
    """Send a text and return Zalo's message id; raises SendingFailed."""
    answer = post(
        http,
        f"{settings.api}/bot{settings.token}/sendMessage",
        json={"chat_id": out.to, "text": out.text},
    )
    said = json_answer(answer)
    if said.get("ok") is not True:
        raise _failure(
            word(said, "error_code", 20) or str(answer.status_code),
            word(said, "description", 200).lower(),
        )
    sent = word(inner(said, "result"), "message_id", 150)
    if not sent:
        raise SendingFailed("answer", str(answer.status_code))
    return sent


def _failure(code: str, description: str) -> SendingFailed:
    """What Zalo's error means. The description decides only whether a person is gone."""
    if code in {"200", "0"}:
        return SendingFailed("answer", code)
    if code.startswith("5") and len(code) == 3:
        return SendingFailed("server", code)
    if code in {"400", "404"} and ("chat" in description or "user" in description):
        return SendingFailed("gone", code)
    if code == "404":
        # An address with a token that the platform does not know leads nowhere.
        return SendingFailed("token", code)
    return SendingFailed(CODES.get(code, "refused"), code)
