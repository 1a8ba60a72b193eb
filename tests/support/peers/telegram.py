"""Telegram's Bot API on this machine."""

import json
from datetime import datetime

from tests.support.peers.bots import SECRET, TOKEN, Bots, error
from tests.support.peers.http import Asked, Reply, reply

Event = dict[str, object]
Signed = tuple[dict[str, str], bytes]


class Telegram(Bots):
    """Ids are numbers within a chat; `photos` are the files that people sent, by file_id."""

    most_chars = 4096

    def __init__(self) -> None:
        super().__init__()
        self.photos: dict[str, bytes] = {}
        self.paths: dict[str, str] = {}

    def environ(self) -> dict[str, str]:
        """Return the settings that lead here."""
        return {
            "KIEMTIN_TELEGRAM_TOKEN": TOKEN,
            "KIEMTIN_TELEGRAM_WEBHOOK_SECRET": SECRET,
            "KIEMTIN_TELEGRAM_API": self.address,
        }

    def answer(self, asked: Asked) -> Reply:
        if asked.path == f"/bot{self.token}/getFile":
            return self._file(str(asked.json()["file_id"]))
        name = asked.path.removeprefix(f"/file/bot{self.token}/photos/file_").removesuffix(".jpg")
        if name in self.photos and asked.method == "GET":
            return Reply(200, self.photos[name], {"Content-Type": "application/octet-stream"})
        return super().answer(asked)

    def _file(self, name: str) -> Reply:
        """A File object; a file of more than 20 MB is refused (getFile)."""
        if name not in self.photos:
            return error(400, "Bad Request: invalid file_id", 400)
        size = len(self.photos[name])
        if size > 20 * 1024 * 1024:
            return error(400, "Bad Request: file is too big", 400)
        path = self.paths.get(name, f"photos/file_{name}.jpg")
        file = {"file_id": name, "file_unique_id": "u", "file_size": size, "file_path": path}
        return reply({"ok": True, "result": file})


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


def photo(*names: str) -> Event:
    """Return the sizes of one photo, the smallest first, as a message carries them."""
    sizes = [
        {"file_id": name, "file_unique_id": "u", "width": 90 * at, "height": 67 * at}
        for at, name in enumerate(names, 1)
    ]
    return {"photo": sizes}


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
