"""Recordings: known by their bytes, measured where they say it, refused with a reason otherwise."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.audio import mp3
from kiemtin.bulletin.audio_refusal import AudioRefused
from kiemtin.bulletin.recording import MEDIA_TYPES, MOST_BYTES, check_recording
from tests.bulletin.test_audio import tone


def page(granules: int, body: bytes) -> bytes:
    """One page of Ogg (RFC 3533, 6) with one packet."""
    head = b"OggS\x00\x02" + struct.pack("<qIII", granules, 1, 0, 0)
    return head + bytes([1, len(body)]) + body


def box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", 8 + len(body)) + name + body


OPUS = page(0, b"OpusHead\x01\x01" + struct.pack("<HI", 312, 48_000)) + page(96_312, b"x" * 40)
VORBIS = page(0, b"\x01vorbis" + bytes(4) + b"\x01" + struct.pack("<I", 44_100)) + page(
    88_200, b"x"
)
HANDLER = box(b"hdlr", bytes(8) + b"soun" + bytes(12))
M4A = (
    box(b"ftyp", b"M4A \x00\x00\x00\x00isom")
    + box(b"moov", box(b"mvhd", struct.pack(">IIIII", 0, 0, 0, 1_000, 2_500) + bytes(80)) + HANDLER)
    + box(b"mdat", bytes(50))
)
WEBM = b"\x1aE\xdf\xa3\x9fB\x82\x84webm" + b"\x44\x89\x88" + struct.pack(">d", 2_000) + b"A_OPUS"
TAKEN = {
    "wav": (tone(2), 2.0),
    "mp3": (mp3(tone(2)), 2.1),
    "ogg": (OPUS, 2.0),
    "webm": (WEBM, 2.0),
    "m4a": (M4A, 2.5),
}


@pytest.mark.parametrize("kind", sorted(TAKEN))
def test_each_kind_is_known_and_measured(kind: str) -> None:
    data, seconds = TAKEN[kind]
    taken = check_recording(data)
    assert taken.kind == kind
    assert taken.media_type == MEDIA_TYPES[taken.kind]
    assert taken.seconds == pytest.approx(seconds, abs=0.1)
    assert taken.data is data


def test_ogg_may_hold_vorbis() -> None:
    assert check_recording(VORBIS).seconds == pytest.approx(2.0)


def test_a_length_that_is_not_told_is_unknown() -> None:
    assert check_recording(WEBM.replace(b"\x44\x89", b"\x00\x00")).seconds is None
    assert check_recording(OPUS[:50]).seconds is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "recording_empty"),
        (bytes(MOST_BYTES + 1), "recording_big"),
        (b"<html><script>", "recording_kind"),
        (b"MZ" + bytes(100), "recording_kind"),
        (b"PK\x03\x04" + bytes(100), "recording_kind"),
        (b"OggS" + bytes(100), "recording_kind"),
        (b"\x1aE\xdf\xa3" + b"matroska" + bytes(90), "recording_kind"),
        (box(b"ftyp", b"heic") + bytes(40), "recording_kind"),
        (WEBM + b"V_VP9", "recording_video"),
        (M4A.replace(b"soun", b"vide"), "recording_video"),
        (OPUS + page(48_000 * 700, b"x"), "recording_long"),
    ],
)
def test_refused_with_a_reason(data: bytes, code: str) -> None:
    with pytest.raises(AudioRefused) as refused:
        check_recording(data)
    assert refused.value.code == code
    assert refused.value.vi()


@given(
    st.sampled_from([data for data, _ in TAKEN.values()] + [VORBIS]),
    st.integers(0, 400),
    st.binary(max_size=30),
)
def test_damaged_files_are_taken_or_refused_and_nothing_else(
    data: bytes, at: int, other: bytes
) -> None:
    for damaged in (data[:at], data[:at] + other + data[at + len(other) :][:4_000]):
        try:
            seconds = check_recording(damaged).seconds
        except AudioRefused:
            continue
        assert seconds is None or seconds >= 0
