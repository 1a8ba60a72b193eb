"""Everything that there is of a page goes into its archive, and what is missing is written down."""

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

from warcio.archiveiterator import ArchiveIterator

from kiemtin.media.archive.packed import Gathered, pack_captured
from kiemtin.media.archive.read_page import Readable
from kiemtin.media.fetch import Fetched, Hop
from tests.media.fetch.site import WHEN, WHO

ASKED = "https://bao.example/tin"


def fetched(url: str, body: bytes) -> Fetched:
    hops = (Hop(url, 200, "192.0.2.1", {}),)
    return Fetched(ASKED, url, 200, {}, body, "", "", sha256(body).hexdigest(), WHEN, hops)


PAGE = fetched("https://bao.example/tin/", b"<p>x")
ALL = Gathered(
    PAGE,
    [fetched("https://bao.example/p.png", b"PNG")],
    [("https://bao.example/q.png", "picture", "status_404")],
    Readable("Tin", "Hồ đầy"),
    b"\x89PNG",
)


def blocks(had: Gathered) -> list[tuple[str, str, bytes]]:
    with ZipFile(BytesIO(pack_captured(WHO, had))) as packed:
        data = packed.read("archive/data.warc.gz")
    found = []
    for record in ArchiveIterator(BytesIO(data)):
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        found.append((record.rec_type, url, record.content_stream().read()))
    return found


def test_page_parts_picture_and_text_are_records() -> None:
    held = {url: body for kind, url, body in blocks(ALL) if kind in {"response", "resource"}}
    assert held == {
        "https://bao.example/tin/": b"<p>x",
        "https://bao.example/p.png": b"PNG",
        "urn:view:https://bao.example/tin/": b"\x89PNG",
        "urn:text:https://bao.example/tin/": "Hồ đầy".encode(),
    }


def test_what_was_asked_for_and_what_is_missing_is_written_down() -> None:
    (said,) = (body.decode().splitlines() for kind, _, body in blocks(ALL) if kind == "metadata")
    assert said == [
        f"asked: {ASKED}",
        f"sha256: {PAGE.sha256}",
        "missing: status_404 picture https://bao.example/q.png",
    ]


def test_without_picture_and_text_there_are_none() -> None:
    bare = replace(ALL, screenshot=None, read_as=Readable("", ""))
    assert "resource" not in {kind for kind, _, _ in blocks(bare)}
