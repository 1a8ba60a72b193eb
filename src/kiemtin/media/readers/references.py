"""What a page or its style sheets need to be seen: style sheets, pictures, fonts. No scripts,
frames or recordings."""

from typing import Any

from kiemtin.media.readers.web import charset
from kiemtin.media.readers.web.bundle import unpack
from kiemtin.media.readers.web.css import Wanted, join
from kiemtin.media.readers.web.css import references as in_sheet
from kiemtin.media.readers.web.pictures import best, candidates
from kiemtin.media.readers.web.tree import base_of, is_sheet, tree_of

MOST = 5000
"""References that are handed on; what a desk fetches is far less."""

_EACH = 3
"""Addresses of one picture that are worth trying."""

warm = charset.warm


def read(data: bytes, settings: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """Take a bundle of files, each with `url`, `type` and `kind` (page or style) in its head; say
    `found`: [kind, address] of each thing wanted, in order, once; `more` that some were left."""
    head, parts = unpack(data)
    found: dict[tuple[str, str], None] = {}
    files: Any = head["files"]
    for about, body in zip(files, parts, strict=True):
        reads = _page if about["kind"] == "page" else _sheet
        for one in reads(body, about["type"], about["url"]):
            if one.url.startswith("http"):
                found[one.kind, one.url] = None
    listed = [list(one) for one in found]
    return {"found": listed[:MOST], "more": len(listed) > MOST}, b""


def _sheet(body: bytes, content_type: str, url: str) -> list[Wanted]:
    return in_sheet(charset.decode(body, content_type), url)


def _page(body: bytes, content_type: str, url: str) -> list[Wanted]:
    root = tree_of(body, content_type)
    base = base_of(root, url)
    found: list[Wanted] = []
    for element in root.iter():
        if isinstance(element.tag, str):
            found += _of(element, base)
    return found


def _of(element: Any, base: str) -> list[Wanted]:
    tag = element.tag
    found = in_sheet(element.get("style") or "", base) if element.get("style") else []
    if tag == "style":
        found += in_sheet(element.text or "", base)
    elif tag == "link":
        found += _link(element, base)
    elif tag == "img":
        found += [Wanted("picture", url) for url in candidates(element, base)[:_EACH]]
    elif tag == "image":
        url = element.get("href") or element.get("xlink:href") or ""
        found.append(Wanted("picture", join(base, url)))
    for name in ("poster", "background", "data-bg", "data-background-image"):
        if element.get(name):
            found.append(Wanted("picture", join(base, element.get(name))))
    return found


def _link(link: Any, base: str) -> list[Wanted]:
    url = join(base, link.get("href") or "")
    words = (link.get("rel") or "").lower().split()
    if is_sheet(link):
        return [Wanted("style", url)]
    if "icon" in words:
        return [Wanted("icon", url)]
    if "preload" in words and (link.get("as") or "").lower() == "image":
        return [Wanted("picture", url or best(link.get("imagesrcset"), base))]
    return []
