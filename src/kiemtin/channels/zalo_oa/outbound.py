"""Messages of the Official Account to one person: "consultation" messages, as text.

Sources: docs.zaloplatforms.com/docs/OA (gui-tin-tu-van-dang-van-ban, ma-loi,
gioi-han-toc-do-api), 2026.
"""

import httpx

from kiemtin.channels.outbound import Outgoing, SendingFailed, Tokens, json_answer, post
from kiemtin.channels.payload import inner, word
from kiemtin.channels.zalo_oa.settings import Settings

KNOWS_KEYS = False
"""The API takes no id of ours: what may have arrived is not sent again."""

MOST_CHARS = 2000
"""Characters of one text message (gui-tin-tu-van-dang-van-ban)."""

A_SECOND = 60.0
"""4,000 requests a minute an account (gioi-han-toc-do-api) are 66 a second."""

LIMIT_WAIT = 60.0
"""Seconds after -32: the limit is counted by the minute."""

CODES = {
    "-32": "busy",
    "-100": "server",
    "-124": "token",
    "-200": "server",
    "-211": "busy",
    "-213": "gone",
    "-216": "token",
    "-217": "gone",
    "-218": "busy",
    "-220": "token",
    "-227": "gone",
    "-230": "window",
    "-232": "window",
    "-234": "busy",
    "-244": "gone",
    "-305": "window",
    "-311": "window",
}
"""By Zalo's error (ma-loi); any other means that the message or the account is refused. Within 48
hours of the person's last step a message is free, up to 7 days it costs, then -230."""


def send(settings: Settings, http: httpx.Client, tokens: Tokens | None, out: Outgoing) -> str:
    """Send a text and return Zalo's message id; raises SendingFailed. Needs `tokens`."""
    if tokens is None:
        raise SendingFailed("token", "none")
    answer = post(
        http,
        f"{settings.api}/v3.0/oa/message/cs",
        json={"recipient": {"user_id": out.to}, "message": {"text": out.text}},
        headers={"access_token": tokens.access},
    )
    if answer.status_code in {401, 403}:
        raise SendingFailed("token", str(answer.status_code))
    if answer.status_code >= 300:
        raise SendingFailed("refused", str(answer.status_code))
    said = json_answer(answer)
    require_success(word(said, "error", 20))
    sent = word(inner(said, "data"), "message_id", 150)
    if not sent:
        raise SendingFailed("answer", "200")
    return sent


def require_success(error: str) -> None:
    """Raise SendingFailed for Zalo's error: it comes with HTTP 200, and 0 alone is success."""
    if not error:
        raise SendingFailed("answer", "200")
    if error != "0":
        wait = LIMIT_WAIT if error == "-32" else None
        raise SendingFailed(CODES.get(error, "refused"), error, wait)
