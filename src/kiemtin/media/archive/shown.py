"""Show an archived page again, from the archive alone: one document that fetches and runs nothing.

It is made in a process apart. Whoever serves it adds a sandbox and a policy of their own; it needs
neither to be harmless.
"""

from dataclasses import dataclass, field

from kiemtin.media.apart.reader import Bounds, read
from kiemtin.media.archive.limits import MIB
from kiemtin.media.archive.shape import Archive, Entry
from kiemtin.media.fetch.found import found_type
from kiemtin.media.readers.web.bundle import pack

MOST = 25 * MIB
"""Bytes of the document."""

_FILES = 600
_IN = 64 * MIB
_BOUNDS = Bounds(cpu_seconds=30, wait_seconds=60, answer_bytes=MOST + MIB)


@dataclass(frozen=True)
class Replay:
    """The document in UTF-8; how many files of the archive it shows, how many were too much, and
    how many pictures, frames and recordings of the page it leaves out."""

    html: bytes = field(repr=False)
    shown: int = 0
    dropped: int = 0
    left_out: int = 0


def replay(archive: Archive, most: int = MOST) -> Replay:
    """Return a document that shows the archive's page, at most `most` bytes.

    A page that is a picture is shown as one; text as text, and any other file by its type. Raises
    LookupError when the archive does not hold its page, ReaderRefused (too_heavy, too_slow, broken,
    busy).
    """
    page = archive.main
    others = [one for one in archive.entries if one is not page and not one.moved_to and one.body]
    first = {"url": page.url, "said": _said(page), "type": _kind(page)}
    files, parts, left = [first], [page.body], _IN - len(page.body)
    for one in others[:_FILES]:
        kind = one.shown_type
        if kind and len(one.body) <= left:
            left -= len(one.body)
            files.append({"url": one.url, "said": _said(one), "type": kind})
            parts.append(one.body)
    head = {"files": files, "moved": archive.moved}
    facts, document = read("replay", pack(head, parts), {"most": most}, _BOUNDS)
    return Replay(document, *(_count(facts.get(name)) for name in ("shown", "dropped", "left_out")))


def _kind(page: Entry) -> str:
    """What the page itself is: text/html, image/…, text/plain, or a file that is only named."""
    if page.is_page:
        return "text/html"
    found = page.shown_type
    found = found if found.startswith("image/") else found_type(page.body)
    return "text/plain" if found in {"text/html", "application/xml"} else found


def _said(entry: Entry) -> str:
    return entry.headers.get("content-type", "")


def _count(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0
