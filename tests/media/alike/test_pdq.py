"""PDQ gives the bits of its authors' program; both hashes turn with the picture."""

import numpy as np
import pytest

from kiemtin.media.alike import Grey, fingerprint, mirrored
from kiemtin.media.alike.pdq import pdq
from tests.media.alike.scenes import pixels, scene

# Made with pdqhash 0.2.8, which compiles the authors' program.
KNOWN = [
    ((200, 150, 2), "b598ffcbbfe0ad7d5c40efdd6c90edddcc003dff0400fc77c000c7d500005555", 89),
    ((512, 300, 3), "2554ffb77514b9ff75505da9c550aef55404dc755550fff54540d58540005555", 100),
    ((64, 64, 1), "c8ac732780d05bbf1deafe2ffe08ca43f500d7f3df88f8bf6800f71900005555", 33),
]


def soft(width: int, height: int, turns: int) -> Grey:
    y, x = np.mgrid[0:height, 0:width]
    waves = 60 * np.sin(x / width * 5 * turns) + 50 * np.cos(y / height * 3 + x / width * turns)
    return np.asarray(np.rint(127 + waves), dtype=np.uint8)


@pytest.mark.parametrize(("shape", "hexadecimal", "quality"), KNOWN)
def test_the_bits_are_those_of_the_authors(
    shape: tuple[int, int, int], hexadecimal: str, quality: int
) -> None:
    bits, found = pdq(soft(*shape))
    # The authors write the last coefficient first.
    expected = np.unpackbits(np.frombuffer(bytes.fromhex(hexadecimal), dtype=np.uint8))[::-1]
    assert int((bits.ravel() != expected).sum()) <= 2
    assert found == quality


def test_the_hashes_of_the_mirror_image_come_from_the_hashes_alone() -> None:
    image = pixels(scene(1))
    told, seen = mirrored(fingerprint(image)), fingerprint(np.ascontiguousarray(image[:, ::-1]))
    assert int((told.pdq != seen.pdq).sum()) <= 24
    assert int((told.phash != seen.phash).sum()) <= 4


def test_a_picture_with_little_in_it_has_a_low_quality() -> None:
    faint = (128 + 4 * np.sin(np.arange(200) / 30)).astype(np.uint8)[None, :].repeat(200, axis=0)
    assert pdq(faint)[1] < 10
    assert pdq(pixels(scene(2)))[1] > 50
