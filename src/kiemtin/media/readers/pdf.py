"""A PDF's words page by page, its facts, and what it does beside being read; no picture, no script.

Bounded: pages, letters, depth and cycles of the page tree, what one stream unpacks to, processor
time; what was left out is said.
"""

import logging
import re
import time
from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PasswordType, PdfReader, overwrite_configuration
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError
from pypdf.generic import DictionaryObject, IndirectObject, PdfObject

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers.pdf_sample import SAMPLE

MAX_PAGES = 500
MAX_NODES = 20_000
MAX_ANNOTATIONS = 200
SECONDS = 12.0
"""Of processor after which no further page is begun; a whole reading may take 20."""

STREAM = 20_000_000
"""Bytes that one stream may unpack to: a page's drawing has kilobytes, a scanned one megabytes."""

_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_FACTS = {
    "/Title": "title",
    "/Author": "author",
    "/Subject": "subject",
    "/Keywords": "keywords",
    "/Creator": "program",
    "/Producer": "producer",
    "/CreationDate": "created",
    "/ModDate": "changed",
}
# ISO 32000-1, 7.9.4
_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d)?'?(\d\d)?")
_LIBRARY = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError)
_BROKEN = (*_LIBRARY, RuntimeError, ArithmeticError, AssertionError)
Warnings = list[tuple[str, dict[str, object]]]


def read(data: bytes, settings: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """Return text, pages, facts and warnings; raises Refused (password, bomb, broken)."""
    warnings: Warnings = []
    reader = _opened(data, warnings)
    pages, whole, texts = _texts(reader, int(str(settings["most"])), warnings)
    warnings += _oddities(reader, data)
    head = {
        "text": "\n\n".join(texts),
        "pages": pages if whole else max(pages, _claimed(reader)),
        "facts": list(_facts(reader)),
        "warnings": warnings,
    }
    return head, b""


def warm() -> None:
    """Bound the library, and read a page so that it loads its tables of letters."""
    logging.disable(logging.CRITICAL)
    overwrite_configuration(
        maximum_declared_stream_length=STREAM,
        array_based_stream_maximum_output_length=STREAM,
        lzw_maximum_output_length=STREAM,
        run_length_maximum_output_length=STREAM,
        zlib_maximum_output_length=STREAM,
        brotli_maximum_output_length=STREAM,
        jbig2dec_binary=None,
    )
    read(SAMPLE, {"most": 100})


def _opened(data: bytes, warnings: Warnings) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(data), root_object_recovery_limit=1000)
        if reader.is_encrypted:
            if reader.decrypt("") == PasswordType.NOT_DECRYPTED:
                raise Refused("password")
            warnings.append(("encrypted", {}))
        return reader
    except LimitReachedError:
        raise Refused("bomb") from None
    except DependencyError:
        raise Refused("password") from None
    except _BROKEN:
        raise Refused("broken") from None


def _texts(reader: PdfReader, most: int, warnings: Warnings) -> tuple[int, bool, list[str]]:
    """Return how many pages were found, whether these are all, and the text of each."""
    texts: list[str] = []
    count, unread, letters, whole = 0, 0, 0, True
    until = time.process_time() + SECONDS
    for page in _pages(reader):
        if count == MAX_PAGES or letters >= most or time.process_time() > until:
            whole = False
            break
        count += 1
        try:
            texts.append(page.extract_text().strip())
            letters += len(texts[-1])
        except (*_BROKEN, MemoryError):
            unread += 1
    if not count:
        raise Refused("broken")
    if not whole:
        warnings.append(("pages_cut", {"read": count, "pages": max(count, _claimed(reader))}))
    if unread:
        warnings.append(("page_unread", {"count": unread}))
    elif not any(texts):
        warnings.append(("no_text", {}))
    return count, whole, texts


def _pages(reader: PdfReader) -> Iterator[PageObject]:
    """Yield the pages in order; a node that was seen is not entered again."""
    left: list[tuple[PdfObject | None, dict[str, object]]] = [(_at(_root(reader), "/Pages"), {})]
    seen: set[int] = set()
    nodes = 0
    while left and nodes < MAX_NODES:
        nodes += 1
        held, inherited = left.pop()
        node = _plain(held)
        if not isinstance(node, DictionaryObject):
            continue
        own = inherited | {name: node[name] for name in _INHERITED if name in node}
        kids = _plain(_at(node, "/Kids"))
        if not isinstance(kids, list):
            yield _page(reader, node, own)
        elif id(node) not in seen:
            seen.add(id(node))
            left += [(kid, own) for kid in reversed(kids[:MAX_NODES])]


def _page(reader: PdfReader, node: DictionaryObject, inherited: dict[str, object]) -> PageObject:
    page = PageObject(reader, node.indirect_reference)
    page.update(inherited)
    page.update(node)
    return page


def _root(reader: PdfReader) -> DictionaryObject:
    try:
        return reader.root_object
    except _BROKEN:
        raise Refused("broken") from None


def _at(holder: object, name: str) -> PdfObject | None:
    return holder.raw_get(name) if isinstance(holder, DictionaryObject) and name in holder else None


def _plain(held: PdfObject | None) -> PdfObject | None:
    try:
        return held.get_object() if isinstance(held, IndirectObject) else held
    except _BROKEN:
        return None


def _claimed(reader: PdfReader) -> int:
    count = _plain(_at(_plain(_at(_root(reader), "/Pages")), "/Count"))
    return min(count, 10_000_000) if isinstance(count, int) and count > 0 else 0


def _facts(reader: PdfReader) -> Iterator[tuple[str, str]]:
    said = _plain(_at(reader.trailer, "/Info"))
    for name, code in _FACTS.items():
        value = _plain(_at(said, name))
        if isinstance(value, str) and value.strip():
            yield code, _date(value) if name.endswith("Date") else str(value)[:1000]


def _date(said: str) -> str:
    """Return a date as 2026-11-23 08:30:00 +07:00, as far as it is given."""
    found = _DATE.match(said.strip())
    if not found:
        return said[:40]
    year, month, day, hour, minute, second, zone, zone_minute = found.groups()
    shown = "-".join(part for part in (year, month, day) if part)
    if hour:
        shown += " " + ":".join((hour, minute or "00", second or "00"))
    if zone:
        shown += " UTC" if zone == "Z" else f" {zone}:{zone_minute or '00'}"
    return shown


def _oddities(reader: PdfReader, data: bytes) -> Warnings:
    root = _root(reader)
    names = _plain(_at(root, "/Names"))
    marks = list(_marks(reader))
    scripts = b"/JavaScript" in data or _at(names, "/JavaScript") or _at(root, "/AA")
    files = _at(names, "/EmbeddedFiles") or _at(root, "/AF") or "/FileAttachment" in marks
    fields = _plain(_at(_plain(_at(root, "/AcroForm")), "/Fields"))
    # A linearized file ends twice from the beginning (ISO 32000-1, F.2).
    later = data.count(b"%%EOF") - 1 - (b"/Linearized" in data[:1024])
    said: Warnings = []
    if scripts or "/JavaScript" in marks or _opens_script(root):
        said.append(("scripts", {}))
    if files:
        said.append(("attachments", {}))
    if isinstance(fields, list) and fields:
        said.append(("form", {}))
    if later > 0:
        said.append(("changed_after", {"count": min(later, 1000)}))
    return said


def _opens_script(root: DictionaryObject) -> bool:
    return str(_plain(_at(_plain(_at(root, "/OpenAction")), "/S"))) == "/JavaScript"


def _marks(reader: PdfReader) -> Iterator[str]:
    """Yield the kinds of annotations and of what they do, of the first pages."""
    for _place, page in zip(range(MAX_PAGES), _pages(reader), strict=False):
        found = _plain(_at(page, "/Annots"))
        held: PdfObject
        for held in found[:MAX_ANNOTATIONS] if isinstance(found, list) else ():
            mark = _plain(held)
            yield str(_plain(_at(mark, "/Subtype")))
            yield str(_plain(_at(_plain(_at(mark, "/A")), "/S")))
