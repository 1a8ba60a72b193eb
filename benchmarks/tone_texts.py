"""Reads what the table of syllables is counted from and measured on, and keeps the two apart.

A headline that shares eight syllables in a row with a text of a measured set is left out of the
counts, and so are the headlines of the last days, on which the table is measured.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.spoken import phrases as spoken_phrases
from kiemtin.text.fold import syllables
from kiemtin.text.places.load import load
from kiemtin.text.restore.scan import NUMBER, STOP, scan
from kiemtin.text.syllable import is_syllable

DEFAULT = Path("../shared/data")
NEWS = "vn_news_headlines/articles.jsonl"
LAWS = "vn_laws/articles.jsonl"
HELD_OUT_FROM = "2025-11-25"
"""First of the six days, a twentieth of all headlines, that no count has seen."""

SHARED_RUN = 8
_MEASURED = (
    ("vn_debunk_crossoutlet/library.jsonl", ("title", "summary")),
    ("vn_debunk_crossoutlet/queries.jsonl", ("text",)),
    ("vifactcheck/claims.jsonl", ("claim",)),
    ("xquad_vi/queries.jsonl", ("text",)),
    ("claim_contrast_vi/queries.jsonl", ("text",)),
    ("vi_social/posts.jsonl", ("text",)),
)

Words = list[str]
Shingles = set[tuple[str, ...]]


@dataclass(frozen=True)
class Headlines:
    """Articles to count, as words; held-out titles; and how many were left out as measured."""

    counted: list[Words]
    held_out: list[str]
    left_out: int


def missing(data: Path) -> list[str]:
    """Return which of the files that are read are not in the folder `data`."""
    names = [NEWS, LAWS, *(name for name, _ in _MEASURED)]
    return [name for name in names if not (data / name).is_file()]


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Read a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def as_words(text: str) -> Words:
    """Return the model's words of a text between two stops."""
    words = [STOP]
    for token in scan(text).tokens:
        word = token.word if token.word == NUMBER or is_syllable(token.word) else STOP
        if word != STOP or words[-1] != STOP:
            words.append(word)
    return words if words[-1] == STOP else [*words, STOP]


def headlines(data: Path) -> Headlines:
    """Read titles with their summaries, each text once."""
    measured = _measured(data)
    counted: dict[tuple[str, ...], None] = {}
    held_out: list[str] = []
    left_out = 0
    for row in rows(data / NEWS):
        title, summary = row["title"], row.get("summary") or ""
        if (_shingles(title) | _shingles(summary)) & measured:
            left_out += 1
        elif row["day"] >= HELD_OUT_FROM:
            held_out.append(title)
        else:
            counted[(*as_words(title), *as_words(summary)[1:])] = None
    return Headlines([list(words) for words in counted], held_out, left_out)


def laws(data: Path) -> list[Words]:
    """Read public legal texts."""
    return [as_words(row["text"]) for row in rows(data / LAWS)]


def place_names() -> list[Words]:
    """Return the name of every place of the packaged gazetteer, old and new, with its kind."""
    return [as_words(f"{unit.word} {unit.name}") for unit in load()[1]]


def spoken() -> list[Words]:
    """Return this project's own phrases of everyday speech."""
    return [as_words(phrase) for phrase in spoken_phrases()]


def dictionary(path: Path) -> list[Words]:
    """Return the words of a word list, one a line, without the stops around them."""
    lines = path.read_text(encoding="utf-8").replace("_", " ").lower().splitlines()
    found = (as_words(line.replace("-", " "))[1:-1] for line in lines)
    return [words for words in found if len(words) in {2, 3, 4} and STOP not in words]


def _measured(data: Path) -> Shingles:
    found: Shingles = set()
    for name, fields in _MEASURED:
        for row in rows(data / name):
            for field in fields:
                found |= _shingles(row.get(field) or "")
    return found - {()}


def _shingles(text: str) -> Shingles:
    folded = syllables(text)
    count = max(1, len(folded) - SHARED_RUN + 1)
    return {tuple(folded[at : at + SHARED_RUN]) for at in range(count)} - {()}
