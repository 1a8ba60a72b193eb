"""A fact-check as one ZIP for a provincial loudspeaker system: sound, script and a description.

The systems' own interface is not public, so the description is plain JSON with names of its own,
explained in docs/forms.md; the same content and sounds always give the same bytes.
"""

import io
import json
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Final

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.loudspeaker import PRIORITIES, Script
from kiemtin.bulletin.recording import Recording, read_recording
from kiemtin.bulletin.refusal import ContentRefused

FORMAT: Final = "kiemtin-loudspeaker-1"
DESCRIPTION: Final = "thong-bao.json"
SCRIPT: Final = "thong-bao.txt"
_FOLDER: Final = "am-thanh"
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
# The first moment that a ZIP can hold; a real one would make every package another.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Sound:
    """One voice: a short name of letters a–z, figures and "-" for its files, what it is called,
    and the same sound in one kind of file or several (WAV and MP3, or what was recorded)."""

    name: str
    voice: str
    files: tuple[bytes, ...]


@dataclass(frozen=True)
class Broadcast:
    """What a system must know beside the content: the id of the bulletin, the code of the place
    ("" for the whole country), the entry in the public log, and when it may be played."""

    id: str
    place_code: str = ""
    log_entry: int | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None


def loudspeaker_package(
    content: Content, script: Script, sounds: Sequence[Sound], broadcast: Broadcast
) -> bytes:
    """Return the ZIP; raises ContentRefused (sound) for a name that no file can have or that
    stands twice, and AudioRefused for bytes that are no sound."""
    recordings = _recordings(sounds)
    script_file = script.text.encode() + b"\n"
    described = _description(content, script, sounds, broadcast)
    described["files"] = [
        _file(SCRIPT, script_file) | {"media_type": "text/plain; charset=utf-8"},
        *(_sound_file(name, recording) for name, recording in recordings.items()),
    ]
    text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    sound_files = {name: recording.data for name, recording in recordings.items()}
    return _zipped({DESCRIPTION: text.encode(), SCRIPT: script_file, **sound_files})


def _recordings(sounds: Sequence[Sound]) -> dict[str, Recording]:
    """Each sound by the name of its file, which says voice and kind."""
    found: dict[str, Recording] = {}
    for sound in sounds:
        kinds = [read_recording(data) for data in sound.files]
        named = {f"{_FOLDER}/{sound.name}.{one.kind}": one for one in kinds}
        again = named.keys() & found.keys() or len(named) < len(kinds)
        if again or not named or not _NAME.fullmatch(sound.name):
            raise ContentRefused("sound", {"got": sound.name[:40]})
        found |= named
    return found


def _description(
    content: Content, script: Script, sounds: Sequence[Sound], broadcast: Broadcast
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "id": broadcast.id,
        "version": content.version,
        "kind": content.kind,
        "verdict": content.verdict,
        "drill": script.drill,
        "priority": script.priority,
        "priority_vi": PRIORITIES[script.priority],
        "title": content.claim if content.withdrawn else content.fact,
        "language": script.language,
        "desk": content.desk_name,
        "page": content.url,
        "published": content.checked_at.isoformat(timespec="seconds"),
        "valid_from": _when(broadcast.valid_from or content.valid_from),
        "valid_until": _when(broadcast.valid_until or content.valid_until),
        "next_update": _when(content.next_update_at),
        "place": {"code": broadcast.place_code, "name": content.place_name},
        "log_entry": broadcast.log_entry,
        "readings": 2,
        "estimated_seconds": script.seconds,
        "voices": [{"name": sound.name, "voice": sound.voice} for sound in sounds],
    }


def _when(value: date | None) -> str | None:
    """A day, or a moment with its zone, as ISO 8601."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if value else None


def _file(name: str, data: bytes) -> dict[str, Any]:
    return {"name": name, "bytes": len(data), "sha256": sha256(data).hexdigest()}


def _sound_file(name: str, recording: Recording) -> dict[str, Any]:
    """A file with its media type, how long it is, and whose voice it holds."""
    seconds = None if recording.seconds is None else round(recording.seconds, 1)
    voice = name.removeprefix(f"{_FOLDER}/").rpartition(".")[0]
    told = {"media_type": recording.media_type, "seconds": seconds, "voice": voice}
    return _file(name, recording.data) | told


def _zipped(files: dict[str, bytes]) -> bytes:
    """Sound is stored as it is: it does not get smaller, and some systems read no other."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as package:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            package.writestr(entry, data)
    return kept.getvalue()
