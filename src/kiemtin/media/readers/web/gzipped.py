"""Unpack a file of many gzip members, one for each record; of one that is cut the beginning."""

import zlib

from kiemtin.media.readers.web.spent import No, Spent

MEMBERS = 100_000
"""Pieces of one packed file: each holds a record, and empty ones only cost time."""

STEP = 1024 * 1024
_PIECE = 16 * 1024  # what follows a member is copied each time


def plain(data: bytes, spent: Spent) -> bytes:
    """Return the file unpacked; one that is not packed as it is. What is cut or damaged ends it and
    is a doubt (cut). Raises No (too_big)."""
    if data[:2] != b"\x1f\x8b":
        return data
    spent.begin()
    out, place = bytearray(), 0
    for _member in range(MEMBERS):
        used = _member_of(memoryview(data)[place:], out, spent)
        if not used:
            spent.doubt("cut")
            return bytes(out)
        place += used
        if place == len(data):
            return bytes(out)
    raise No("too_big")


def _member_of(rest: memoryview, out: bytearray, spent: Spent) -> int:
    """Unpack one member and return how many bytes it took, or 0 where it does not end."""
    member, place = zlib.decompressobj(16 + zlib.MAX_WBITS), 0
    try:
        while not member.eof and (place < len(rest) or member.unconsumed_tail):
            piece: bytes | memoryview = member.unconsumed_tail
            if not piece:
                piece = rest[place : place + _PIECE]
                place += len(piece)
            out += spent.take(member.decompress(piece, STEP))
    except zlib.error:
        return 0
    # Once a member ends, what follows it may stand in `unconsumed_tail` too.
    return place - len(member.unused_data) if member.eof else 0
