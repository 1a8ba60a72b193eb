"""The data feed of ClaimReviews."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.atom import FeedHead
from kiemtin.bulletin.content import Content
from kiemtin.bulletin.data_commons import LICENCE, data_feed, feed_problems, to_bytes
from tests.bulletin.contents import AT, CONTENTS, dam
from tests.bulletin.drawn import HOLDING, WITHDRAWN

HEAD = FeedHead("ClaimReview", "https://example.vn/f.json", "https://example.vn", "Bàn kiểm tin")


def feed(*contents: Content) -> dict[str, Any]:
    made = data_feed(HEAD, contents)
    assert feed_problems(made) == []
    return made


def test_each_item_carries_its_review_and_licence() -> None:
    made = feed(dam())
    (item,) = made["dataFeedElement"]
    (review,) = item["item"]
    assert review["sdLicense"] == made["license"] == LICENCE
    assert review["url"] == item["url"] == dam().url
    assert made["dateModified"] == AT.isoformat()


def test_what_has_no_rating_is_left_out() -> None:
    assert feed(dam(verdict="unproven"), HOLDING, WITHDRAWN)["dataFeedElement"] == []


def test_a_withdrawn_fact_check_takes_its_earlier_version_along() -> None:
    assert feed(dam(), replace(WITHDRAWN, version=2))["dataFeedElement"] == []


@given(st.lists(CONTENTS, max_size=6))
def test_any_contents_make_a_feed_that_reads_back(contents: list[Content]) -> None:
    assert feed_problems(json.loads(to_bytes(data_feed(HEAD, contents)))) == []


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("@type",), "Feed"),
        (("dataFeedElement",), {}),
        (("dataFeedElement", 0, "@type"), "Thing"),
        (("dataFeedElement", 0, "item"), []),
        (("dataFeedElement", 0, "url"), "https://example.org/"),
        (("dataFeedElement", 0, "item", 0, "sdLicense"), "https://example.org/licence"),
        (("dataFeedElement", 0, "item", 0, "claimReviewed"), ""),
    ],
)
def test_what_others_could_not_read_is_found(where: tuple[str | int, ...], value: object) -> None:
    made: Any = feed(dam())
    at = made
    for step in where[:-1]:
        at = at[step]
    at[where[-1]] = value
    assert feed_problems(made)


def test_what_is_no_feed_is_said() -> None:
    assert feed_problems([]) == ["a DataFeed is an object"]
