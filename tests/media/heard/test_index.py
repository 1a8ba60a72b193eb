"""A recording is found again when it is cut, pressed, louder or faster; another one is not."""

import numpy as np
import pytest

from kiemtin.media.heard import SoundIndex, at_speeds, same_sound, sound_print
from kiemtin.media.heard.index import CROWDED
from kiemtin.media.heard.words import SoundPrint
from tests.media.recordings import RATE, tune

TUNE = tune(1)
KNOWN = {str(number): sound_print(tune(number)) for number in range(12)}


@pytest.fixture(scope="module")
def index() -> SoundIndex:
    index = SoundIndex()
    for key, one in KNOWN.items():
        index.add(key, one)
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


def test_one_fingerprint_asks_at_its_own_speed(index: SoundIndex) -> None:
    (hit,) = index.search([KNOWN["3"]], [1.0])
    assert (hit.key, hit.likeness.speed, hit.likeness.offset) == ("3", 1.0, 0.0)


def test_the_most_alike_comes_first() -> None:
    index = SoundIndex()
    index.add("noisy", sound_print(noisy(TUNE)))
    index.add("same", KNOWN["1"])
    assert [hit.key for hit in index.search([KNOWN["1"]], [1.0])] == ["same", "noisy"]


def test_what_is_taken_out_is_not_found_and_can_be_added_again() -> None:
    index = SoundIndex()
    for key in ("0", "1"):
        index.add(key, KNOWN[key])
    index.remove("1")
    assert (index.search([KNOWN["1"]], [1.0]), len(index)) == ([], 1)
    assert [hit.key for hit in index.search([KNOWN["0"]], [1.0])] == ["0"]
    with pytest.raises(KeyError):
        index.remove("1")
    index.add("1", KNOWN["1"])
    assert [hit.key for hit in index.search([KNOWN["1"]], [1.0])] == ["1"]


def test_a_key_is_added_once(index: SoundIndex) -> None:
    with pytest.raises(ValueError, match="already"):
        index.add("1", KNOWN["1"])


def test_stored_fingerprints_are_fetched_only_when_they_may_fit() -> None:
    fetched: list[str] = []

    def fetch(key: str) -> bytes:
        fetched.append(key)
        return bytes(KNOWN[key])

    index = SoundIndex(fetch)
    for key, one in KNOWN.items():
        index.add(key, one)
    assert [hit.key for hit in index.search([KNOWN["5"]], [1.0])] == ["5"]
    assert "5" in fetched
    assert len(fetched) < len(KNOWN)


def test_words_that_everything_has_say_nothing() -> None:
    hum = SoundPrint(np.full(CROWDED + 1, 7, np.uint32), np.ones(CROWDED + 1, np.bool_))
    assert not same_sound([hum], hum).alike


def test_the_offset_is_told_in_seconds() -> None:
    likeness = same_sound(at_speeds(TUNE[4 * RATE :]), KNOWN["1"])
    assert likeness.alike
    assert likeness.offset == pytest.approx(4, abs=0.1)
    assert not same_sound(at_speeds(tune(2)), KNOWN["1"]).alike
