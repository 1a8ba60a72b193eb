"""A fingerprint is stored and read as it is; what says nothing has none."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kiemtin.media.heard.refusal import NotHeard
from kiemtin.media.heard.words import (
    LEAST_SECONDS,
    MOST_SECONDS,
    RATE,
    SPEEDS,
    SoundPrint,
    at_speeds,
    read,
    sound_print,
)
from tests.media.recordings import tune

TUNE = tune(1)


@given(
    st.integers(0, 40).flatmap(
        lambda count: st.tuples(arrays(np.uint32, count), arrays(np.bool_, count))
    )
)
def test_a_fingerprint_is_read_as_it_was_stored(parts: tuple[np.ndarray, np.ndarray]) -> None:
    one = SoundPrint(*parts)
    again = read(bytes(one))
    assert again == one
    assert hash(again) == hash(one)
    assert (again.words.tolist(), again.loud.tolist()) == tuple(part.tolist() for part in parts)


@given(st.binary(max_size=80))
def test_damaged_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(NotHeard):
        read(b"\x01" + data[:3] + b"\xff" + data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "version"),
        (b"\x02" + bytes(4), "version"),
        (b"\x01\0", "broken"),
        (b"\x01\0\0\0\x01" + bytes(4), "broken"),
        (b"\x01" + (60_000).to_bytes(4) + bytes(60_000 * 4 + 7_500), "broken"),
        (bytes(sound_print(TUNE)) + b"\0", "broken"),
    ],
)
def test_what_is_no_fingerprint_says_why(data: bytes, code: str) -> None:
    with pytest.raises(NotHeard) as refused:
        read(data)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("samples", "code"),
    [
        (np.zeros(RATE, np.int16), "short"),
        (TUNE[: int(LEAST_SECONDS * RATE) - 1], "short"),
        (np.zeros(5 * RATE, np.int16), "silent"),
        (np.zeros((2, 9), np.int16), "shape"),
        (TUNE.astype(np.float32), "shape"),
    ],
)
def test_what_says_nothing_is_refused(samples: np.ndarray, code: str) -> None:
    for made in (sound_print, at_speeds):
        with pytest.raises(NotHeard) as refused:
            made(samples)
        assert refused.value.code == code
        assert "{" not in refused.value.vi() + refused.value.en()


def test_loudness_changes_nothing() -> None:
    whole, soft = sound_print(TUNE), sound_print(TUNE // 8)
    apart = np.bitwise_count(whole.words ^ soft.words)
    assert apart.mean() < 1
    assert whole.seconds == pytest.approx(12, abs=0.6)


def test_quiet_stretches_say_nothing() -> None:
    gap = np.concatenate([TUNE[: 4 * RATE], np.zeros(4 * RATE, np.int16), TUNE[4 * RATE :]])
    loud = sound_print(gap).loud
    assert not loud[50 * 5 : 50 * 7].any()
    assert loud[:150].all()
    assert loud[-150:].all()


def test_speeds_are_those_asked_for_and_the_middle_is_the_sound_itself() -> None:
    slow, same, fast = at_speeds(TUNE)
    assert SPEEDS[1] == 1.0
    assert same == sound_print(TUNE)
    assert len(slow.words) != len(same.words) != len(fast.words)
    assert len(at_speeds(TUNE, [1.0])) == 1


def test_only_so_much_is_listened_to() -> None:
    minutes = np.tile(TUNE, int(MOST_SECONDS / 12) + 2)
    assert sound_print(minutes).seconds <= MOST_SECONDS
