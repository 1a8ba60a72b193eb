"""Counts below five leave the desk as "under 5"; many in one hour are shown as such."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.desk.models import Account, Desk, Rating, Version
from kiemtin.desk.moment import at
from kiemtin.desk.queries import ratings
from kiemtin.desk.queries.ratings import Readers
from kiemtin.desk.words import Helpful, RatingReason, Reception
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


def test_counts_and_reasons(version: Version) -> None:
    rated.times(version, 6)
    rated.times(version, 3, Helpful.NO, first=6)
    for one in Rating.objects.filter(value=Helpful.NO):
        one.tags.create(tag=RatingReason.WEAK)
    Rating.objects.filter(value=Helpful.YES)[0].tags.create(tag=RatingReason.CLEAR)
    found = ratings.of_version(version)
    assert found.counts == {Helpful.YES: 6, Helpful.SOMEWHAT: 0, Helpful.NO: 3}
    assert ratings.reasons(version) == [(RatingReason.WEAK, 3), (RatingReason.CLEAR, 1)]
    assert found.shown == [(Helpful.YES, 6), (Helpful.SOMEWHAT, None), (Helpful.NO, None)]
    assert (found.reception, found.contested, found.burst) == (Reception.TOO_FEW, False, None)


@given(*[st.integers(0, 12)] * 3)
def test_no_count_below_five_is_shown(yes: int, some: int, no: int) -> None:
    counts = dict(zip(Helpful, (yes, some, no), strict=True))
    shown = Readers(counts).shown
    assert bool(shown) == (yes + some + no >= 5)
    assert all(count is None or count >= 5 for _word, count in shown)


def test_many_in_one_hour_are_a_burst(version: Version, staff: Staff, desk: Desk) -> None:
    other = staff.publish(claim="Cầu Nậm Tha bị nước cuốn trôi sáng 10/9/2024")
    for hour in range(5):
        with at(steps.NOON + timedelta(hours=hour)):
            rated.times(other, 2, first=10 * hour)
    with at(steps.NOON + timedelta(hours=6)):
        rated.times(version, 19)
        assert ratings.of_version(version).burst is None
        rated.times(version, 1, first=19)
        found = ratings.of_version(version).burst
        assert found == ratings.Burst(20, 2)
        assert found.usual_is_few
        assert ratings.of_version(other).burst is None


@pytest.mark.parametrize(("usual", "few"), [(1, True), (4.5, True), (5, False), (7.5, False)])
def test_what_is_usual_is_few_below_five(usual: float, few: bool) -> None:
    assert ratings.Burst(100, usual).usual_is_few is few


def test_many_are_no_burst_where_many_are_usual(version: Version, staff: Staff) -> None:
    other = staff.publish(claim="Cầu Nậm Tha bị nước cuốn trôi sáng 10/9/2024")
    rated.times(other, 15)
    rated.times(version, 30)
    assert ratings.of_version(version).burst is None
