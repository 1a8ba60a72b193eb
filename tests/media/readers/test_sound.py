"""Sound comes as mono samples, 8,000 a second, as many as asked for and as time allows."""

from typing import Any

import numpy as np
import pytest

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers.sound import RATE, read, warm
from tests.media import spoiled
from tests.media.recordings import scene, sound_file, tune, video_file

SOUND = tune(1, 4.0)
EVER = float("inf")
warm()


def told(
    data: bytes, seconds: float = 60.0, cpu: float = EVER
) -> tuple[dict[str, Any], np.ndarray]:
    facts, body = read(data, {"most_seconds": seconds, "cpu_seconds": cpu})
    return facts, np.frombuffer(body, "<i2")


def test_samples_are_those_of_the_file() -> None:
    facts, samples = told(sound_file(SOUND))
    assert np.array_equal(samples, SOUND)
    assert facts["codec"] == "pcm_s16le"
    assert (facts["ended"], facts["heard"], facts["lasts"]) == ("end", 4.0, 4.0)


@pytest.mark.parametrize(("rate", "layout"), [(48_000, "mono"), (16_000, "stereo"), (8_000, "5.1")])
def test_any_rate_and_channels_become_one_sound(rate: int, layout: str) -> None:
    dense = np.repeat(SOUND, rate // RATE)
    _, samples = told(spoiled.sounds(dense, codec="flac", kind="flac", rate=rate, layout=layout))
    assert len(samples) == pytest.approx(len(SOUND), rel=0.02)
    shared = min(len(samples), len(SOUND))
    assert np.corrcoef(samples[:shared], SOUND[:shared])[0, 1] > 0.7


def test_no_more_is_read_than_was_asked_for() -> None:
    facts, samples = told(sound_file(SOUND), seconds=1.5)
    assert len(samples) == 1.5 * RATE
    assert (facts["ended"], facts["heard"]) == ("length", 1.5)


def test_out_of_time_is_said() -> None:
    facts, samples = told(sound_file(SOUND), cpu=0.0)
    assert (facts["ended"], facts["heard"], len(samples)) == ("time", 0.0, 0)


def test_damaged_parts_are_left_out() -> None:
    data = bytearray(sound_file(SOUND, "libmp3lame", "mp3"))
    data[900::777] = bytes(len(data[900::777]))
    _, samples = told(bytes(data))
    assert len(samples) > len(SOUND) / 2


def test_a_video_without_sound_is_silent() -> None:
    with pytest.raises(Refused, match="silent"):
        told(video_file([scene(1, 64, 48)]))
