"""Unpack a body piece by piece within limits: a small answer may not become a huge one.

gzip and Brotli; no other way of packing is asked for.
"""

import zlib
from collections.abc import Iterator
from typing import Any, Protocol

import brotli

from kiemtin.media.apart.refused import Refused

FREE = 1024 * 1024
"""Bytes for which the ratio is not looked at: a short page of one repeated line harms nobody."""

_STEP = 64 * 1024


class Unpacker(Protocol):
    """Takes packed pieces, gives unpacked ones of at most `_STEP` bytes each or so."""

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """Yield what the piece unpacks to; raises Refused (damaged)."""

    def end(self) -> None:
        """Say that nothing more comes; raises Refused (damaged) when something is missing."""


def accepted() -> str:
    """Return what Accept-Encoding says."""
    return "gzip, br"


def unpacker(encoding: str) -> Unpacker:
    """Return what unpacks a Content-Encoding; raises Refused (packing) for one not asked for."""
    said = encoding.strip().lower()
    if said in {"", "identity"}:
        return _Plain()
    if said in {"gzip", "x-gzip"}:
        return _Gzip()
    if said == "br":
        return _Brotli()
    raise Refused("packing")


class Bounded:
    """Collects a body: `add` packed pieces, `done` gives it. `most` in bytes, `ratio` unpacked to
    packed. Raises Refused (too_big, decompression, damaged)."""

    def __init__(self, encoding: str, most: int, ratio: int) -> None:
        self._unpacker = unpacker(encoding)
        self._packed, self._most, self._ratio = 0, most, ratio
        self._body = bytearray()

    def add(self, piece: bytes) -> None:
        """Take the next piece as it travelled."""
        self._packed += len(piece)
        for plain in self._unpacker.feed(piece):
            self._body += plain
            if len(self._body) > max(FREE, self._ratio * self._packed):
                raise Refused("decompression")
            if len(self._body) > self._most:
                raise Refused("too_big")

    def done(self) -> bytes:
        """Return the whole body."""
        if self._packed:
            self._unpacker.end()
        return bytes(self._body)


class _Plain:
    def feed(self, piece: bytes) -> Iterator[bytes]:
        yield piece

    def end(self) -> None:
        pass


class _Gzip:
    def __init__(self) -> None:
        self._member = _member()

    def feed(self, piece: bytes) -> Iterator[bytes]:
        try:
            while piece:
                # A file of several members is one body (RFC 1952, 2.2).
                if self._member.eof:
                    self._member = _member()
                plain = self._member.decompress(piece, _STEP)
                piece = self._member.unconsumed_tail or self._member.unused_data
                yield plain
        except zlib.error:
            raise Refused("damaged") from None

    def end(self) -> None:
        if not self._member.eof:
            raise Refused("damaged")


def _member() -> Any:
    return zlib.decompressobj(16 + zlib.MAX_WBITS)


class _Brotli:
    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    def feed(self, piece: bytes) -> Iterator[bytes]:
        try:
            plain = self._stream.process(piece, output_buffer_limit=_STEP)
            # It says that it can take more while it still has something to give: ask until it has
            # nothing.
            while plain:
                yield plain
                plain = self._stream.process(b"", output_buffer_limit=_STEP)
        except brotli.error:
            raise Refused("damaged") from None

    def end(self) -> None:
        if not self._stream.is_finished():
            raise Refused("damaged")
