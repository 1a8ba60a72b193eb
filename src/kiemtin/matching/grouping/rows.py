"""Rows of files become messages and decisions; no row is dropped in silence."""

import re
from collections.abc import Iterator
from json import JSONDecoder
from typing import IO, Any, ClassVar, Literal, NamedTuple

from kiemtin.matching.grouping.decisions import Decision
from kiemtin.matching.jsonl import MAX_LINE, Object, Problem, kind, numbered, objects, objects_of
from kiemtin.matching.row_errors import BadRow
from kiemtin.matching.rows import MAX_ID, Fields
from kiemtin.refusal import Refusal, Say
from kiemtin.text.canonical import MAX_CHARS, TextRefused

_read = JSONDecoder().raw_decode
_WORD = re.compile(r"[^\W_]")


class BadDecision(Refusal):
    """A row that says no decision."""

    sentences: ClassVar = {
        "shape": Say(
            'cần {{"merge": [mã, mã]}} hoặc {{"split": [mã, mã]}} với hai mã khác nhau. '
            "Hãy sửa dòng này.",
            'expected {{"merge": [id, id]}} or {{"split": [id, id]}} with two different ids. '
            "Change this row.",
        ),
    }


class Message(NamedTuple):
    """A message with the id that its file gives it."""

    id: str
    text: str


def messages(stream: IO[bytes]) -> Iterator[Message | Problem]:
    """Yield the messages of JSON Lines with id and text; other fields are passed over."""
    lines: dict[str, int] = {}
    for line, raw in numbered(stream):
        message = _quick(raw)
        if message and lines.setdefault(message.id, line) == line:
            yield message
        else:
            yield from _careful(line, raw, lines)


def _quick(raw: bytes) -> Message | None:
    """Return the message of a line with nothing unusual, in a fraction of the time; else None."""
    try:
        text = raw.decode("utf-8")
        row, end = _read(text)
        name, said = row["id"], row["text"]
        usual = name.isprintable() and 0 < len(name) <= MAX_ID and 0 < len(said) <= MAX_CHARS
        usual = usual and (end == len(text) - 1 or not text[end:].strip()) and len(raw) <= MAX_LINE
        if usual and name[0] != " " and _WORD.search(said):
            return Message(name, said)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    return None


def _careful(line: int, raw: bytes, lines: dict[str, int]) -> Iterator[Message | Problem]:
    """Yield the message of a line, or what is wrong with it."""
    for one in objects_of(line, raw):
        if isinstance(one, Problem):
            yield one
            continue
        try:
            message = _message(one)
            if (first := lines.setdefault(message.id, one.line)) != one.line:
                raise BadRow("same_id", {"line": first})
        except Refusal as refused:
            yield Problem(one.line, refused)
        else:
            yield message


def plain(stream: IO[bytes]) -> Iterator[Message | Problem]:
    """Yield each line as a message with its number, from 1, as id; blank lines are passed over."""
    for line, raw in enumerate(stream, 1):
        try:
            text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8").strip()
            if text:
                yield Message(str(line), _checked(text))
        except UnicodeDecodeError as error:
            yield Problem(line, BadRow("bytes", {"at": error.start + 1}))
        except Refusal as refused:
            yield Problem(line, refused)


def decisions(stream: IO[bytes]) -> Iterator[tuple[int, Decision] | Problem]:
    """Yield what a person decided, with the line that says so, in order."""
    for one in objects(stream):
        if isinstance(one, Problem):
            yield one
            continue
        try:
            yield one.line, _decision(one.fields)
        except BadDecision as refused:
            yield Problem(one.line, refused)


def _message(row: Object) -> Message:
    fields = Fields(row.fields)
    name, text = fields.id(), row.fields.get("text")
    if text is None:
        raise BadRow("missing", {"field": "text"})
    if not isinstance(text, str):
        raise BadRow("type", {"field": "text", "got": kind(text)})
    return Message(name, _checked(text))


def _checked(text: str) -> str:
    if len(text) > MAX_CHARS:
        raise TextRefused("too_long", {"length": len(text), "limit": MAX_CHARS})
    if not _WORD.search(text):
        raise TextRefused("empty", {"length": len(text)})
    return text


def _decision(fields: Any) -> Decision:
    kinds: tuple[Literal["merge", "split"], ...] = ("merge", "split")
    said = [one for one in kinds if one in fields]
    pair = fields[said[0]] if len(said) == 1 else None
    if not isinstance(pair, list) or len(pair) != 2 or pair[0] == pair[1]:
        raise BadDecision("shape")
    if not all(isinstance(one, str) for one in pair):
        raise BadDecision("shape")
    return Decision(said[0], pair[0], pair[1])
