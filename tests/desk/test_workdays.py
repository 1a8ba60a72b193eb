"""Working days are Monday to Friday where the desk is, whatever zone a moment is written in."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.desk.workdays import working_days_after, working_days_between

DAYS = st.dates(date(1900, 1, 1), date(9000, 1, 1))


@given(DAYS, st.integers(1, 30))
def test_working_days_are_monday_to_friday(day: date, count: int) -> None:
    due = working_days_after(day, count)
    between = (day + timedelta(days=ahead) for ahead in range(1, (due - day).days + 1))
    assert due.weekday() < 5
    assert sum(one.weekday() < 5 for one in between) == count


@given(DAYS, st.integers(0, 60))
def test_days_taken_are_the_days_promised(day: date, count: int) -> None:
    start = datetime(day.year, day.month, day.day, 5, tzinfo=UTC)
    due = working_days_after(day, count)
    end = datetime(due.year, due.month, due.day, 5, tzinfo=UTC)
    assert working_days_between(start, end) == count
    assert working_days_between(end, start) == 0


def test_a_day_begins_at_midnight_where_the_desk_is() -> None:
    monday_late = datetime(2025, 9, 29, 16, 59, tzinfo=UTC)  # 23:59 in Lào Cai
    assert working_days_between(monday_late, monday_late + timedelta(minutes=1)) == 1
    assert working_days_between(monday_late - timedelta(hours=16), monday_late) == 0
