"""Chosen sources are read in their turn; a broken one is told and holds up no other."""

import json
from collections.abc import Iterator
from datetime import datetime

import pytest
from pytest_django import Settings

from kiemtin.desk.flow import looking
from kiemtin.desk.models import Article, ArticleText, ChannelState, ForeignCheck, Source
from kiemtin.desk.moment import at
from tests.desk import library
from tests.support.peers.feed import FeedPeer
from tests.support.peers.http import Reply
from tests.support.peers.site import SitePeer

PUBLISHED = datetime.fromisoformat("2026-11-22T00:00:00+00:00")
LATER = PUBLISHED + looking.EVERY


@pytest.fixture
def paper(settings: Settings, db: None) -> Iterator[FeedPeer]:
    """A newspaper that the desk's editors chose."""
    library.here(settings)
    with FeedPeer() as peer, at(PUBLISHED):
        library.source(address=f"{peer.address}/rss")
        yield peer


def look_all() -> int:
    seen = 0
    while looking.look():
        seen += 1
    return seen


def test_items_of_a_source_are_kept_once(paper: FeedPeer) -> None:
    assert look_all() == 1
    assert Article.objects.count() == 2
    text = ArticleText.objects.get(article__link="https://bao.example/2")
    assert "<" not in text.title + text.text
    assert not looking.look(), "a quarter of an hour has not passed"
    with at(LATER):
        assert look_all() == 1
        assert paper.asked[-1].headers["if-none-match"] == '"v1"'


def test_an_edit_of_the_feed_is_a_new_version(paper: FeedPeer) -> None:
    look_all()
    edited = paper.body.decode().replace("Đường về xã đã thông", "Đường về xã lại tắc")
    paper.fail(Reply(200, edited.encode(), {"Content-Type": "application/rss+xml"}))
    with at(LATER):
        look_all()
    titles = ArticleText.objects.filter(article__link="https://bao.example/1")
    assert [one.title for one in titles] == ["Đường về xã lại tắc", "Đường về xã đã thông"]


def test_a_broken_source_is_told_and_stops_no_other(paper: FeedPeer) -> None:
    gone = paper.address.replace("127.0.0.1", "127.0.0.2")
    broken = library.source("Trạm", address=gone)
    assert look_all() == 2
    broken.refresh_from_db()
    assert broken.error == "unreachable"
    assert ChannelState.objects.get(channel="feeds").error == "unreachable"
    assert Article.objects.count() == 2
    Source.objects.filter(pk=broken.pk).update(active=False)
    with at(LATER):
        look_all()
    state = ChannelState.objects.get(channel="feeds")
    assert (state.error, state.failed_at) == ("", None)


def test_nonsense_leaves_what_was_read(paper: FeedPeer) -> None:
    look_all()
    paper.fail(Reply(200, b"<html>", {"Content-Type": "text/html"}))
    with at(LATER):
        look_all()
    assert Article.objects.count() == 2
    assert Source.objects.get().error == "answer"


def test_of_two_workers_one_has_the_turn(paper: FeedPeer) -> None:
    first = looking._claim()
    assert first is not None
    assert looking._claim() is None
    assert not Source.objects.filter(looking._as_it_was(first.pk, None)).exists()


def test_only_what_is_chosen_and_active_is_asked(paper: FeedPeer) -> None:
    Source.objects.update(active=False)
    library.source("Tệp", shape="file", address="")
    assert look_all() == 0
    assert not paper.asked


def test_a_sitemap_and_the_parts_it_names_are_read(settings: Settings, db: None) -> None:
    library.here(settings)
    with SitePeer() as site, at(PUBLISHED):
        urls = "".join(
            f"<url><loc>{where}</loc></url>"
            for where in (f"{site.address}/ho-chua-an-toan", "https://khac.example/x")
        )
        part = site.put("/tin.xml", f"<urlset>{urls}</urlset>")
        index = f"<sitemapindex><sitemap><loc>{part}</loc></sitemap></sitemapindex>"
        library.source(shape="sitemap", address=site.put("/s.xml", index))
        look_all()
        assert [one.path for one in site.asked] == ["/s.xml", "/tin.xml"]
    assert ArticleText.objects.get().title == "ho chua an toan"


def test_fact_checks_of_others_come_by_claim_review_and_by_feed(
    settings: Settings, db: None
) -> None:
    library.here(settings)
    review = {
        "@type": "ClaimReview",
        "claimReviewed": "Đập vỡ",
        "url": "https://kiem.example/1",
        "reviewRating": {"ratingValue": 1, "alternateName": "Một nửa sự thật"},
    }
    with SitePeer() as site, FeedPeer() as feed, at(PUBLISHED):
        address = site.put("/kiem.json", json.dumps([review]), "application/json")
        library.source("Nhóm A", kind="fact-check", shape="claimreview", address=address)
        library.source("Nhóm B", kind="fact-check", address=f"{feed.address}/rss")
        look_all()
        told = ForeignCheck.objects.get(source__name="Nhóm A")
        assert (told.rating, told.verdict) == ("Một nửa sự thật", "")
        assert ForeignCheck.objects.filter(source__name="Nhóm B").count() == 2
        site.put("/kiem.json", json.dumps([review | {"reviewRating": {"alternateName": "Sai"}}]))
        with at(LATER):
            look_all()
    told.refresh_from_db()
    assert (told.rating, told.verdict) == ("Sai", "false")
    assert told.earlier[0]["rating"] == "Một nửa sự thật"
