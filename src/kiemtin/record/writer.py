"""The one writer of a log: appends so that no crash at any moment leaves an unreadable log.

Order: entries → tiles → to the disk → state → to the disk → sign → publish by renaming. What was
not yet in the state was never signed, so it is thrown away at the next opening; what was is signed
again, and Ed25519 gives the same signature.
"""

import fcntl
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from kiemtin.record import disk, merkle
from kiemtin.record.checkpoint import Checkpoint, sign_checkpoint
from kiemtin.record.edge import Edge
from kiemtin.record.keys import SignerKey, VerifierKey
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.notes import Signature, add_signatures, split_note
from kiemtin.record.reader import CHECKPOINT, LOCK, STATE, LogFolder, kept_name
from kiemtin.record.recovery import clean, read_state
from kiemtin.record.tiles import ENTRIES, WIDTH, Tile


class LogWriter:
    """An open log; close it, or use it as a context. One process and one thread at a time.

    Opening makes a new log in an empty folder and mends what a crash left. It raises LogRefused
    (busy, damaged, backwards, other_log, cannot_write …) and then has changed nothing. `earlier`
    are keys whose signature the newest checkpoint may still have; `also` sign beside `signer`.
    """

    def __init__(
        self,
        folder: Path,
        signer: SignerKey,
        *,
        earlier: Sequence[VerifierKey] = (),
        also: Sequence[SignerKey] = (),
    ) -> None:
        self.folder = LogFolder(folder)
        self._signer = signer
        self._signers = [signer, *also]
        self._keys = [signer.verifier, *earlier]
        self._broken = False
        try:
            disk.make_folder(folder)
            self._lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise _cannot_write(error) from None
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._edge = self._open()
        except BlockingIOError:
            self.close()
            raise LogRefused("busy", {"folder": folder.name}) from None
        except OSError as error:
            self.close()
            raise _cannot_write(error) from None
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the next writer in; does nothing the second time."""
        if self._lock >= 0:
            os.close(self._lock)
        self._lock = -1

    @property
    def size(self) -> int:
        """How many entries are in the log."""
        return self._edge.size

    def append(self, entries: Sequence[bytes], first: int | None = None) -> Checkpoint:
        """Add entries in their order, durable and published on return; give the new checkpoint.

        With `first`, the entries must become number `first` and following: a repeated call is
        refused instead of logging twice. Raises LogRefused (other_place, entry_too_long,
        cannot_write); after cannot_write the log must be opened again to know what stands.
        """
        if self._broken or self._lock < 0:
            raise LogRefused("not_open")
        if first is not None and first != self.size:
            raise LogRefused("other_place", {"expected": self.size, "got": first})
        edge, files = self._edge.grown(entries)
        checkpoint = Checkpoint(self._signer.name, edge.size, edge.root())
        if edge.size > self.size:
            self._broken = True
            try:
                self._write(files, checkpoint)
            except OSError as error:
                raise _cannot_write(error) from None
            self._edge, self._broken = edge, False
        return checkpoint

    def cosigned(self, text: str, signatures: Sequence[Signature]) -> bool:
        """Add witnesses' lines to the checkpoint of this text; False when the log has gone on.

        The lines must have been checked. Every reader finds the old note or the new one. Raises
        LogRefused (not_open, cannot_write), NoteRefused (too_many_signatures).
        """
        if self._broken or self._lock < 0:
            raise LogRefused("not_open")
        note = self.folder.file(CHECKPOINT)
        if split_note(note)[0] != text:
            return False
        grown = add_signatures(note, signatures)
        try:
            for name in (kept_name(self.size), CHECKPOINT):
                path = self.folder.path / name
                disk.replace(disk.prepare(path, grown), path)
        except OSError as error:
            raise _cannot_write(error) from None
        return True

    def _write(self, files: dict[Tile, bytes], checkpoint: Checkpoint) -> None:
        self._write_tiles(files)
        self._write_state(checkpoint)
        self._publish(checkpoint)
        self._drop_partial(files)

    def _write_tiles(self, files: dict[Tile, bytes]) -> None:
        folders: dict[Path, None] = {}
        for tile, data in files.items():
            path = self.folder.path / tile.path
            disk.make_folder(path.parent)
            disk.write(path, data)
            folders[path.parent] = None
        for folder in folders:
            disk.sync_folder(folder)

    def _write_state(self, checkpoint: Checkpoint) -> None:
        path = self.folder.path / STATE
        disk.replace(disk.prepare(path, str(checkpoint).encode()), path)
        disk.sync_folder(self.folder.path)

    def _publish(self, checkpoint: Checkpoint) -> None:
        # The folder need not be synced once more: a publication that a power cut undoes is made
        # again from the state.
        path = self.folder.path / CHECKPOINT
        waiting = disk.prepare(path, sign_checkpoint(checkpoint, self._signers))
        disk.link(waiting, self.folder.path / kept_name(checkpoint.size))
        disk.replace(waiting, path)

    def _drop_partial(self, files: dict[Tile, bytes]) -> None:
        for tile in files:
            if tile.width == WIDTH:
                self._drop_folder(self.folder.path / f"{tile.path}.p")

    @staticmethod
    def _drop_folder(partial: Path) -> None:
        if partial.is_dir():
            for path in partial.iterdir():
                disk.remove(path)
            partial.rmdir()

    def _open(self) -> Edge:
        state, published = read_state(self.folder, self._keys)
        if state is None:
            state = Checkpoint(self._signer.name, 0, merkle.EMPTY_ROOT)
            self._write_state(state)
        edge = _edge(self.folder, state)
        clean(self.folder, state.size)
        if published != state or not self.folder.has(kept_name(state.size)):
            self._publish(state)
        return edge


def _edge(folder: LogFolder, state: Checkpoint) -> Edge:
    """The edge as it lies on the disk; raises LogRefused (damaged, tile_length, …)."""
    nodes = folder.nodes(state.size)
    if merkle.root(nodes, state.size) != state.root:
        raise LogRefused("damaged", {"path": f"{STATE} ({state.size})"})
    bundle: list[bytes] = []
    tiles: list[list[bytes]] = []
    level, width = 0, state.size
    while width:
        last = Tile(level, width // WIDTH, width % WIDTH)
        tiles.append(nodes.hashes(last) if last.width else [])
        level, width = level + 1, width // WIDTH
    if state.size % WIDTH:
        last = Tile(ENTRIES, state.size // WIDTH, state.size % WIDTH)
        bundle = folder.entries(last)
        if [merkle.leaf_hash(entry) for entry in bundle] != tiles[0]:
            raise LogRefused("damaged", {"path": last.path})
    return Edge(state.size, bundle, tiles)


def _cannot_write(error: OSError) -> LogRefused:
    return LogRefused("cannot_write", {"problem": error.strerror or type(error).__name__})
