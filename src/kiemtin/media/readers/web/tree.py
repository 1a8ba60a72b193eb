"""A page as a tree of lxml, however it is written."""

from typing import Any
from urllib.parse import urljoin

from lxml import etree, html

from kiemtin.media.readers.web.charset import decode


def tree_of(body: bytes, content_type: str) -> Any:
    """Return the root of the page; an empty page has an empty one."""
    text = decode(body, content_type)
    # `huge_tree` lets elements nest 2,048 deep instead of 256; beyond it a page is cut.
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        root = None
    return html.fromstring("<html><body></body></html>") if root is None else root


def text_of(element: Any) -> str:
    """Return all text of an element, that of what stands in it too."""
    return "".join(element.itertext())


def base_of(root: Any, url: str) -> str:
    """Return the address that the page's addresses start from."""
    for base in root.iter("base"):
        if said := (base.get("href") or "").strip():
            try:
                joined = urljoin(url, said)
            except ValueError:
                return url
            return joined if joined.startswith(("http://", "https://")) else url
    return url


def is_sheet(link: Any) -> bool:
    """Whether a `link` is a style sheet that is shown at once."""
    words = (link.get("rel") or "").lower().split()
    if "preload" in words:
        return (link.get("as") or "").lower() == "style"
    return "stylesheet" in words and "alternate" not in words
