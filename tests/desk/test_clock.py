"""How fast an answer is due follows from harm and spread alone, and danger to life comes first."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.desk import clock
from kiemtin.desk.words import Level

OPENED = datetime(2025, 9, 30, 7, 15, tzinfo=UTC)
counts = st.integers(min_value=0, max_value=10_000)
harms = st.integers(min_value=0, max_value=3)
spreads = st.integers(min_value=0, max_value=3)
SLOWEST_FIRST = [Level.GREEN, Level.AMBER, Level.RED]


@pytest.mark.parametrize(
    ("sightings", "communes", "expected"),
    [(0, 0, 0), (1, 1, 0), (2, 1, 1), (2, 2, 1), (4, 2, 1), (5, 1, 2), (3, 3, 2), (20, 1, 3)],
)
def test_spread_is_the_higher_of_how_often_and_how_wide(
    sightings: int, communes: int, expected: int
) -> None:
    assert clock.spread(sightings, communes) == expected


@given(counts, counts)
def test_one_more_sighting_or_commune_never_makes_it_less(often: int, wide: int) -> None:
    assert 0 <= clock.spread(often, wide) <= clock.spread(often + 1, wide) <= 3
    assert clock.spread(often, wide) <= clock.spread(often, wide + 1)


@pytest.mark.parametrize(
    ("harm", "spread", "expected"),
    [
        (0, 3, Level.GREEN),
        (1, 0, Level.GREEN),
        (1, 1, Level.GREEN),
        (1, 2, Level.AMBER),
        (2, 0, Level.AMBER),
        (3, 1, Level.AMBER),
        (2, 3, Level.RED),
        (3, 2, Level.RED),
    ],
)
def test_level_is_harm_times_spread(harm: int, spread: int, expected: Level) -> None:
    assert clock.level(harm, spread, life_safety=False) == expected


@given(harms, spreads)
def test_danger_to_life_is_red_whatever_else_holds(harm: int, spread: int) -> None:
    assert clock.level(harm, spread, life_safety=True) == Level.RED


@given(harms, spreads)
def test_more_harm_or_spread_never_slows_the_answer(harm: int, spread: int) -> None:
    def speed(harm: int, spread: int) -> int:
        return SLOWEST_FIRST.index(clock.level(harm, spread, life_safety=False))

    assert speed(harm, spread) <= speed(min(3, harm + 1), spread)
    assert speed(harm, spread) <= speed(harm, min(3, spread + 1))


def test_clocks_of_field_practice() -> None:
    red = clock.clock(OPENED, Level.RED)
    assert (red.holding, red.due) == (
        OPENED + timedelta(minutes=15),
        OPENED + timedelta(minutes=60),
    )
    assert clock.clock(OPENED, Level.AMBER).due == OPENED + timedelta(hours=4)
    assert clock.clock(OPENED, Level.GREEN).due == OPENED + timedelta(hours=24)


def test_only_red_asks_for_a_holding_line() -> None:
    assert clock.clock(OPENED, Level.AMBER).holding is None
    assert clock.clock(OPENED, Level.GREEN).holding is None
