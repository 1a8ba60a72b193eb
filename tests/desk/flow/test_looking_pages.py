"""Pages are read where an editor said so: of the source's own site, a few a day, robots heeded."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from pytest_django import Settings

from kiemtin.desk.flow import articles, looking
from kiemtin.desk.models import Article, ArticleText, Source
from kiemtin.desk.moment import at
from kiemtin.media.fetch import Manners, Means, Network
from tests.desk import library
from tests.desk.steps import NOON
from tests.support.peers.site import SitePeer

BODY = "<p>" + "Mực nước hồ Nậm Mẫu thấp hơn mức báo động. Xã không phải di dời ai. " * 6 + "</p>"
PAGE = f"<html><head><title>Hồ chứa an toàn</title></head><body><article>{BODY}</article></body>"


@pytest.fixture
def site(settings: Settings, db: None, noon: object) -> Iterator[SitePeer]:
    """A newspaper with pages, which may be fetched here."""
    library.here(settings)
    network = Network(resolve=lambda host, port: ["127.0.0.1"], loopback=True)
    settings.FETCH_MEANS = Means(network=network, manners=Manners(pause=0.0))
    with SitePeer() as site:
        yield site


def came(site: SitePeer, path: str = "/1") -> Article:
    chosen = Source.objects.first()
    source = chosen or library.source(address=f"{site.address}/rss", whole_text=True)
    return library.article(source, name=path, link=f"{site.address}{path}", text="Tóm tắt.")


def test_the_page_is_read_once_and_its_words_are_searched(site: SitePeer) -> None:
    one = came(site)
    site.put("/1", PAGE, "text/html; charset=utf-8")
    assert looking.look_at_page()
    text = articles.current(one)
    assert text is not None
    assert text.whole
    assert "không phải di dời" in text.text
    assert [asked.path for asked in site.asked] == ["/robots.txt", "/1"]
    assert "KiemTin" in site.asked[0].headers["user-agent"]
    assert not looking.look_at_page()


def test_an_edit_is_kept_and_a_page_that_is_gone_is_noticed(site: SitePeer) -> None:
    one = came(site)
    site.put("/1", PAGE, "text/html; charset=utf-8")
    looking.look_at_page()
    site.put("/1", PAGE.replace("thấp hơn", "cao hơn"), "text/html; charset=utf-8")
    with at(NOON + looking.AGAIN[0]):
        assert looking.look_at_page()
    assert ArticleText.objects.filter(article=one, whole=True).count() == 2
    del site.pages["/1"]
    with at(NOON + 2 * looking.AGAIN[0]):
        assert looking.look_at_page()
    one.refresh_from_db()
    assert one.gone_at == NOON + 2 * looking.AGAIN[0]
    with at(NOON + looking.OLD + timedelta(days=1)):
        assert not looking.look_at_page(), "an old page is looked at no more"


def test_what_robots_forbid_is_not_read(site: SitePeer) -> None:
    came(site)
    site.put("/robots.txt", "User-agent: *\nDisallow: /", "text/plain")
    site.put("/1", PAGE, "text/html")
    assert looking.look_at_page()
    assert [asked.path for asked in site.asked] == ["/robots.txt"]
    assert not ArticleText.objects.filter(whole=True).exists()


def test_pages_of_other_sites_and_of_other_sources_are_never_asked(site: SitePeer) -> None:
    one = came(site)
    Article.objects.update(link="https://khac.example/1")
    assert not looking.look_at_page()
    Article.objects.update(link=f"{site.address}/1")
    Source.objects.update(whole_text=False)
    assert not looking.look_at_page()
    assert not site.asked
    assert one.source.name == "Báo thí dụ"


def test_a_bounded_number_a_day(site: SitePeer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "A_DAY", 1)
    came(site, "/1")
    came(site, "/2")
    site.put("/1", PAGE, "text/html")
    site.put("/2", PAGE, "text/html")
    assert looking.look_at_page()
    assert not looking.look_at_page()
    with at(NOON + timedelta(days=1, minutes=1)):
        assert looking.look_at_page()


def test_one_bad_page_stops_no_other(site: SitePeer) -> None:
    came(site, "/1")
    came(site, "/2")
    site.put("/1", b"\x00" * 5000, "application/octet-stream")
    site.put("/2", b"%PDF-1.4 broken", "application/pdf")
    assert looking.look_at_page()
    assert looking.look_at_page()
    assert not looking.look_at_page()


@pytest.mark.parametrize("where", ["http://khac.example:{port}/1-moi", "/", "/?moi"])
def test_what_an_article_leads_to_elsewhere_is_not_its_text(site: SitePeer, where: str) -> None:
    one = came(site)
    for path in ("/1-moi", "/", "/?moi"):
        site.put(path, PAGE, "text/html; charset=utf-8")
    site.moved["/1"] = where.format(port=urlsplit(site.address).port)
    assert looking.look_at_page()
    assert not one.texts.filter(whole=True).exists()
    assert len(site.asked) > 2
    one.refresh_from_db()
    assert bool(one.gone_at) == where.startswith("/"), "the front page stands where it was"


def test_an_article_that_moved_on_its_site_is_read(site: SitePeer) -> None:
    one = came(site)
    site.put("/tin/1-moi", PAGE, "text/html; charset=utf-8")
    site.moved["/1"] = "/tin/1-moi"
    assert looking.look_at_page()
    assert one.texts.filter(whole=True).exists()
