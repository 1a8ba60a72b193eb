"""Check the copy of a source before it is archived: type, size and SHA-256, exactly as uploaded.

A copy is evidence, so no byte of it is changed; it is therefore only ever offered for download,
HTML as plain text, and never shown inline.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

from kiemtin.media.magic import Kind, hides_archive, is_text, kind_of
from kiemtin.media.refusal import CopyRefused
from kiemtin.media.sandbox import MIB

__all__ = ["MAX_BYTES", "Copy", "CopyRefused", "check_copy"]

MAX_BYTES = 20 * MIB
CONTENT_TYPES: dict[Kind, str] = {
    "pdf": "application/pdf",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
}
TEXT = "text/plain"
# Names that a desktop runs on a double click, whatever is inside (Windows, Linux, Android).
RUNNABLE = {
    *(".apk", ".app", ".bat", ".cmd", ".com", ".cpl", ".desktop", ".dll", ".exe", ".hta", ".jar"),
    *(".js", ".jse", ".lnk", ".mjs", ".msi", ".pif", ".ps1", ".py", ".reg", ".scr", ".sh", ".url"),
    *(".vbe", ".vbs", ".wsf"),
}


@dataclass(frozen=True)
class Copy:
    """What was uploaded: a type of CONTENT_TYPES or TEXT, SHA-256 in hex, size in bytes."""

    content_type: str
    sha256: str
    size: int


def check_copy(data: bytes, declared_name: str) -> Copy:
    """Return what the copy is, from its bytes; the name can only speak against it.

    Raises CopyRefused with a code of its `sentences`.
    """
    if not data:
        raise CopyRefused("empty")
    if len(data) > MAX_BYTES:
        size, limit = -(-len(data) // MIB), MAX_BYTES // MIB
        raise CopyRefused("too_big", {"size": size, "limit": limit})
    content_type = _content_type(data)
    # Windows drops trailing dots and spaces of a name before it looks at the ending.
    if PurePath(declared_name.strip(" .").lower()).suffix in RUNNABLE:
        raise CopyRefused("program")
    if hides_archive(data):
        raise CopyRefused("archive")
    return Copy(content_type, sha256(data).hexdigest(), len(data))


def _content_type(data: bytes) -> str:
    kind = kind_of(data)
    if kind in CONTENT_TYPES:
        return CONTENT_TYPES[kind]
    if kind in ("heic", "avif"):
        raise CopyRefused("unsupported_picture", {"format": kind.upper()})
    if kind != "unknown":
        raise CopyRefused(kind)
    if not is_text(data):
        raise CopyRefused("unknown")
    return TEXT
