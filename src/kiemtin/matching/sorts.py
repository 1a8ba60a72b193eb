"""Common nouns of which a rumour means exactly one: an illness, a school level, a utility, a paper.

Names tell one bank from another, but nothing in a name tells measles from diphtheria. `nouns.txt`
lists by kind what excludes each other; synonyms share a line. Written for this project from the
kinds of rumours that desks meet; what is not listed is not compared.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from kiemtin.matching.types import Row, Span, Verdict
from kiemtin.text.details.message import Message
from kiemtin.text.details.phrases import Phrases

_ANY_DAY: Final = dt.date(2000, 1, 1)

Kinds = Phrases[tuple[str, str]]
"""Forms with the kind of thing and the meaning that they stand for."""


@cache
def _kinds() -> Kinds:
    """Read "# kind", "meaning: other form, …" and "!marked: forms that need their marks"."""
    table: dict[str, tuple[str, str]] = {}
    marked: set[str] = set()
    kind = ""
    text = files("kiemtin.matching").joinpath("nouns.txt").read_text(encoding="utf-8")
    for line in filter(None, map(str.strip, text.splitlines())):
        meaning, _, others = line.partition(":")
        forms = [form.strip() for form in others.split(",") if form.strip()]
        if line.startswith("#"):
            kind = line[1:].strip()
        elif meaning == "!marked":
            marked.update(forms)
        else:
            table |= dict.fromkeys((meaning, *forms), (kind, meaning))
    return Phrases(table, marked_only=marked)


@dataclass(frozen=True, slots=True)
class Noun:
    """A listed noun: what it means, as written, and where it stands."""

    meaning: str
    text: str
    span: Span


Nouns = Mapping[str, tuple[Noun, ...]]
"""The listed nouns of a text by table, in order; a table of which it has none is not there."""


def nouns(text: str) -> Nouns:
    """Return the listed nouns of `text`, typed with marks or wholly without."""
    message = Message(text, _ANY_DAY)
    found: dict[str, tuple[Noun, ...]] = {}
    for hit in _kinds().find(message):
        kind, meaning = hit.meaning
        start, end = message.scan.span(hit.start, hit.end)
        found[kind] = (*found.get(kind, ()), Noun(meaning, text[start:end], (start, end)))
    return found


def noun_rows(message: Nouns, claim: Nouns) -> list[Row]:
    """Return one row for each table of which both texts have a noun.

    They agree when anything is the same: who names two illnesses compares them.
    """
    rows = []
    for sort, claimed in claim.items():
        said = message.get(sort, ())
        same = [(a, b) for a in said for b in claimed if a.meaning == b.meaning]
        if said:
            one, other = same[0] if same else (said[0], claimed[0])
            verdict: Verdict = "agree" if same else "conflict"
            rows.append(Row("noun", one.text, other.text, verdict, one.span, other.span))
    return rows
