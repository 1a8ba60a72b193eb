"""A log read over HTTP as C2SP tlog-tiles serves it; nothing that comes is believed yet.

Bytes, entries and time are bounded: a whole log is read only after its checkpoint's signature held.
"""

import ssl
import time
from collections.abc import Iterator

from kiemtin.record.fetch import SECONDS, Site
from kiemtin.record.fetch_refusal import FetchRefused
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.notes import MAX_BYTES
from kiemtin.record.reader import CHECKPOINT, cut, tile_or_none, unpack_entries
from kiemtin.record.tiles import ENTRIES, MAX_ENTRY_BYTES, WIDTH, Tile, tiles_of

MAX_ENTRIES = 5_000_000
"""A desk with a hundred public acts a day needs 137 years for so many."""

MAX_TOTAL_BYTES = 4_000_000_000
MAX_SECONDS = 3_600.0
BUNDLE_BYTES = WIDTH * (2 + MAX_ENTRY_BYTES)
GONE = (404, 410)


class RemoteLog:
    """The log at an address: `checkpoint` and `tile/`. Use as a context; for one thread.

    Methods raise LogRefused (file_missing, …) and FetchRefused. Memory: the entries once.
    """

    def __init__(
        self, address: str, *, seconds: float = SECONDS, context: ssl.SSLContext | None = None
    ) -> None:
        self._site = Site(address, seconds=seconds, context=context)
        self._bundles: dict[str, bytes] = {}
        self._bytes_left = MAX_TOTAL_BYTES
        self._until = time.monotonic() + MAX_SECONDS

    def __enter__(self) -> "RemoteLog":
        return self

    def __exit__(self, *error: object) -> None:
        self._site.close()

    def file(self, name: str) -> bytes:
        """Return the bytes of a file by its path below the address.

        Entries are remembered, so that they are fetched once and are the same each time.
        """
        if name in self._bundles:
            return self._bundles[name]
        tile = tile_or_none(name)
        data = self._fetch(name, _limit(tile))
        if tile is not None and tile.level == ENTRIES:
            self._bundles[name] = data
        return data

    def has(self, name: str) -> bool:
        """Nothing is known to be there but the checkpoint: a site does not list its files."""
        return name == CHECKPOINT

    def tile(self, tile: Tile) -> bytes:
        """Return the bytes of a tile or bundle; a partial one is cut from the full one if gone."""
        try:
            return self.file(tile.path)
        except LogRefused as refused:
            if refused.code != "file_missing" or tile.width == WIDTH:
                raise
        return cut(self.file(tile.full.path), tile)

    def entries(self, tile: Tile) -> list[bytes]:
        """Return the entries of a bundle; raises LogRefused (bundle_torn, bundle_length)."""
        return unpack_entries(self.tile(tile), tile)

    def kept(self) -> dict[int, str]:
        """None: which sizes were published a site does not list."""
        return {}

    def tile_files(self, size: int) -> Iterator[str]:
        """Every file that a log of `size` must have; raises FetchRefused (log_too_large)."""
        if size > MAX_ENTRIES:
            raise FetchRefused("log_too_large", {"size": size, "limit": MAX_ENTRIES})
        for tile in tiles_of(size):
            yield tile.path

    def _fetch(self, name: str, limit: int) -> bytes:
        if time.monotonic() > self._until:
            raise FetchRefused("too_slow", {"host": self._site.host, "seconds": int(MAX_SECONDS)})
        answer = self._site.get(name, min(limit, self._bytes_left))
        self._bytes_left -= len(answer.body)
        if answer.status in GONE:
            raise LogRefused("file_missing", {"path": name})
        if answer.status != 200:
            fields = {"host": self._site.host, "path": name, "status": answer.status}
            raise FetchRefused("status", fields)
        return answer.body


def _limit(tile: Tile | None) -> int:
    if tile is None:
        return MAX_BYTES
    return BUNDLE_BYTES if tile.level == ENTRIES else WIDTH * 32
