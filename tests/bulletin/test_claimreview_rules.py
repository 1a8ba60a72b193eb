"""A document that others could not read as a ClaimReview is found out, by the name of the field."""

from copy import deepcopy
from typing import Any

import pytest

from kiemtin.bulletin.claimreview import claim_review
from kiemtin.bulletin.claimreview_rules import problems
from tests.bulletin.contents import DAM, dam


def review(**changes: Any) -> dict[str, Any]:
    document = claim_review(dam(**changes), desk_url="https://example.vn")
    assert document is not None
    return document


BROKEN: list[tuple[str, object]] = [
    ("claimReviewed", None),
    ("claimReviewed", " "),
    ("claimReviewed", ["a"]),
    ("url", None),
    ("url", "/kiem-chung"),
    ("@context", "http://example.org"),
    ("@type", "Review"),
    ("datePublished", "22/11/2026"),
    ("datePublished", "2026-11-22T14:05:00"),
    ("author", "Bàn"),
    ("author", {"@type": "Person", "name": "A"}),
    ("author", {"@type": "Organization"}),
    ("itemReviewed", None),
    ("sdLicense", "CC BY"),
    ("reviewRating", None),
    ("reviewRating", {"@type": "Rating", "alternateName": "Sai"}),
]


BROKEN_RATINGS: list[tuple[str, object]] = [
    ("ratingValue", 6),
    ("ratingValue", 0),
    ("ratingValue", "1"),
    ("ratingValue", True),
    ("ratingValue", 5),
    ("bestRating", 1),
    ("worstRating", None),
    ("alternateName", "Đúng"),
    ("alternateName", ""),
]


@pytest.mark.parametrize(("name", "value"), BROKEN)
def test_a_document_that_others_could_not_read_is_found_out(name: str, value: object) -> None:
    assert problems(review() | {name: value})


@pytest.mark.parametrize(("name", "value"), BROKEN_RATINGS)
def test_a_rating_that_makes_no_sense_is_found_out(name: str, value: object) -> None:
    document = deepcopy(review())
    document["reviewRating"][name] = value
    assert problems(document)


@pytest.mark.parametrize("name", ["claimReviewed", "url", "reviewRating", "author", "@type"])
def test_a_missing_field_is_found_out_by_name(name: str) -> None:
    document = {key: value for key, value in review().items() if key != name}
    assert any(problem.startswith(name) for problem in problems(document))


def test_what_is_no_object_is_found_out() -> None:
    values: tuple[object, ...] = (None, [], "ClaimReview", DAM)
    assert all(problems(value) for value in values)
