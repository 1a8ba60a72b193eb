"""What an archive is: a Word document, an archived page, or nothing that is kept."""

import zlib
from zipfile import ZipFile

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers import markup
from kiemtin.media.readers.members import MIB, opened, part

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_HEAD = 65536


def read(data: bytes, _settings: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """Say the kind: docx, wacz, warc, or nothing; raises Refused (broken, bomb, program …)."""
    if data[:2] == b"\x1f\x8b":
        return {"kind": "warc" if _begins(data).startswith(b"WARC/1.") else ""}, b""
    if data[:4] != b"PK\x03\x04":
        return {"kind": ""}, b""
    with opened(data) as archive:
        return {"kind": _kind(archive)}, b""


def warm() -> None:
    """Load what is loaded lazily."""
    markup.warm()


def _begins(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(data[:_HEAD], 16)
    except zlib.error:
        return b""


def _kind(archive: ZipFile) -> str:
    names = set(archive.namelist())
    if CONTENT_TYPES in names:
        return "docx" if is_document(archive) else ""
    pages = any(name.startswith("archive/") and ".warc" in name for name in names)
    return "wacz" if pages and "datapackage.json" in names else ""


def is_document(archive: ZipFile) -> bool:
    """Tell whether the parts are a Word document's; raises Refused (program) for macros."""
    root = markup.tree(part(archive, CONTENT_TYPES, MIB))
    types = {str(one.get("ContentType", "")).strip().lower() for one in root}
    active = ("macroenabled", "vbaproject", "activex", "vbadata")
    names = " ".join(archive.namelist()).lower()
    if any(word in said for word in active for said in types) or "vbaproject" in names:
        raise Refused("program")
    return DOCUMENT in types
