"""Messages of the bot to one person, as text without markup.

Sources: core.telegram.org/bots/api (sendMessage, ResponseParameters), core.telegram.org/bots/faq.
"""

import httpx

from kiemtin.channels.outbound import Outgoing, SendingFailed, Tokens, asked_wait, json_answer, post
from kiemtin.channels.payload import Json, inner, word
from kiemtin.channels.telegram.settings import Settings

KNOWS_KEYS = False
"""The API takes no id of ours: what may have arrived is not sent again."""

MOST_CHARS = 4096
"""Characters of one text (sendMessage)."""

A_SECOND = 25.0
"""“About 30 messages a second” to different people (bots/faq)."""

_GONE = ("chat not found", "user not found", "peer_id_invalid", "deactivated", "blocked")
"""In what Telegram says to 400 when a person is no longer there."""


def send(settings: Settings, http: httpx.Client, tokens: Tokens | None, out: Outgoing) -> str:
    """Send a text and return Telegram's message id within that chat; raises SendingFailed."""
    answer = post(
        http,
        f"{settings.api}/bot{settings.token}/sendMessage",
        json={
            "chat_id": out.to,
            "text": out.text,
            "link_preview_options": {"is_disabled": True},
        },
    )
    said = json_answer(answer)
    if said.get("ok") is not True:
        raise _failure(said, answer.status_code)
    sent = word(inner(said, "result"), "message_id", 150)
    if not sent:
        raise SendingFailed("answer", str(answer.status_code))
    return sent


def _failure(said: Json, status: int) -> SendingFailed:
    """What Telegram's error means. The description decides only whether a person is gone."""
    code = word(said, "error_code", 20) or str(status)
    description = word(said, "description", 200).lower()
    if code in {"401", "404"}:
        # An address with a token that Telegram does not know leads nowhere: 404.
        return SendingFailed("token", code)
    if code == "403" or (code == "400" and any(one in description for one in _GONE)):
        return SendingFailed("gone", code)
    if code == "429":
        return SendingFailed("busy", code, asked_wait(said))
    if len(code) == 3 and code.startswith("5"):
        return SendingFailed("server", code)
    return SendingFailed("answer" if code == "200" else "refused", code)
