"""What a ClaimReview must have so that others can read it; used before one is put on a page."""

import re
from collections.abc import Callable
from typing import Any, TypeGuard

from kiemtin.bulletin.verdicts import VERDICTS

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?")
_WEB = re.compile(r"https?://[^\s/]+\S*")
Fits = Callable[[object], bool]


def problems(document: object) -> list[str]:
    """Return what keeps a document from being read as a ClaimReview; [] when nothing does.

    Our own check: the shapes of schemaorg/schemaorg 30.0 refuse valid documents and miss a missing
    `claimReviewed`. Required and recommended fields are those of Google's documentation.
    """
    if not isinstance(document, dict):
        return ["a ClaimReview is an object"]
    found = [
        f"{path}: expected {expected}"
        for path, expected, fits in _RULES
        if not fits(_at(document, path))
    ]
    return found + _rating_problems(_at(document, "reviewRating"))


def _at(document: dict[str, Any], path: str) -> object:
    value: object = document
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_web(value: object) -> bool:
    return isinstance(value, str) and _WEB.fullmatch(value) is not None


def _is_moment(value: object) -> bool:
    return isinstance(value, str) and _MOMENT.fullmatch(value) is not None


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _is(expected: str) -> Fits:
    return lambda value: value == expected


def _maybe(fits: Fits) -> Fits:
    return lambda value: value is None or fits(value)


_RULES: tuple[tuple[str, str, Fits], ...] = (
    ("@context", "https://schema.org", _is("https://schema.org")),
    ("@type", "ClaimReview", _is("ClaimReview")),
    ("url", "an address", _is_web),
    ("claimReviewed", "a sentence", _is_text),
    ("datePublished", "a date or a time with its zone", _is_moment),
    ("dateModified", "a date or a time with its zone", _maybe(_is_moment)),
    ("inLanguage", "a language code", _maybe(_is_text)),
    ("author.@type", "Organization", _is("Organization")),
    ("author.name", "a name", _is_text),
    ("author.url", "an address", _maybe(_is_web)),
    ("itemReviewed.@type", "Claim", _is("Claim")),
    ("reviewRating.@type", "Rating", _is("Rating")),
    ("reviewRating.alternateName", "a word", _is_text),
    ("sdLicense", "an address", _maybe(_is_web)),
)


def _rating_problems(rating: object) -> list[str]:
    if not isinstance(rating, dict):
        return []
    worst, value, best = (rating.get(name) for name in ("worstRating", "ratingValue", "bestRating"))
    if not (_is_whole(worst) and _is_whole(value) and _is_whole(best)):
        return ["reviewRating: expected whole numbers as rating, best and worst"]
    if not worst <= value <= best or worst == best:
        return [f"reviewRating: expected {worst} to {best}, got {value}"]
    words = {verdict.vi for verdict in VERDICTS.values() if verdict.rating == value}
    if words and rating.get("alternateName") not in words:
        return [f"reviewRating: the word does not belong to the rating {value}"]
    return []
