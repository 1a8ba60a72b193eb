"""What the platforms of bots have in common: a token in the address, `ok` in the answer."""

import itertools

from tests.support.peers.http import Asked, Peer, Reply, reply

TOKEN, SECRET = "123456:bot-token", "webhook-secret"


class Bots(Peer):
    """`sent` is who got which text; `errors` by person is the platform's word about them."""

    most_chars = 0

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self.errors: dict[str, tuple[int, str]] = {}
        self.token = TOKEN
        self._ids = itertools.count(1)

    def answer(self, asked: Asked) -> Reply:
        if not asked.path.startswith(f"/bot{self.token}/"):
            return error(401, "Unauthorized", self.status(401))
        if not asked.path.endswith("/sendMessage"):
            return error(404, "Not Found", self.status(404))
        body = asked.json()
        who, text = str(body["chat_id"]), str(body["text"])
        if who in self.errors:
            code, words = self.errors[who]
            return error(code, words, self.status(code))
        if not 0 < len(text) <= self.most_chars:
            return error(400, "Bad Request: message is too long", self.status(400))
        self.sent.append((who, text))
        return reply({"ok": True, "result": self.result(next(self._ids))})

    def status(self, code: int) -> int:
        """Return the HTTP status of an error."""
        return code

    def result(self, number: int) -> dict[str, object]:
        """Return what is said of a message that was sent."""
        return {"message_id": number, "date": 1_795_000_000}


def error(code: int, words: str, status: int) -> Reply:
    """Return a platform's refusal."""
    return reply({"ok": False, "error_code": code, "description": words}, status)
