"""Of a video some pictures are seen: each scene, spread over the whole, small, within a time."""

from typing import Any

import numpy as np
import pytest
from PIL import Image

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers.video import WALKED, read, warm
from tests.media import spoiled
from tests.media.recordings import scene, sound_file, tune, video_file

EVER = float("inf")
SCENES = [scene(number, 160, 120) for number in range(4)]
VIDEO = video_file(SCENES)
warm()


def seen(
    data: bytes, most: int = 16, side: int = 480, cpu: float = EVER
) -> tuple[dict[str, Any], list[np.ndarray]]:
    facts, body = read(data, {"most": most, "side": side, "cpu_seconds": cpu})
    listed: Any = facts["frames"]
    pixels, pictures = np.frombuffer(body, np.uint8), []
    for _, width, height in listed:
        size = 3 * width * height
        pictures.append(pixels[:size].reshape(height, width, 3))
        pixels = pixels[size:]
    assert len(pixels) == 0
    return facts, pictures


def apart(picture: np.ndarray, image: Image.Image) -> float:
    """How far a picture is from a scene, on average of 255."""
    other = np.asarray(image.resize((picture.shape[1], picture.shape[0])), dtype=np.float32)
    return float(np.abs(picture - other).mean())


def test_with_few_pictures_each_scene_has_one() -> None:
    facts, pictures = seen(VIDEO, most=4)
    assert [second // 2 for second, _, _ in facts["frames"]] == [0, 1, 2, 3]
    for picture, image in zip(pictures, SCENES, strict=True):
        assert apart(picture, image) == min(apart(picture, one) for one in SCENES)
    assert (facts["width"], facts["height"], facts["ended"]) == (160, 120, "end")


def test_a_short_scene_is_not_lost_in_a_long_one() -> None:
    facts, _ = seen(video_file([SCENES[0]] * 8 + SCENES[1:3]), most=3)
    assert [second for second, _, _ in facts["frames"]] == [0.0, 16.0, 18.0]


def test_pictures_stand_in_order_and_spread_to_the_end() -> None:
    facts, _ = seen(VIDEO, most=10)
    seconds = [second for second, _, _ in facts["frames"]]
    assert seconds == sorted(set(seconds))
    assert 4 < len(seconds) <= 10
    assert facts["seen"] >= 7


@pytest.mark.parametrize(("side", "size"), [(80, (80, 60)), (480, (160, 120))])
def test_pictures_are_no_larger_than_asked_for(side: int, size: tuple[int, int]) -> None:
    facts, _ = seen(VIDEO, side=side)
    assert {(width, height) for _, width, height in facts["frames"]} == {size}


def test_a_long_video_is_seen_to_its_end() -> None:
    facts, _ = seen(spoiled.long_video(0.2, 30))
    assert facts["seconds"] > WALKED
    assert facts["seen"] > 0.9 * facts["seconds"]
    assert {second // 180 for second, _, _ in facts["frames"]} == {0, 1, 2, 3}


def test_out_of_time_is_said() -> None:
    facts, pictures = seen(VIDEO, cpu=0.0)
    assert (facts["ended"], facts["seen"], pictures) == ("time", 0.0, [])


def test_a_sound_has_no_pictures() -> None:
    with pytest.raises(Refused, match="unseen"):
        seen(sound_file(tune(1, 2.0)))
