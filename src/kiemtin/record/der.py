"""Putting the certificates of a time-stamp response into the order that DER asks for.

Many authorities send them as a chain, which strict readers refuse. Their order is outside of what
is signed (RFC 5652, 5.1 and 5.4), and sorting changes no length.
"""

from typing import NamedTuple

CERTIFICATES = 0xA0
"""The tag [0] of a SignedData's certificates."""

MAX_PARTS = 64


class Part(NamedTuple):
    """One value: its tag, where it starts, where its content starts, where it ends."""

    tag: int
    start: int
    inside: int
    end: int


def sort_certificates(response: bytes) -> bytes:
    """Return a TimeStampResp with its certificates sorted; as it was where it is no such thing."""
    try:
        token = _parts(response, _only(response))[1]
        signed = _only(response, _parts(response, token)[1])
        certificates = next(p for p in _parts(response, signed) if p.tag == CERTIFICATES)
        found = [response[one.start : one.end] for one in _parts(response, certificates)]
    except (ValueError, IndexError, StopIteration):
        return response
    inside, end = certificates.inside, certificates.end
    return response[:inside] + b"".join(sorted(found)) + response[end:]


def _only(data: bytes, whole: Part | None = None) -> Part:
    """The one value inside of another, or the value that the bytes are."""
    around = whole or Part(0, 0, 0, len(data))
    (part,) = _parts(data, around)
    return part


def _parts(data: bytes, whole: Part) -> list[Part]:
    parts: list[Part] = []
    place = whole.inside
    while place < whole.end:
        part = _part(data, place)
        if part.end > whole.end or len(parts) == MAX_PARTS:
            raise ValueError(place)
        parts.append(part)
        place = part.end
    return parts


def _part(data: bytes, start: int) -> Part:
    """Read tag and length (X.690, 8.1.2 and 8.1.3): one byte of tag, definite lengths."""
    length, inside = data[start + 1], start + 2
    if length >= 0x80:
        count = length & 0x7F
        if not 1 <= count <= 4:
            raise ValueError(start)
        length = int.from_bytes(data[inside : inside + count], "big")
        inside += count
    return Part(data[start], start, inside, inside + length)
