"""One part of a kept index: a folder with the entries and arrays of some rows; it never changes."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.dense import DenseBlock
from kiemtin.matching.lexical import LexicalBlock
from kiemtin.matching.segment import Segment, merge
from kiemtin.matching.types import Entry

_WORDS = ("terms", "starts", "rows", "counts", "lengths", "frequency")
_VECTORS = {name: f"vector_{name}" for name in ("codes", "scales", "signs", "starts")}
"""Attributes of a DenseBlock and the names of their files."""
_DATES = ("date", "valid_from", "valid_until")


def kept(folder: Path, one: Segment, entries: Mapping[str, Entry]) -> Segment:
    """Return the segment with the name of its part in `folder`, written now if it is not there.

    `entries` holds those of the rows alive. Raises OSError when it cannot be written.
    """
    if one.part and (folder / one.part).is_dir():
        return one
    if one.size < len(one.ids):
        one = merge((one,))  # of rows that are gone the entries are gone too
    path = Path(tempfile.mkdtemp(prefix="part-", dir=folder))
    _write_entries(path / "entries.jsonl", [entries[str(name)] for name in one.ids])
    for name, array in _arrays(one).items():
        np.save(path / f"{name}.npy", array)
    return replace(one, part=path.name)


def read(path: Path, dim: int | None) -> tuple[Segment, list[Entry]]:
    """Return the rows in `path`, mapped, and their entries in order; `dim`: see `store.load`.

    Raises OSError, ValueError, KeyError or TypeError when it is not what `kept` has written.
    """
    entries = _read_entries(path / "entries.jsonl")
    words = LexicalBlock(**{name: _mapped(path, name) for name in _WORDS})
    vectors = None
    if dim is not None:
        vectors = DenseBlock(*(_mapped(path, name) for name in _VECTORS.values()))
        if vectors.codes.shape[1:] != (dim,):
            raise ValueError(f"vectors of shape {vectors.codes.shape}, expected (…, {dim})")
    if len(words) != len(entries) or (vectors and len(vectors) != len(entries)):
        raise ValueError("arrays and entries differ in number")
    ids = np.array([entry.id for entry in entries], dtype=np.str_)
    return Segment(ids, np.ones(len(ids), np.bool_), words, vectors, path.name), entries


def _arrays(segment: Segment) -> dict[str, NDArray[np.generic]]:
    arrays: dict[str, NDArray[np.generic]] = {name: getattr(segment.words, name) for name in _WORDS}
    if segment.vectors is not None:
        arrays |= {file: getattr(segment.vectors, name) for name, file in _VECTORS.items()}
    return arrays


def _mapped(path: Path, name: str) -> Any:
    # As a plain array: each slice of a memmap costs several microseconds.
    return np.asarray(np.load(path / f"{name}.npy", mmap_mode="r", allow_pickle=False))


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
