"""Reads the sets on which only the ranking is measured: questions, and what should come first."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kiemtin.text.fold import fold


@dataclass(frozen=True)
class Question:
    """A text, the ids that answer it, and those that are left out of its ranking."""

    text: str
    relevant: frozenset[str]
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Ranked:
    """A set: documents by id, its questions, and what is asked of it (measure and least value)."""

    name: str
    documents: dict[str, str]
    questions: tuple[Question, ...]
    measure: str
    least: float


def available(data: Path) -> Iterator[Ranked]:
    """Give the sets that are in the folder `data`, those without tone marks behind their own."""
    for name, reader in READERS.items():
        if not (data / name).is_dir():
            print(f"not in {data}: {name}. It is left out.")
            continue
        found = reader(data / name)
        yield found
        if name == "vifactcheck":
            bare = tuple(replace(one, text=fold(one.text)) for one in found.questions)
            yield replace(found, name=f"{name}, marks stripped", questions=bare, least=0.92)


def vifactcheck(folder: Path) -> Ranked:
    """Claims of the test part, each with the one passage it was written from."""
    documents = {row["id"]: row["text"] for row in _rows(folder / "evidence.jsonl")}
    asked = [
        Question(row["claim"], frozenset([row["evidence_id"]]))
        for row in _rows(folder / "claims.jsonl")
        if row["split"] == "test" and row["evidence_id"]
    ]
    return Ranked("vifactcheck", documents, tuple(asked), "S@1", 0.93)


def crossoutlet(folder: Path) -> Ranked:
    """A headline, and those of other papers about the same rumour."""
    documents = {row["id"]: row["title"] for row in _rows(folder / "library.jsonl")}
    asked = [
        Question(row["text"], frozenset(row["relevant"]), frozenset(row["exclude"]))
        for row in _rows(folder / "queries.jsonl")
    ]
    return Ranked("vn_debunk_crossoutlet", documents, tuple(asked), "S@1", 0.82)


def xquad(folder: Path) -> Ranked:
    """Questions and the paragraph with the answer."""
    documents = {row["id"]: row["text"] for row in _rows(folder / "passages.jsonl")}
    asked = [
        Question(row["text"], frozenset(row["relevant"])) for row in _rows(folder / "queries.jsonl")
    ]
    return Ranked("xquad_vi", documents, tuple(asked), "S@1", 0.95)


def checkthat(folder: Path) -> Ranked:
    """English tweets of the development part and the claims that others have checked."""
    rows = _rows(folder / "verified_claims.jsonl")
    documents = {row["id"]: f"{row['claim']}\n{row['title']}" for row in rows}
    asked = [
        Question(row["text"], frozenset(row["relevant"]))
        for row in _rows(folder / "queries.jsonl")
        if row["split"] == "dev"
    ]
    return Ranked("checkthat2022_2a_en, dev", documents, tuple(asked), "MAP@5", 0.90)


READERS: dict[str, Callable[[Path], Ranked]] = {
    "vifactcheck": vifactcheck,
    "vn_debunk_crossoutlet": crossoutlet,
    "xquad_vi": xquad,
    "checkthat2022_2a_en": checkthat,
}


def measures(rankings: list[list[str]], questions: tuple[Question, ...]) -> dict[str, float]:
    """Return S@1, R@10 and MAP@5 (one right place a question counts) of rankings, best first."""
    places = [_place(ids, one) for ids, one in zip(rankings, questions, strict=True)]
    count = len(places)
    return {
        "S@1": sum(at == 1 for at in places) / count,
        "R@10": sum(at is not None and at <= 10 for at in places) / count,
        "MAP@5": sum(1 / at for at in places if at and at <= 5) / count,
    }


def _place(ids: list[str], question: Question) -> int | None:
    kept = [one for one in ids if one not in question.left_out]
    return next((at for at, one in enumerate(kept, 1) if one in question.relevant), None)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
