"""What was fetched is written as WARC 1.1 that another program reads, the same each time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from io import BytesIO

import pytest
from warcio.archiveiterator import ArchiveIterator

from kiemtin.media.archive.warc import Warc, stamp
from kiemtin.media.fetch import Fetched, Hop
from tests.media.archive.made import URL
from tests.media.fetch.site import WHEN, WHO

HEADERS = {"content-type": "Text/HTML; charset=utf-8", "content-encoding": "br", "etag": "1"}
FETCHED = Fetched(
    URL, URL, 200, HEADERS, b"<p>x", "text/html", "text/html", sha256(b"<p>x").hexdigest(), WHEN,
    (Hop("https://bao.example/", 301, "192.0.2.1", {"location": "/tin/1"}),
     Hop(URL, 200, "192.0.2.1", HEADERS)),
)  # fmt: skip


def made() -> Warc:
    warc = Warc(WHO, WHEN)
    warc.fetched(FETCHED)
    return warc


def records(data: bytes) -> list[tuple[dict[str, str], str, bytes]]:
    """Headers, first line of HTTP and body of each record."""
    found = []
    for record in ArchiveIterator(BytesIO(data), check_digests="raise"):
        http = record.http_headers
        head = http.to_str() if http else ""
        found.append((dict(record.rec_headers.headers), head, record.content_stream().read()))
    return found


def test_each_step_is_an_answer_and_the_request_for_it() -> None:
    kinds = [one["WARC-Type"] for one, _, _ in records(made().data)]
    assert kinds == ["warcinfo", "response", "request", "response", "request"]
    _, moved, asked, answer, _ = records(made().data)
    assert (moved[0]["WARC-Target-URI"], moved[2]) == ("https://bao.example/", b"")
    assert moved[1].startswith("HTTP/1.1 301 Moved Permanently")
    assert asked[0]["WARC-Concurrent-To"] == moved[0]["WARC-Record-ID"]
    assert answer[0]["WARC-IP-Address"] == "192.0.2.1"
    assert answer[2] == b"<p>x"


def test_a_body_is_unpacked_and_says_how_it_was_packed() -> None:
    head = records(made().data)[3][1].lower()
    assert "\r\ncontent-encoding" not in head
    assert "x-archive-orig-content-encoding: br" in head
    assert "content-length: 4" in head
    assert "etag: 1" in head


def test_the_request_is_the_one_that_was_sent() -> None:
    asked = records(made().data)[4][1]
    assert asked.startswith("GET /tin/1 HTTP/1.1")
    assert f"User-Agent: {WHO.agent}" in asked


def test_places_lead_to_their_records() -> None:
    warc = made()
    warc.resource("urn:text:x", b"text", "text/plain")
    assert [one.status for one in warc.written] == [301, 200, 200]
    assert [one.mime for one in warc.written] == ["", "text/html", "text/plain"]
    for place in warc.written:
        ((head, _, body),) = records(warc.data[place.offset : place.offset + place.length])
        assert (head["WARC-Target-URI"], place.at) == (place.url, "2026-11-22T08:30:00Z")
        assert place.digest == f"sha256:{sha256(body).hexdigest()}"


def test_what_is_known_stands_on_one_line_each() -> None:
    warc = Warc(WHO, WHEN)
    warc.metadata(URL, [("asked", "a\r\nforged: b"), ("missing", "x")])
    assert records(warc.data)[1][2] == b"asked: a forged: b\r\nmissing: x\r\n"
    assert f"isPartOf: {WHO.site}".encode() in records(warc.data)[0][2]


def test_the_same_is_written_the_same_and_every_record_has_its_own_name() -> None:
    assert made().data == made().data
    names = [head["WARC-Record-ID"] for head, _, _ in records(made().data)]
    warc = made()
    warc.fetched(FETCHED)
    again = [head["WARC-Record-ID"] for head, _, _ in records(warc.data)]
    assert again[: len(names)] == names
    assert len(set(again)) == len(again)
    other = Warc(WHO, WHEN)
    other.fetched(replace(FETCHED, body=b"<p>y"))
    assert records(other.data)[3][0]["WARC-Record-ID"] not in names


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 11, 22, 8, 30, tzinfo=UTC),
        datetime(2026, 11, 22, 15, 30, 0, 999_999, timezone(timedelta(hours=7))),
    ],
)
def test_times_are_written_in_utc_to_the_second(at: datetime) -> None:
    assert stamp(at) == "2026-11-22T08:30:00Z"
