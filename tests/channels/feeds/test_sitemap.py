"""Of a site's map its newest pages are taken, its own only, and nothing that it declares."""

import contextlib
import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.feeds.items import MAX_ITEMS
from kiemtin.channels.feeds.sitemap import MAX_PARTS, Sitemap, newest, read
from kiemtin.channels.inbound import FetchFailed

HERE = "https://bao.example/sitemap.xml"
MOST = 1024 * 1024
NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def urlset(*urls: str) -> bytes:
    return f'<urlset xmlns="{NS}" xmlns:n="{NEWS}">{"".join(urls)}</urlset>'.encode()


def url(loc: str, lastmod: str = "", more: str = "") -> str:
    return f"<url><loc>{loc}</loc><lastmod>{lastmod}</lastmod>{more}</url>"


def of(body: bytes) -> Sitemap:
    return read(body, HERE, MOST)


def test_pages_have_the_news_title_or_what_their_address_says() -> None:
    news = (
        "<n:news><n:title>Hồ chứa an toàn</n:title>"
        "<n:publication_date>2026-11-22T07:00:00+07:00</n:publication_date></n:news>"
    )
    found = of(
        urlset(
            url("https://bao.example/tin/cau-coc-leu-thong-xe.html", "2026-11-20"),
            url("https://www.bao.example/2", more=news),
        )
    ).pages
    assert [one.title for one in found] == ["cau coc leu thong xe", "Hồ chứa an toàn"]
    assert found[0].published == datetime(2026, 11, 20, tzinfo=UTC)
    assert found[1].published == datetime(2026, 11, 22, tzinfo=UTC)


def test_a_picture_of_a_page_is_not_the_page() -> None:
    picture = "<image:image><image:loc>https://bao.example/a.jpg</image:loc><image:title>Ảnh"
    more = f"{picture}</image:title></image:image>"
    (found,) = of(urlset(url("https://bao.example/duong-da-thong", more=more))).pages
    assert (found.title, found.link) == ("duong da thong", "https://bao.example/duong-da-thong")


def test_pages_of_other_sites_are_passed_over() -> None:
    found = of(
        urlset(
            url("https://khac.example/1"),
            url("https://bao.example.khac.example/1"),
            url("file:///etc/hostname"),
            url("https://bao.example/1"),
        )
    )
    assert [one.link for one in found.pages] == ["https://bao.example/1"]


def test_an_index_names_the_parts_that_changed_last() -> None:
    parts = "".join(
        f"<sitemap><loc>https://bao.example/{day}.xml</loc><lastmod>2026-11-0{day}</lastmod>"
        "</sitemap>"
        for day in range(1, 8)
    )
    found = of(f'<sitemapindex xmlns="{NS}">{parts}</sitemapindex>'.encode())
    assert found.parts == tuple(f"https://bao.example/{day}.xml" for day in (7, 6, 5))
    assert len(found.parts) == MAX_PARTS


def test_the_newest_are_taken_each_once() -> None:
    many = [url(f"https://bao.example/{at}", f"20{10 + at % 15}-01-01") for at in range(500)]
    found = newest(of(urlset(*many, many[0])).pages)
    assert len(found) == MAX_ITEMS
    assert found[0].published == datetime(2024, 1, 1, tzinfo=UTC)


def test_a_packed_map_is_unpacked_within_its_limit() -> None:
    assert of(gzip.compress(urlset(url("https://bao.example/1")))).pages
    with pytest.raises(FetchFailed, match="byte"):
        of(gzip.compress(b"<urlset>" + b" " * 50_000_000))


def test_a_broken_end_leaves_what_stands_before_it() -> None:
    assert len(of(urlset(url("https://bao.example/1"))[:-9] + b"<url><loc>").pages) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html></html>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><urlset/>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><urlset/>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="cp037"?>' + "<!DOCTYPE a><urlset/>".encode("cp037"),
    ],
)
def test_what_is_no_map_or_declares_something_is_refused(body: bytes) -> None:
    with pytest.raises(FetchFailed):
        of(body)


@given(st.binary(max_size=400))
def test_whatever_comes_is_read_or_refused(body: bytes) -> None:
    for whole in (body, b"<urlset>" + body, b"\x1f\x8b" + body):
        with contextlib.suppress(FetchFailed):
            of(whole)
