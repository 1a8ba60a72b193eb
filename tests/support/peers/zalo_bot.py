"""Zalo's Bot Platform on this machine; its errors come with HTTP 200."""

import json
from datetime import datetime

from tests.support.peers.bots import SECRET, TOKEN, Bots

Event = dict[str, object]
Signed = tuple[dict[str, str], bytes]


class ZaloBot(Bots):
    """Ids are hexadecimal texts."""

    most_chars = 2000

    def environ(self) -> dict[str, str]:
        """Return the settings that lead here."""
        return {
            "KIEMTIN_ZALO_BOT_TOKEN": TOKEN,
            "KIEMTIN_ZALO_BOT_WEBHOOK_SECRET": SECRET,
            "KIEMTIN_ZALO_BOT_API": self.address,
        }

    def status(self, code: int) -> int:
        return 200

    def result(self, number: int) -> dict[str, object]:
        return {"message_id": f"{number:020x}", "date": 1_795_000_000_000}


def signed(event: Event, secret: str = SECRET) -> Signed:
    """Return headers and body of a webhook."""
    body = json.dumps(event, ensure_ascii=False).encode()
    return {"x-bot-api-secret-token": secret, "content-type": "application/json"}, body


def message(
    at: datetime,
    text: str = "Đập Hồ Xanh vỡ phải không?",
    who: str = "6ede9afa66b88fe6d6a9",
    number: str = "2d758cb5e222177a4e35",
    what: str = "text",
    chat_type: str = "PRIVATE",
    more: Event | None = None,
) -> Event:
    """Return what a person wrote; `what` is text, image, sticker, voice or unsupported."""
    said: Event = {
        "from": {"id": who, "display_name": "Người hỏi", "is_bot": False},
        "chat": {"id": who, "chat_type": chat_type},
        "message_id": number,
        "date": int(at.timestamp() * 1000),
    }
    said |= ({"text": text} if what == "text" else {}) | (more or {})
    return {"ok": True, "result": {"event_name": f"message.{what}.received", "message": said}}
