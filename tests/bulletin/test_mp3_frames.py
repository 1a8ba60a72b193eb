"""MP3 is told by its frames, and its length counted from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.audio import mp3
from kiemtin.bulletin.mp3_frames import frame_at, mp3_seconds
from tests.bulletin.test_audio import tone

MADE = mp3(tone(1))


def test_a_frame_has_the_length_of_its_header() -> None:
    """MPEG 2 layer III, 48 kbit/s at 22,050 Hz: 576 samples in 156 bytes."""
    frame = frame_at(MADE, 0)
    assert frame is not None
    assert frame.size in {156, 157}
    assert frame.seconds == pytest.approx(576 / 22_050)


def test_a_tag_before_and_a_rest_behind_count_for_nothing() -> None:
    tag = b"ID3\x04\x00\x00" + bytes([0, 0, 1, 0]) + bytes(128)
    assert mp3_seconds(tag + MADE + b"TAG" + bytes(125)) == mp3_seconds(MADE)
    assert mp3_seconds(bytes(100) + MADE) == mp3_seconds(MADE)


@given(st.binary(max_size=400))
def test_any_bytes_may_be_asked_about(data: bytes) -> None:
    seconds = mp3_seconds(data)
    assert seconds is None or seconds > 0
    assert frame_at(data, len(data)) is None


@pytest.mark.parametrize("data", [b"", b"ID3", b"\xff" * 5_000, b"<html>", MADE[:200]])
def test_other_bytes_are_none(data: bytes) -> None:
    assert mp3_seconds(data) is None
