"""Two videos are one when pictures of both are alike in one order of time."""

import pytest

from kiemtin.media.alike import Fingerprint, fingerprint
from kiemtin.media.alike.video import SPEEDS, VideoLikeness, same_video
from tests.media.alike.scenes import pixels, scene

SEEN = [fingerprint(pixels(scene(number))) for number in range(8)]
OTHER = [fingerprint(pixels(scene(number))) for number in range(20, 28)]


def video(*scenes: int, every: float = 10.0, start: float = 0.0) -> list[tuple[float, Fingerprint]]:
    return [(start + every * at, SEEN[number]) for at, number in enumerate(scenes)]


WHOLE = video(*range(8))


def test_a_video_is_wholly_like_itself() -> None:
    found = same_video(WHOLE, WHOLE)
    assert (found.alike, found.score, found.speed, found.offset) == (True, 1.0, 1.0, 0.0)
    assert found.pairs == tuple((moment, moment) for moment, _ in WHOLE)


def test_a_part_is_found_where_it_was_cut_from() -> None:
    found = same_video(video(3, 4, 5), WHOLE)
    assert (found.alike, found.offset) == (True, 30.0)
    assert found.pairs == ((0.0, 30.0), (10.0, 40.0), (20.0, 50.0))


@pytest.mark.parametrize("speed", SPEEDS)
def test_one_played_faster_or_slower_is_the_same(speed: float) -> None:
    found = same_video([(moment * speed, one) for moment, one in WHOLE], WHOLE)
    assert found.alike
    assert found.score == 1.0


def test_scenes_in_another_order_are_another_video() -> None:
    found = same_video(video(*reversed(range(8))), WHOLE)
    assert not found.alike
    assert "Only" in found.reasons()[0].en


def test_a_few_shared_scenes_of_many_are_not_enough() -> None:
    mixed = [*video(0, 1, 2), *((30.0 + 10 * at, one) for at, one in enumerate(OTHER))]
    long = [*WHOLE, *((100.0 + at, WHOLE[at][1]) for at in range(3, 6))]
    found = same_video(mixed, long)
    assert (found.alike, len(found.pairs)) == (False, 3)


def test_a_video_of_one_or_two_pictures_needs_them_all() -> None:
    assert same_video(video(2), WHOLE).alike
    assert same_video(video(2, 3), WHOLE).alike
    assert not same_video([(0.0, SEEN[2]), (10.0, OTHER[0])], WHOLE).alike


def test_a_picture_that_comes_again_is_counted_once() -> None:
    found = same_video(video(1, 1, 1, every=0.5), video(1, every=0.5))
    assert len(found.pairs) == 1


@pytest.mark.parametrize("first", [[], [(0.0, one) for one in OTHER]])
def test_without_a_common_picture_there_is_nothing(first: list[tuple[float, Fingerprint]]) -> None:
    found = same_video(first, WHOLE)
    assert found == VideoLikeness(False, 0.0, (), 1.0, 0.0)
    assert found.reasons()[0].en == "No pictures of the two are alike."


def test_reasons_have_their_numbers_in_both_languages() -> None:
    (said,) = same_video(video(3, 4, 5), WHOLE).reasons()
    for sentence in (said.vi, said.en):
        assert sentence.startswith("3 ")
        assert "100" in sentence
