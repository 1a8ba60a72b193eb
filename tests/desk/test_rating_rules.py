"""Plain SQL cannot rate twice, at a minute, for another page or device, nor close a review."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from kiemtin.desk.models import Account, ContestedReview, Desk, Rating, Version
from kiemtin.desk.words import Helpful, Role
from tests.desk import steps
from tests.support import rated
from tests.support.publishing import Staff


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    """Who writes and who signs."""
    return Staff(desk, author, colleague)


@pytest.fixture
def version(staff: Staff) -> Version:
    """What is rated."""
    return staff.publish()


def refused(sql: str, *given: Any) -> bool:
    """Whether the database refuses the statement."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, given)
    except IntegrityError:
        return True
    return False


def put(version: Version, **changes: Any) -> bool:
    """Whether a rating with these changes is refused."""
    row = {
        "fact_check_id": version.fact_check_id,
        "version_id": version.pk,
        "rater": rated.name(1),
        "value": "helpful",
        "rated_at": steps.NOON,
    } | changes
    names = ", ".join(row)
    marks = ", ".join(["%s"] * len(row))
    return refused(f"INSERT INTO desk_rating ({names}) VALUES ({marks})", *row.values())


def test_a_rating_that_may_stand_stands(version: Version) -> None:
    assert not put(version)
    assert not put(version, rater=rated.name(2))
    assert not put(version, rater="")
    assert not put(version, rater="")


@pytest.mark.parametrize(
    "change",
    [
        {"value": "very"},
        {"rater": "0912"},
        {"rated_at": steps.NOON + timedelta(minutes=5)},
        {"rated_at": steps.NOON + timedelta(seconds=1)},
        {"rated_at": steps.NOON + timedelta(milliseconds=1)},
    ],
)
def test_what_is_no_rating_is_refused(version: Version, change: dict[str, Any]) -> None:
    assert put(version, **change)


def test_one_a_device(version: Version) -> None:
    assert not put(version)
    assert put(version, value="not")


def test_a_rating_is_of_a_version_of_its_fact_check(version: Version, staff: Staff) -> None:
    other = staff.publish(claim="Cầu Nậm Tha bị nước cuốn trôi sáng 10/9/2024")
    assert put(version, version_id=other.pk)
    assert not put(version)
    assert refused("UPDATE desk_rating SET version_id = %s", other.pk)


def test_a_rating_goes_to_no_other_device_or_page_and_may_be_forgotten(
    version: Version, staff: Staff
) -> None:
    other = staff.publish(claim="Cầu Nậm Tha bị nước cuốn trôi sáng 10/9/2024")
    rated.times(version, 1)
    assert refused("UPDATE desk_rating SET rater = %s", rated.name(7))
    moved = "UPDATE desk_rating SET fact_check_id = %s, version_id = %s"
    assert refused(moved, other.fact_check_id, other.pk)
    assert refused("UPDATE desk_rating SET rated_at = %s", steps.NOON + timedelta(minutes=1))
    assert not refused("UPDATE desk_rating SET rater = ''")


def test_a_reason_is_known_and_once(version: Version) -> None:
    rated.times(version, 1, Helpful.NO)
    rating = Rating.objects.get().pk
    sql = "INSERT INTO desk_ratingtag (rating_id, tag) VALUES (%s, %s)"
    assert refused(sql, rating, "liar")
    assert not refused(sql, rating, "weak")
    assert refused(sql, rating, "weak")


def test_a_contested_review_ends_once_with_a_reason_by_a_reviewer_who_did_not_write(
    version: Version, author: Account, person: Callable[..., Account], desk: Desk
) -> None:
    review = ContestedReview.objects.create(version=version, opened_at=steps.NOON)
    reviewer = person("reviewer", desk, Role.REVIEWER)
    checker = person("checker", desk, Role.CHECKER)
    close = "UPDATE desk_contestedreview SET note = %s, closed_by_id = %s, closed_at = opened_at"
    assert refused(close, "Đã xem.", author.pk)
    assert refused(close, "Đã xem.", checker.pk)
    assert refused(close, "", reviewer.pk)
    assert refused("UPDATE desk_contestedreview SET note = 'x'")
    assert refused("UPDATE desk_contestedreview SET opened_at = %s", steps.NOON + timedelta(days=1))
    assert not refused(close, "Đã xem.", reviewer.pk)
    assert refused("UPDATE desk_contestedreview SET note = 'khác'")
    assert refused("DELETE FROM desk_contestedreview")
    again = (
        "INSERT INTO desk_contestedreview (version_id, opened_at, note, closed_by_id, "
        "closed_at) SELECT version_id, opened_at, 'x', %s, opened_at "
        "FROM desk_contestedreview"
    )
    assert refused(again, reviewer.pk)
    assert refused(f"DELETE FROM desk_version WHERE id = {review.version_id}")
