"""The reader tells facts of one picture, its places upright, and refuses what it cannot bear."""

import pytest

from kiemtin.media.apart.refused import Refused
from kiemtin.media.forensics.hint import Box
from kiemtin.media.readers.compression import LOOKED_AT, read, turned, warm
from tests.media.forensics.pictures import jpeg, opened, photo, png


def test_the_facts_of_a_jpeg_and_of_a_png() -> None:
    warm()
    facts, body = read(jpeg(photo(1), 80), {})
    assert (facts["kind"], facts["width"], facts["height"]) == ("jpeg", 512, 384)
    assert (facts["quality"], facts["exact"], facts["grid"]) == (80, True, (0, 0))
    assert body == b""
    assert read(png(photo(1)), {})[0]["grid"] is None


def test_of_a_large_picture_the_middle_is_looked_at() -> None:
    wide = opened(jpeg(photo(1, LOOKED_AT + 320, 96), 60))
    place = (LOOKED_AT // 2, 0)
    wide.paste(photo(2, 160, 96), place)
    facts, _ = read(jpeg(wide, 92), {})
    told = facts["once"]
    assert isinstance(told, list)
    assert any(abs(box[0] - place[0]) <= 64 for box in told)


@pytest.mark.parametrize(
    ("turn", "box"),
    [
        (1, [10, 20, 40, 60]), (2, [60, 20, 90, 60]), (3, [60, 140, 90, 180]),
        (4, [10, 140, 40, 180]), (5, [20, 10, 60, 40]), (6, [140, 10, 180, 40]),
        (7, [140, 60, 180, 90]), (8, [20, 60, 60, 90]),
    ],
)  # fmt: skip
def test_a_place_is_told_in_the_upright_picture(turn: int, box: list[int]) -> None:
    assert turned(Box(10, 20, 40, 60), (100, 200), turn) == box


@pytest.mark.parametrize("data", [b"", b"GIF89a" + bytes(20), b"%PDF-1.7"])
def test_other_kinds_are_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read(data, {})
