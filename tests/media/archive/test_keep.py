"""A page is kept with what it needs to be seen, within bounds, and what is missing is listed."""

import gzip
import json
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from warcio.archiveiterator import ArchiveIterator

from kiemtin.media.archive import CAPTURE, Captured, CaptureLimits, capture, open_archive, replay
from kiemtin.media.archive.packed import Gathered, pack_captured
from kiemtin.media.fetch import FetchRefused, Limits
from tests.media.fetch.site import WHO, means, named
from tests.support.peers.page_site import PageSite

QUICK = Limits(seconds=6, idle=1)


def keep(site: PageSite, path: str, limits: CaptureLimits = CAPTURE) -> Captured:
    return capture(f"{named(site)}{path}", WHO, means=means(QUICK), limits=limits)


@pytest.fixture(scope="module")
def kept() -> tuple[Captured, list[str]]:
    with PageSite() as site:
        had = keep(site, "/moved")
        return had, site.paths


def test_the_same_input_makes_the_same_archive(kept: tuple[Captured, list[str]]) -> None:
    had, _paths = kept
    again = Gathered(had.page, had.resources, (), had.readable)
    assert pack_captured(WHO, again) == had.wacz


def test_what_a_page_needs_is_fetched_and_nothing_else(kept: tuple[Captured, list[str]]) -> None:
    had, paths = kept
    pictures = ["ground", "large", "lazy", "old", "plain", "poster", "small", "source2", "title"]
    assert sorted(paths) == sorted(
        ["/moved", "/", "/css/main.css", "/css/second.css", "/font/tin.woff2", "/icon.png"]
        + [f"/img/{name}.png" for name in [*pictures, "css"]]
    )
    assert had.missing == ()
    assert had.readable.title == "Hồ Suối Bạc vẫn an toàn"


def test_our_own_reader_finds_everything_again(kept: tuple[Captured, list[str]]) -> None:
    had, _paths = kept
    found = open_archive(had.wacz)
    assert found.doubts == ()
    assert [(one.url, one.status, one.body, one.moved_to) for one in found.entries] == [
        (one.url, one.status, one.body, one.moved_to) for one in had.archive.entries
    ]
    assert (found.page, found.title, found.text) == (
        had.page.hops[0].url,
        had.readable.title,
        had.readable.text,
    )
    assert found.main.sha256 == had.page.sha256
    assert replay(found).shown == 9


def test_the_wacz_is_as_its_specification_says(kept: tuple[Captured, list[str]]) -> None:
    """WACZ 1.1.1: files and their places, digests of all, packed files stored as they are, an
    index that leads to each record. The tool `wacz validate` finds the same."""
    had, _paths = kept
    with ZipFile(BytesIO(had.wacz)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
        assert {one.compress_type for one in packed.infolist()} == {ZIP_STORED}
    package = json.loads(files["datapackage.json"])
    digest = json.loads(files["datapackage-digest.json"])
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    assert package["mainPageUrl"] == had.page.hops[0].url
    assert {one["path"] for one in package["resources"]} == {
        "archive/data.warc.gz",
        "indexes/index.cdx.gz",
        "pages/pages.jsonl",
    }
    for one in [*package["resources"], digest]:
        body = files[one["path"]]
        assert one["hash"] == f"sha256:{sha256(body).hexdigest()}"
    lines = gzip.decompress(files["indexes/index.cdx.gz"]).decode().splitlines()
    assert lines == sorted(lines)
    for line in lines:
        _key, at, said = line.split(" ", 2)
        place = json.loads(said)
        start = int(place["offset"])
        piece = files["archive/data.warc.gz"][start : start + int(place["length"])]
        record = next(ArchiveIterator(BytesIO(piece)))
        assert record.rec_headers.get_header("WARC-Target-URI") == place["url"]
        assert f"sha256:{sha256(record.raw_stream.read()).hexdigest()}" == place["digest"]
        assert at == "20261122083000"


def test_each_request_and_answer_is_a_record_with_digests(
    kept: tuple[Captured, list[str]],
) -> None:
    had, paths = kept
    with ZipFile(BytesIO(had.wacz)) as packed:
        data = packed.read("archive/data.warc.gz")
    kinds: dict[str, int] = {}
    for record in ArchiveIterator(BytesIO(data), check_digests="raise"):
        record.raw_stream.read()
        kinds[record.rec_type] = kinds.get(record.rec_type, 0) + 1
        assert record.rec_headers.protocol == "WARC/1.1"
        if record.rec_type == "request":
            assert record.http_headers.get_header("user-agent") == WHO.agent
    count = len(paths)
    assert kinds == {
        "warcinfo": 1, "response": count, "request": count, "metadata": 1, "resource": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "status", "found"),
    [
        ("/gone", 404, "text/html"),
        ("/file.pdf", 200, "application/pdf"),
        ("/img/plain.png", 200, "image/png"),
        ("/text", 200, "text/plain"),
        ("/bad-letters", 200, "text/plain"),
    ],
)
def test_what_is_no_page_is_kept_as_what_it_is(path: str, status: int, found: str) -> None:
    with PageSite() as site:
        had = keep(site, path)
    assert (had.page.status, had.resources) == (status, ())
    assert found in {had.page.found_type, "text/plain", "application/octet-stream"}
    assert open_archive(had.wacz).main.body == had.page.body
    assert replay(had.archive).html


def test_a_page_that_cannot_be_had_is_refused() -> None:
    with PageSite() as site, pytest.raises(FetchRefused) as caught:
        keep(site, "/circle")
    assert caught.value.code == "redirect"
