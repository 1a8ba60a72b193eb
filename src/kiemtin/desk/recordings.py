"""What may be kept as a recording: sound that phones play, by its first bytes, of a few minutes."""

from django.utils.translation import gettext as _

from kiemtin.desk.errors import refuse

MOST_BYTES = 5 * 1024 * 1024
"""About 5 minutes at 128 kbit/s; a bulletin lasts one."""
ENDINGS = {
    "audio/mpeg": "mp3",
    "audio/wav": "wav",
    "audio/ogg": "ogg",
    "audio/webm": "webm",
    "audio/mp4": "m4a",
}


def sound(data: bytes) -> str:
    """The content type of a recording; raises FlowError for anything else and for too much."""
    if len(data) > MOST_BYTES:
        raise refuse(
            "recording_too_long",
            _("Tệp ghi âm lớn hơn %(most)s MB. Hãy ghi ngắn hơn, hoặc lưu dạng MP3."),
            most=MOST_BYTES // 1024 // 1024,
        )
    kind = _kind(data)
    if not kind:
        raise refuse(
            "not_a_recording", _("Tệp này không phải ghi âm. Hãy gửi MP3, WAV, OGG, WebM hoặc M4A.")
        )
    return kind


def _kind(data: bytes) -> str:
    if data.startswith(b"RIFF") and data[8:12] == b"WAVE":
        return "audio/wav"
    if data.startswith(b"ID3") or (data[:1] == b"\xff" and data[1:2] and data[1] & 0xE6 == 0xE2):
        return "audio/mpeg"
    if data.startswith(b"OggS"):
        return "audio/ogg"
    if data.startswith(b"\x1a\x45\xdf\xa3"):
        return "audio/webm"
    return "audio/mp4" if data[4:8] == b"ftyp" else ""
