"""A Facebook page's side on this machine: the Send API, and webhooks signed as Meta signs them."""

import hmac
import json
from collections.abc import Mapping
from hashlib import sha256

from tests.support.peers.http import Asked, Peer, Reply, reply

PAGE, SECRET, VERIFY, TOKEN = "1029384756", "app-secret-0123456789", "verify-me", "EAAG-page-token"


class MessengerPeer(Peer):
    """Takes texts of the page; `sent` has who got what."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []

    @property
    def values(self) -> dict[str, str]:
        """The environment of a desk that talks to this peer."""
        return {
            "KIEMTIN_MESSENGER_PAGE_ID": PAGE,
            "KIEMTIN_MESSENGER_APP_SECRET": SECRET,
            "KIEMTIN_MESSENGER_VERIFY_TOKEN": VERIFY,
            "KIEMTIN_MESSENGER_PAGE_TOKEN": TOKEN,
            "KIEMTIN_MESSENGER_API": f"{self.address}/v26.0",
        }

    def answer(self, asked: Asked) -> Reply:
        token = asked.headers.get("authorization", "").removeprefix("Bearer ")
        proof = hmac.new(SECRET.encode(), token.encode(), sha256).hexdigest()
        if asked.path != f"/v26.0/{PAGE}/messages?appsecret_proof={proof}":
            return graph_error(100, status=400)
        if token != TOKEN:
            return graph_error(190, status=401)
        said = asked.json()
        person, message = said["recipient"], said["message"]
        assert isinstance(person, dict)
        assert isinstance(message, dict)
        self.sent.append((str(person["id"]), str(message["text"])))
        return reply({"recipient_id": person["id"], "message_id": f"m_{len(self.sent)}"})


def graph_error(code: int, subcode: int | None = None, status: int = 400) -> Reply:
    """What Graph says when it refuses; its text quotes an address, as Meta's sometimes does."""
    error: dict[str, object] = {"message": "No: person 24681357", "type": "OAuthException"}
    error |= {"code": code, "fbtrace_id": "A1"}
    if subcode is not None:
        error["error_subcode"] = subcode
    return reply({"error": error}, status)


def item(
    content: Mapping[str, object],
    *,
    sender: str = "24681357",
    page: str = PAGE,
    at: int = 1795413800000,
) -> object:
    """One entry of `messaging`, at so many milliseconds since 1970."""
    ids = {"sender": {"id": sender}, "recipient": {"id": page}, "timestamp": at}
    return {**ids, **content}


def page_body(*items: object, page: str = PAGE, **more: object) -> bytes:
    """The body of a webhook with these items in one entry."""
    entry = {"id": page, "time": 1795413800123, "messaging": list(items), **more}
    return json.dumps({"object": "page", "entry": [entry]}).encode()


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    """The headers of a webhook that Meta signed, in lower case."""
    mac = hmac.new(secret.encode(), body, sha256).hexdigest()
    return {"content-type": "application/json", "x-hub-signature-256": f"sha256={mac}"}
