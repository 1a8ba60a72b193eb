"""Reads JSON Lines one line at a time: each line is an object, or comes out with what is wrong.

Never holds more than one line, and no line of more than `MAX_LINE` bytes.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from kiemtin.matching.row_errors import BadRow, RowNote
from kiemtin.refusal import Refusal

MAX_LINE = 1_048_576
"""Bytes of a line: the longest text allowed, each character as two escapes, fits four times."""

_BOM = b"\xef\xbb\xbf"
_TYPES = {list: "[…]", dict: "{…}", bool: "true/false", type(None): "null"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What there is to say about a line, from 1; `kept` when nothing of it is lost."""

    line: int
    refusal: Refusal
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Object:
    """The object of a line, from 1."""

    line: int
    fields: Mapping[str, Any]


def objects(stream: IO[bytes]) -> Iterator[Object | Problem]:
    """Yield what stands in each line, in order. Blank lines and byte order marks are notes."""
    for line, raw in numbered(stream):
        yield from objects_of(line, raw)


def objects_of(line: int, raw: bytes) -> Iterator[Object | Problem]:
    """Yield what stands in one line, which has this number."""
    if raw.startswith(_BOM):
        yield Problem(line, RowNote("bom"), kept=True)
    try:
        text = _text(raw.removeprefix(_BOM))
        if text:
            yield Object(line, _object(text))
        else:
            yield Problem(line, RowNote("blank"), kept=True)
    except BadRow as refused:
        yield Problem(line, refused)


def kind(value: object) -> str:
    """Return what a JSON value is, for a sentence: {…}, […], null, true/false, or a number."""
    return _TYPES.get(type(value), "“…”" if isinstance(value, str) else str(value)[:20])


def numbered(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Number the lines; of one that is too long the beginning only, longer than allowed."""
    number = 0
    while raw := stream.readline(MAX_LINE + 1):
        number += 1
        rest = raw
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_LINE)
        yield number, raw


def _text(raw: bytes) -> str:
    if len(raw) > MAX_LINE:
        raise BadRow("long_line", {"limit": MAX_LINE})
    try:
        return raw.decode("utf-8").strip()
    except UnicodeDecodeError as error:
        raise BadRow("bytes", {"at": error.start + 1}) from None


def _object(text: str) -> Mapping[str, Any]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadRow("json", {"why": f"{error.msg}, {error.colno}"}) from None
    except (ValueError, RecursionError) as error:  # a number or a nesting beyond all measure
        raise BadRow("json", {"why": type(error).__name__}) from None
    if not isinstance(value, dict):
        raise BadRow("object", {"got": kind(value)})
    return value
