"""What an archive holds, whoever made it: answers of servers as they were at one moment."""

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from kiemtin.media.archive.refusal import Doubt
from kiemtin.media.fetch.found import found_type, said_type

_FONTS = (
    (b"wOF2", "font/woff2"),
    (b"wOFF", "font/woff"),
    (b"OTTO", "font/otf"),
    (b"\x00\x01\x00\x00", "font/ttf"),
    (b"true", "font/ttf"),
)
_TEXTS = {"text/html", "text/plain", "application/xml", "image/svg+xml", ""}
_MOVES = 8


def is_page(said: str, found: str) -> bool:
    """Whether a browser would show it as a page, by the type that the server says and that of the
    bytes: a picture that is called a page stays a picture."""
    is_said = said in {"text/html", "application/xhtml+xml"}
    return (is_said and found in _TEXTS) or (not said and found == "text/html")


@dataclass(frozen=True)
class Entry:
    """One answer: `at` aware, `headers` by lower-case name, `body` unpacked; `moved_to` is the
    whole address where a redirect leads, or nothing."""

    url: str
    at: datetime
    status: int
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    moved_to: str = ""

    @property
    def sha256(self) -> str:
        """The digest of the body in hex."""
        return sha256(self.body).hexdigest()

    @property
    def is_page(self) -> bool:
        """Whether it is an HTML page."""
        return is_page(said_type(self.headers.get("content-type", "")), found_type(self.body))

    @property
    def shown_type(self) -> str:
        """As what it may be shown: image/… or font/… by its bytes, style, or nothing."""
        for start, media_type in _FONTS:
            if self.body.startswith(start):
                return media_type
        found = found_type(self.body)
        if found.startswith("image/"):
            return found
        said = said_type(self.headers.get("content-type", ""))
        if said == "image/svg+xml" and found == "application/xml":
            return said
        # As a browser does: a page that says "not found" must not become a style sheet.
        return "style" if said in {"text/css", ""} and self.status < 300 else ""


@dataclass(frozen=True)
class Archive:
    """Answers in the order in which they were written; `page` is the address that was asked for,
    `screenshot` a picture that lies in the archive, or nothing."""

    page: str
    entries: tuple[Entry, ...]
    title: str = ""
    text: str = ""
    screenshot: bytes = field(default=b"", repr=False)
    doubts: tuple[Doubt, ...] = ()

    @property
    def moved(self) -> dict[str, str]:
        """Where the redirects of the archive lead."""
        return {one.url: one.moved_to for one in self.entries if one.moved_to}

    @property
    def holds_page(self) -> bool:
        """Whether `main` is there; an archive without it shows nothing."""
        return self._main() is not None

    @property
    def main(self) -> Entry:
        """The answer that the page's address leads to; raises LookupError when it is not held."""
        if (found := self._main()) is None:
            raise LookupError("the archive does not hold its page")
        return found

    def _main(self) -> Entry | None:
        held = {one.url: one for one in reversed(self.entries) if not one.moved_to}
        url, moved = self.page, self.moved
        for _step in range(_MOVES):
            if url in held:
                return held[url]
            url = moved.get(url, "")
        return None
