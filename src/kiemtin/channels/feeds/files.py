"""Items of a source that comes as a file: JSON lines, CSV, or ClaimReviews in JSON.

An item has title and text, and link and day where the file says so; a row that cannot be read is
told by its number, and the others are taken.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import ClassVar

from kiemtin.channels.feeds.claim_review import Check, read_checks
from kiemtin.channels.feeds.items import MAX_TITLE, Item, link_of
from kiemtin.channels.inbound import FetchFailed
from kiemtin.channels.payload import clean, name_of
from kiemtin.refusal import Refusal, Say

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 5_000
MAX_TEXT = 100_000
TOLD = 20
"""Rows that cannot be read and are named one by one."""

_BOM = (b"\xff\xfe", b"\xfe\xff")


class FileRefused(Refusal):
    """A file of which nothing was taken."""

    sentences: ClassVar = {
        "too_big": Say("Tệp nặng hơn {limit} MiB.", "The file has more than {limit} MiB."),
        "too_many": Say(
            "Tệp có hơn {limit} dòng. Hãy chia thành nhiều tệp.",
            "The file has more than {limit} rows. Divide it into several files.",
        ),
        "encoding": Say(
            "Tệp không phải chữ UTF-8. Hãy lưu lại dưới dạng UTF-8.",
            "The file is not in UTF-8. Save it as UTF-8.",
        ),
        "nothing": Say(
            "Không đọc được mục nào. Cần JSONL hoặc CSV với các cột title, text, link, published, "
            "hoặc ClaimReview dạng JSON.",
            "Nothing could be read. Expected JSONL or CSV with the columns title, text, link, "
            "published, or ClaimReview as JSON.",
        ),
    }


@dataclass(frozen=True)
class Told:
    """What a file holds; `bad` has the numbers, from 1, of the first rows that cannot be read, and
    `refused` how many those are in all."""

    items: tuple[Item, ...]
    checks: tuple[Check, ...]
    bad: tuple[int, ...] = ()
    refused: int = 0


def read_file(data: bytes, name: str, publisher: str) -> Told:
    """Return the items or fact-checks of a file; raises FileRefused."""
    if len(data) > MAX_BYTES:
        raise FileRefused("too_big", {"limit": MAX_BYTES // 1024 // 1024})
    try:
        text = data.decode("utf-16" if data.startswith(_BOM) else "utf-8-sig")
    except UnicodeError:
        raise FileRefused("encoding") from None
    checks = _checks(data, publisher)
    if checks:
        return Told((), checks)
    items: dict[str, Item] = {}
    bad: list[int] = []
    for number, row in enumerate(_rows(text, name), 1):
        if number > MAX_ROWS:
            raise FileRefused("too_many", {"limit": MAX_ROWS})
        item = _item(row)
        if item is None:
            bad.append(number)
        else:
            items.setdefault(item.id, item)
    if not items:
        raise FileRefused("nothing")
    return Told(tuple(items.values()), (), tuple(bad[:TOLD]), len(bad))


def _checks(data: bytes, publisher: str) -> tuple[Check, ...]:
    if b"ClaimReview" not in data:
        return ()
    try:
        return read_checks(data, publisher)
    except FetchFailed:
        return ()


def _rows(text: str, name: str) -> Iterator[Mapping[str, object] | None]:
    if name.lower().endswith(".csv") or not text.lstrip().startswith(("{", "[")):
        yield from _csv(text)
        return
    for line in text.splitlines():
        if line.strip():
            yield _object(line)


def _csv(text: str) -> Iterator[Mapping[str, object] | None]:
    first = text[: text.find("\n") + 1] or text
    mark = max(",;\t", key=first.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        for row in rows:
            yield {str(key).strip().lower(): value for key, value in row.items()}
    except csv.Error:
        yield None


def _object(line: str) -> Mapping[str, object] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _item(row: Mapping[str, object] | None) -> Item | None:
    said = row or {}
    title = " ".join(_word(said, "title", MAX_TITLE).split())
    text, link = _word(said, "text", MAX_TEXT), link_of(said.get("link"))
    if not title and not text:
        return None
    title = title or " ".join(text.split())[:120]
    own = _word(said, "id", 400) or link or name_of(title, text)
    return Item(own, title, text, link, _moment(_word(said, "published", 40)))


def _word(row: Mapping[str, object], name: str, most: int) -> str:
    found = row.get(name)
    return clean(found[:most]).strip() if isinstance(found, str) else ""


def _moment(said: str) -> datetime | None:
    for shape in ("", "%d/%m/%Y"):
        try:
            found = datetime.strptime(said, shape) if shape else datetime.fromisoformat(said)
        except ValueError:
            continue
        return found if found.tzinfo else datetime.combine(found, found.time() or time(), UTC)
    return None
