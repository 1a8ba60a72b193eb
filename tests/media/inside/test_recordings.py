"""Recordings and videos of strangers are heard and seen apart; harm is one sentence."""

import numpy as np
import pytest
from PIL import Image

from kiemtin.media.alike import Fingerprint
from kiemtin.media.alike.video import same_video
from kiemtin.media.apart.refusal import ReaderRefused
from kiemtin.media.heard import same_sound
from kiemtin.media.inside.look import look
from kiemtin.media.inside.sound import hear
from kiemtin.media.inside.video import SIDE, Watched, watch
from tests.media.recordings import scene, sound_file, tune, video_file

SCENES = [scene(number) for number in range(5)]
VIDEO = video_file(SCENES)


@pytest.fixture(scope="module")
def watched() -> Watched:
    return watch(VIDEO)


def prints(one: Watched) -> list[tuple[float, Fingerprint]]:
    return [(frame.second, frame.fingerprint) for frame in one.frames if frame.fingerprint]


def test_a_pressed_recording_is_the_one_it_came_from() -> None:
    whole = hear(sound_file(tune(3)))
    pressed = hear(sound_file(tune(3), "libmp3lame", "mp3", 16_000 // 2))
    assert whole.fingerprint is not None
    assert same_sound(pressed.asked, whole.fingerprint).alike
    assert whole.found.seconds == pytest.approx(12, abs=0.2)
    assert [one.kind for one in whole.found.prints] == ["sound"]


def test_silence_and_a_moment_have_no_fingerprint_but_a_reason() -> None:
    for samples in (np.zeros(40_000, np.int16), tune(1, 1.0)):
        heard = hear(sound_file(samples))
        assert heard.fingerprint is None
        assert [hint.code for hint in heard.found.warnings] == ["not_read"]


def test_each_scene_of_a_video_is_seen(watched: Watched) -> None:
    assert {int(frame.second // 2) for frame in watched.frames} == set(range(5))
    assert (watched.found.width, watched.found.height) == (320, 240)
    assert all(frame.jpeg.startswith(b"\xff\xd8") for frame in watched.frames)


def test_a_trimmed_video_with_bars_is_the_one_it_came_from(watched: Watched) -> None:
    def barred(image: Image.Image) -> Image.Image:
        ground = Image.new("RGB", image.size)
        ground.paste(image.resize((256, 192)), (32, 24))
        return ground

    other = watch(video_file([barred(image) for image in SCENES[1:]], quality="32"))
    likeness = same_video(prints(other), prints(watched))
    assert likeness.alike
    assert likeness.reasons()[0].en.endswith("changed.")


def test_another_video_is_another(watched: Watched) -> None:
    other = watch(video_file([scene(number) for number in range(50, 54)]))
    assert not same_video(prints(other), prints(watched)).alike


def test_a_video_without_sound_is_looked_into_all_the_same() -> None:
    inside = look(VIDEO, "a.mp4")
    assert {one.kind for one in inside.prints} == {"frame"}
    assert max(inside.width or 0, inside.height or 0) <= SIDE
    assert "not_read" in {hint.code for hint in inside.warnings}


@pytest.mark.parametrize("data", [b"", b"RIFF" + bytes(90), VIDEO[: len(VIDEO) // 2], b"\0" * 999])
def test_damaged_files_are_refused(data: bytes) -> None:
    for reads in (hear, watch):
        with pytest.raises(ReaderRefused) as refused:
            reads(data)
        assert refused.value.code == "broken"


def test_a_sound_has_no_pictures_and_a_silent_video_no_sound() -> None:
    with pytest.raises(ReaderRefused) as refused:
        watch(sound_file(tune(1, 4.0)))
    assert refused.value.code == "unseen"
    with pytest.raises(ReaderRefused) as refused:
        hear(VIDEO)
    assert refused.value.code == "silent"
