"""Write what was fetched as WARC 1.1, the same bytes for the same input.

Every request and every answer is a record of its own, redirects too. Bodies are kept unpacked, and
of the headers those that say something about the file: the archive says so itself.
"""

from base64 import b32encode
from collections.abc import Sequence
from dataclasses import dataclass
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
        self._record("warcinfo", "", _fields(fields), "application/warc-fields")

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
        self._look_up("resource", url, body, mime, 200, {})

    def metadata(self, url: str, fields: Sequence[tuple[str, str]]) -> None:
        """Write what is known about the page and stands nowhere else."""
        self._record("metadata", url, _fields(fields), "application/warc-fields")

    def _hop(self, hop: Hop, body: bytes, at: str) -> None:
        headers = [(name, said) for name, said in hop.headers.items() if name not in _DROPPED]
        if packed := hop.headers.get("content-encoding"):
            headers.append(("x-archive-orig-content-encoding", packed))
        headers.append(("content-length", str(len(body))))
        line = f"{hop.status} {responses.get(hop.status, '')}".strip()
        http = StatusAndHeaders(line, headers, protocol="HTTP/1.1")
        mime = hop.headers.get("content-type", "").partition(";")[0].strip().lower()
        more = {"WARC-IP-Address": hop.number}
        told = self._look_up("response", hop.url, body, mime, hop.status, more, http, at)
        asked = request(read(hop.url, any_port=True), self._who).encode("ascii")
        kind = "application/http; msgtype=request"
        self._record("request", hop.url, asked, kind, {"WARC-Concurrent-To": told}, at=at)

    def _look_up(  # noqa: PLR0913, PLR0917
        self,
        kind: str,
        url: str,
        body: bytes,
        mime: str,
        status: int,
        more: dict[str, str],
        http: StatusAndHeaders | None = None,
        at: str = "",
    ) -> str:
        offset = self._out.tell()
        more = {**more, "WARC-Payload-Digest": _digest(body)}
        sort = "application/http; msgtype=response" if http else mime
        record_id = self._record(kind, url, body, sort, more, http, at)
        length = self._out.tell() - offset
        place = Written(url, at or self._at, status, mime, _hex(body), offset, length)
        self.written.append(place)
        return record_id

    def _record(  # noqa: PLR0913, PLR0917
        self,
        kind: str,
        url: str,
        body: bytes,
        content_type: str,
        more: dict[str, str] | None = None,
        http: StatusAndHeaders | None = None,
        at: str = "",
    ) -> str:
        """Write one record and return its identity, which follows from what it says."""
        head = http.to_bytes(encoding="utf-8") if http else b""
        self._count += 1
        name = f"{self._count} {kind} {url} {at or self._at} {_hex(head + body)}"
        record_id = f"<urn:uuid:{uuid5(NAMESPACE_URL, name)}>"
        headers = {
            "WARC-Record-ID": record_id,
            "WARC-Date": at or self._at,
            "WARC-Block-Digest": _digest(head + body),
            **(more or {}),
        }
        record = self._writer.create_warc_record(
            url,
            kind,
            payload=BytesIO(head + body),
            length=len(head) + len(body),
            warc_content_type=content_type,
            warc_headers_dict=headers,
        )
        self._writer.write_record(record)
        return record_id


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
