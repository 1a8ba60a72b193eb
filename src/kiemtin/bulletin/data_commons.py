"""Fact-checks as a schema.org DataFeed of ClaimReviews, as Data Commons collects them, CC BY.

Each item carries its licence. What has no rating (unproven, a holding line, withdrawn) is left out.
"""

import json
from collections.abc import Iterable
from typing import Any

from kiemtin.bulletin import claimreview_rules
from kiemtin.bulletin.atom import FeedHead, newest_versions
from kiemtin.bulletin.claimreview import claim_review
from kiemtin.bulletin.content import Content

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_FEED = {"@context": "https://schema.org", "@type": "DataFeed"}


def data_feed(head: FeedHead, contents: Iterable[Content]) -> dict[str, Any]:
    """Return the feed, newest first; of several versions of a fact-check only the latest.

    `dateModified` is that of the newest item, so that the same contents give the same feed.
    """
    newest = newest_versions(contents)
    items = [item for item in (_item(content, head) for content in newest) if item]
    feed: dict[str, Any] = _FEED | {
        "name": head.title,
        "url": head.self_url,
        "license": LICENCE,
        "provider": {"@type": "Organization", "name": head.desk_name, "url": head.site_url},
        "dataFeedElement": items,
    }
    if items:
        feed["dateModified"] = items[0]["dateModified"]
    return feed


def to_bytes(feed: dict[str, Any]) -> bytes:
    """Return the feed as JSON in UTF-8."""
    return json.dumps(feed, ensure_ascii=False, separators=(",", ":")).encode()


def feed_problems(feed: object) -> list[str]:
    """Return what keeps a document from being read as such a feed; [] when nothing does."""
    if not isinstance(feed, dict):
        return ["a DataFeed is an object"]
    found = [
        f"{name}: expected {value}" for name, value in _FEED.items() if feed.get(name) != value
    ]
    items = feed.get("dataFeedElement")
    if not isinstance(items, list):
        return [*found, "dataFeedElement: expected a list"]
    for number, item in enumerate(items):
        found += [f"item {number}: {problem}" for problem in _item_problems(item)]
    return found


def _item(content: Content, head: FeedHead) -> dict[str, Any] | None:
    review = claim_review(content, desk_url=head.site_url, licence=LICENCE)
    if review is None:
        return None
    review["sdPublisher"] = {"@type": "Organization", "name": head.desk_name}
    return {
        "@type": "DataFeedItem",
        "dateCreated": review["datePublished"],
        "dateModified": review["dateModified"],
        "url": content.url,
        "item": [review],
    }


def _item_problems(item: object) -> list[str]:
    if not isinstance(item, dict) or item.get("@type") != "DataFeedItem":
        return ["expected a DataFeedItem"]
    reviews = item.get("item")
    if not isinstance(reviews, list) or len(reviews) != 1:
        return ["item: expected a list of one ClaimReview"]
    found = claimreview_rules.problems(reviews[0])
    if not found and reviews[0].get("sdLicense") != LICENCE:
        found = [f"sdLicense: expected {LICENCE}"]
    if not found and item.get("url") != reviews[0]["url"]:
        found = ["url: expected that of the ClaimReview"]
    return found
