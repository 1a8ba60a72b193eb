"""Keeps an index in a folder, memory-mapped when it is read back.

A folder holds generations: each save writes a new one beside the last and then switches the
name in CURRENT, so a reader finds the old state or the new one, never half of one.
"""

import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.dense import DenseBlock
from kiemtin.matching.errors import IndexUnusable
from kiemtin.matching.lexical import LexicalBlock
from kiemtin.matching.segment import Segment
from kiemtin.matching.types import Entry

FORMAT = 2
"""Raised whenever terms, arrays or scores change meaning; an index of another is rebuilt."""

_WORDS = ("terms", "starts", "rows", "counts", "lengths", "frequency")
_VECTORS = {name: f"vector_{name}" for name in ("codes", "scales", "signs", "starts")}
"""Attributes of a DenseBlock and the names of their files."""
_DATES = ("date", "valid_from", "valid_until")


@dataclass(frozen=True, slots=True)
class Saved:
    """What a folder holds: the entries in the order of the segment's rows."""

    encoder_name: str
    sequence: int
    entries: Sequence[Entry]
    segment: Segment | None


def save(folder: Path, saved: Saved) -> None:
    """Write `saved` as the folder's next generation and remove the ones before it.

    A reader that still maps an older generation keeps its pages until it lets go of them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    generation = Path(tempfile.mkdtemp(prefix="generation-", dir=folder))
    _write_entries(generation / "entries.jsonl", saved.entries)
    for name, array in _arrays(saved.segment).items():
        np.save(generation / f"{name}.npy", array)
    manifest = {
        "format": FORMAT,
        "encoder": saved.encoder_name,
        "sequence": saved.sequence,
        "entries": len(saved.entries),
        "vectors": saved.segment is not None and saved.segment.vectors is not None,
    }
    (generation / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    pointer = folder / "CURRENT.new"
    pointer.write_text(generation.name, encoding="utf-8")
    pointer.replace(folder / "CURRENT")
    for old in folder.glob("generation-*"):
        if old != generation:
            shutil.rmtree(old, ignore_errors=True)


def load(folder: Path, encoder_name: str, dim: int | None = None) -> Saved:
    """Read what `folder` holds. Raises IndexUnusable when absent, broken, or made otherwise.

    `dim`: the length that its vectors must have, None when there are none.
    """
    try:
        current = (folder / "CURRENT").read_bytes()
    except FileNotFoundError as error:
        raise IndexUnusable("absent", {"folder": folder.name}) from error
    try:
        generation = folder / current.decode("utf-8").strip()
        saved = _read(generation, folder.name, encoder_name)
        _check_length(saved.segment, dim)
    except IndexUnusable:
        raise
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexUnusable("broken", {"folder": folder.name, "why": error}) from error
    return saved


def _check_length(segment: Segment | None, dim: int | None) -> None:
    if segment is not None and segment.vectors is not None:
        got = segment.vectors.codes.shape
        if dim is None or got[1:] != (dim,):
            raise ValueError(f"vectors of shape {got}, expected (…, {dim})")


def _read(generation: Path, name: str, encoder_name: str) -> Saved:
    manifest = json.loads((generation / "manifest.json").read_text(encoding="utf-8"))
    _expect("other_version", name, FORMAT, manifest["format"])
    _expect("other_encoder", name, encoder_name, manifest["encoder"])
    entries = _read_entries(generation / "entries.jsonl")
    if len(entries) != manifest["entries"]:
        raise ValueError(f"{len(entries)} entries, expected {manifest['entries']}")
    segment = _read_segment(generation, entries, with_vectors=manifest["vectors"])
    return Saved(encoder_name, int(manifest["sequence"]), entries, segment)


def _expect(code: str, folder: str, expected: object, got: object) -> None:
    if got != expected:
        raise IndexUnusable(code, {"folder": folder, "expected": expected, "got": got})


def _arrays(segment: Segment | None) -> dict[str, NDArray[np.generic]]:
    if segment is None:
        return {}
    arrays: dict[str, NDArray[np.generic]] = {name: getattr(segment.words, name) for name in _WORDS}
    if segment.vectors is not None:
        arrays |= {file: getattr(segment.vectors, name) for name, file in _VECTORS.items()}
    return arrays


def _read_segment(
    generation: Path, entries: Sequence[Entry], *, with_vectors: bool
) -> Segment | None:
    if not entries:
        return None
    words = LexicalBlock(**{name: _mapped(generation, name) for name in _WORDS})
    vectors = (
        DenseBlock(*(_mapped(generation, name) for name in _VECTORS.values()))
        if with_vectors
        else None
    )
    if len(words) != len(entries) or (vectors and len(vectors) != len(entries)):
        raise ValueError("arrays and entries differ in number")
    ids = np.array([entry.id for entry in entries], dtype=np.str_)
    return Segment(ids, np.ones(len(ids), np.bool_), words, vectors)


def _mapped(generation: Path, name: str) -> Any:
    # As a plain array: each slice of a memmap costs several microseconds.
    return np.asarray(np.load(generation / f"{name}.npy", mmap_mode="r", allow_pickle=False))


def _write_entries(path: Path, entries: Sequence[Entry]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for entry in entries:
            out.write(json.dumps(_as_row(entry), ensure_ascii=False) + "\n")


def _read_entries(path: Path) -> list[Entry]:
    with path.open(encoding="utf-8") as lines:
        return [_as_entry(json.loads(line)) for line in lines]


def _as_row(entry: Entry) -> dict[str, str | None]:
    row: dict[str, str | None] = {
        "id": entry.id,
        "claim": entry.claim,
        "summary": entry.summary,
        "place": entry.place,
    }
    for name in _DATES:
        day = getattr(entry, name)
        row[name] = day.isoformat() if day else None
    return row


def _as_entry(row: dict[str, Any]) -> Entry:
    days = {name: date.fromisoformat(row[name]) if row[name] else None for name in _DATES}
    return Entry(row["id"], row["claim"], row["summary"], row["place"], **days)
