"""A browser and its push service on this machine: it opens what it gets, as a browser would."""

import json
import os

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02

from kiemtin.channels.web_push.settings import encode, public_bytes
from tests.support.peers.http import Asked, Peer, Reply, reply


class PushPeer(Peer):
    """`shown` has the notices that its browser could read."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[dict[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._auth = os.urandom(16)

    @property
    def subscription(self) -> str:
        """What the browser hands out (PushSubscription.toJSON)."""
        keys = {"p256dh": encode(public_bytes(self._key.public_key())), "auth": encode(self._auth)}
        endpoint = f"{self.address}/send/abc"
        return json.dumps({"endpoint": endpoint, "expirationTime": None, "keys": keys})

    def answer(self, asked: Asked) -> Reply:
        if not Vapid02.verify(asked.headers["authorization"]):
            return reply({}, 403)
        opened = http_ece.decrypt(
            asked.body, private_key=self._key, auth_secret=self._auth, version="aes128gcm"
        )
        self.shown.append(json.loads(opened))
        self.headers.append(asked.headers)
        return Reply(201, b"", {"Location": f"{self.address}/m/1"})
