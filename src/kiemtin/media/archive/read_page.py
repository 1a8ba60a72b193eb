"""What a person reads on a page, told by a process apart."""

import re
from dataclasses import dataclass, field
from datetime import date

from kiemtin.media.apart.reader import Bounds, read
from kiemtin.text.language import UNKNOWN, detect_language

_BOUNDS = Bounds(cpu_seconds=20, wait_seconds=40)
_LOOKED_AT = 5000


@dataclass(frozen=True)
class Readable:
    """Title, text in NFC with a line for each paragraph, the day that the page says it is of, the
    site's own name, and the language of the text as a code, or nothing where that is not sure."""

    title: str
    text: str = field(repr=False)
    dated: date | None = None
    site: str = ""
    language: str = ""


NOTHING = Readable("", "")


def readable(html: bytes, content_type: str = "") -> Readable:
    """Return what can be read on a page; `content_type` is the header, which is not believed.

    The day is the one that the page marks, else the first written as day, month, year near its
    beginning. Raises ReaderRefused (too_heavy, too_slow, broken, busy).
    """
    plain = content_type.partition(";")[0].strip().lower() == "text/plain"
    facts, body = read("page", html, {"type": content_type, "plain": plain}, _BOUNDS)
    text = body.decode("utf-8", "replace")
    found = detect_language(text[:_LOOKED_AT]).code
    declared = str(facts.get("language", ""))
    if found == UNKNOWN:
        found = declared if re.fullmatch("[a-z]{2,3}", declared) else ""
    title, site = str(facts.get("title", "")), str(facts.get("site", ""))
    return Readable(title, text, _day(facts.get("dated")), site, found)


def _day(said: object) -> date | None:
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        return None
