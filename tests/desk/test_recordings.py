"""Only sound that phones play is kept, and not more than a bulletin needs."""

import pytest

from kiemtin.desk import recordings
from kiemtin.desk.errors import FlowError


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"ID3\x04", "audio/mpeg"),
        (b"\xff\xfb\x90", "audio/mpeg"),
        (b"OggS", "audio/ogg"),
        (b"\x1a\x45\xdf\xa3", "audio/webm"),
        (b"\x00\x00\x00\x1cftypM4A ", "audio/mp4"),
    ],
)
def test_sound_is_known_by_its_first_bytes(head: bytes, kind: str) -> None:
    assert recordings.sound(head + bytes(40)) == kind
    assert kind in recordings.ENDINGS


@pytest.mark.parametrize("data", [b"", b"<html>", b"\xff\xd8\xff\xe0JFIF", b"RIFF0000AVI LIST"])
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(FlowError) as refused:
        recordings.sound(data)
    assert refused.value.code == "not_a_recording"


def test_too_much_is_refused() -> None:
    with pytest.raises(FlowError) as refused:
        recordings.sound(b"ID3" + bytes(recordings.MOST_BYTES))
    assert refused.value.code == "recording_too_long"
