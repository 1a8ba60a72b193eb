"""Telegram's Bot API on this machine."""

import json
from datetime import datetime

from tests.support.peers.bots import SECRET, TOKEN, Bots
from tests.support.peers.http import Reply, reply

Event = dict[str, object]
Signed = tuple[dict[str, str], bytes]


class Telegram(Bots):
    """Ids are numbers within a chat."""

    most_chars = 4096

    def environ(self) -> dict[str, str]:
        """Return the settings that lead here."""
        return {
            "KIEMTIN_TELEGRAM_TOKEN": TOKEN,
            "KIEMTIN_TELEGRAM_WEBHOOK_SECRET": SECRET,
            "KIEMTIN_TELEGRAM_API": self.address,
        }


def too_many(seconds: int) -> Reply:
    """Return Telegram's 429."""
    said = {"ok": False, "error_code": 429, "description": f"Too Many Requests: {seconds}"}
    return reply(said | {"parameters": {"retry_after": seconds}}, 429)


def signed(update: Event, secret: str = SECRET) -> Signed:
    """Return headers and body of a webhook."""
    body = json.dumps(update, ensure_ascii=False).encode()
    return {"x-telegram-bot-api-secret-token": secret, "content-type": "application/json"}, body


def message(
    at: datetime,
    text: str = "Đập Hồ Xanh vỡ phải không?",
    who: int = 9_007_199_254_740_993,
    number: int = 1001,
    chat_type: str = "private",
    more: Event | None = None,
) -> Event:
    """Return what a person wrote; give `more` {"sticker": …} with text="" for other kinds."""
    said: Event = {
        "message_id": 7,
        "from": {"id": who, "is_bot": False, "first_name": "Người hỏi"},
        "chat": {"id": who, "type": chat_type},
        "date": int(at.timestamp()),
    }
    said |= ({"text": text} if text else {}) | (more or {})
    return {"update_id": number, "message": said}


def membership(
    at: datetime, status: str, who: int = 9_007_199_254_740_993, number: int = 2001
) -> Event:
    """Return that a person blocked the bot (`kicked`) or started it again (`member`)."""
    change: Event = {
        "chat": {"id": who, "type": "private"},
        "from": {"id": who, "is_bot": False},
        "date": int(at.timestamp()),
        "old_chat_member": {"status": "member"},
        "new_chat_member": {"status": status},
    }
    return {"update_id": number, "my_chat_member": change}
