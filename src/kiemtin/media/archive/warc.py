"""Write what was fetched as WARC 1.1, the same bytes for the same input.

Every request and every answer is a record of its own, redirects too. Bodies are kept unpacked, and
of the headers those that say something about the file: the archive says so itself.
"""

from base64 import b32encode
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from http.client import responses
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kiemtin import __version__
from kiemtin.media.fetch import Fetched, Hop, Identity
from kiemtin.media.fetch.target import read
from kiemtin.media.fetch.visit import request

SOFTWARE = f"Kiem Tin {__version__}"
NOTE = (
    "Bodies are unpacked: Content-Encoding and Transfer-Encoding are dropped, the first is kept as "
    "X-Archive-Orig-Content-Encoding. Of the headers only those that describe the file are kept; "
    "cookies were neither sent nor kept. Bodies of redirects were not read."
)
_DROPPED = {"content-encoding", "transfer-encoding", "content-length"}


@dataclass(frozen=True)
class Written:
    """Where one answer stands: bytes from the start, and how many; `digest` is of the body."""

    url: str
    at: str
    status: int
    mime: str
    digest: str
    offset: int
    length: int


@dataclass(frozen=True)
class _Record:
    """What one record says: `kind` and `sort` are WARC-Type and Content-Type, `more` its other
    headers, `http` the head of an answer; `at` as WARC writes times, or that of the file."""

    kind: str
    url: str
    body: bytes
    sort: str
    more: dict[str, str] = field(default_factory=dict)
    http: StatusAndHeaders | None = None
    at: str = ""

    @property
    def block(self) -> bytes:
        """What stands under the headers."""
        return (self.http.to_bytes(encoding="utf-8") if self.http else b"") + self.body


class Warc:
    """Collects records; `data` is the file, `written` the places of what can be looked up."""

    def __init__(self, who: Identity, at: datetime) -> None:
        self._who, self._at = who, stamp(at)
        self._out = BytesIO()
        self._writer = WARCWriter(self._out, gzip=True, warc_version="1.1")
        self._count = 0
        self.written: list[Written] = []
        fields = [("software", SOFTWARE), ("format", "WARC File Format 1.1")]
        fields += [("description", NOTE), ("isPartOf", who.site)]
        self._record(_Record("warcinfo", "", _fields(fields), "application/warc-fields"))

    @property
    def data(self) -> bytes:
        """The whole file."""
        return self._out.getvalue()

    def fetched(self, had: Fetched) -> None:
        """Write every request and answer of a fetch."""
        for place, hop in enumerate(had.hops):
            is_last = place == len(had.hops) - 1
            self._hop(hop, had.body if is_last else b"", stamp(had.fetched_at))

    def resource(self, url: str, body: bytes, mime: str) -> None:
        """Write something that no server sent: a picture of the page, its text."""
        self._look_up(_Record("resource", url, body, mime), 200, mime)

    def metadata(self, url: str, fields: Sequence[tuple[str, str]]) -> None:
        """Write what is known about the page and stands nowhere else."""
        self._record(_Record("metadata", url, _fields(fields), "application/warc-fields"))

    def _hop(self, hop: Hop, body: bytes, at: str) -> None:
        mime = hop.headers.get("content-type", "").partition(";")[0].strip().lower()
        more, http = {"WARC-IP-Address": hop.number}, _head(hop, len(body))
        sort = "application/http; msgtype=response"
        told = self._look_up(
            _Record("response", hop.url, body, sort, more, http, at), hop.status, mime
        )
        asked = request(read(hop.url, any_port=True), self._who).encode("ascii")
        sort, more = "application/http; msgtype=request", {"WARC-Concurrent-To": told}
        self._record(_Record("request", hop.url, asked, sort, more, at=at))

    def _look_up(self, one: _Record, status: int, mime: str) -> str:
        """Write a record that is found by its address; return its identity."""
        offset = self._out.tell()
        more = {**one.more, "WARC-Payload-Digest": _digest(one.body)}
        record_id = self._record(replace(one, more=more))
        length, at = self._out.tell() - offset, one.at or self._at
        self.written.append(Written(one.url, at, status, mime, _hex(one.body), offset, length))
        return record_id

    def _record(self, one: _Record) -> str:
        """Write one record and return its identity, which follows from what it says."""
        block, at = one.block, one.at or self._at
        self._count += 1
        name = f"{self._count} {one.kind} {one.url} {at} {_hex(block)}"
        record_id = f"<urn:uuid:{uuid5(NAMESPACE_URL, name)}>"
        own = {
            "WARC-Record-ID": record_id,
            "WARC-Date": at,
            "WARC-Block-Digest": _digest(block),
        }
        record = self._writer.create_warc_record(
            one.url,
            one.kind,
            payload=BytesIO(block),
            length=len(block),
            warc_content_type=one.sort,
            warc_headers_dict=own | one.more,
        )
        self._writer.write_record(record)
        return record_id


def _head(hop: Hop, length: int) -> StatusAndHeaders:
    """Return the head of an answer as it is kept: unpacked, of that many bytes."""
    headers = [(name, said) for name, said in hop.headers.items() if name not in _DROPPED]
    if packed := hop.headers.get("content-encoding"):
        headers.append(("x-archive-orig-content-encoding", packed))
    headers.append(("content-length", str(length)))
    line = f"{hop.status} {responses.get(hop.status, '')}".strip()
    return StatusAndHeaders(line, headers, protocol="HTTP/1.1")


def stamp(at: datetime) -> str:
    """Return a time as WARC writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _fields(fields: Sequence[tuple[str, str]]) -> bytes:
    lines = [f"{name}: {' '.join(value.split())}\r\n" for name, value in fields]
    return "".join(lines).encode("utf-8", "replace")


def _digest(body: bytes) -> str:
    """SHA-256 as WARC tools write it: base 32 (WARC 1.1, 5.8)."""
    return f"sha256:{b32encode(sha256(body).digest()).decode()}"


def _hex(body: bytes) -> str:
    return f"sha256:{sha256(body).hexdigest()}"
