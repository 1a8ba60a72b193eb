"""The files of a log as C2SP tlog-tiles: where each hash and each entry lies.

A tile holds up to 256 hashes of one level, each over a whole tile of the level below; an entry
bundle holds the entries of a tile of level 0, each behind its length in two bytes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.merkle import HASH_BYTES, node_hash
from kiemtin.record.strict import MAX_NUMBER, read_number

HEIGHT = 8
WIDTH = 1 << HEIGHT
MAX_ENTRY_BYTES = 65_535
"""What two bytes of length can say."""

ENTRIES = -1
"""The level of entry bundles, below that of the leaf hashes."""

MAX_LEVEL = 63
PATH = re.compile(
    r"tile/(?P<level>entries|[0-9]{1,2})/(?P<index>(?:x[0-9]{3}/)*[0-9]{3})(?:\.p/(?P<width>[0-9]+))?"
)


@dataclass(frozen=True, order=True)
class Tile:
    """One file of a log: `width` hashes (or entries, at the level ENTRIES) of a level."""

    level: int
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Where it lies below the log's folder: tile/0/x001/067, or tile/0/000.p/5 if partial."""
        level = "entries" if self.level == ENTRIES else str(self.level)
        partial = "" if self.width == WIDTH else f".p/{self.width}"
        return f"tile/{level}/{number_path(self.index)}{partial}"

    @property
    def full(self) -> "Tile":
        """The tile that it becomes when it has filled up."""
        return Tile(self.level, self.index)


def number_path(number: int) -> str:
    """Return 1234067 as x001/x234/067."""
    digits = str(number)
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    parts = [digits[start : start + 3] for start in range(0, len(digits), 3)]
    return "/".join([*(f"x{part}" for part in parts[:-1]), parts[-1]])


def read_path(path: str) -> Tile:
    """Return the tile of a path, which is written in one way only; raises LogRefused (no_tile)."""
    found = PATH.fullmatch(path)
    try:
        if found is None:
            raise ValueError(path)
        tile = _tile(found)
        if tile.path != path or not tile.level <= MAX_LEVEL or not 1 <= tile.width <= WIDTH:
            raise ValueError(path)
    except ValueError:
        raise LogRefused("no_tile", {"path": path[:80]}) from None
    return tile


def _tile(found: re.Match[str]) -> Tile:
    level = ENTRIES if found["level"] == "entries" else read_number(found["level"])
    index = int(found["index"].replace("x", "").replace("/", ""))
    if index > MAX_NUMBER:
        raise ValueError(index)
    return Tile(level, index, WIDTH if found["width"] is None else read_number(found["width"]))


def tile_at(level: int, index: int, size: int) -> Tile:
    """Return the tile as it stands in a log of `size` entries; its width may be 0 or less there."""
    return Tile(level, index, min(WIDTH, level_width(level, size) - index * WIDTH))


def level_width(level: int, size: int) -> int:
    """How many hashes (entries) a level has in a log of `size` entries."""
    return size >> (HEIGHT * max(level, 0))


def levels(size: int) -> range:
    """The levels that a log of `size` entries has, entry bundles first."""
    return range(ENTRIES, max(0, (size.bit_length() + HEIGHT - 1) // HEIGHT)) if size else range(0)


def tiles_of(size: int) -> Iterator[Tile]:
    """Every tile and bundle of a log of `size` entries, level by level from the entries up."""
    return tiles_between(0, size)


def tiles_between(old: int, new: int) -> Iterator[Tile]:
    """The tiles and bundles that a log of `new` entries has and one of `old` entries had not."""
    for level in levels(new):
        before, after = level_width(level, old), level_width(level, new)
        if after > before:
            for index in range(before // WIDTH, -(-after // WIDTH)):
                yield tile_at(level, index, new)


def pack(entries: Iterable[bytes]) -> bytes:
    """Return the bundle of some entries; raises LogRefused (entry_too_long)."""
    parts = []
    for entry in entries:
        if len(entry) > MAX_ENTRY_BYTES:
            raise LogRefused("entry_too_long", {"limit": MAX_ENTRY_BYTES, "got": len(entry)})
        parts += [len(entry).to_bytes(2, "big"), entry]
    return b"".join(parts)


def unpack(bundle: bytes, path: str = "") -> list[bytes]:
    """Return the entries of a bundle; raises LogRefused (bundle_torn) naming `path`."""
    entries, place = [], 0
    while place < len(bundle):
        start = place + 2
        place = start + int.from_bytes(bundle[place:start], "big")
        entries.append(bundle[start:place])
    if place != len(bundle):
        raise LogRefused("bundle_torn", {"path": path})
    return entries


def split_hashes(data: bytes, tile: Tile) -> list[bytes]:
    """Return the hashes of a tile; raises LogRefused (tile_length)."""
    if len(data) != tile.width * HASH_BYTES:
        fields = {"path": tile.path, "expected": tile.width * HASH_BYTES, "got": len(data)}
        raise LogRefused("tile_length", fields)
    return [data[place : place + HASH_BYTES] for place in range(0, len(data), HASH_BYTES)]


def fold(hashes: list[bytes]) -> bytes:
    """Return the root over a power of two of hashes."""
    while len(hashes) > 1:
        pairs = zip(hashes[::2], hashes[1::2], strict=True)
        hashes = [node_hash(left, right) for left, right in pairs]
    return hashes[0]


class TileNodes:
    """The `Nodes` of a log of `size` entries, read from its tiles; each tile is read once.

    `read` returns the bytes of a tile. Memory: 8 KiB a tile that was asked for.
    """

    def __init__(self, read: Callable[[Tile], bytes], size: int) -> None:
        self._read = read
        self._size = size
        self._tiles: dict[Tile, list[bytes]] = {}

    def __call__(self, level: int, index: int) -> bytes:
        """Return the hash over leaves [index · 2^level, (index + 1) · 2^level)."""
        inside = level % HEIGHT
        first = index << inside
        tile = tile_at(level // HEIGHT, first // WIDTH, self._size)
        place = first % WIDTH
        return fold(self.hashes(tile)[place : place + (1 << inside)])

    def hashes(self, tile: Tile) -> list[bytes]:
        """Return the hashes of a tile; raises LogRefused (tile_length)."""
        if tile not in self._tiles:
            self._tiles[tile] = split_hashes(self._read(tile), tile)
        return self._tiles[tile]
