"""A ClaimReview is complete and honest, and there is none where no rating may be given."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given

from kiemtin.bulletin.claimreview import claim_review, in_html
from kiemtin.bulletin.claimreview_rules import problems
from kiemtin.bulletin.content import Content
from tests.bulletin.contents import CONTENTS, dam


def review(**changes: Any) -> dict[str, Any]:
    document = claim_review(dam(**changes), desk_url="https://example.vn")
    assert document is not None
    return document


def test_the_document_is_the_one_of_the_format() -> None:
    assert review() == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://example.vn/kiem-chung/dap-nam-pung-1",
        "claimReviewed": "Đập thuỷ điện Nậm Pung bị vỡ.",
        "inLanguage": "vi",
        "datePublished": "2026-11-22T14:05:00+07:00",
        "dateModified": "2026-11-22T14:05:00+07:00",
        "author": {
            "@type": "Organization",
            "name": "Bàn kiểm tin Lào Cai",
            "url": "https://example.vn",
        },
        "itemReviewed": {
            "@type": "Claim",
            "name": "Đập thuỷ điện Nậm Pung bị vỡ.",
            "contentLocation": {"@type": "Place", "name": "xã Mường Hum, Lào Cai"},
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": "Sai",
        },
    }


@pytest.mark.parametrize(
    ("verdict", "rating", "word"),
    [("true", 5, "Đúng"), ("mostly_true", 4, "Đúng phần lớn"), ("misleading", 2, "Gây hiểu lầm")],
)
def test_each_verdict_has_its_rating(verdict: str, rating: int, word: str) -> None:
    given_rating = review(verdict=verdict)["reviewRating"]
    assert (given_rating["ratingValue"], given_rating["alternateName"]) == (rating, word)


@pytest.mark.parametrize(
    "changes",
    [
        {"verdict": "unproven"},
        {"verdict": "checking"},
        {"kind": "withdrawal", "what_was_wrong": "Nhầm đập."},
    ],
)
def test_there_is_none_where_no_rating_may_be_given(changes: dict[str, Any]) -> None:
    assert claim_review(dam(**changes)) is None


@given(CONTENTS)
def test_every_document_made_has_no_problems(content: Content) -> None:
    document = claim_review(content, desk_url="https://example.vn", licence="https://example.org/l")
    assert document is None or problems(document) == []


class Scripts(HTMLParser):
    """Collects what a browser would take for the content of a script element."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.found.append(data)


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--<script>", "a&b\u2028c", "'\"\\"]
)
def test_no_text_escapes_from_its_place_in_a_page(text: str) -> None:
    document = review(claim=text)
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{in_html(document)}</script>')
    page.close()
    assert page.tags == ["script"]
    assert json.loads("".join(page.found)) == document
