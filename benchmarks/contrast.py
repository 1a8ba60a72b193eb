"""Reads claim_contrast_vi and turns it into entries and queries; says what is missing."""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from kiemtin.matching.rows import Fields
from kiemtin.matching.types import Entry, Query

DEFAULT = Path("../shared/data")
FOLDER = "claim_contrast_vi"
OWN = tuple(
    Path(__file__).resolve().parent / name
    for name in ("contrast_own", "contrast_own_2", "contrast_own_3")
)
"""The project's own sets, by three authors who had not seen the matcher."""
UNSEEN = Path(__file__).resolve().parent / "contrast_own_4"
"""By a fifth author; only measured, never fitted on, and no row of it is looked at."""
STRANGERS = "vi_social/posts.jsonl"
_STRANGERS_DAY = date(2025, 10, 1)


@dataclass(frozen=True)
class Case:
    """One query with the id that is right (None: no entry is), its kind and its family."""

    id: str
    query: Query
    expect: str | None
    kind: str
    family: str


@dataclass(frozen=True)
class Contrast:
    """The library, its cases, each entry's family, and the beginning of each file's hash."""

    entries: tuple[Entry, ...]
    cases: tuple[Case, ...]
    families: dict[str, str]
    hashes: dict[str, str]


def missing(data: Path) -> list[str]:
    """Return which of the files that are read are not in the folder `data`."""
    files = [f"{FOLDER}/library.jsonl", f"{FOLDER}/queries.jsonl", STRANGERS]
    return [name for name in files if not (data / name).is_file()]


def strangers(data: Path) -> tuple[Case, ...]:
    """Read real posts that have nothing to do with the library: none of them has an answer.

    They keep the model honest about what most messages are; without them it is fitted on a
    world in which every message is about some entry.
    """
    rows, _ = _rows(data / STRANGERS)
    return tuple(
        Case(row["id"], Query(row["text"], _STRANGERS_DAY), None, "unrelated", f"Z{at // 60:02}")
        for at, row in enumerate(rows)
    )


def read(data: Path) -> Contrast:
    """Read claim_contrast_vi from the folder `data`."""
    return read_set(data / FOLDER)


def each(data: Path) -> dict[str, Contrast]:
    """Read claim_contrast_vi and the project's own sets, by the names of their folders."""
    return {FOLDER: read(data)} | {folder.name: read_set(folder) for folder in OWN}


def every(data: Path) -> Contrast:
    """Read them as one library with all its messages."""
    sets = each(data)
    return Contrast(
        tuple(entry for one in sets.values() for entry in one.entries),
        tuple(case for one in sets.values() for case in one.cases),
        {key: family for one in sets.values() for key, family in one.families.items()},
        {
            f"{name} {part}": digest
            for name, one in sets.items()
            for part, digest in one.hashes.items()
        },
    )


def read_set(folder: Path) -> Contrast:
    """Read a library and its messages from `folder`.

    A message without a day of its own is taken to be sent on the day of the first fact-check of
    its family (of the library, for a family without entry): "14/8" is read from there.
    """
    library, hash_of_library = _rows(folder / "library.jsonl")
    queries, hash_of_queries = _rows(folder / "queries.jsonl")
    days: dict[str, date] = {}
    for row in library:
        day = date.fromisoformat(row["date"])
        days[row["family"]] = min(day, days.get(row["family"], day))
    first = min(days.values())
    return Contrast(
        tuple(_entry(row) for row in library),
        tuple(_case(row, days.get(row["family"], first)) for row in queries),
        {row["id"]: row["family"] for row in library},
        {"library": hash_of_library, "queries": hash_of_queries},
    )


def _entry(row: dict[str, Any]) -> Entry:
    place = Fields(row).place()
    return Entry(row["id"], row["claim"], row["summary"], place, date.fromisoformat(row["date"]))


def _case(row: dict[str, Any], day: date) -> Case:
    sent = date.fromisoformat(row["date"]) if row.get("date") else day
    query = Query(row["text"], sent)
    return Case(row["id"], query, row["expect"], row["kind"], row["family"])


def _rows(path: Path) -> tuple[list[dict[str, Any]], str]:
    raw = path.read_bytes()
    return [json.loads(line) for line in raw.splitlines()], sha256(raw).hexdigest()[:12]
