"""A WACZ has its index, its page and digests; addresses are turned so that sites stand together."""

import gzip
import json
import zipfile
from hashlib import sha256
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.archive.wacz import Page, cdxj, key, pack
from kiemtin.media.archive.warc import Written

PAGE = Page("https://bao.example/tin/1", "2026-11-02T08:30:00Z", "Hồ đầy", "Hồ đầy\nnước")
WRITTEN = [
    Written("https://bao.example/b", "2026-11-02T08:30:00Z", 200, "", "sha256:b", 10, 20),
    Written("https://bao.example/a", "2026-11-02T08:30:00Z", 404, "text/html", "sha256:a", 30, 40),
]


@pytest.mark.parametrize(
    ("url", "turned"),
    [
        ("https://www.Bao.example/Tin/1", "example,bao)/tin/1"),
        ("http://bao.example", "example,bao)/"),
        ("https://bao.example:443/", "example,bao)/"),
        ("https://bao.example:8443/", "example,bao:8443)/"),
        ("https://a.b.bao.example/?c=1&b=2", "example,bao,b,a)/?b=2&c=1"),
        ("https://[2001:db8::1]/x", "2001:db8::1)/x"),
        ("urn:view:https://x/a b", "urn:view:https://x/a%20b"),
    ],
)
def test_an_address_is_turned_round(url: str, turned: str) -> None:
    assert key(url) == turned


def test_the_index_is_sorted_and_says_where_each_record_stands() -> None:
    first, second = cdxj(WRITTEN).splitlines()
    name, at, place = first.split(" ", 2)
    assert (name, at) == ("example,bao)/a", "20261102083000")
    assert json.loads(place) == {
        "url": "https://bao.example/a", "mime": "text/html", "status": "404",
        "digest": "sha256:a", "length": "40", "offset": "30", "filename": "data.warc.gz",
    }  # fmt: skip
    assert '"mime": "unk"' in second


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_package_vouches_for_every_file_and_is_vouched_for() -> None:
    held = files(pack(b"WARC", WRITTEN, PAGE))
    package = json.loads(held["datapackage.json"])
    for one in [*package["resources"], json.loads(held["datapackage-digest.json"])]:
        assert one["hash"] == f"sha256:{sha256(held[one['path']]).hexdigest()}"
    assert len(package["resources"]) == len(held) - 2
    assert gzip.decompress(held["indexes/index.cdx.gz"]).decode() == cdxj(WRITTEN)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_title_and_text_are_one_line_of_the_list_of_pages(title: str, text: str) -> None:
    data = pack(b"WARC", [], Page(PAGE.url, PAGE.at, title, text))
    _, line = files(data)["pages/pages.jsonl"].decode().split("\n")[:2]
    said = json.loads(line)
    assert (said["url"], said["title"], said["text"]) == (PAGE.url, title, text)
    assert json.loads(files(data)["datapackage.json"])["title"] == (title or PAGE.url)
    assert data == pack(b"WARC", [], Page(PAGE.url, PAGE.at, title, text))
