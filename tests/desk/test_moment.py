"""A story can be told on its own day; outside of it the clock goes on as ever."""

import threading
from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from kiemtin.desk.moment import at, now, today

NIGHT = datetime(2024, 9, 9, 17, 30, tzinfo=UTC)


def test_told_moment_holds_inside_only() -> None:
    with at(NIGHT):
        assert now() == NIGHT
    assert abs((now() - timezone.now()).total_seconds()) < 60


def test_inner_story_ends_before_the_outer_one() -> None:
    later = NIGHT.replace(hour=20)
    with at(NIGHT):
        with at(later):
            assert now() == later
        assert now() == NIGHT


def test_story_ends_when_it_goes_wrong() -> None:
    with pytest.raises(ValueError, match="told"), at(NIGHT):
        raise ValueError("told")
    assert now() != NIGHT


def test_day_is_counted_in_vietnam() -> None:
    with at(NIGHT):
        assert today() == date(2024, 9, 10)


def test_another_thread_notices_nothing() -> None:
    seen: list[datetime] = []
    with at(NIGHT):
        other = threading.Thread(target=lambda: seen.append(now()))
        other.start()
        other.join()
    assert seen[0] != NIGHT
