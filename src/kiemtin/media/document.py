"""Check the copy of a source before it is archived: type, size and SHA-256, exactly as uploaded.

A copy is evidence, so no byte of it is changed; it is therefore only ever offered for download,
HTML as plain text, and never shown inline.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from kiemtin.media.apart.reader import ReaderRefused, read
from kiemtin.media.magic import hides_archive, is_runnable, is_text, kind_of
from kiemtin.media.refusal import CopyRefused
from kiemtin.media.sandbox import MIB

__all__ = [
    "EVIDENCE",
    "MAX_BYTES",
    "MOST_BYTES",
    "OF_PUBLIC",
    "RECORDINGS",
    "TEXT",
    "TYPES",
    "Copy",
    "CopyRefused",
    "check_copy",
    "most_bytes",
]

MAX_BYTES = 20 * MIB
"""Of a document, a text or a picture: 200 scanned pages, or the largest picture of a telephone."""

MOST_BYTES = 64 * MIB
"""Of a recording or an archived page: an hour of speech has 30 MB, ten minutes of a forwarded video
about 60. More would be held in memory for nothing: the part that is evidence is shorter."""

TEXT = "text/plain"
TYPES: dict[str, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text": TEXT,
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "mp3": "audio/mpeg",
    "aac": "audio/aac",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "amr": "audio/amr",
    "flac": "audio/flac",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "3gp": "video/3gpp",
    "webm": "video/webm",
    "mkv": "video/x-matroska",
    "wacz": "application/wacz",
    "warc": "application/warc",
}
"""The kinds that are kept, and their media types."""

RECORDINGS = frozenset(
    {"mp3", "aac", "m4a", "ogg", "wav", "amr", "flac", "mp4", "mov", "3gp", "webm", "mkv"}
)
PAGES = frozenset({"wacz", "warc"})
EVIDENCE = frozenset(TYPES)
OF_PUBLIC = frozenset({"pdf", "text", "jpeg", "png", "gif", "webp"})
"""What a stranger without an account may send: a desk's own copies may be of every kind."""

_OF_READER = {"program": "program", "bomb": "bomb", "busy": "busy", "password": "password"}
_WRAPPED = {"docx", "wacz"}


@dataclass(frozen=True)
class Copy:
    """What was uploaded: a type and kind of TYPES, SHA-256 in hex, size in bytes."""

    content_type: str
    sha256: str
    size: int
    kind: str


def most_bytes(kind: str) -> int:
    """Return how large a copy of a kind may be, in bytes."""
    return MOST_BYTES if kind in RECORDINGS | PAGES else MAX_BYTES


def check_copy(data: bytes, declared_name: str, taken: AbstractSet[str] = EVIDENCE) -> Copy:
    """Return what the copy is, from its bytes; the name can only speak against it.

    `taken` are the kinds that are kept here. An archive is looked into by a process apart. Raises
    CopyRefused with a code of its `sentences`.
    """
    if not data:
        raise CopyRefused("empty")
    _fits(data, MOST_BYTES)
    kind = _kind(data, taken)
    _fits(data, most_bytes(kind))
    if is_runnable(declared_name):
        raise CopyRefused("program")
    if kind not in _WRAPPED and hides_archive(data):
        raise CopyRefused("archive")
    return Copy(TYPES[kind], sha256(data).hexdigest(), len(data), kind)


def _fits(data: bytes, most: int) -> None:
    if len(data) > most:
        size, limit = -(-len(data) // MIB), most // MIB
        raise CopyRefused("too_big", {"size": size, "limit": limit})


def _kind(data: bytes, taken: AbstractSet[str]) -> str:
    """Return a kind of TYPES that is taken; raises CopyRefused."""
    kind: str = kind_of(data)
    if kind == "archive" and taken & (_WRAPPED | PAGES):
        kind = _wrapped(data)
    if kind == "unknown" and is_text(data):
        kind = "text"
    if kind in taken:
        return kind
    if kind in ("heic", "avif"):
        raise CopyRefused("unsupported_picture", {"format": kind.upper()})
    if taken < EVIDENCE and (kind in ("unknown", "archive") or kind in TYPES):
        raise CopyRefused("not_here")
    raise CopyRefused(kind)


def _wrapped(data: bytes) -> Literal["docx", "wacz", "warc", "archive"]:
    """Have the members of an archive checked, and return what they make it."""
    try:
        kind = read("wrapped", data)[0].get("kind")
    except ReaderRefused as refused:
        raise CopyRefused(_OF_READER.get(refused.code, "archive")) from None
    return kind if kind in ("docx", "wacz", "warc") else "archive"
