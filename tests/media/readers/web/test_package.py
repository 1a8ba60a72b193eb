"""The files of a WACZ are what their digests say, and nothing of its list is taken on trust."""

import gzip
import json
import struct
import zipfile
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest

from kiemtin.media.readers.web.package import unwrap
from kiemtin.media.readers.web.spent import No, Spent

URL = "https://bao.example/tin/1"
WARC = "archive/a.warc.gz"
FILES = {WARC: b"first", "archive/b.warc": b"second"}


def wacz(files: dict[str, bytes], way: int = zipfile.ZIP_STORED, **said: Any) -> bytes:
    """Zip files with a package that lists the WARCs of FILES and says more."""
    listed = [
        {"path": path, "hash": f"sha256:{sha256(body).hexdigest()}"} for path, body in FILES.items()
    ]
    package = json.dumps({"resources": listed, "mainPageUrl": URL} | said).encode()
    held = BytesIO()
    with zipfile.ZipFile(held, "w", way) as packed:
        for name, body in {"datapackage.json": package, **files}.items():
            packed.writestr(name, body)
    return held.getvalue()


def opened(data: bytes, spent: Spent | None = None) -> tuple[list[bytes], dict[str, Any]]:
    return unwrap(data, spent or Spent(10_000))


def no(data: bytes, most: int = 10_000) -> str:
    with pytest.raises(No) as caught:
        opened(data, Spent(most))
    return str(caught.value)


def pages(*said: object) -> dict[str, bytes]:
    return {**FILES, "pages/pages.jsonl": "\n".join(map(json.dumps, said)).encode()}


@pytest.mark.parametrize("way", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_warcs_come_by_name_and_nothing_else_does(way: int) -> None:
    warcs, about = opened(wacz(FILES | {"archive/c.txt": b"x", "archive/d/e.warc": b"x"}, way))
    assert (warcs, about["page"]) == ([b"first", b"second"], URL)


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(way: int) -> None:
    assert no(wacz(FILES, way)) == "broken"


def test_a_way_that_nobody_knows_is_refused() -> None:
    data = bytearray(wacz(FILES))
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 10, 97)
    assert no(bytes(data)) == "broken"


@pytest.mark.parametrize("name", ["../a", "/a", "a\\b", "C:/a", "a/../../b"])
def test_names_that_leave_their_folder_are_refused(name: str) -> None:
    assert no(wacz({**FILES, name: b"x"})) == "broken"


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({**FILES, WARC: b"other"}, "digest"),
        ({"archive/b.warc": b"second"}, "digest"),
        ({**FILES, "datapackage-digest.json": b'{"hash": "sha256:00"}'}, "digest"),
        ({**FILES, "datapackage-digest.json": b"{"}, "broken"),
        ({**FILES, **{f"x{n}": b"" for n in range(2000)}}, "too_big"),
    ],
)
def test_what_does_not_fit_is_refused(files: dict[str, bytes], code: str) -> None:
    assert no(wacz(files)) == code


@pytest.mark.parametrize("digest", [None, 7, "crc32:00", "sha256:", "00"])
def test_a_digest_that_proves_nothing_is_refused(digest: object) -> None:
    assert no(wacz(FILES, resources=[{"path": WARC, "hash": digest}])) == "digest"


def test_all_files_together_are_counted() -> None:
    assert no(wacz({**FILES, "more": bytes(9_990)})) == "too_big"


@pytest.mark.parametrize(
    ("files", "said", "doubts"),
    [
        (FILES, {}, {}),
        (FILES | {"x": b"", "y": b""}, {}, {"unlisted": 2}),
        (FILES, {"resources": "x"}, {"no_digest": 1}),
        (FILES, {"resources": [{"path": 3}, None]}, {"no_digest": 1}),
    ],
)
def test_what_nobody_vouches_for_is_counted(
    files: dict[str, bytes], said: dict[str, Any], doubts: dict[str, int]
) -> None:
    spent = Spent(10_000)
    opened(wacz(files, **said), spent)
    assert spent.doubts == doubts


@pytest.mark.parametrize(
    ("name", "index", "reads"),
    [
        ("index.cdxj", b"com,x)/ 2026 {}\n!meta\n", True),
        ("index.cdx.gz", gzip.compress(b"com,x)/ 2026 {}", mtime=0), True),
        ("index.idx", b"\0", True),
        ("index.cdxj", b"com,x)/ 2026 []", False),
        ("index.cdxj", b"com,x)/ day {}", False),
        ("index.cdx.gz", gzip.compress(b"com,x)/ 2026 {}", mtime=0)[:-9], False),
    ],
)
def test_an_index_is_only_looked_at(name: str, index: bytes, reads: bool) -> None:
    spent = Spent(10_000)
    opened(wacz({**FILES, f"indexes/{name}": index}), spent)
    assert ("index" in spent.doubts) is not reads


@pytest.mark.parametrize(
    ("listed", "said", "about"),
    [
        (({"url": "a", "title": "A"}, {"url": URL, "title": "B", "text": "T"}), {},
         {"page": URL, "title": "B", "text": "T"}),
        (({"id": "pages"}, {"url": "a", "title": "A"}, {"url": "b"}), {"mainPageUrl": None},
         {"page": "a", "title": "A", "text": ""}),
        (([], 3, {"url": 4}), {"mainPageUrl": 5, "title": "P"},
         {"page": "", "title": "P", "text": ""}),
    ],
)  # fmt: skip
def test_the_page_is_the_named_one_or_else_the_first(
    listed: tuple[object, ...], said: dict[str, Any], about: dict[str, Any]
) -> None:
    assert opened(wacz(pages(*listed), **said))[1] == about
