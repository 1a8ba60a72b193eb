"""Write a page as one document that fetches nothing and runs nothing.

Only this module decides how markup looks: every letter of the page goes through `escape`, so that
what was text or a value can never become an element. Places of pictures are left open (`\\0n\\0`)
and filled once it is known which of them fit.
"""

import re
from collections.abc import Callable
from html import escape
from typing import Any

from kiemtin.media.readers.web.css import join
from kiemtin.media.readers.web.inert import (
    EMPTY,
    GONE,
    OUTSIDE,
    attributes,
    link,
    plain,
    shown_as,
)
from kiemtin.media.readers.web.pictures import candidates, lazy
from kiemtin.media.readers.web.sheets import Sheet, Sheets, Show
from kiemtin.media.readers.web.tree import text_of

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:"
"""The page's own Content-Security-Policy: even what slipped through could fetch nothing."""

DEEP = 400
"""Elements nest no deeper; Chromium itself stops at 512."""

_LAZY_CLASS = re.compile(r"\b(?:lazy\w*|unveil|b-lazy)\b", re.IGNORECASE)
_BOX = (
    "[data-left-out]{display:inline-block;border:1px dashed #888;padding:4px 8px;color:#555;"
    "background:#f4f4f4;font:13px/1.4 sans-serif;max-width:100%;overflow-wrap:anywhere}"
)


class Writer:
    """Writes one page; `had` says whether an address is in the archive."""

    def __init__(self, base: str, show: Show, sheet: Sheet, had: Callable[[str], bool]) -> None:
        self._base, self._show, self._had = base, show, had
        self._sheets = Sheets(base, show, sheet)
        self._out: list[str] = []
        self._inside: list[str] = []
        self.left_out = 0

    def page(self, root: Any) -> str:
        """Return the whole document."""
        title = next((text for one in root.iter("title") if (text := text_of(one).strip())), "")
        self._out = [
            '<!doctype html><html><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{escape(plain(title))}</title>",
            *(f"<style>{css}</style>" for css in self._sheets.of(root)),
            f"<style>{_BOX}</style></head>",
        ]
        body = next(root.iter("body"), root)
        self._attributes_of_root(root)
        self._walk(body)
        return "".join(self._out) + "</html>"

    def _attributes_of_root(self, root: Any) -> None:
        kept = attributes("html", dict(root.attrib), False) | self._style(root)
        self._out[0] = self._out[0].replace("<html>", _open("html", kept), 1)

    def _walk(self, top: Any) -> None:
        """Go through the tree without recursion: pages nest deeper than a program may."""
        stack: list[tuple[Any, bool]] = [(top, False)]
        while stack:
            element, done = stack.pop()
            if done:
                self._close(element)
                if element is not top:
                    self._say(element.tail)
                continue
            if not (isinstance(element.tag, str) and self._open(element)):
                if element is not top:
                    self._say(element.tail)
                continue
            self._say(element.text)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))

    def _open(self, element: Any) -> bool:
        """Write what an element begins with; tell whether its content follows."""
        tag = element.tag.lower()
        drawing = "svg" in self._inside
        if tag == "template" and element.get("shadowrootmode"):
            tag = "div"
        if tag in GONE or (tag == "noscript" and not self._is_needed(element)):
            return False
        if tag in OUTSIDE:
            self._box(element, tag)
        elif tag == "img" and not drawing:
            self._picture(element)
        elif tag == "image" and drawing:
            self._drawn(element)
        else:
            return self._begin(element, tag, drawing)
        return False

    def _begin(self, element: Any, tag: str, drawing: bool) -> bool:
        name = shown_as(tag, drawing)
        if name is None or len(self._inside) >= DEEP:
            self._inside.append("")
            return True
        self._out.append(_open(name, self._attributes(element, name, drawing)))
        if name == "textarea":
            # Inside one there are no elements for a browser, while there are for this tree.
            self._out.append(f"{escape(plain(text_of(element)))}</textarea>")
            return False
        # libxml2 does not know every element that cannot hold others.
        self._inside.append("" if name in EMPTY else name)
        return True

    def _close(self, element: Any) -> None:
        if name := self._inside.pop():
            self._out.append(f"</{name}>")

    def _say(self, text: str | None) -> None:
        if text:
            self._out.append(escape(plain(text), quote=False))

    def _attributes(self, element: Any, name: str, drawing: bool) -> dict[str, str]:
        given = {str(key).lower(): value for key, value in element.attrib.items()}
        kept = attributes(name, given, drawing) | self._style(element)
        if name == "a":
            whole = join(self._base, given.get("href") or "") or (given.get("href") or "").strip()
            kept |= link(given, whole)
        return kept

    def _style(self, element: Any) -> dict[str, str]:
        style = element.get("style") or ""
        for name in ("data-bg", "data-background-image", "background"):
            if url := join(self._base, element.get(name) or ""):
                style = f'{style};background-image:url("{url}")'
                break
        if not style:
            return {}
        return {"style": self._sheets.css(style).replace("@import", "")}

    def _picture(self, image: Any) -> None:
        kept = self._attributes(image, "img", False)
        urls = candidates(image, self._base)
        inline = image.get("src") or ""
        had = next((url for url in urls if self._had(url)), "")
        if not had and inline[:5].lower() == "data:":
            had = inline
        if had:
            kept["src"] = self._show(had)
            if had in lazy(image, self._base):
                kept["class"] = _LAZY_CLASS.sub("lazyloaded", kept.get("class", ""))
                kept["style"] = f"{kept.get('style', '')};opacity:1;visibility:visible"
        else:
            self.left_out += 1
            kept |= {"data-left-out": "img"}
            kept["title"] = plain(" ".join([kept.get("title", ""), *urls[:1]]).strip())
        self._out.append(_open("img", kept))

    def _drawn(self, image: Any) -> None:
        given = {str(key).lower(): value for key, value in image.attrib.items()}
        url = join(self._base, given.get("href") or given.get("xlink:href") or "")
        kept = attributes("image", given, True)
        if url and (url.startswith("data:") or self._had(url)):
            kept["href"] = self._show(url)
        self._out.append(_open("image", kept) + "</image>")

    def _box(self, element: Any, tag: str) -> None:
        """Say what stood there; of a recording its picture is shown."""
        self.left_out += 1
        said = element.get("src") or element.get("data") or element.get("data-src") or ""
        if not said:
            said = next((one.get("src") or "" for one in element.iter("source")), "")
        poster = join(self._base, element.get("poster") or "")
        if poster and self._had(poster):
            self._out.append(_open("img", {"src": self._show(poster), "style": "max-width:100%"}))
        where = plain(join(self._base, said)) if said[:5].lower() != "data:" else ""
        words = escape(f"{tag} · {where[:300]}" if where else tag)
        self._out.append(f'<span data-left-out="{tag}">{words}</span>')

    def _is_needed(self, element: Any) -> bool:
        """Whether a page without scripts shows a picture here that it shows nowhere else."""
        inside = [url for image in element.iter("img") for url in candidates(image, self._base)]
        if not any(self._had(url) for url in inside):
            return False
        root = element.getroottree().getroot()
        others = {
            url
            for image in root.iter("img")
            if not any(parent.tag == "noscript" for parent in image.iterancestors())
            for url in candidates(image, self._base)
        }
        return not others & set(inside)


def _open(name: str, kept: dict[str, str]) -> str:
    values = "".join(f' {key}="{escape(value)}"' for key, value in kept.items())
    return f"<{name}{values}>"
