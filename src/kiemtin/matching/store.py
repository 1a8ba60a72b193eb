"""Keeps an index in a folder, memory-mapped when it is read back.

The rows lie in parts that never change. Each save writes the parts that are new, then a list of
all that belong together, and switches the name in CURRENT: a reader finds the old state or the new
one, never half of one, and reads no part twice.
"""

import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from kiemtin.matching import parts
from kiemtin.matching.errors import IndexUnusable
from kiemtin.matching.segment import Segment
from kiemtin.matching.types import Entry

FORMAT = 3
"""Raised whenever terms, arrays or scores change meaning; an index of another is rebuilt."""
_UNREADABLE = (OSError, ValueError, KeyError, TypeError, EOFError)
"""What reading raises of a file that is cut off, empty or something else; EOFError for numpy's."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a folder holds: the entries of all rows alive, and the parts with their rows."""

    encoder_name: str
    sequence: int
    entries: Mapping[str, Entry]
    segments: tuple[Segment, ...]
    generation: str = ""


def save(folder: Path, saved: Saved) -> Saved:
    """Write `saved` as the folder's next generation; returns it with the names of its parts.

    Only parts that are not there are written. Those of former generations are removed; a reader
    that still maps one keeps its pages until it lets go of them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    segments = tuple(parts.kept(folder, one, saved.entries) for one in saved.segments)
    generation = Path(tempfile.mkdtemp(prefix="generation-", dir=folder))
    for one in segments:
        if one.size < len(one.ids):
            np.save(generation / f"{one.part}.npy", np.flatnonzero(~one.alive).astype(np.int32))
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "encoder": saved.encoder_name,
        "sequence": saved.sequence,
        "entries": len(saved.entries),
        "parts": [one.part for one in segments],
    }
    (generation / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    pointer = folder / "CURRENT.new"
    pointer.write_text(generation.name, encoding="utf-8")
    pointer.replace(folder / "CURRENT")
    belongs = {generation.name, *manifest["parts"]}
    for old in (*folder.glob("generation-*"), *folder.glob("part-*")):
        if old.name not in belongs:
            shutil.rmtree(old, ignore_errors=True)
    return replace(saved, segments=segments, generation=generation.name)


def current(folder: Path) -> str:
    """Return the name of the generation in force. Raises IndexUnusable when there is none."""
    try:
        return (folder / "CURRENT").read_bytes().decode("utf-8").strip()
    except FileNotFoundError as error:
        raise IndexUnusable("absent", {"folder": folder.name}) from error
    except (OSError, ValueError) as error:
        raise IndexUnusable("broken", {"folder": folder.name, "why": error}) from error


def sequence_in(folder: Path) -> int:
    """Return the sequence that `folder` was saved with, and read no more of it.

    Raises IndexUnusable when there is none.
    """
    generation = current(folder)
    try:
        told = json.loads((folder / generation / "manifest.json").read_text(encoding="utf-8"))
        return int(told["sequence"])
    except _UNREADABLE as error:
        raise IndexUnusable("broken", {"folder": folder.name, "why": error}) from error


def load(
    folder: Path, encoder_name: str, dim: int | None = None, known: Saved | None = None
) -> Saved:
    """Read what `folder` holds. Raises IndexUnusable when absent, broken, or made otherwise.

    `dim`: the length that its vectors must have, None when there are none. `known`: what was read
    before; of its parts only what has gone since is read.
    """
    generation = current(folder)
    try:
        return _read(folder, generation, encoder_name, dim, known)
    except IndexUnusable:
        raise
    except _UNREADABLE as error:
        if current(folder) != generation:  # put out of force, and removed, while it was read
            return load(folder, encoder_name, dim, known)
        raise IndexUnusable("broken", {"folder": folder.name, "why": error}) from error


def _read(
    folder: Path, generation: str, encoder_name: str, dim: int | None, known: Saved | None
) -> Saved:
    manifest = json.loads((folder / generation / "manifest.json").read_text(encoding="utf-8"))
    _expect("other_version", folder.name, FORMAT, manifest["format"])
    _expect("other_encoder", folder.name, encoder_name, manifest["encoder"])
    held = {one.part: one for one in known.segments} if known else {}
    segments: list[Segment] = []
    fresh: list[Entry] = []
    for name in manifest["parts"]:
        gone = _gone(folder / generation / f"{name}.npy")
        one, entries = _thinned(held.get(name), gone), list[Entry]()
        if one is None:
            whole, entries = parts.read(folder / name, dim)
            one = whole.drop(gone) if gone else whole
        segments.append(one)
        fresh += [entry for entry, alive in zip(entries, one.alive, strict=False) if alive]
    entries_now = _left(known, segments) | {entry.id: entry for entry in fresh}
    if len(entries_now) != manifest["entries"]:
        raise ValueError(f"{len(entries_now)} entries, expected {manifest['entries']}")
    sequence = int(manifest["sequence"])
    return Saved(encoder_name, sequence, entries_now, tuple(segments), generation)


def _gone(path: Path) -> list[int]:
    return [int(row) for row in np.load(path, allow_pickle=False)] if path.exists() else []


def _thinned(one: Segment | None, gone: list[int]) -> Segment | None:
    """Return `one` without the rows `gone`; None when it is not held, or has lost others too."""
    left = one.drop(gone) if one and gone else one
    return left if left and len(left.ids) - left.size == len(gone) else None


def _left(known: Saved | None, segments: Sequence[Segment]) -> dict[str, Entry]:
    """Return what was read before without the rows that are gone since, or lie elsewhere now."""
    if known is None:
        return {}
    entries = dict(known.entries)
    alive = {one.part: one.alive for one in segments}
    for one in known.segments:
        still = alive.get(one.part)
        for name in one.ids[one.alive if still is None else one.alive & ~still]:
            del entries[str(name)]
    return entries


def _expect(code: str, folder: str, expected: object, got: object) -> None:
    if got != expected:
        raise IndexUnusable(code, {"folder": folder, "expected": expected, "got": got})
