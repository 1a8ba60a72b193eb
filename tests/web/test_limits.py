"""Posts are limited by sender without keeping who it was."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.web.limits import DAY, KEPT, Limiter


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def limiter(a_minute: int = 20) -> tuple[Limiter, Clock]:
    clock = Clock()
    return Limiter(a_minute, clock), clock


@given(st.integers(1, 60), st.integers(1, 200))
def test_at_once_no_more_come_in_than_a_minute_allows(a_minute: int, tries: int) -> None:
    limit, _clock = limiter(a_minute)
    assert sum(limit.allow("192.0.2.1") for _ in range(tries)) == min(a_minute, tries)


def test_one_sender_does_not_use_up_the_allowance_of_another() -> None:
    limit, _clock = limiter(1)
    assert limit.allow("192.0.2.1")
    assert not limit.allow("192.0.2.1")
    assert limit.allow("192.0.2.2")


def test_who_waits_may_send_again() -> None:
    limit, clock = limiter(20)
    for _ in range(30):
        limit.allow("192.0.2.1")
    clock.now += 2.9
    assert not limit.allow("192.0.2.1")
    clock.now += 60
    assert sum(limit.allow("192.0.2.1") for _ in range(30)) == 20


def test_no_address_is_kept_anywhere() -> None:
    limit, _clock = limiter()
    limit.allow("192.0.2.77")
    kept = pickle.dumps((limit._buckets, limit._secret))
    assert b"192.0.2.77" not in kept


def test_the_secret_is_new_every_day_and_old_keys_are_gone() -> None:
    limit, clock = limiter()
    limit.allow("192.0.2.1")
    before, keys = limit._secret, set(limit._buckets)
    clock.now += DAY + 1
    limit.allow("192.0.2.1")
    assert limit._secret != before
    assert keys.isdisjoint(limit._buckets)


def test_memory_is_bounded() -> None:
    limit, _clock = limiter()
    for number in range(KEPT + 100):
        limit.allow(f"2001:db8::{number:x}")
    assert len(limit._buckets) == KEPT
