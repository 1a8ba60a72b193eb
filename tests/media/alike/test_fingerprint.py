"""A fingerprint is the same for the same picture, survives storing, and turns by itself."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from kiemtin.media.alike import Grey, NotAlikeable, compare, fingerprint, mirrored, read
from tests.media.alike.scenes import pixels, scene

SIDES = arrays.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=90)
ANY = arrays.arrays(np.uint8, SIDES)


def test_the_same_picture_has_the_same_fingerprint() -> None:
    assert fingerprint(pixels(scene(1))) == fingerprint(pixels(scene(1)))
    assert fingerprint(pixels(scene(1))) != fingerprint(pixels(scene(2)))


@settings(max_examples=60, deadline=None)
@given(image=ANY)
def test_any_pixels_give_a_fingerprint_or_a_refusal(image: Grey) -> None:
    try:
        made = fingerprint(image)
    except NotAlikeable:
        return
    assert read(bytes(made)) == made
    assert mirrored(mirrored(made)) == made


@pytest.mark.parametrize("seed", range(3))
def test_storing_and_mirroring_twice_change_nothing(seed: int) -> None:
    made = fingerprint(pixels(scene(seed)))
    assert read(bytes(made)) == made
    assert mirrored(mirrored(made)) == made != mirrored(made)
    assert len(bytes(made)) < 26_000


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=300))
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(NotAlikeable):
        read(data)


@settings(max_examples=150, deadline=None)
@given(at=st.integers(0, 10**6), value=st.integers(0, 255), cut=st.booleans())
def test_damaged_fingerprints_are_refused_or_read(at: int, value: int, cut: bool) -> None:
    data = bytearray(bytes(WHOLE))
    data[at % len(data)] = value
    try:
        made = read(bytes(data[: at % len(data)] if cut else data))
    except NotAlikeable:
        return
    compare(made, WHOLE)
    mirrored(made)


WHOLE = fingerprint(pixels(scene(5)))
