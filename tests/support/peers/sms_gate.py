"""SMS Gateway for Android on this machine: a queue that takes an id once, webhooks signed anew at
each try.
"""

import base64
import hashlib
import hmac
import json
from datetime import datetime

from tests.support.peers.http import Asked, Peer, Reply, reply

USER, PASSWORD, SIGNING_KEY = "GATEUSER", "gate-password", "signing-key"
Event = dict[str, object]
Signed = tuple[dict[str, str], bytes]


class SmsGate(Peer):
    """`sent` is who got which text, once an id; `wanted` the bodies of these, by id."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self.wanted: dict[str, Event] = {}

    def environ(self) -> dict[str, str]:
        """Return the settings that lead here."""
        return {
            "KIEMTIN_SMS_GATE_USER": USER,
            "KIEMTIN_SMS_GATE_PASSWORD": PASSWORD,
            "KIEMTIN_SMS_GATE_SIGNING_KEY": SIGNING_KEY,
            "KIEMTIN_SMS_GATE_API": self.address,
        }

    def answer(self, asked: Asked) -> Reply:
        login = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if asked.headers.get("authorization") != f"Basic {login}":
            return reply({"message": "Unauthorized"}, 401)
        if asked.path != "/messages":
            return reply({"message": "Not found"}, 404)
        body = asked.json()
        number = str(body.get("id") or f"made-{len(self.wanted)}")
        if len(number) > 36 or not str(body["phoneNumbers"]).startswith("['+"):
            return reply({"message": "Invalid request"}, 400)
        if number in self.wanted:
            return reply({"message": "duplicate id"}, 409)
        self.wanted[number] = body
        text = body["textMessage"]
        assert isinstance(text, dict)
        assert isinstance(body["phoneNumbers"], list)
        self.sent += [(str(one), str(text["text"])) for one in body["phoneNumbers"]]
        return reply({"id": number, "state": "Pending", "recipients": []}, 202)


def signed(event: Event, at: datetime, key: str = SIGNING_KEY) -> Signed:
    """Return headers and body as the app sends them at this moment."""
    body = json.dumps(event, ensure_ascii=False).encode()
    when = str(int(at.timestamp()))
    mac = hmac.new(key.encode(), body + when.encode(), hashlib.sha256).hexdigest()
    return {"x-signature": mac, "x-timestamp": when, "content-type": "application/json"}, body


def came(
    at: datetime,
    text: str = "Đập Hồ Xanh vỡ phải không?",
    who: str = "0900000001",
    number: str = "Ey6ECgOkVVFjz3CL48B8C",
    name: str = "sms:received",
) -> Event:
    """Return that a text message came to the telephone."""
    payload: Event = {"messageId": "abc123", "message": text, "sender": who, "recipient": None}
    payload |= {"phoneNumber": who, "simNumber": 1, "receivedAt": at.isoformat()}
    return {"deviceId": "device", "event": name, "id": number, "payload": payload}


def fate(at: datetime, ours: str, name: str = "sms:delivered", number: str = "fate-1") -> Event:
    """Return what became of a message of ours: sms:sent, sms:delivered or sms:failed."""
    payload: Event = {"messageId": ours, "recipient": "+84900000001", "reason": "no signal"}
    payload |= {f"{name.removeprefix('sms:')}At": at.isoformat()}
    return {"deviceId": "device", "event": name, "id": number, "payload": payload}
