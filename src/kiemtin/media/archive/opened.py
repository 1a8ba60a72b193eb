"""Open an archive of anyone: WACZ, or WARC packed or not. It is read in a process apart."""

from datetime import UTC, datetime
from typing import Any

from kiemtin.media.apart.reader import Bounds, ReaderRefused, read
from kiemtin.media.archive.limits import LARGEST, MIB
from kiemtin.media.archive.refusal import DOUBTS, ArchiveRefused, Doubt
from kiemtin.media.archive.shape import Archive, Entry
from kiemtin.media.readers.web.bundle import cut

_BOUNDS = Bounds(cpu_seconds=30, wait_seconds=60, answer_bytes=LARGEST + 16 * MIB)
_SAME = {"busy": "busy", "too_heavy": "too_heavy", "too_slow": "too_heavy", "bomb": "too_big"}


def open_archive(data: bytes) -> Archive:
    """Return what an archive holds, with what is doubtful about it.

    Raises ArchiveRefused (empty, too_big, kind, digest, nothing, broken, too_heavy, busy).
    """
    if not data:
        raise ArchiveRefused("empty")
    if len(data) > LARGEST:
        raise _refused("too_big")
    try:
        head, body = read("archive", data, {"most": LARGEST}, _BOUNDS)
    except ReaderRefused as refused:
        raise _refused(_SAME.get(refused.code, "broken")) from None
    if (no := head.get("no")) is not None:
        raise _refused(no if no in ArchiveRefused.sentences else "broken")
    try:
        archive = _archive(head, body)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        raise _refused("broken") from None
    if not archive.holds_page:
        raise _refused("nothing")
    return archive


def _refused(code: Any) -> ArchiveRefused:
    return ArchiveRefused(code, {"limit": LARGEST // MIB})


def _archive(head: dict[str, Any], body: bytes) -> Archive:
    *bodies, screenshot = cut(body, head["sizes"])
    entries = [_entry(one, body) for one, body in zip(head["entries"], bodies, strict=True)]
    doubts = [(code, count) for code, count in head["doubts"].items() if code in DOUBTS]
    return Archive(
        page=str(head["page"]),
        entries=tuple(entries),
        title=str(head["title"]),
        text=str(head["text"]),
        screenshot=screenshot,
        doubts=tuple(Doubt(code, int(count)) for code, count in doubts),
    )


def _entry(said: dict[str, Any], body: bytes) -> Entry:
    headers = {str(name): str(value) for name, value in said["headers"].items()}
    return Entry(
        url=str(said["url"]),
        at=_time(str(said["at"])),
        status=int(said["status"]),
        headers=headers,
        body=body,
        moved_to=str(said["moved_to"]),
    )


def _time(said: str) -> datetime:
    """Read a time of WARC 1.0 or 1.1; what is none was long ago."""
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
