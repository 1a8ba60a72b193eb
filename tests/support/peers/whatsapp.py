"""A WhatsApp number's side on this machine: the Cloud API and its webhooks."""

import json
from collections.abc import Mapping

from tests.support.peers.http import Asked, Peer, Reply, reply
from tests.support.peers.messenger import graph_error

NUMBER, SECRET, VERIFY, TOKEN = "106540352242922", "wa-secret-0123456789", "verify-wa", "EAAJ-token"


class WhatsAppPeer(Peer):
    """Takes texts of the number; `sent` has who got what. `media` are the files that people sent,
    by id, and `leads` where the address of one of them leads instead of here.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self.media: dict[str, bytes] = {}
        self.leads: dict[str, str] = {}

    @property
    def values(self) -> dict[str, str]:
        """The environment of a desk that talks to this peer."""
        return {
            "KIEMTIN_WHATSAPP_NUMBER_ID": NUMBER,
            "KIEMTIN_WHATSAPP_APP_SECRET": SECRET,
            "KIEMTIN_WHATSAPP_VERIFY_TOKEN": VERIFY,
            "KIEMTIN_WHATSAPP_TOKEN": TOKEN,
            "KIEMTIN_WHATSAPP_API": f"{self.address}/v26.0",
            "KIEMTIN_WHATSAPP_MEDIA": self.address,
        }

    def answer(self, asked: Asked) -> Reply:
        if asked.method == "GET":
            return self._media(asked)
        if asked.path != f"/v26.0/{NUMBER}/messages":
            return graph_error(100)
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return graph_error(190, status=401)
        said = asked.json()
        text = said["text"]
        assert said["messaging_product"] == "whatsapp"
        assert isinstance(text, dict)
        self.sent.append((str(said.get("to") or said["recipient"]), str(text["body"])))
        name = f"wamid.{len(self.sent)}"
        return reply({"messaging_product": "whatsapp", "messages": [{"id": name}]})

    def _media(self, asked: Asked) -> Reply:
        """Media (Cloud API reference): first what is known of it, then the file, with the token."""
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return graph_error(190, status=401)
        path, _, query = asked.path.partition("?")
        if path == "/whatsapp_business/attachments/":
            name = query.removeprefix("mid=").partition("&")[0]
            return Reply(200, self.media[name], {"Content-Type": "image/jpeg"})
        name = path.removeprefix("/v26.0/")
        if name not in self.media or query != f"phone_number_id={NUMBER}":
            return graph_error(100, 33)
        file = f"{self.address}/whatsapp_business/attachments/?mid={name}&ext=1795414100&hash=AT"
        known: dict[str, object] = {"messaging_product": "whatsapp", "mime_type": "image/jpeg"}
        known |= {"sha256": "0" * 64, "file_size": len(self.media[name]), "id": name}
        return reply(known | {"url": self.leads.get(name, file)})


def wa_message(kind: str, content: object, **more: object) -> dict[str, object]:
    """One entry of `messages`."""
    base = {"from": "84900000001", "id": "wamid.IN1", "timestamp": "1795413800", "type": kind}
    return {**base, kind: content, **more}


def wa_status(status: str, **more: object) -> dict[str, object]:
    """One entry of `statuses`."""
    base = {"id": "wamid.1", "timestamp": "1795413801", "recipient_id": "84900000001"}
    return {**base, "status": status, **more}


def wa_body(
    *messages: Mapping[str, object],
    statuses: tuple[Mapping[str, object], ...] = (),
    number: str = NUMBER,
    field: str = "messages",
) -> bytes:
    """The body of a webhook."""
    value: dict[str, object] = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "84900000099", "phone_number_id": number},
        "contacts": [{"profile": {"name": "Người hỏi"}, "wa_id": "84900000001"}],
    }
    value |= {"messages": list(messages)} if messages else {}
    value |= {"statuses": list(statuses)} if statuses else {}
    entry = {"id": "88500", "changes": [{"field": field, "value": value}]}
    return json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()
