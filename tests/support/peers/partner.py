"""A partner's server on this machine, written from docs/channels/partner.md alone: it checks the
signature and drops what it has."""

import hmac
import json
from hashlib import sha256
from pathlib import Path

from tests.support.peers.http import Asked, Peer, Reply, reply

NAME, SECRET = "Đài thí dụ", "0123456789abcdef0123456789abcdef"


class PartnerPeer(Peer):
    """`had` has what it took, by id."""

    def __init__(self) -> None:
        super().__init__()
        self.had: dict[str, dict[str, object]] = {}

    def values(self, folder: Path) -> dict[str, str]:
        """The environment of a desk that has this partner; the file is written into `folder`."""
        entry = (
            f'[[partner]]\nname = "{NAME}"\naddress = "{self.address}/in"\nsecret = "{SECRET}"\n'
        )
        (folder / "partners.toml").write_text(entry, encoding="utf-8")
        return {"KIEMTIN_PARTNER_FILE": str(folder / "partners.toml")}

    def answer(self, asked: Asked) -> Reply:
        signed = asked.headers["x-kiemtin-timestamp"].encode() + b"." + asked.body
        ours = "v1=" + hmac.new(SECRET.encode(), signed, sha256).hexdigest()
        if not hmac.compare_digest(ours, asked.headers["x-kiemtin-signature"]):
            return reply({}, 401)
        said = json.loads(asked.body)
        assert said["id"] == asked.headers["x-kiemtin-id"]
        self.had.setdefault(said["id"], said)
        return reply({}, 200)
