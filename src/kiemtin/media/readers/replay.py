"""One document that shows an archived page, made from the archive alone.

Each picture, style sheet and font is written into it; what the archive does not hold is left out
and counted. What is too much is left out too, the largest pictures first.
"""

import re
from base64 import b64encode
from collections import Counter
from itertools import chain
from typing import Any
from urllib.parse import quote

from lxml import etree, html

from kiemtin.media.readers.web import charset
from kiemtin.media.readers.web.bundle import unpack
from kiemtin.media.readers.web.inert import plain
from kiemtin.media.readers.web.tree import base_of, tree_of
from kiemtin.media.readers.web.written import Writer

_OPEN = re.compile("\x00(\\d+)\x00")
_MOVES = 6
_NOTHING = "data:,"
_DATA = re.compile(
    r"data:(?:(?:image|font)/[\w.+-]{1,60}|application/(?:x-)?font[\w.+-]{0,40})[;,]",
    re.IGNORECASE,
)

warm = charset.warm


def read(data: bytes, settings: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """Return the document that shows the first file of a bundle.

    The head has `files`, each with `url`, `said` (Content-Type) and `type` (style, image/… or
    font/… by its bytes, or nothing for what is not shown), and `moved`, from address to address.
    `most` bytes may come of it. Says how many were `shown`, `dropped` and `left_out`.
    """
    head, parts = unpack(data)
    files: Any = head["files"]
    held = _Held(files, parts, head["moved"])
    page, root = files[0], _root(files[0], parts[0])
    writer = Writer(base_of(root, page["url"]), held.place, held.sheet, held.had)
    document = writer.page(root)
    most = settings["most"]
    assert isinstance(most, int)
    body, dropped = held.fill(document, most)
    facts: dict[str, object] = {
        "shown": held.shown - dropped,
        "dropped": dropped,
        "left_out": writer.left_out,
    }
    return facts, body


def _root(page: Any, body: bytes) -> Any:
    """Return the page's tree; one is made for a picture, a text and any other file."""
    kind = page["type"]
    if kind == "text/html":
        return tree_of(body, page["said"])
    root = html.Element("html")
    top = etree.SubElement(root, "body")
    if _is_shown(kind):
        etree.SubElement(top, "img", src=page["url"])
    elif kind == "text/plain":
        etree.SubElement(top, "pre").text = plain(charset.decode(body, page["said"]))
    elif kind:
        etree.SubElement(top, "p").text = f"{kind}, {len(body):,} B"
    return root


class _Held:
    """The archive's files by address, and the open places of what is shown."""

    def __init__(self, files: Any, parts: list[bytes], moved: Any) -> None:
        self._files, self._parts, self._moved = files, parts, moved
        self._by_url: dict[str, int] = {}
        for number in reversed(range(len(files))):
            self._by_url[files[number]["url"]] = number
        loose: dict[str, int] = {}
        for url, number in self._by_url.items():
            loose.setdefault(_loose(url), number)
        self._loose = loose
        self._places: dict[str, int] = {}
        self._written: list[str | int] = []

    @property
    def shown(self) -> int:
        """How many files of the archive are shown."""
        return sum(isinstance(one, int) for one in self._written)

    def find(self, url: str) -> int | None:
        """Return the number of the file at an address: that one, or with the other scheme."""
        for _step in range(_MOVES):
            if url in self._by_url:
                break
            url = self._moved.get(url, url)
        found = self._by_url.get(url)
        return self._loose.get(_loose(url)) if found is None else found

    def had(self, url: str) -> bool:
        """Whether an address can be shown."""
        number = self.find(url)
        return number is not None and _is_shown(self._files[number]["type"])

    def sheet(self, url: str) -> tuple[str, str] | None:
        """Return the text of a style sheet and the address that it has itself."""
        number = self.find(url)
        if number is None or self._files[number]["type"] != "style":
            return None
        about = self._files[number]
        return charset.decode(self._parts[number], about["said"]), about["url"]

    def place(self, url: str) -> str:
        """Return an open place for an address."""
        number = self.find(url)
        if url[:5].lower() == "data:":
            what: str | int = _inline(url)
        elif number is not None and _is_shown(self._files[number]["type"]):
            what = number
        else:
            return _NOTHING
        key = f"{what}"
        if key not in self._places:
            self._places[key] = len(self._written)
            self._written.append(what)
        return f"\x00{self._places[key]}\x00"

    def fill(self, document: str, most: int) -> tuple[bytes, int]:
        """Return the document with its places filled, within `most` bytes, and how many were left
        empty for that."""
        pieces = _OPEN.split(document)
        texts, places = pieces[::2], [int(piece) for piece in pieces[1::2]]
        size = sum(len(text.encode("utf-8", "replace")) for text in texts)
        dropped = self._dropped(places, most - size)
        held = [_NOTHING if number in dropped else self._data(number) for number in places]
        body = "".join(chain(*zip(texts, [*held, ""], strict=True))).encode("utf-8", "replace")
        lost = sum(isinstance(self._written[number], int) for number in dropped)
        return (body if len(body) <= most else b""), lost

    def _dropped(self, places: list[int], left: int) -> set[int]:
        """Return what does not fit into so many bytes, the largest first."""
        costs = {number: self._cost(number) * count for number, count in Counter(places).items()}
        left, dropped = left - sum(costs.values()), set()
        for number in sorted(costs, key=lambda one: (-costs[one], one)):
            if left >= 0:
                break
            left += costs[number]
            dropped.add(number)
        return dropped

    def _cost(self, number: int) -> int:
        what = self._written[number]
        return len(what) if isinstance(what, str) else len(self._parts[what]) * 4 // 3 + 64

    def _data(self, number: int) -> str:
        what = self._written[number]
        if isinstance(what, str):
            return what
        return f"data:{self._files[what]['type']};base64,{b64encode(self._parts[what]).decode()}"


def _is_shown(media_type: str) -> bool:
    return media_type.startswith(("image/", "font/"))


def _inline(url: str) -> str:
    """Return a data: address of a picture or font, harmless in markup and style sheets."""
    return quote(url, safe="%:/?[]@!$()*+,;=~-._") if _DATA.match(url) else _NOTHING


def _loose(url: str) -> str:
    """An address without what sites change between a page and its parts: the scheme."""
    return url.removeprefix("https:").removeprefix("http:")
