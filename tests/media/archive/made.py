"""Archives made by hand, well or badly, and pages shown from them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kiemtin.media.archive import Archive, Entry, Replay, replay

AT = datetime(2026, 11, 2, 8, 30, tzinfo=UTC)
URL = "https://bao.example/tin/1"
HTML = "text/html; charset=utf-8"


def entry(url: str, body: bytes | str, kind: str = HTML, status: int = 200) -> Entry:
    """Return an answer."""
    data = body.encode() if isinstance(body, str) else body
    return Entry(url, AT, status, {"content-type": kind}, data)


def archive(page: bytes | str, *others: Entry, kind: str = HTML) -> Archive:
    """Return an archive of one page and what it needs."""
    return Archive(URL, (entry(URL, page, kind), *others))


def shown(page: bytes | str, *others: Entry, kind: str = HTML) -> str:
    """Return the document that shows a page."""
    return shown_whole(page, *others, kind=kind).html.decode()


def shown_whole(page: bytes | str, *others: Entry, kind: str = HTML) -> Replay:
    """Return the document that shows a page, with its counts."""
    return replay(archive(page, *others, kind=kind))


Answer = tuple[str, bytes, list[tuple[str, str]]]


def warc(*answers: Answer, packed: bool = True, more: Iterable[tuple[str, str]] = ()) -> bytes:
    """Return a WARC as other programs write it: address, body and headers of each answer."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, body, headers in answers:
        http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url, "response", BytesIO(body), len(body), http_headers=http,
            warc_headers_dict=dict(more),
        )  # fmt: skip
        writer.write_record(record)
    return out.getvalue()
