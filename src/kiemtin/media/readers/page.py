"""What a person reads on a page: title, text, the day it says it is of. Nothing is fetched."""

import re
import unicodedata
from datetime import date
from typing import Any

import trafilatura
from lxml import etree

from kiemtin.media.readers.web import charset
from kiemtin.media.readers.web.charset import decode
from kiemtin.media.readers.web.tree import tree_of
from kiemtin.text.legacy import from_legacy

MOST = 500_000
"""Characters of text that are handed on: a long novel."""

_BEGIN = 3000
_DATES = (
    *("article:published_time", "og:article:published_time", "datepublished", "pubdate"),
    *("publishdate", "publish_date", "date", "dc.date", "dc.date.issued", "dcterms.created"),
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_LINKED = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2})')
_VIETNAMESE = re.compile(
    r"(?:ngày\s+)?\b(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|,?\s*năm)\s*(\d{4})\b",
    re.IGNORECASE,
)
_FRAME = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
_SILENT = ("script", "style", "noscript", "template", "head", "iframe", "svg")
_BLOCK = {"p", "div", "br", "li", "h1", "h2", "h3", "h4", "tr", "section", "article", "title"}
_SAMPLE = (
    "<html lang=vi><head><title>Đập an toàn</title><meta name=date content=2026-11-02></head><body>"
    "<article><h1>Đập an toàn</h1><p>Mực nước thấp hơn cao trình đỉnh đập.</p></article></body>"
)


def warm() -> None:
    """Let trafilatura open what it opens at the first page."""
    charset.warm()
    _extract(_SAMPLE)
    _extract("<p>x</p>")


def read(data: bytes, settings: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """Return `title`, `site`, `dated` (ISO or nothing), `language` (as the page says) and the text;
    `type` is the Content-Type."""
    said = str(settings.get("type", ""))
    if settings.get("plain"):
        text = decode(data, said)
        return _facts("", "", _spoken(text), "", text)
    root = tree_of(data, said)
    _unfold(root)
    dated = _marked(root) or _spoken(_all_text(root))
    language = (root.get("lang") or "").partition("-")[0].strip().lower()[:8]
    markup = etree.tostring(root, encoding="unicode", method="html")
    had = _extract(markup)
    title = (had and had.title) or _title(root)
    text = _without_frames((had and had.text) or "") or _all_text(root)
    found = dated or (_ISO.match(had.date or "") if had else None)
    return _facts(title, (had and had.sitename) or "", found, language, text)


def _facts(
    title: str, site: str, dated: Any, language: str, text: str
) -> tuple[dict[str, object], bytes]:
    day = _day(dated.groups()) if isinstance(dated, re.Match) else dated
    facts: dict[str, object] = {
        "title": _clean(title)[:300],
        "site": _clean(site)[:200],
        "dated": day.isoformat() if day else "",
        "language": language,
    }
    return facts, _clean(text)[:MOST].encode("utf-8", "replace")


def _extract(markup: str) -> Any:
    try:
        return trafilatura.bare_extraction(
            markup,
            with_metadata=True,
            include_comments=False,
            favor_recall=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _without_frames(text: str) -> str:
    """Leave out what draws a table in plain text: outer bars and the line below its head."""
    lines = [line for line in text.split("\n") if not _FRAME.fullmatch(line.strip())]
    return "\n".join(_bare(line) for line in lines)


def _bare(line: str) -> str:
    row = line.strip()
    framed = len(row) > 1 and row[0] == row[-1] == "|"
    return row[1:-1].strip() if framed else line


def _unfold(root: Any) -> None:
    """Leave out what only a script would show; a shadow root is shown as it stands."""
    for template in list(root.iter("template")):
        if template.get("shadowrootmode"):
            template.tag = "div"
        elif template.getparent() is not None:
            template.drop_tree()


def _title(root: Any) -> str:
    return next(("".join(one.itertext()).strip() for one in root.iter("title")), "")


def _marked(root: Any) -> date | None:
    """The day that the page's own marks say it was published."""
    for element in root.iter("meta", "time", "script"):
        if element.tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            said = element.get("content") if name.strip().lower() in _DATES else ""
        elif element.tag == "time":
            said = element.get("datetime")
        else:
            found = _LINKED.search(element.text or "")
            said = found[1] if found and "ld+json" in (element.get("type") or "") else ""
        if said and (found := _ISO.search(said)) and (day := _day(found.groups())):
            return day
    return None


def _spoken(text: str) -> date | None:
    """The first day written as in Vietnam near the beginning: day, month, year."""
    for found in _VIETNAMESE.finditer(unicodedata.normalize("NFC", text[:_BEGIN])):
        if day := _day((found[3], found[2], found[1])):
            return day
    return None


def _day(parts: tuple[str | Any, ...]) -> date | None:
    year, month, day = (int(part) for part in parts[:3])
    try:
        return date(year, month, day) if 1990 <= year <= 2100 else None
    except ValueError:
        return None


def _all_text(root: Any) -> str:
    """All text that is not hidden in markup, a line for each block."""
    out: list[str] = []
    skip = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            skip += element.tag in _SILENT
            if not skip:
                out += ["\n" if element.tag in _BLOCK else "", element.text or ""]
        else:
            skip -= element.tag in _SILENT
            out.append("\n" if element.tag in _BLOCK else "")
            if not skip:
                out.append(element.tail or "")
    return "".join(out)


def _clean(text: str) -> str:
    """Composed letters, plain spaces, no control, no empty lines; old font encodings read."""
    text = unicodedata.normalize("NFC", text.replace("\xa0", " "))
    text = "".join(letter for letter in text if letter >= " " or letter in "\n\t")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return from_legacy("\n".join(line for line in lines if line))
