"""Fact-checks of other desks are read as they are told, in whichever of the usual wrappings."""

import contextlib
import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.atom import FeedHead
from kiemtin.bulletin.data_commons import data_feed, to_bytes
from kiemtin.channels.feeds.claim_review import Check, check_of, read_checks
from kiemtin.channels.feeds.items import Item
from kiemtin.channels.inbound import FetchFailed
from tests.bulletin.contents import dam

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://kiem.example/1",
    "claimReviewed": "Uống nước muối <b>khỏi</b> cúm",
    "datePublished": "2026-11-20",
    "author": {"@type": "Organization", "name": "Nhóm kiểm chứng thí dụ"},
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": "Sai"},
    "inLanguage": "vi",
}


def read(document: object) -> tuple[Check, ...]:
    return read_checks(json.dumps(document).encode(), "Nguồn")


def test_a_review_keeps_its_own_words() -> None:
    (found,) = read(REVIEW)
    assert (found.claim, found.rating) == ("Uống nước muối khỏi cúm", "Sai")
    assert (found.publisher, found.said_on) == ("Nhóm kiểm chứng thí dụ", date(2026, 11, 20))
    assert (found.url, found.language) == ("https://kiem.example/1", "vi")


@pytest.mark.parametrize(
    "document",
    [
        [REVIEW, REVIEW],
        {"@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]},
        {"@type": "ItemList", "itemListElement": [{"item": REVIEW}]},
        REVIEW | {"@type": ["http://schema.org/ClaimReview", "Article"]},
    ],
)
def test_it_is_found_in_every_usual_wrapping_once(document: object) -> None:
    assert [one.claim for one in read(document)] == ["Uống nước muối khỏi cúm"]


def test_it_is_found_in_a_page() -> None:
    script = f'<script type="application/ld+json">{json.dumps(REVIEW)}</script>'
    page = f"<html><script>1</script>{script}<script type='application/ld+json'>{{</script>"
    assert len(read_checks(page.encode(), "Nguồn")) == 1


def test_the_feed_that_we_give_ourselves_is_read() -> None:
    one = dam()
    head = FeedHead("Bàn", "https://ban.example/f", "https://ban.example", "Bàn kiểm tin")
    (found,) = read_checks(to_bytes(data_feed(head, [one])), "Nguồn")
    assert (found.claim, found.url, found.rating) == (one.claim, one.url, one.ruling.vi)


def test_a_person_who_wrote_is_not_named() -> None:
    person = {"@type": "Person", "name": "Nguyễn Văn Thí Dụ"}
    (found,) = read(REVIEW | {"author": person})
    assert found.publisher == "Nguồn"


@pytest.mark.parametrize(
    "change",
    [{"claimReviewed": ""}, {"claimReviewed": 3}, {"url": "javascript:1"}, {"url": None}],
)
def test_without_claim_or_address_it_is_left_out(change: dict[str, object]) -> None:
    with pytest.raises(FetchFailed):
        read(REVIEW | change)


def test_an_empty_feed_is_no_failure() -> None:
    assert read({"@type": "DataFeed", "dataFeedElement": []}) == ()
    assert read([]) == ()


@pytest.mark.parametrize("body", [b"", b"<html>", b"[" * 100_000, b"{}", b"3", b"\xff"])
def test_anything_else_is_refused(body: bytes) -> None:
    with pytest.raises(FetchFailed):
        read_checks(body, "Nguồn")


def test_an_entry_of_a_fact_checkers_feed_is_a_claim_with_its_day() -> None:
    when = datetime(2026, 11, 20, 20, tzinfo=UTC)
    found = check_of(Item("1", "Tin đồn X", "", "https://kiem.example/1", when), "Nhóm")
    assert found == Check(
        "1", "Tin đồn X", "https://kiem.example/1", "Nhóm", said_on=date(2026, 11, 21)
    )
    assert check_of(Item("1", "", "", "https://kiem.example/1", None), "Nhóm") is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*REVIEW, "@graph", "item"]), inner, max_size=6)
    ),
    max_leaves=12,
)


@given(json_values)
def test_whatever_comes_is_read_or_refused(document: object) -> None:
    for one in (document, {"@graph": [REVIEW, document]}, REVIEW | {"reviewRating": document}):
        with contextlib.suppress(FetchFailed):
            read(one)
