"""Recordings of strangers are heard apart; of what a reader says only that is taken which fits."""

import numpy as np
import pytest

from kiemtin.media.apart.refusal import ReaderRefused
from kiemtin.media.heard import SPEEDS, read, same_sound
from kiemtin.media.inside.sound import facts, hear, of_recording
from tests.media.recordings import scene, sound_file, tune, video_file

WAV = sound_file(tune(3))


def test_a_pressed_recording_is_the_one_it_came_from() -> None:
    whole = hear(WAV)
    pressed = hear(sound_file(tune(3), "libmp3lame", "mp3", 16_000 // 2))
    assert whole.fingerprint is not None
    assert same_sound(pressed.asked, whole.fingerprint).alike
    assert whole.found.seconds == pytest.approx(12, abs=0.2)
    (kept,) = whole.found.prints
    assert (kept.kind, read(bytes.fromhex(kept.value))) == ("sound", whole.fingerprint)
    assert len(whole.asked) == len(SPEEDS)


def test_silence_and_a_moment_have_no_fingerprint_but_a_reason() -> None:
    for samples in (np.zeros(40_000, np.int16), tune(1, 1.0)):
        heard = hear(sound_file(samples))
        assert (heard.fingerprint, heard.asked, heard.found.prints) == (None, (), ())
        assert [hint.code for hint in heard.found.warnings] == ["not_read"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "broken"),
        (b"RIFF" + bytes(90), "broken"),
        (WAV[:44], "broken"),
        (b"\0" * 999, "broken"),
        (video_file([scene(1)]), "silent"),
    ],
    ids=["nothing", "header", "no samples", "zeros", "a silent video"],
)
def test_what_cannot_be_heard_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReaderRefused) as refused:
        facts(data, "wav")
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("lasts", "heard", "ended", "told"),
    [
        (None, 3.0, "end", []),
        (12.0, 12.0, "end", []),
        (12.0, 10.5, "end", []),
        (12.0, 5.0, "end", ["heard_part"]),
        (2.5, 1.0, "end", []),
        (3600.0, 600.0, "length", ["heard_part"]),
        (None, 3.0, "time", ["heard_part"]),
        ("long", 3.0, "end", []),
    ],
)
def test_a_recording_that_ends_early_says_so(
    lasts: object, heard: float, ended: str, told: list[str]
) -> None:
    said = {"seconds": 12.0, "codec": "mp3", "created": "", "lasts": lasts, "ended": ended}
    found = of_recording(said, heard, "heard_part")
    assert [hint.code for hint in found.warnings] == told
    assert [(fact.code, fact.value) for fact in found.facts] == [("coding", "mp3")]


@pytest.mark.parametrize("said", [{"seconds": "12"}, {"width": -1}, {"codec": 3}])
def test_an_answer_that_does_not_fit_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(ReaderRefused):
        of_recording(said | {"ended": "end"}, 1.0, "heard_part")
