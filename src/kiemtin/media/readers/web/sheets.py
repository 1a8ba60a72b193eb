"""The style sheets of a page, written one after the other so that they fetch nothing.

What they import is written into them; what imports itself, and what is too much, is left out.
"""

import re
from collections.abc import Callable
from typing import Any

from kiemtin.media.readers.web.css import join, rewrite
from kiemtin.media.readers.web.inert import plain
from kiemtin.media.readers.web.tree import is_sheet, text_of

MOST = 4 * 1024 * 1024
"""Characters of style sheets; large sites send one or two million."""
DEEP = 6
"""Style sheets within style sheets."""
_HIDDEN = {"svg", "template", "noscript"}
_MEDIA = re.compile(r"[\w\s:(),.-]+")

Show = Callable[[str], str]
"""An address → what to write in its place: a data: address, or an open place, or nothing."""
Sheet = Callable[[str], tuple[str, str] | None]
"""An address → text and own address of an archived style sheet."""


class Sheets:
    """Writes the style sheets of one page; `base` is where its addresses start from."""

    def __init__(self, base: str, show: Show, sheet: Sheet) -> None:
        self._base, self._show, self._sheet = base, show, sheet
        self._written = 0

    def of(self, root: Any) -> list[str]:
        """Return the sheets in the page's order, each under the media that it is for."""
        found = []
        for element in root.iter("style", "link"):
            if any(parent.tag in _HIDDEN for parent in element.iterancestors()):
                continue
            if css := self._of(element):
                media = plain(element.get("media") or "").strip()
                found.append(f"@media {media} {{\n{css}\n}}" if _is_media(media) else css)
        return found

    def css(self, css: str) -> str:
        """Return the page's own CSS so that it fetches nothing; nothing once there is too much."""
        return self._inert(css, self._base, ())

    def _of(self, element: Any) -> str | None:
        if element.tag == "style":
            return self.css(text_of(element))
        if not is_sheet(element):
            return None
        return self._imported(join(self._base, element.get("href") or ""), ())

    def _imported(self, url: str, above: tuple[str, ...]) -> str | None:
        had = self._sheet(url) if url and url not in above and len(above) < DEEP else None
        return self._inert(had[0], had[1], (*above, url)) if had else None

    def _inert(self, css: str, base: str, above: tuple[str, ...]) -> str:
        self._written += len(css)
        if self._written > MOST:
            return ""
        return rewrite(plain(css), base, self._show, lambda url: self._imported(url, above))


def _is_media(media: str) -> bool:
    return media.lower() not in {"", "all"} and _MEDIA.fullmatch(media) is not None
