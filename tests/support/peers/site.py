"""A site on this machine with whatever pages are put there: a feed, a sitemap, fact-checks."""

from tests.support.peers.http import Asked, Peer, Reply


class SitePeer(Peer):
    """Serves `pages` by path, each (type, body), and leads on from what has `moved`; 404 for the
    rest.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, tuple[str, bytes]] = {}
        self.moved: dict[str, str] = {}

    def put(self, path: str, body: str | bytes, kind: str = "application/xml") -> str:
        """Serve `body` at `path`; return its address."""
        self.pages[path] = (kind, body.encode() if isinstance(body, str) else body)
        return f"{self.address}{path}"

    def answer(self, asked: Asked) -> Reply:
        if where := self.moved.get(asked.path):
            return Reply(302, b"", {"Location": where})
        found = self.pages.get(asked.path)
        if found is None:
            return Reply(404, b"", {"Content-Type": "text/html"})
        return Reply(200, found[1], {"Content-Type": found[0]})
