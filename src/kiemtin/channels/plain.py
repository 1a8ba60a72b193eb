"""HTML as plain text: what a reader would see, nothing of what a page would do."""

import re
from html.parser import HTMLParser

_SILENT = {"script", "style", "head", "title", "template", "noscript", "svg", "iframe", "object"}
_NEW_LINE = {"p", "div", "br", "li", "tr", "table", "ul", "ol", "hr", "blockquote", "pre"}
_NEW_LINE |= {"h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer"}
_SPACES = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n(?:\s*\n)+")

MAX_HTML = 1024 * 1024


class _Text(HTMLParser):
    def __init__(self, quotes: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent: list[str] = []
        self._hidden = _SILENT if quotes else _SILENT | {"blockquote"}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._hidden:
            self._silent.append(tag)
        elif tag in _NEW_LINE:
            self.pieces.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NEW_LINE:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            # What was opened inside and never closed ends with it.
            while self._silent.pop() != tag:
                pass
        elif tag in _NEW_LINE:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)


def text_of_html(html: str, *, quotes: bool = True) -> str:
    """Return the visible text, a block a line, without empty lines doubled.

    `quotes=False` leaves out what stands in <blockquote>. Any text is taken, broken HTML too; what
    is past MAX_HTML characters is not read.
    """
    reader = _Text(quotes)
    try:
        reader.feed(html[:MAX_HTML])
        reader.close()
    except (AssertionError, ValueError):
        # The standard library's parser asserts on some broken declarations; what it read stands.
        pass
    text = _SPACES.sub(" ", "".join(reader.pieces).replace("\r", ""))
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", lines).strip()
