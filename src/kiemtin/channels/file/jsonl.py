"""Objects of a JSONL file with the line each stands on."""

import json
from collections.abc import Iterable, Iterator

from kiemtin.channels.file.columns import field_of
from kiemtin.channels.refusal import RowRefused

Object = tuple[int, dict[str, str] | RowRefused]
"""A line's number, from 1, and its known fields as text or what is wrong with it."""


def objects(lines: Iterable[str]) -> Iterator[Object]:
    """Yield every line that is not blank."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, _read(line)


def names(line: str) -> list[str]:
    """Return the keys of one line, [] when it is no object."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return []
    return list(value) if isinstance(value, dict) else []


def _read(line: str) -> dict[str, str] | RowRefused:
    try:
        pairs = json.loads(line, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError):
        return RowRefused("json")
    if not isinstance(pairs, _Pairs):
        return RowRefused("json")
    try:
        return _fields(pairs)
    except RowRefused as refused:
        return refused


class _Pairs(list[tuple[str, object]]):
    """An object as it was written, keys in order and repeated where they repeat."""


def _fields(pairs: _Pairs) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, value in pairs:
        field = field_of(name)
        if field is None:
            continue
        if field in fields:
            raise RowRefused("double_column", {"column": name[:40]})
        fields[field] = _text(name, value)
    return fields


def _text(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    raise RowRefused("value", {"column": name[:40], "got": type(value).__name__.strip("_").lower()})
