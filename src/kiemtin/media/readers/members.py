"""The members of a ZIP file, after every trick that ZIP files know has been looked for.

A sound archive begins with its first member and ends with its directory; members stand one after
the other without gaps, none twice, none above another, and unpack to a bounded size.
"""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kiemtin.media.apart.refused import Refused
from kiemtin.media.magic import is_runnable, kind_of

MIB = 1024 * 1024
MAX_MEMBERS = 5_000
MAX_UNPACKED = 256 * MIB
MAX_RATIO = 200
"""How often a member may unpack beyond the first MiB: XML packs 10 to 60 times, a bomb 1,000."""

_LOCAL = struct.Struct("<4s22xHH")
_BROKEN = (BadZipFile, ValueError, RuntimeError, EOFError, OSError, zlib.error, struct.error)
_GAP = 24
"""Bytes between members: a data descriptor (APPNOTE 4.3.9) of a large file has 24."""


def opened(data: bytes) -> ZipFile:
    """Return the archive when it is sound; raises Refused (archive tricks are `broken`, `bomb`,
    `password`, `program`)."""
    try:
        archive = ZipFile(BytesIO(data))
    except (*_BROKEN, OverflowError):
        raise Refused("broken") from None
    members = archive.infolist()
    if not members or len(members) > MAX_MEMBERS:
        raise Refused("bomb" if members else "broken")
    _one_after_the_other(data, members, archive.start_dir)
    for member in members:
        _sound(member)
    _names(members)
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise Refused("bomb")
    for member in members:
        if kind_of(part(archive, member.filename, 64, cut=True)) == "program":
            raise Refused("program")
    return archive


def part(archive: ZipFile, name: str, most: int, *, cut: bool = False) -> bytes:
    """Return a member; raises Refused (bomb) for more than `most` bytes unless it may be cut."""
    try:
        with archive.open(name) as file:
            data = file.read(most + 1)
    except (*_BROKEN, KeyError):
        raise Refused("broken") from None
    if len(data) > most and not cut:
        raise Refused("bomb")
    return data[:most]


def _one_after_the_other(data: bytes, members: list[ZipInfo], directory: int) -> None:
    end = data[-22:]
    if end[:4] != b"PK\x05\x06":
        raise Refused("broken")
    place = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        start = member.header_offset
        if not place <= start <= place + (_GAP if place else 0):
            raise Refused("bomb" if start < place else "broken")
        place = start + _length(data, member)
    if not place <= directory <= place + _GAP:
        raise Refused("broken")


def _length(data: bytes, member: ZipInfo) -> int:
    head = data[member.header_offset : member.header_offset + _LOCAL.size]
    if len(head) < _LOCAL.size:
        raise Refused("broken")
    mark, name, extra = _LOCAL.unpack(head)
    start = member.header_offset + _LOCAL.size
    # Programs that go by the first name would see another file than those that go by the second.
    if mark != b"PK\x03\x04" or data[start : start + name] != _raw_name(member):
        raise Refused("broken")
    return _LOCAL.size + int(name) + int(extra) + member.compress_size


def _raw_name(member: ZipInfo) -> bytes:
    encoding = "utf-8" if member.flag_bits & 0x800 else "cp437"
    return member.orig_filename.encode(encoding, "replace")


def _sound(member: ZipInfo) -> None:
    if member.flag_bits & 0x41:
        raise Refused("password")
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Refused("broken")
    if member.file_size > MIB + MAX_RATIO * member.compress_size:
        raise Refused("bomb")
    name = member.orig_filename
    if name.startswith("/") or "\\" in name or "\x00" in name or ":" in name:
        raise Refused("broken")
    if ".." in name.split("/"):
        raise Refused("broken")
    if is_runnable(name):
        raise Refused("program")


def _names(members: list[ZipInfo]) -> None:
    if len({member.filename.casefold() for member in members}) != len(members):
        raise Refused("broken")
