"""A chain as a file that anyone can check: JSON or CSV, one entry a line, read back as written."""

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any, ClassVar

from kiemtin.canonical_json import canonical_json
from kiemtin.csv_cells import lines
from kiemtin.record.chain import Link
from kiemtin.refusal import Refusal, Say

FORMAT = "kiemtin-audit-v1"
WHOLE_NUMBERS = ("number", "actor", "desk", "object")
BODY = ("number", "made_at", "actor", "desk", "act", "kind", "object", "details")
COLUMNS = (*BODY, "previous", "hash")


class NotAChain(Refusal):
    """The file is none that this module wrote."""

    sentences: ClassVar = {
        "file": Say(
            "Tệp này không phải bản xuất sổ việc (JSON hoặc CSV). Hãy tải lại từ trang Sổ việc.",
            "This file is no export of the desk's book (JSON or CSV). Download it again from the "
            "Book page.",
        ),
        "entry": Say(
            "Mục thứ {place} trong tệp thiếu hoặc sai một ô. Hãy tải lại từ trang Sổ việc.",
            "Entry {place} of the file lacks a field or has a wrong one. Download it again from "
            "the Book page.",
        ),
    }


def as_json(links: Iterable[Link]) -> Iterator[str]:
    """The chain as one JSON document, piece by piece; a sealed entry has its hashes only."""
    yield f'{{"format":"{FORMAT}","entries":['
    between = "\n"
    for link in links:
        yield between + canonical_json(_row(link)).decode()
        between = ",\n"
    yield "\n]}\n"


def as_csv(links: Iterable[Link]) -> Iterator[str]:
    """The chain as CSV, piece by piece; the cells of a sealed entry but its hashes are empty."""
    yield from lines([COLUMNS])
    for link in links:
        row = _row(link)
        if "details" in row:
            row["details"] = canonical_json(row["details"]).decode()
        yield from lines([[_cell(row.get(name)) for name in COLUMNS]])


def _cell(value: object) -> object:
    return json.loads(canonical_json(value)) if value is not None else None


def _row(link: Link) -> dict[str, object]:
    body = {"number": link.number} if link.body is None else dict(link.body)
    return body | {"previous": link.previous, "hash": link.hash}


def read(text: str) -> list[Link]:
    """The entries of a file, in its order; raises NotAChain."""
    rows = _from_json(text) if text.lstrip("\ufeff \r\n").startswith("{") else _from_csv(text)
    return [_link(row, place) for place, row in enumerate(rows)]


def _from_json(text: str) -> list[Any]:
    try:
        document = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        raise NotAChain("file") from None
    entries = document.get("entries")
    if document.get("format") != FORMAT or not isinstance(entries, list):
        raise NotAChain("file")
    return entries


def _from_csv(text: str) -> list[Any]:
    try:
        rows = list(csv.reader(StringIO(text.lstrip("\ufeff"), newline=""), strict=True))
    except csv.Error:
        raise NotAChain("file") from None
    if not rows or tuple(rows[0]) != COLUMNS:
        raise NotAChain("file")
    return [_typed(row, place) for place, row in enumerate(rows[1:])]


def _typed(cells: list[str], place: int) -> dict[str, object]:
    if len(cells) != len(COLUMNS):
        raise NotAChain("entry", {"place": place})
    row: dict[str, object] = dict(zip(COLUMNS, cells, strict=True))
    if not row["act"]:
        row = {name: row[name] for name in ("number", "previous", "hash")}
    try:
        row |= {name: _number(row[name]) for name in WHOLE_NUMBERS if name in row}
        if "details" in row:
            row["details"] = json.loads(str(row["details"]))
    except (ValueError, RecursionError):
        raise NotAChain("entry", {"place": place}) from None
    return row


def _number(text: object) -> int | None:
    return int(str(text)) if text else None


def _link(row: Any, place: int) -> Link:
    if not isinstance(row, dict) or not isinstance(row.get("number"), int):
        raise NotAChain("entry", {"place": place})
    previous, hash_ = row.get("previous"), row.get("hash")
    if not isinstance(previous, str) or not isinstance(hash_, str):
        raise NotAChain("entry", {"place": place})
    body = {name: value for name, value in row.items() if name not in ("previous", "hash")}
    if body.keys() == {"number"}:
        return Link(row["number"], None, previous, hash_)
    if set(body) != set(BODY):
        raise NotAChain("entry", {"place": place})
    return Link(row["number"], body, previous, hash_)
