"""Zalo's Official Account API on this machine: messages, access tokens that end, webhooks signed
as Zalo signs them.
"""

import hashlib
import itertools
import json
from datetime import datetime
from urllib.parse import parse_qs

from tests.support.peers.http import Asked, Peer, Reply, reply

APP_ID, APP_SECRET, SECRET_KEY = "1234567890", "app-secret", "oa-secret-key"
OA = "388613280878808645"
MESSAGES, TOKENS = "/v3.0/oa/message/cs", "/v4/oa/access_token"
Event = dict[str, object]
Signed = tuple[dict[str, str], bytes]


class ZaloOA(Peer):
    """`sent` is who got which text and `named` Zalo's names of these messages; `errors` by person
    is what Zalo says about them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self.named: list[str] = []
        self.errors: dict[str, int] = {}
        self.access, self.refresh_token = "access-0", "refresh-0"
        self.expired = False
        self._ids = itertools.count(1)

    def environ(self) -> dict[str, str]:
        """Return the settings that lead here."""
        return {
            "KIEMTIN_ZALO_OA_APP_ID": APP_ID,
            "KIEMTIN_ZALO_OA_APP_SECRET": APP_SECRET,
            "KIEMTIN_ZALO_OA_SECRET_KEY": SECRET_KEY,
            "KIEMTIN_ZALO_OA_REFRESH_TOKEN": "refresh-0",
            "KIEMTIN_ZALO_OA_API": self.address,
            "KIEMTIN_ZALO_OA_OAUTH": self.address,
        }

    def answer(self, asked: Asked) -> Reply:
        if asked.path == MESSAGES:
            return self._message(asked)
        return self._token(asked) if asked.path == TOKENS else Reply(404)

    def _message(self, asked: Asked) -> Reply:
        if asked.headers.get("access_token") != self.access:
            return error(-216, "Access token is invalid")
        if self.expired:
            return error(-220, "access_token is expired or removed")
        body = json.loads(asked.body)
        who, text = body["recipient"]["user_id"], body["message"]["text"]
        if who in self.errors:
            return error(self.errors[who], "refused")
        if not 0 < len(text) <= 2000:
            return error(-210, "Parameter exceeds allowable limit")
        self.sent.append((who, text))
        number = f"{next(self._ids):020x}"
        self.named.append(number)
        return reply(
            {"data": {"message_id": number, "user_id": who}, "error": 0, "message": "Success"}
        )

    def _token(self, asked: Asked) -> Reply:
        form = {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
        fits = form.get("app_id") == APP_ID and form.get("grant_type") == "refresh_token"
        if not fits or asked.headers.get("secret_key") != APP_SECRET:
            return reply({"error_name": "Invalid app", "error": -14004})
        if form.get("refresh_token") != self.refresh_token:
            return reply({"error_name": "Invalid refresh token", "error": -14014})
        number = next(self._ids)
        self.access, self.refresh_token = f"access-{number}", f"refresh-{number}"
        self.expired = False
        pair = {"access_token": self.access, "refresh_token": self.refresh_token}
        return reply(pair | {"expires_in": "90000"})


def error(code: int, message: str) -> Reply:
    """Return what Zalo says with HTTP 200 when something went wrong."""
    return reply({"error": code, "message": message})


def signed(event: Event, key: str = SECRET_KEY, app_id: str = APP_ID) -> Signed:
    """Return headers and body as Zalo sends them: the SHA-256 of all, no HMAC."""
    body = json.dumps(event, ensure_ascii=False).encode()
    text = app_id + body.decode() + str(event.get("timestamp", "")) + key
    mac = hashlib.sha256(text.encode()).hexdigest()
    return {"x-zevent-signature": f"mac={mac}", "content-type": "application/json"}, body


def milliseconds(at: datetime) -> str:
    """Return a moment as Zalo writes it."""
    return str(int(at.timestamp() * 1000))


def message(
    at: datetime,
    text: str = "Đập Hồ Xanh vỡ phải không?",
    who: str = "246845883529197922",
    number: str = "96d3cdf3af150460909",
    name: str = "user_send_text",
    attachments: list[Event] | None = None,
) -> Event:
    """Return what a person wrote."""
    said: Event = {"text": text, "msg_id": number}
    if attachments is not None:
        said["attachments"] = attachments
    people: Event = {"sender": {"id": who}, "recipient": {"id": OA}}
    named: Event = {"app_id": APP_ID, "user_id_by_app": "552177279717587730", "event_name": name}
    return named | people | {"message": said, "timestamp": milliseconds(at)}


def follow(at: datetime, who: str = "246845883529197922", name: str = "follow") -> Event:
    """Return that a person began (or ended: `unfollow`) to follow."""
    known: Event = {"app_id": APP_ID, "oa_id": OA, "event_name": name, "source": "oa_profile"}
    return known | {"follower": {"id": who}, "timestamp": milliseconds(at)}


def arrived(at: datetime, *ours: str, seen: bool = False) -> Event:
    """Return that messages of the account came to a telephone, or were seen."""
    about: Event = {"msg_ids": list(ours)} if seen else {"msg_id": ours[0]}
    name = "user_seen_message" if seen else "user_received_message"
    people: Event = {"sender": {"id": OA}, "recipient": {"id": "246845883529197922"}}
    known: Event = {"app_id": APP_ID, "event_name": name, "timestamp": milliseconds(at)}
    return known | people | {"message": about}
