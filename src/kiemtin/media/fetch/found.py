"""What a fetched file is by its own bytes, as a media type; what the server says is kept beside."""

import re

from kiemtin.media.document import RECORDINGS, TYPES
from kiemtin.media.magic import as_text, hides_archive, is_text, kind_of

BINARY = "application/octet-stream"
_OF_KIND: dict[str, str] = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "heic": "image/heic",
    "avif": "image/avif",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "program": BINARY,
    "archive": BINARY,
    "office": BINARY,
    "warc": "application/warc",
    **{kind: TYPES[kind] for kind in sorted(RECORDINGS)},
}
# First bytes as each format's own specification lists them.
_STARTS = (
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
# How an HTML page may begin (WHATWG MIME Sniffing, 7.1), after white space and comments.
_HTML = re.compile(
    r"(?:\s|<!--(?:(?!-->).){0,2000}-->|<\?xml[^>]{0,200}\?>)*"
    r"<(?:!doctype html|html|head|body|title|script|style|meta|link|table|div|h1|p|a|b|br)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_SNIFFED = 8192


def found_type(body: bytes) -> str:
    """Return the media type of the bytes; empty for none, BINARY for what is not known."""
    if not body:
        return ""
    for start, media_type in _STARTS:
        if body.startswith(start):
            return media_type
    kind = kind_of(body)
    if kind != "unknown":
        return _OF_KIND[kind]
    return _text_type(body) if is_text(body) else BINARY


def _text_type(body: bytes) -> str:
    begin = as_text(body[:_SNIFFED])
    if _HTML.match(begin):
        return "text/html"
    return "application/xml" if begin.lstrip().startswith("<?xml") else "text/plain"


def said_type(header: str) -> str:
    """Return the media type of a Content-Type header without its parameters, or nothing."""
    found = re.fullmatch(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+", _bare(header))
    return found[0] if found else ""


def _bare(header: str) -> str:
    return header.partition(";")[0].strip().lower()


def agree(said: str, found: str) -> bool:
    """Tell whether both types can be true of one file; what nobody said contradicts nothing."""
    if not said or not found or said == found or {said, found} & {BINARY}:
        return True
    text = {"text/plain"} if _is_textual(said) else set()
    alike = {"text/html": {"application/xhtml+xml"}, "application/xml": {"text/xml"}}
    return found in text or said in alike.get(found, set()) or _is_xml(said, found)


def _is_textual(said: str) -> bool:
    named = {"application/json", "application/javascript", "application/xml"}
    return said.startswith("text/") or said in named or said.endswith(("+json", "+xml"))


def _is_xml(said: str, found: str) -> bool:
    return found == "application/xml" and said.endswith("+xml")


def is_two_things(body: bytes, found: str) -> bool:
    """Tell whether an archive hides behind a file that begins as something else."""
    return found not in {"application/zip", BINARY} and hides_archive(body)
