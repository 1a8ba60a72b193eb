"""A recording is found again when it is cut, pressed, louder or faster; another one is not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.heard import NotHeard, SoundIndex, at_speeds, read, same_sound, sound_print
from tests.media.recordings import RATE, tune

TUNE = tune(1)


@pytest.fixture(scope="module")
def index() -> SoundIndex:
    index = SoundIndex()
    for number in range(12):
        index.add(str(number), sound_print(tune(number)))
    return index


def noisy(samples: np.ndarray) -> np.ndarray:
    return (samples + np.random.default_rng(0).normal(0, 400, len(samples))).astype(np.int16)


def faster(samples: np.ndarray) -> np.ndarray:
    at = np.arange(int(len(samples) / 1.02)) * 1.02
    return np.asarray(np.interp(at, np.arange(len(samples)), samples), dtype=np.int16)


@pytest.mark.parametrize(
    "altered",
    [TUNE, TUNE // 4, TUNE[2 * RATE : 10 * RATE], noisy(TUNE), faster(TUNE)],
    ids=["as it is", "softer", "cut", "noisy", "faster"],
)
def test_a_changed_recording_is_found_and_no_other(index: SoundIndex, altered: np.ndarray) -> None:
    assert [hit.key for hit in index.search(at_speeds(altered))] == ["1"]


def test_a_stranger_is_not_found(index: SoundIndex) -> None:
    assert index.search(at_speeds(tune(99))) == []


def test_what_is_taken_out_is_not_found() -> None:
    index = SoundIndex()
    index.add("a", sound_print(TUNE))
    index.remove("a")
    assert (index.search(at_speeds(TUNE)), len(index)) == ([], 0)


def test_the_offset_is_told_in_seconds() -> None:
    likeness = same_sound(at_speeds(TUNE[4 * RATE :]), sound_print(TUNE))
    assert likeness.alike
    assert abs(likeness.offset - 4) < 0.1
    assert "%" in likeness.reasons()[0].vi


def test_a_key_is_added_once(index: SoundIndex) -> None:
    with pytest.raises(ValueError, match="already"):
        index.add("1", sound_print(TUNE))


def test_a_fingerprint_is_read_as_it_was_stored() -> None:
    one = sound_print(TUNE)
    assert read(bytes(one)) == one


@given(st.binary(max_size=80))
def test_damaged_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(NotHeard):
        read(b"\x01" + data[:3] + b"\xff" + data)


@pytest.mark.parametrize(
    ("samples", "code"),
    [
        (np.zeros(RATE, np.int16), "short"),
        (np.zeros(5 * RATE, np.int16), "silent"),
        (np.zeros((2, 9), np.int16), "shape"),
    ],
)
def test_what_says_nothing_is_refused(samples: np.ndarray, code: str) -> None:
    with pytest.raises(NotHeard) as refused:
        sound_print(samples)
    assert refused.value.code == code
