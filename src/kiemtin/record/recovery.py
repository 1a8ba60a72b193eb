"""What a log's folder says of itself when it is opened, and clearing away what a crash left."""

from collections.abc import Sequence

from kiemtin.record import disk, merkle
from kiemtin.record.checkpoint import Checkpoint, open_checkpoint, read_checkpoint
from kiemtin.record.keys import VerifierKey
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.note_refusal import NoteRefused
from kiemtin.record.reader import CHECKPOINT, STATE, TILES, LogFolder, tile_or_none
from kiemtin.record.tiles import WIDTH, Tile, level_width


def read_state(
    folder: LogFolder, keys: Sequence[VerifierKey]
) -> tuple[Checkpoint | None, Checkpoint | None]:
    """Return what was written last and what was published last; both None in a new log.

    Raises LogRefused (state_missing, backwards, other_log, damaged) and NoteRefused when the
    published checkpoint is of none of `keys`, which have one name.
    """
    published = None
    if folder.has(CHECKPOINT):
        published = open_checkpoint(folder.file(CHECKPOINT), keys)
    kept = folder.kept()
    if not folder.has(STATE):
        if published or kept or (folder.path / TILES).exists():
            raise LogRefused("state_missing")
        return None, None
    state = _state(folder)
    if state.origin != keys[0].name:
        raise LogRefused("other_log", {"expected": keys[0].name, "got": state.origin[:80]})
    newest = max([*kept, published.size if published else 0])
    if newest > state.size:
        raise LogRefused("backwards", {"newest": newest, "size": state.size})
    if published:
        _require_growth(folder, published, state)
    return state, published


def clean(folder: LogFolder, size: int) -> None:
    """Remove what an append that was cut off left: files beyond `size`, replaced partial ones.

    The former were never in the state, so never signed. Files that are no part of a log stay.
    """
    for name in list(folder.tile_files()):
        tile = tile_or_none(name)
        if tile and _is_left_over(tile, level_width(tile.level, size)):
            disk.remove(folder.path / name)
    for path in folder.path.glob(f"*{disk.NEW}"):
        disk.remove(path)


def _is_left_over(tile: Tile, width: int) -> bool:
    """Whether a level of this width lacks the tile, or has its full one in its place."""
    beyond = tile.index * WIDTH + tile.width > width
    return beyond or (tile.width < WIDTH and (tile.index + 1) * WIDTH <= width)


def _state(folder: LogFolder) -> Checkpoint:
    try:
        return read_checkpoint(folder.file(STATE).decode())
    except (NoteRefused, UnicodeDecodeError):
        raise LogRefused("damaged", {"path": STATE}) from None


def _require_growth(folder: LogFolder, published: Checkpoint, state: Checkpoint) -> None:
    if merkle.root(folder.nodes(state.size), published.size) != published.root:
        raise LogRefused("damaged", {"path": CHECKPOINT})
