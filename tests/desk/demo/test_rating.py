"""The drill's readers rate its newest pages, always in the same way."""

import pytest

from kiemtin.desk.demo import rating
from kiemtin.desk.models import Account, Desk, Rating
from kiemtin.desk.words import VersionKind
from tests.support.publishing import Staff


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    """Who writes and who signs."""
    return Staff(desk, author, colleague)


def test_the_newest_pages_are_rated_and_what_was_withdrawn_is_not(staff: Staff) -> None:
    first, second = (staff.publish(claim=f"Đập số {number} bị vỡ tối 9/9") for number in (1, 2))
    staff.again(first.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Sai cả bài.")
    rating.rate_some()
    rated = {one.version_id for one in Rating.objects.all()}
    assert rated == {second.pk}
    assert 3 <= Rating.objects.count() < rating.READERS
    assert all(one.tags.count() == 1 for one in Rating.objects.all())
    rating.rate_some()
    assert Rating.objects.count() < rating.READERS
