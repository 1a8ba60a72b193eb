"""A fact-check as schema.org ClaimReview, for exchange with other fact-checkers.

None is made where no rating may be given: unproven, a holding line, a withdrawal. It names bodies,
never a person, and says nothing about who spread the claim.
"""

import json
from typing import Any

from kiemtin.bulletin.content import Content

BEST, WORST = 5, 1
# Closing a script element, opening a comment and the line ends of old JavaScript are spelt out.
_IN_HTML = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def claim_review(
    content: Content, *, desk_url: str = "", licence: str = ""
) -> dict[str, Any] | None:
    """Return the JSON-LD of one version, or None; `licence` is the address of a licence.

    Google asks for `claimReviewed` ideally under 75 characters (see `lengths.IDEAL`); it is never
    cut here, since a cut claim is another claim.
    """
    rating = content.ruling.rating
    if rating is None or content.withdrawn:
        return None
    first = content.first_published_at or content.checked_at
    document: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": content.url,
        "claimReviewed": content.claim,
        "inLanguage": content.language,
        "datePublished": first.isoformat(timespec="seconds"),
        "dateModified": content.checked_at.isoformat(timespec="seconds"),
        "author": {"@type": "Organization", "name": content.desk_name},
        "itemReviewed": _claim(content),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": rating,
            "bestRating": BEST,
            "worstRating": WORST,
            "alternateName": content.ruling.vi,
        },
    }
    if desk_url:
        document["author"]["url"] = desk_url
    if licence:
        document["sdLicense"] = licence
    return document


def _claim(content: Content) -> dict[str, Any]:
    claim: dict[str, Any] = {"@type": "Claim", "name": content.claim}
    if content.place_name:
        claim["contentLocation"] = {"@type": "Place", "name": content.place_name}
    return claim


def in_html(document: dict[str, Any]) -> str:
    """Return JSON that can stand inside a script element, whatever the texts hold."""
    return json.dumps(document, ensure_ascii=False).translate(_IN_HTML)
