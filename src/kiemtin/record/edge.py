"""The right edge of a log: the tiles that are still filling up, which is all that growing needs."""

from collections.abc import Iterable

from kiemtin.record import merkle
from kiemtin.record.tiles import (
    ENTRIES,
    WIDTH,
    Tile,
    TileNodes,
    fold,
    level_width,
    levels,
    pack,
)


class Edge:
    """The last bundle and the last tile of each level of a log of `size` entries, all partial.

    Memory: at most 255 entries and 255 hashes a level.
    """

    def __init__(self, size: int, bundle: Iterable[bytes], tiles: Iterable[Iterable[bytes]]):
        self.size = size
        self._bundle = list(bundle)
        self._tiles = [list(hashes) for hashes in tiles]

    def grown(self, entries: Iterable[bytes]) -> tuple["Edge", dict[Tile, bytes]]:
        """Return the edge after `entries` and the files that they make, entries first.

        This edge stays as it is. Raises LogRefused (entry_too_long).
        """
        edge = Edge(self.size, self._bundle, self._tiles)
        bundles: dict[Tile, bytes] = {}
        tiles: dict[Tile, bytes] = {}
        for entry in entries:
            edge._add(entry, bundles, tiles)
        edge._add_partial(self.size, bundles, tiles)
        return edge, bundles | tiles

    def root(self) -> bytes:
        """Return the root over all entries."""
        return merkle.root(TileNodes(self._read, self.size), self.size)

    def _read(self, tile: Tile) -> bytes:
        return b"".join(self._tiles[tile.level])

    def _add(self, entry: bytes, bundles: dict[Tile, bytes], tiles: dict[Tile, bytes]) -> None:
        self._bundle.append(entry)
        if len(self._bundle) == WIDTH:
            bundles[Tile(ENTRIES, self.size // WIDTH)] = pack(self._bundle)
            self._bundle.clear()
        self.size += 1
        hash_, level = merkle.leaf_hash(entry), 0
        while self._push(level, hash_):
            whole = self._tiles[level]
            index = level_width(level, self.size) // WIDTH - 1
            tiles[Tile(level, index)] = b"".join(whole)
            hash_, level = fold(whole), level + 1
            whole.clear()

    def _push(self, level: int, hash_: bytes) -> bool:
        """Add a hash to a level and say whether its tile is full now."""
        if level == len(self._tiles):
            self._tiles.append([])
        self._tiles[level].append(hash_)
        return len(self._tiles[level]) == WIDTH

    def _add_partial(self, old: int, bundles: dict[Tile, bytes], tiles: dict[Tile, bytes]) -> None:
        if self._bundle and self.size > old:
            bundles[Tile(ENTRIES, self.size // WIDTH, len(self._bundle))] = pack(self._bundle)
        for level in levels(self.size)[1:]:
            after = level_width(level, self.size)
            if self._tiles[level] and after > level_width(level, old):
                hashes = self._tiles[level]
                tiles[Tile(level, after // WIDTH, len(hashes))] = b"".join(hashes)
