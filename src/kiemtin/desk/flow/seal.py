"""Seal: what the database has logged goes into the signed files of the public log, in its order.

The transaction of an act commits its entry in the database; that entry's bytes are final there.
This follows behind, as often as it takes, and never logs anything twice.
"""

import logging
from typing import ClassVar

from kiemtin.desk import log_folder, signing
from kiemtin.desk.models import LogEntry
from kiemtin.record.entry import Entry
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.reader import LogFolder
from kiemtin.record.tiles import ENTRIES, WIDTH, tiles_of
from kiemtin.record.writer import LogWriter
from kiemtin.refusal import Refusal, Say

log = logging.getLogger(__name__)
AT_ONCE = 256
"""Entries in one signed step: one bundle, so that memory and the time of a step stay small."""


class SealRefused(Refusal):
    """The files of the log and the database tell different stories; nothing was written."""

    sentences: ClassVar = {
        "log_ahead": Say(
            "Nhật ký đã ký có {size} mục, cơ sở dữ liệu chỉ có {count}: có lẽ cơ sở dữ liệu được "
            "phục hồi từ bản cũ. Hãy phục hồi bản mới hơn; đừng xoá nhật ký. Xem docs/record.md.",
            "The signed log has {size} entries, the database only {count}: it was probably "
            "restored from an old copy. Restore a newer one; do not remove the log. See "
            "docs/record.md.",
        ),
        "log_differs": Say(
            "Mục {number} trong nhật ký đã ký khác mục {number} trong cơ sở dữ liệu. Hãy tìm bản "
            "sao đúng của cơ sở dữ liệu; đừng xoá nhật ký. Xem docs/record.md.",
            "Entry {number} of the signed log differs from entry {number} of the database. Find "
            "the right copy of the database; do not remove the log. See docs/record.md.",
        ),
    }


def catch_up() -> int:
    """Write and sign every entry that the files lack; return how many.

    0 without a key, or while another process does it. Raises SealRefused, LogRefused, KeyRefused.
    """
    if not LogEntry.objects.filter(number__gte=log_folder.size()).exists() and _agrees():
        return 0
    if not can_write():
        return 0
    try:
        return _write(open_log())
    except LogRefused as refused:
        if refused.code == "busy":
            return 0
        raise


def can_write() -> bool:
    """Whether the secret key in force is at hand."""
    return bool(signing.signers())


def open_log() -> LogWriter:
    """The log, open for writing, when `can_write`; raises LogRefused (busy, damaged …)."""
    keys = signing.signers()
    return LogWriter(log_folder.folder().path, keys[0], earlier=signing.verifiers(), also=keys[1:])


def to_bytes(entry: LogEntry) -> bytes:
    """The leaf of an entry: what was done when, and the commitment to it."""
    return Entry(entry.kind, entry.made_at, bytes.fromhex(entry.commitment)).to_bytes()


def _agrees() -> bool:
    count = LogEntry.objects.count()
    size = log_folder.size()
    if size > count:
        raise SealRefused("log_ahead", {"size": size, "count": count})
    return True


def _write(writer: LogWriter) -> int:
    done = 0
    with writer:
        _require_same(writer.folder, writer.size)
        while entries := _following(writer.size):
            writer.append([to_bytes(one) for one in entries], first=writer.size)
            done += len(entries)
    log.info("log.sealed size=%s", writer.size)
    return done


def _following(size: int) -> list[LogEntry]:
    return list(LogEntry.objects.filter(number__gte=size).order_by("number")[:AT_ONCE])


def require_whole() -> int:
    """Compare every signed entry with the database; return how many there are.

    Raises SealRefused (log_ahead, log_differs), RecordRefused where a file cannot be read.
    """
    folder, size = log_folder.folder(), log_folder.size()
    _agrees()
    for tile in (one for one in tiles_of(size) if one.level == ENTRIES):
        first = tile.index * WIDTH
        logged = LogEntry.objects.filter(number__gte=first).order_by("number")[: tile.width]
        pairs = zip(folder.entries(tile), logged, strict=True)
        for number, (data, entry) in enumerate(pairs, first):
            if data != to_bytes(entry):
                raise SealRefused("log_differs", {"number": number})
    return size


def _require_same(folder: LogFolder, size: int) -> None:
    """The last entry of the files is that of the database; `kiemtin check` compares all of them."""
    if size == 0:
        return
    last = LogEntry.objects.filter(number=size - 1).first()
    if last is None:
        raise SealRefused("log_ahead", {"size": size, "count": LogEntry.objects.count()})
    if folder.entry(size - 1, size) != to_bytes(last):
        raise SealRefused("log_differs", {"number": size - 1})
