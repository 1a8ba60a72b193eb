"""Videos of strangers are seen apart; their pictures are found again; harm is one sentence."""

from io import BytesIO

import pytest
from PIL import Image

from kiemtin.media.alike import Fingerprint
from kiemtin.media.alike.video import same_video
from kiemtin.media.apart.refusal import ReaderRefused
from kiemtin.media.inside.look import look
from kiemtin.media.inside.video import SIDE, Watched, facts, watch
from tests.media.recordings import scene, sound_file, tune, video_file

SCENES = [scene(number) for number in range(5)]
VIDEO = video_file(SCENES)


@pytest.fixture(scope="module")
def watched() -> Watched:
    return watch(VIDEO)


def prints(one: Watched) -> list[tuple[float, Fingerprint]]:
    return [(frame.second, frame.fingerprint) for frame in one.frames if frame.fingerprint]


def test_each_scene_of_a_video_is_seen(watched: Watched) -> None:
    assert {int(frame.second // 2) for frame in watched.frames} == set(range(5))
    assert (watched.found.width, watched.found.height) == (320, 240)
    for frame in watched.frames:
        with Image.open(BytesIO(frame.jpeg)) as image:
            assert (image.format, image.size) == ("JPEG", (320, 240))
    assert [one.at for one in watched.found.prints] == [moment for moment, _ in prints(watched)]


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


def test_black_pictures_are_shown_and_have_no_fingerprint() -> None:
    black = watch(video_file([Image.new("RGB", (320, 240))]))
    assert black.frames
    assert black.found.prints == ()


def test_a_video_without_sound_is_looked_into_all_the_same() -> None:
    inside = look(VIDEO, "a.mp4")
    assert {one.kind for one in inside.prints} == {"frame"}
    assert max(inside.width or 0, inside.height or 0) <= SIDE
    assert "not_read" in {hint.code for hint in inside.warnings}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "broken"),
        (b"RIFF" + bytes(90), "broken"),
        (VIDEO[: len(VIDEO) // 2], "broken"),
        (b"\0" * 999, "broken"),
        (sound_file(tune(1, 4.0)), "unseen"),
    ],
    ids=["nothing", "header", "half", "zeros", "a sound"],
)
def test_what_cannot_be_seen_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReaderRefused) as refused:
        facts(data, "mp4")
    assert refused.value.code == code
