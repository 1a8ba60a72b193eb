"""Points are found again, look the same from one size to the next, and are bounded in number."""

import numpy as np

from kiemtin.media.alike.points import BUDGET, UNIT, find, mirrored
from tests.media.alike.scenes import pixels, scene


def test_there_are_never_more_than_the_budget() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (1500, 1500)).astype(np.uint8)
    found = find(noise)
    assert [int((found.sizes == size).sum()) for size in range(len(BUDGET))] == list(BUDGET)
    assert len(find(np.full((300, 300), 9, np.uint8))) == 0


def test_most_points_of_the_mirror_image_are_the_mirrored_points() -> None:
    image = pixels(scene(1))
    told, seen = mirrored(find(image)), find(np.ascontiguousarray(image[:, ::-1]))
    apart = np.abs(told.places[:, None].astype(int) - seen.places[None].astype(int)).max(axis=2)
    bits = (told.bits[:, None] != seen.bits[None]).sum(axis=2)
    same = (apart < UNIT // 100) & (told.sizes[:, None] == seen.sizes[None]) & (bits < 12)
    assert same.any(axis=1).mean() > 0.8


def test_points_lie_all_over_the_picture() -> None:
    image = pixels(scene(1))
    image = np.concatenate([image, (image // 4 + 100).astype(np.uint8)])
    below = find(image).places[:, 1] > UNIT // 2
    assert 0.2 < below.mean() < 0.5
