"""Checking a whole log: every entry, every tile and every kept checkpoint, with its public keys.

Nothing in the folder is believed: all hashes are made anew from the entries.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kiemtin.record import merkle
from kiemtin.record.checkpoint import Checkpoint, open_checkpoint
from kiemtin.record.fetch_refusal import FetchRefused
from kiemtin.record.keys import VerifierKey
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.reader import CHECKPOINT, STATE, LogSource, tile_or_none
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.tiles import (
    ENTRIES,
    WIDTH,
    Tile,
    TileNodes,
    fold,
    level_width,
    pack,
    split_hashes,
    tiles_of,
)

MOST_NAMED = 10
"""How many altered entries are named one by one."""

LIMITS = ("revoked_fits", "revoked_differs")


@dataclass
class Report:
    """What was found: the log's checkpoint if one holds, how many kept ones hold, what is wrong.

    `limits` are kept checkpoints that only a revoked key signed: no fault of the log.
    `note` is the signed checkpoint as it lay there.
    """

    checkpoint: Checkpoint | None = None
    kept: int = 0
    findings: list[RecordRefused] = field(default_factory=list)
    limits: list[RecordRefused] = field(default_factory=list)
    note: bytes = b""
    root_at: Callable[[int], bytes] = lambda size: b""

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return self.checkpoint is not None and not self.findings

    def text_at(self, size: int) -> str | None:
        """What the log had to sign when it had `size` entries; None where it never could."""
        if not self.holds or self.checkpoint is None or not 0 <= size <= self.checkpoint.size:
            return None
        return str(Checkpoint(self.checkpoint.origin, size, self.root_at(size)))


def verify_folder(
    source: LogSource,
    keys: Sequence[VerifierKey],
    origin: str | None = None,
    known: Mapping[str, bytes] | None = None,
    revoked: Sequence[VerifierKey] = (),
) -> Report:
    """Check a log's folder, or the log at an address, against `keys`.

    `known` are checkpoints from elsewhere, by name; what `revoked` keys signed is not believed,
    and only compared. Every finding is a RecordRefused in the report;
    none is raised.
    """
    report = Report()
    try:
        report.note = source.file(CHECKPOINT)
        report.checkpoint = open_checkpoint(report.note, keys, origin)
        log = _Log(source, report.checkpoint.size)
        report.root_at = log.root
        report.findings += _contents(log, report.checkpoint)
        report.findings += _files(log)
        report.findings += _state(log, report.checkpoint)
        signers = _Signers(report.checkpoint.origin, keys, revoked)
        for size, name in source.kept().items():
            _count(report, _kept(log, signers, name, size))
        for name, data in (known or {}).items():
            _count(report, _checkpoint(log, signers, (name, data), None))
    except RecordRefused as refused:
        report.findings.append(refused)
    return report


@dataclass(frozen=True)
class _Signers:
    """Whose checkpoints these can be, and which keys are believed and which are not."""

    origin: str
    believed: Sequence[VerifierKey]
    revoked: Sequence[VerifierKey]


def _count(report: Report, found: list[RecordRefused]) -> None:
    report.limits += [one for one in found if one.code in LIMITS]
    report.findings += [one for one in found if one.code not in LIMITS]
    report.kept += not found


class _Log:
    """The entries of a log of `size`, and every hash made from them.

    Memory: about 200 bytes an entry and the entry itself.
    """

    def __init__(self, source: LogSource, size: int) -> None:
        """Read all entries; raises LogRefused (file_missing, bundle_…)."""
        self.folder, self.size = source, size
        self.there = set(source.tile_files(size))
        self.bundles: list[list[bytes]] = []
        for tile in tiles_of(size):
            if tile.level != ENTRIES:
                break
            self.bundles.append(source.entries(tile))
        leaves = [merkle.leaf_hash(entry) for bundle in self.bundles for entry in bundle]
        self.levels = [leaves]
        while len(self.levels[-1]) >= WIDTH:
            self.levels.append(_above(self.levels[-1]))

    def data(self, tile: Tile) -> bytes:
        """What a tile or bundle must hold."""
        if tile.level == ENTRIES:
            return pack(self.bundles[tile.index][: tile.width])
        start = tile.index * WIDTH
        return b"".join(self.levels[tile.level][start : start + tile.width])

    def root(self, size: int) -> bytes:
        """The root over the first `size` entries."""
        return merkle.root(TileNodes(self.data, self.size), size)


def _above(hashes: list[bytes]) -> list[bytes]:
    whole = len(hashes) // WIDTH * WIDTH
    return [fold(hashes[start : start + WIDTH]) for start in range(0, whole, WIDTH)]


def _contents(log: _Log, checkpoint: Checkpoint) -> Iterator[RecordRefused]:
    """The entries lead to the signed root; if not, which of them do not."""
    if log.root(log.size) == checkpoint.root:
        return
    logged = _logged_leaves(log, checkpoint)
    if logged is None:
        fields = {"path": CHECKPOINT, "size": checkpoint.size}
        yield LogRefused("checkpoint_differs", fields)
        return
    leaves = log.levels[0]
    wrong = [index for index, leaf in enumerate(leaves) if leaf != logged[index]]
    if Counter(leaves) == Counter(logged):
        yield LogRefused("reordered", {"first": wrong[0], "last": wrong[-1]})
        return
    for index in wrong[:MOST_NAMED]:
        yield LogRefused("entry_altered", {"index": index})


def _logged_leaves(log: _Log, checkpoint: Checkpoint) -> list[bytes] | None:
    """The leaf hashes of the tiles, if they are the signed ones."""
    leaves: list[bytes] = []
    try:
        for tile in tiles_of(log.size):
            if tile.level == 0:
                leaves += split_hashes(log.folder.tile(tile), tile)
    except LogRefused:
        return None
    levels = [leaves]
    while len(levels[-1]) >= WIDTH:
        levels.append(_above(levels[-1]))

    def read(tile: Tile) -> bytes:
        start = tile.index * WIDTH
        return b"".join(levels[tile.level][start : start + tile.width])

    return leaves if merkle.root(TileNodes(read, log.size), log.size) == checkpoint.root else None


def _files(log: _Log) -> Iterator[RecordRefused]:
    """Every file that the log must have is there, and each that is there is right."""
    for tile in tiles_of(log.size):
        if tile.path not in log.there and tile.full.path not in log.there:
            yield LogRefused("file_missing", {"path": tile.path})
    for name in sorted(log.there):
        try:
            yield from _file(log, name)
        except FetchRefused:
            # Whoever does not answer is not asked for every other file too.
            raise
        except RecordRefused as refused:
            yield refused


def _file(log: _Log, name: str) -> Iterator[RecordRefused]:
    tile = tile_or_none(name)
    if tile is None:
        yield LogRefused("strange_file", {"path": name})
    elif tile.index * WIDTH + tile.width > level_width(tile.level, log.size):
        yield LogRefused("beyond", {"path": name, "size": log.size})
    elif log.folder.tile(tile) != log.data(tile):
        yield LogRefused("tile_altered", {"path": name})


def _state(log: _Log, checkpoint: Checkpoint) -> Iterator[RecordRefused]:
    if log.folder.has(STATE) and log.folder.file(STATE) != str(checkpoint).encode():
        yield LogRefused("state_differs")


def _kept(log: _Log, signers: _Signers, name: str, size: int) -> list[RecordRefused]:
    """What is wrong with a checkpoint in the folder."""
    try:
        data = log.folder.file(name)
    except LogRefused as refused:
        return [refused]
    return _checkpoint(log, signers, (name, data), size)


def _checkpoint(
    log: _Log, signers: _Signers, file: tuple[str, bytes], size: int | None
) -> list[RecordRefused]:
    """What is wrong with a checkpoint beside the entries; `size` is the one in its name, if any."""
    name, data = file
    try:
        checkpoint = open_checkpoint(data, signers.believed, signers.origin)
    except RecordRefused as refused:
        if refused.code == "not_signed" and (limit := _of_revoked(log, signers, file)):
            return [limit]
        reasons = {"path": name, "reason_vi": refused.vi(), "reason_en": refused.en()}
        return [LogRefused("checkpoint_refused", reasons)]
    fields = {"path": name, "size": checkpoint.size}
    if size is not None and checkpoint.size != size:
        return [LogRefused("checkpoint_name", fields)]
    if checkpoint.size > log.size:
        kept = {"path": name, "kept": checkpoint.size, "size": log.size}
        return [LogRefused("cut_short", kept)]
    if log.root(checkpoint.size) != checkpoint.root:
        return [LogRefused("checkpoint_differs", fields)]
    return []


def _of_revoked(log: _Log, signers: _Signers, file: tuple[str, bytes]) -> RecordRefused | None:
    """What there is to say of a checkpoint that a revoked key signed; None of any other."""
    name, data = file
    try:
        checkpoint = open_checkpoint(data, signers.revoked, signers.origin)
    except RecordRefused:
        return None
    fits = checkpoint.size <= log.size and log.root(checkpoint.size) == checkpoint.root
    code = "revoked_fits" if fits else "revoked_differs"
    return LogRefused(code, {"path": name, "size": checkpoint.size})
