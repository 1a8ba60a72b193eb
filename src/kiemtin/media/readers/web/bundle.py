"""Several byte strings in one, for the way to a process apart and back.

A line of JSON says what follows and how long each part is; whoever takes a bundle apart doubts it.
"""

import json
from collections.abc import Mapping, Sequence


def pack(head: Mapping[str, object], parts: Sequence[bytes]) -> bytes:
    """Return head and parts as one."""
    line = json.dumps({"head": head, "sizes": [len(part) for part in parts]})
    return b"".join([line.encode(), b"\n", *parts])


def unpack(data: bytes) -> tuple[dict[str, object], list[bytes]]:
    """Return the head and the parts; raises ValueError when they do not fit each other."""
    line, _, rest = data.partition(b"\n")
    read = json.loads(line)
    head, sizes = read["head"], read["sizes"]
    if not isinstance(head, dict):
        raise ValueError("expected an object as head")
    return head, cut(rest, sizes)


def cut(data: bytes, sizes: object) -> list[bytes]:
    """Return parts of the given sizes, which must add up; raises ValueError."""
    if not isinstance(sizes, list) or not all(type(size) is int and size >= 0 for size in sizes):
        raise ValueError("expected sizes in bytes")
    if sum(sizes) != len(data):
        raise ValueError("sizes do not add up")
    parts, place = [], 0
    for size in sizes:
        parts.append(data[place : place + size])
        place += size
    return parts
