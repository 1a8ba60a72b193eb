"""Takes a recorded voice: what kind of file it is, by its bytes alone, how large and how long.

Nothing is decoded and what a file is called counts for nothing. Duration is None where the file
does not say it, as recordings made in a browser often do not.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from kiemtin.bulletin.audio_refusal import AudioRefused
from kiemtin.bulletin.mp3_frames import mp3_seconds

Kind = Literal["wav", "mp3", "ogg", "webm", "m4a"]
MIB: Final = 1024 * 1024
MOST_BYTES: Final = 5 * MIB
"""An hour of MP3 for speech would be more; ten minutes in any form a phone records are less."""

MOST_SECONDS: Final = 10 * 60
MEDIA_TYPES: Final[dict[Kind, str]] = {
    "wav": "audio/wav", "mp3": "audio/mpeg", "ogg": "audio/ogg", "webm": "audio/webm",
    "m4a": "audio/mp4",
}  # fmt: skip

_WEBM: Final = b"\x1aE\xdf\xa3"
_HEAD: Final = 65_536
_LAST_PAGE: Final = 131_072  # an Ogg page has at most 65,307 bytes (RFC 3533)
_OPUS_RATE: Final = 48_000  # granules of Opus count at this rate (RFC 7845, 4)
_BRANDS: Final = {
    b"M4A ", b"M4B ", b"mp41", b"mp42", b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"dash",
    b"3gp4", b"3gp5", b"3gp6",
}  # fmt: skip


@dataclass(frozen=True)
class Recording:
    """A recording that is taken: its bytes, kind and media type, and its seconds if it says."""

    data: bytes
    kind: Kind
    media_type: str
    seconds: float | None


def check_recording(data: bytes) -> Recording:
    """Return what an uploaded file is; raises AudioRefused (recording_…) for what is not taken."""
    if len(data) > MOST_BYTES:
        size = f"{len(data) / MIB:.1f}"
        raise AudioRefused("recording_big", {"size": size, "limit": MOST_BYTES // MIB})
    found = read_recording(data)
    if found.seconds is not None and found.seconds > MOST_SECONDS:
        long = {"seconds": round(found.seconds), "limit": MOST_SECONDS}
        raise AudioRefused("recording_long", long)
    return found


def read_recording(data: bytes) -> Recording:
    """Return what a sound is, however large; raises AudioRefused (recording_empty, _kind, _video).

    Reading is linear in the size of the data.
    """
    if not data:
        raise AudioRefused("recording_empty")
    kind = _kind(data)
    if kind is None:
        raise AudioRefused("recording_kind")
    if _shows(data, kind):
        raise AudioRefused("recording_video")
    return Recording(data, kind, MEDIA_TYPES[kind], _SECONDS[kind](data))


def _kind(data: bytes) -> Kind | None:
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "wav"
    if data[:4] == b"OggS":
        return "ogg" if b"OpusHead" in data[:_HEAD] or b"\x01vorbis" in data[:_HEAD] else None
    if data[:4] == _WEBM:
        return "webm" if b"webm" in data[:64] else None
    if data[4:8] == b"ftyp":
        return "m4a" if data[8:12] in _BRANDS else None
    return "mp3" if mp3_seconds(data) is not None else None


def _shows(data: bytes, kind: Kind) -> bool:
    """Whether there is a picture track, by the names that such a track must carry."""
    if kind == "webm":
        return b"V_VP" in data[:_HEAD] or b"V_AV1" in data[:_HEAD] or b"V_MPEG" in data[:_HEAD]
    if kind == "m4a":
        return b"vide" in _after(data, b"hdlr", 8, 4)
    return kind == "ogg" and (b"theora" in data[:_HEAD])


def _after(data: bytes, name: bytes, skip: int, size: int) -> list[bytes]:
    """What stands `skip` bytes behind each box of a name."""
    found: list[bytes] = []
    at = data.find(name)
    while at >= 0 and len(found) < 16:
        start = at + 4 + skip
        found.append(data[start : start + size])
        at = data.find(name, at + 4)
    return found


def _wav_seconds(data: bytes) -> float | None:
    """Bytes of sound by bytes a second; a streamed file leaves its length open."""
    at, pace = 12, 0
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if name == b"fmt ":
            pace = int.from_bytes(data[at + 16 : at + 20], "little")
        if name == b"data":
            return min(size, len(data) - at - 8) / pace if pace else None
        at += 8 + size + size % 2
    return None


def _ogg_seconds(data: bytes) -> float | None:
    """The position at the end of the last page, by the rate at which it counts."""
    last = data.rfind(b"OggS", max(0, len(data) - _LAST_PAGE))
    if last < 0 or last + 14 > len(data):
        return None
    granules = struct.unpack_from("<q", data, last + 6)[0]
    opus = data.find(b"OpusHead", 0, _HEAD)
    if opus >= 0 and opus + 12 <= len(data):
        granules -= int(struct.unpack_from("<H", data, opus + 10)[0])
        return granules / _OPUS_RATE if granules > 0 else None
    vorbis = data.find(b"\x01vorbis", 0, _HEAD)
    rate = int.from_bytes(data[vorbis + 12 : vorbis + 16], "little") if vorbis >= 0 else 0
    return granules / rate if rate and granules > 0 else None


def _webm_seconds(data: bytes) -> float | None:
    """The element Duration (0x4489), in the common scale of milliseconds."""
    at = data.find(b"\x44\x89", 0, _HEAD)
    if at < 0:
        return None
    form = {0x84: ">f", 0x88: ">d"}.get(data[at + 2] if at + 2 < len(data) else 0)
    if form is None or at + 3 + struct.calcsize(form) > len(data):
        return None
    value = float(struct.unpack_from(form, data, at + 3)[0]) / 1000
    return value if 0 < value < 10**6 else None


def _m4a_seconds(data: bytes) -> float | None:
    """The box mvhd: time scale and duration, in 32 or 64 bits (ISO/IEC 14496-12, 8.2.2)."""
    at = data.find(b"mvhd")
    if at < 0 or at + 36 > len(data):
        return None
    layout, start = (">IQ", at + 24) if data[at + 4] == 1 else (">II", at + 16)
    scale, length = struct.unpack_from(layout, data, start)
    return length / scale if scale and 0 < length < 2**32 - 1 else None


_SECONDS: Final[dict[Kind, Callable[[bytes], float | None]]] = {
    "wav": _wav_seconds, "mp3": mp3_seconds, "ogg": _ogg_seconds, "webm": _webm_seconds,
    "m4a": _m4a_seconds,
}  # fmt: skip
