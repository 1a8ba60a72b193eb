"""The records of a WARC, each with its digest checked; what cannot be read is left and counted."""

import hashlib
import re
from base64 import b32encode
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from kiemtin.media.apart.refused import Refused
from kiemtin.media.apart.unpack import Bounded

MOST = 5000
"""Answers that are handed on."""

_RECORDS = 50_000
_RATIO = 1100  # gzip packs 1,032 times at most; what comes of all together is bounded anyway
_KEPT = re.compile(r"[a-z0-9-]{1,64}")
_KINDS = {"response", "resource", "revisit"}


class Records:
    """Collects answers until `most` bytes; `doubts` counts what was left, `wrong` says that a
    record does not match its own digest."""

    def __init__(self, most: int) -> None:
        self._left = most
        self._entries: list[dict[str, Any]] = []
        self._bodies: list[bytes] = []
        self._by_digest: dict[str, int] = {}
        self._screenshot = b""
        self.doubts: dict[str, int] = {}
        self.wrong = False

    def read(self, plain: bytes) -> None:
        """Take the records of one unpacked file."""
        try:
            records = ArchiveIterator(BytesIO(plain), no_record_parse=True)
            for number, record in enumerate(records):
                if number >= _RECORDS or len(self._entries) >= MOST:
                    self._doubt("more")
                    return
                self._record(record)
        except (ArchiveLoadFailed, EOFError, ValueError, OSError, AttributeError):
            self._doubt("cut")

    def facts(self, page: str) -> dict[str, object]:
        """Return what was found; `page` is the first HTML answer where none is named."""
        pages = [one for one in self._entries if "html" in one["headers"].get("content-type", "")]
        found = next(iter([*pages, *self._entries]), {"url": ""})
        sizes = [len(body) for body in self._bodies] + [len(self._screenshot)]
        return {"page": page or found["url"], "entries": self._entries, "sizes": sizes}

    def bodies(self) -> bytes:
        """Return all bodies and the screenshot, one after the other."""
        return b"".join([*self._bodies, self._screenshot])

    def _doubt(self, code: str) -> None:
        self.doubts[code] = self.doubts.get(code, 0) + 1

    def _record(self, record: Any) -> None:
        said = record.rec_headers
        block = record.raw_stream.read()
        length = said.get_header("Content-Length") or ""
        if not length.isdigit() or len(block) != int(length):
            self._doubt("cut")
            return
        if not _matches(said.get_header("WARC-Block-Digest"), block):
            self.wrong = True
        if record.rec_type in _KINDS:
            self._answer(record.rec_type, said, block)

    def _answer(self, kind: str, said: Any, block: bytes) -> None:
        url = said.get_header("WARC-Target-URI") or ""
        status, headers, body = 200, {"content-type": said.get_header("Content-Type") or ""}, block
        if kind != "resource":
            try:
                status, headers, body = _http(block)
            except ValueError:
                self._doubt("body")
                return
        digest = said.get_header("WARC-Payload-Digest")
        try:
            opened = _opened(body, headers, self._left)
        except (Refused, ValueError, OSError, EOFError):
            self._doubt("body")
            return
        if kind == "revisit":
            opened = self._bodies[self._by_digest[digest]] if digest in self._by_digest else b""
        elif not any(_matches(digest, one) for one in (body, opened, _unchunked(body, headers))):
            self._doubt("payload")
        self._keep(url.strip("<>"), said.get_header("WARC-Date") or "", status, headers, opened)
        if digest and self._bodies:
            self._by_digest.setdefault(digest, len(self._bodies) - 1)

    def _keep(self, url: str, at: str, status: int, headers: dict[str, str], body: bytes) -> None:
        if len(body) > self._left:
            self._doubt("more")
            body = b""
        self._left -= len(body)
        if url.startswith("urn:view:") and headers["content-type"].startswith("image/"):
            self._screenshot = self._screenshot or body
        if url.startswith("urn:"):
            return
        where = headers.get("location", "") if 300 <= status < 400 else ""
        about = {"url": url, "at": at, "status": status, "headers": headers}
        self._entries.append({**about, "moved_to": _joined(url, where) if where else ""})
        self._bodies.append(body)


def _http(block: bytes) -> tuple[int, dict[str, str], bytes]:
    head, _, body = block.partition(b"\r\n\r\n")
    first, *lines = head[: 64 * 1024].decode("utf-8", "replace").split("\r\n")
    found = re.match(r"HTTP/[\d.]+ (\d{3})\b", first)
    if not found:
        raise ValueError("expected a status line")
    headers: dict[str, str] = {}
    for line in lines[:200]:
        name, _, value = line.partition(":")
        if _KEPT.fullmatch(name.strip().lower()) and "cookie" not in name.lower():
            headers.setdefault(name.strip().lower(), value.strip()[:4096])
    return int(found[1]), headers, body


def _unchunked(body: bytes, headers: dict[str, str]) -> bytes:
    if "chunked" not in headers.get("transfer-encoding", "").lower():
        return body
    reader = ChunkedDataReader(BytesIO(body), decomp_type=None)
    out = bytearray()
    # Each piece is part of the body, so together they are no longer than it.
    while piece := reader.read(65536):
        out += piece
    return bytes(out)


def _opened(body: bytes, headers: dict[str, str], most: int) -> bytes:
    """Return a body as the file it is; some archives keep the header of packing and not it."""
    plain = _unchunked(body, headers)
    packed = headers.get("content-encoding", "")
    if not packed or (packed == "gzip" and plain[:2] != b"\x1f\x8b"):
        return plain
    bounded = Bounded(packed, most, _RATIO)
    bounded.add(plain)
    return bounded.done()


def _matches(said: str | None, body: bytes) -> bool:
    """Whether a body has a digest, in either way of writing it; one in no known way is believed."""
    kind, _, value = (said or "").partition(":")
    if kind not in {"sha1", "sha256", "sha512", "md5"}:
        return True
    made = hashlib.new(kind, body, usedforsecurity=False).digest()
    return value.rstrip("=").lower() in {b32encode(made).decode().rstrip("=").lower(), made.hex()}


def _joined(url: str, where: str) -> str:
    try:
        return urljoin(url, where)
    except ValueError:
        return ""
