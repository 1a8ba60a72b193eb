"""Reading a log from its folder: tiles, entries and checkpoints; nothing is believed yet."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from kiemtin.record import merkle
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.merkle import HASH_BYTES
from kiemtin.record.tiles import (
    ENTRIES,
    WIDTH,
    Tile,
    TileNodes,
    pack,
    read_path,
    tile_at,
    unpack,
)

CHECKPOINT = "checkpoint"
STATE = "state"
LOCK = "lock"
TILES = "tile"
KEPT = re.compile(r"checkpoint\.(0|[1-9][0-9]{0,18})")


class LogSource(Protocol):
    """Where a log is read from: a folder, or an address. Methods raise LogRefused."""

    def file(self, name: str) -> bytes:
        """Return the bytes of a file by its path below the log."""

    def has(self, name: str) -> bool:
        """Whether the file is known to be there."""

    def tile(self, tile: Tile) -> bytes:
        """Return the bytes of a tile or bundle; a partial one is cut from the full one if gone."""

    def entries(self, tile: Tile) -> list[bytes]:
        """Return the entries of a bundle."""

    def kept(self) -> Mapping[int, str]:
        """Return the checkpoints that are known to be kept, oldest first: size → name."""

    def tile_files(self, size: int) -> Iterator[str]:
        """The files below tile/ that are known, or that a log of `size` must have."""


class LogFolder:
    """A log on disk: `checkpoint`, the kept `checkpoint.SIZE`, and `tile/`.

    Methods raise LogRefused (file_missing, cannot_read).
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def file(self, name: str) -> bytes:
        """Return the bytes of a file by its path below the folder."""
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            raise LogRefused("file_missing", {"path": name}) from None
        except OSError as error:
            raise LogRefused("cannot_read", {"path": name, "problem": error.strerror}) from None

    def has(self, name: str) -> bool:
        """Whether the file is there."""
        return (self.path / name).is_file()

    def tile(self, tile: Tile) -> bytes:
        """Return the bytes of a tile or bundle; a partial one is cut from the full one if gone."""
        if tile.width == WIDTH or self.has(tile.path) or not self.has(tile.full.path):
            return self.file(tile.path)
        return cut(self.file(tile.full.path), tile)

    def entries(self, tile: Tile) -> list[bytes]:
        """Return the entries of a bundle; raises LogRefused (bundle_torn, bundle_length)."""
        return unpack_entries(self.tile(tile), tile)

    def entry(self, index: int, size: int) -> bytes:
        """Return one entry of a log of `size`; raises RecordRefused (out_of_range)."""
        merkle.require_index(index, size)
        return self.entries(tile_at(ENTRIES, index // WIDTH, size))[index % WIDTH]

    def nodes(self, size: int) -> TileNodes:
        """Return the `Nodes` of the log at `size`, for roots and proofs."""
        return TileNodes(self.tile, size)

    def kept(self) -> dict[int, str]:
        """Return the kept checkpoints, oldest first: size → name of the file."""
        names = (path.name for path in self.path.glob("checkpoint.*"))
        found = ((KEPT.fullmatch(name), name) for name in names)
        return dict(sorted((int(match[1]), name) for match, name in found if match))

    def tile_files(self, size: int = 0) -> Iterator[str]:
        """Every file below tile/, by its path below the folder, whatever the log's `size`."""
        for path in sorted((self.path / TILES).rglob("*")):
            if not path.is_dir():
                yield path.relative_to(self.path).as_posix()


def cut(whole: bytes, tile: Tile) -> bytes:
    """Return a partial tile or bundle from the bytes of its full one; raises LogRefused."""
    if tile.level == ENTRIES:
        return pack(unpack(whole, tile.full.path)[: tile.width])
    return whole[: tile.width * HASH_BYTES]


def unpack_entries(bundle: bytes, tile: Tile) -> list[bytes]:
    """Return the entries of a bundle; raises LogRefused (bundle_torn, bundle_length)."""
    entries = unpack(bundle, tile.path)
    if len(entries) != tile.width:
        fields = {"path": tile.path, "expected": tile.width, "got": len(entries)}
        raise LogRefused("bundle_length", fields)
    return entries


def kept_name(size: int) -> str:
    """Return the name under which the checkpoint of `size` is kept."""
    return f"{CHECKPOINT}.{size}"


def tile_or_none(name: str) -> Tile | None:
    """Return the tile that a file is by its name, or None."""
    try:
        return read_path(name)
    except LogRefused:
        return None
