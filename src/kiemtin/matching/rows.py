"""Rows of files become entries and queries, and a match becomes a row; no row is dropped in
silence.

Texts are taken in their canonical form, so a file is matched as the desk matches a message.
Fields that are not known are passed over.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any, Literal, TypeVar

from kiemtin.matching.jsonl import Problem, kind, objects
from kiemtin.matching.row_errors import BadRow
from kiemtin.matching.several import Part
from kiemtin.matching.types import Entry, Match, Query
from kiemtin.refusal import Refusal
from kiemtin.text.canonical import check_text
from kiemtin.text.checkable import Suggestion
from kiemtin.text.fold import fold
from kiemtin.text.places.written import PlaceRefused, read_place

MAX_ID = 200
"""Characters of an id; the index keeps every id in the room of the longest."""

_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_EVERYWHERE = {"ca nuoc", "toan quoc", "viet nam"}
_DATES = ("date", "valid_from", "valid_until")
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class QueryRow:
    """A message with the id that its file gives it."""

    id: str
    query: Query


class Fields:
    """The fields of one row, each checked as it is asked for."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self._fields = fields
        self.unclear: PlaceRefused | None = None

    def text(self, field: str) -> str:
        """Return text, "" when it is not there; raises BadRow (type)."""
        value = self._fields.get(field)
        if value is not None and not isinstance(value, str):
            raise BadRow("type", {"field": field, "got": kind(value)})
        return value or ""

    def needed(self, field: str) -> str:
        """Return the canonical form of a text; raises BadRow, or TextRefused: 10,000 characters."""
        if self._fields.get(field) is None:
            raise BadRow("missing", {"field": field})
        return check_text(self.text(field))

    def id(self) -> str:
        """Return the row's id as it is written; raises BadRow."""
        if self._fields.get("id") is None:
            raise BadRow("missing", {"field": "id"})
        written = self.text("id")
        if not written.strip():
            raise BadRow("empty_id")
        if len(written) > MAX_ID or _CONTROL.search(written):
            raise BadRow("bad_id", {"limit": MAX_ID})
        return written

    def date(self, field: str) -> dt.date | None:
        """Return a date written year-month-day, None when there is none; raises BadRow."""
        written = self.text(field).strip()
        try:
            return dt.date.fromisoformat(written) if written else None
        except ValueError:
            raise BadRow("date", {"field": field, "got": written[:20]}) from None

    def place(self) -> str | None:
        """Return a code; a place that cannot be told counts as none and is kept in `unclear`."""
        written = self.text("place").strip()
        try:
            return None if fold(written) in _EVERYWHERE else read_place(written)
        except PlaceRefused as refused:
            self.unclear = refused
            return None


Row = TypeVar("Row", Entry, QueryRow)


def entries(stream: IO[bytes]) -> Iterator[Entry | Problem]:
    """Yield the claims of a library: id, claim, optional summary, place, date, valid_from and
    valid_until.
    """
    return _rows(stream, _entry)


def queries(stream: IO[bytes], today: dt.date) -> Iterator[QueryRow | Problem]:
    """Yield messages: id, text, optional date and place; one without a date is of `today`."""
    return _rows(stream, lambda fields: _query(fields, today))


def result(
    row_id: str,
    match: Match,
    language: Literal["vi", "en"],
    parts: Sequence[Part] = (),
    suggested: Suggestion | None = None,
) -> dict[str, Any]:
    """Return a match as a row; a candidate's score is its probability, from 0 to 1.

    `claims` is there for a message with several: where each stands, and what it repeats.
    `checkable` says what the message itself seems to be, where that is given.
    """
    row: dict[str, Any] = {
        "id": row_id,
        "decision": match.decision,
        "match": match.id,
        "probability": round(match.probability, _DIGITS),
        "candidates": [
            {"id": one.id, "score": round(one.probability, _DIGITS)} for one in match.candidates
        ],
        "reasons": [one.vi() if language == "vi" else one.en() for one in match.reasons],
        "reason_codes": [one.code for one in match.reasons],
    }
    if suggested:
        row["checkable"] = _suggested(suggested, language)
    return row if len(parts) < 2 else row | {"claims": [_claim(part) for part in parts]}


def _suggested(found: Suggestion, language: Literal["vi", "en"]) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "reasons": [one.vi() if language == "vi" else one.en() for one in found.reasons],
        "reason_codes": [one.code for one in found.reasons],
    }


def _claim(part: Part) -> dict[str, Any]:
    return {
        "start": part.span[0],
        "end": part.span[1],
        "decision": part.match.decision,
        "match": part.match.id,
        "probability": round(part.match.probability, _DIGITS),
    }


def _rows(stream: IO[bytes], make: Callable[[Fields], Row]) -> Iterator[Row | Problem]:
    lines: dict[str, int] = {}
    for one in objects(stream):
        if isinstance(one, Problem):
            yield one
            continue
        fields = Fields(one.fields)
        try:
            row = make(fields)
            first = lines.setdefault(row.id, one.line)
            if first != one.line:
                raise BadRow("same_id", {"line": first})
        except Refusal as refused:
            yield Problem(one.line, refused)
            continue
        if fields.unclear:
            yield Problem(one.line, fields.unclear, kept=True)
        yield row


def _entry(fields: Fields) -> Entry:
    entry_id, claim = fields.id(), fields.needed("claim")
    summary = fields.needed("summary") if fields.text("summary").strip() else ""
    days = {name: fields.date(name) for name in _DATES}
    return Entry(entry_id, claim, summary, fields.place(), **days)


def _query(fields: Fields, today: dt.date) -> QueryRow:
    query_id, text, day = fields.id(), fields.needed("text"), fields.date("date")
    return QueryRow(query_id, Query(text, day or today, fields.place()))
