"""Anchors of a log: time-stamps over its checkpoints, kept in `anchors/` beside its files.

They show that the first SIZE entries existed before a time, whatever the desk says. `SIZE.tsq` is
the request over the signed text of the checkpoint of that size, `SIZE-….tsr` an answer, `roots.pem`
the certificates that answers were checked with when they were added.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate

from kiemtin.record import disk
from kiemtin.record.anchor_refusal import AnchorRefused
from kiemtin.record.checkpoint import read_checkpoint
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.notes import split_note
from kiemtin.record.reader import CHECKPOINT, LogFolder, kept_name
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.timestamp import (
    Expected,
    Request,
    Stamp,
    check_response,
    imprint,
    new_request,
    read_certificates,
    read_request,
    stamped,
)

FOLDER = "anchors"
ROOTS = "roots.pem"
RESPONSE = re.compile(r"(0|[1-9][0-9]{0,18})-[0-9a-f]{8}\.tsr")


@dataclass(frozen=True)
class Anchor:
    """The first `size` entries existed before `stamp.time`; `path` is the file in the log."""

    path: str
    size: int
    stamp: Stamp


def request(folder: LogFolder) -> tuple[int, Path]:
    """Write the request for the published checkpoint, or keep the one that fits already.

    Returns the size and the path of the `.tsq`. Raises AnchorRefused (nothing_to_anchor),
    NoteRefused, LogRefused (file_missing, cannot_write).
    """
    text = split_note(folder.file(CHECKPOINT))[0]
    size = read_checkpoint(text).size
    if size == 0:
        raise AnchorRefused("nothing_to_anchor")
    path = _request_path(folder, size)
    if _request(folder, size, text) is None:
        _write(path, new_request(text).to_bytes())
    return size, path


def add(folder: LogFolder, data: bytes, roots: Sequence[Certificate], path: str = "") -> Anchor:
    """Keep an authority's answer to a request of this log; `path` is for the sentences.

    Raises AnchorRefused (response_…, not_granted, no_request, other_nonce, not_verified) and
    LogRefused.
    """
    wanted = stamped(data, path)
    for size, text in _requested(folder):
        if imprint(text) == wanted:
            stamp = check_response(data, _expected(folder, size, text), roots, path)
            name = f"{size}-{sha256(data).hexdigest()[:8]}.tsr"
            _write(folder.path / FOLDER / name, data)
            _keep_roots(folder, roots)
            return Anchor(f"{FOLDER}/{name}", size, stamp)
    raise AnchorRefused("no_request", {"path": path})


def anchors(
    folder: LogFolder, text_at: Callable[[int], str | None], roots: Sequence[Certificate]
) -> Iterator[Anchor | RecordRefused]:
    """Check every answer against what the log is at its size, which `text_at` gives if known."""
    for name in names(folder):
        size = int(name.partition("-")[0])
        path = f"{FOLDER}/{name}"
        text = text_at(size)
        try:
            if text is None:
                raise AnchorRefused("other_text", {"path": path, "size": size})
            expected = _expected(folder, size, text)
            stamp = check_response(folder.file(path), expected, roots, path)
        except RecordRefused as refused:
            yield refused
        else:
            yield Anchor(path, size, stamp)


def kept_text(folder: LogFolder) -> Callable[[int], str | None]:
    """What the kept checkpoints say, as `text_at`; none of it checked."""

    def text(size: int) -> str | None:
        name = kept_name(size)
        return split_note(folder.file(name))[0] if folder.has(name) else None

    return text


def kept_roots(folder: LogFolder) -> list[Certificate]:
    """The certificates that answers were checked with when they were added: the desk's own word."""
    name = f"{FOLDER}/{ROOTS}"
    return read_certificates(folder.file(name), name) if folder.has(name) else []


def names(folder: LogFolder) -> list[str]:
    """The kept answers, by size."""
    there = (path.name for path in (folder.path / FOLDER).glob("*.tsr"))
    right = (name for name in there if RESPONSE.fullmatch(name))
    return sorted(right, key=lambda name: (int(name.partition("-")[0]), name))


def _requested(folder: LogFolder) -> Iterator[tuple[int, str]]:
    """The sizes that were asked about, and the texts of their checkpoints."""
    for path in sorted((folder.path / FOLDER).glob("*.tsq")):
        text = kept_text(folder)(int(path.stem)) if path.stem.isdecimal() else None
        if text is not None:
            yield int(path.stem), text


def _keep_roots(folder: LogFolder, roots: Sequence[Certificate]) -> None:
    everyone = dict.fromkeys([*kept_roots(folder), *roots])
    data = b"".join(one.public_bytes(Encoding.PEM) for one in everyone)
    _write(folder.path / FOLDER / ROOTS, data)


def _expected(folder: LogFolder, size: int, text: str) -> Expected:
    sent = _request(folder, size, text)
    return Expected(text, size, sent.nonce if sent else None)


def _request(folder: LogFolder, size: int, text: str) -> Request | None:
    """The request about a text, if it was kept."""
    name = f"{FOLDER}/{size}.tsq"
    if not folder.has(name):
        return None
    found = read_request(folder.file(name), name)
    return found if found.imprint == imprint(text) else None


def _request_path(folder: LogFolder, size: int) -> Path:
    return folder.path / FOLDER / f"{size}.tsq"


def _write(path: Path, data: bytes) -> None:
    try:
        disk.make_folder(path.parent)
        disk.replace(disk.prepare(path, data), path)
        disk.sync_folder(path.parent)
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise LogRefused("cannot_write", {"problem": problem}) from None
