from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.web.templatetags.clocks import face, level, span

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


@pytest.mark.parametrize(
    ("after", "name"), [(0, "calm"), (29, "calm"), (30, "half"), (59, "half"), (60, "late")]
)
def test_a_clock_turns_at_half_and_at_the_end(after: int, name: str) -> None:
    assert level(NOON + minutes(60), NOON, NOON + minutes(after)) == name


def test_without_a_beginning_there_is_no_half() -> None:
    assert level(NOON + minutes(1), None, NOON) == "calm"
    assert level(NOON, None, NOON) == "late"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 phút"),
        (59, "59 phút"),
        (60, "1 giờ 0 phút"),
        (200, "3 giờ 20 phút"),
        (1440, "1 ngày 0 giờ"),
        (1560, "1 ngày 2 giờ"),
    ],
)
def test_a_span_has_at_most_two_units(count: int, said: str) -> None:
    with translation.override("vi"):
        assert span(count) == said


def test_a_clock_says_in_words_what_its_shape_says() -> None:
    with translation.override("vi"):
        ahead = face(NOON + minutes(45), NOON - minutes(15), NOON)
        past = face(NOON - minutes(5), NOON - minutes(65), NOON)
    assert (ahead.level, ahead.icon, ahead.text) == ("calm", "clock", "còn 45 phút")
    assert (past.level, past.icon, past.text) == ("late", "exclamation", "trễ 5 phút")


def test_the_last_seconds_still_count_as_a_minute() -> None:
    with translation.override("vi"):
        assert face(NOON + timedelta(seconds=10), None, NOON).text == "còn 1 phút"


@given(st.integers(0, 10_000), st.integers(1, 10_000), st.integers(0, 20_000))
def test_time_never_makes_a_clock_calmer(start: int, length: int, later: int) -> None:
    order = ["calm", "half", "late"]
    since, due = NOON + minutes(start), NOON + minutes(start + length)
    names = [level(due, since, since + minutes(at)) for at in sorted((later // 2, later))]
    assert order.index(names[0]) <= order.index(names[1])
