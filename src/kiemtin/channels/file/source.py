"""A text file opened for reading: its kind, encoding and columns, told from its content alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO, TextIOWrapper
from itertools import islice
from pathlib import PurePath

from kiemtin.channels.file.columns import field_of, fields_of
from kiemtin.channels.file.delimited import Lines, find_delimiter, records
from kiemtin.channels.file.encoding import Encoding, sniff
from kiemtin.channels.file.jsonl import names, objects
from kiemtin.channels.file.settings import MAX_BYTES, MAX_ROWS, MIB
from kiemtin.channels.refusal import FileRefused, RowRefused
from kiemtin.media.magic import kind_of

Row = tuple[int, Mapping[str, str] | RowRefused]
"""A row's first line, from 1, and its known fields as text or what is wrong with it."""

_NAME_CHARS = 80


@dataclass(frozen=True)
class Source:
    """A file as it will be read. `kind` is "csv" or "jsonl"; `delimiter` is "" for JSONL;
    `header` holds the column names, for JSONL those of the first object."""

    name: str
    kind: str
    encoding: Encoding
    delimiter: str
    header: tuple[str, ...]
    data: bytes = field(repr=False)

    @property
    def known(self) -> dict[str, str]:
        """Column name → field, for the columns that are read."""
        return {name: known for name in self.header if (known := field_of(name))}

    @property
    def ignored(self) -> tuple[str, ...]:
        """The names of columns that are not read."""
        return tuple(name for name in self.header if name.strip() and not field_of(name))

    def rows(self) -> Iterator[Row]:
        """Yield the rows from the first; each call reads the file anew."""
        lines = text_lines(self.data, self.encoding)
        return objects(lines) if self.kind == "jsonl" else _csv_rows(Lines(lines), self)

    def require_few_rows(self) -> None:
        """Raise FileRefused (too_many_rows) when there are more than MAX_ROWS."""
        line_ends = self.data.count(b"\n") + self.data.count(b"\r")
        if line_ends > MAX_ROWS and any(islice(self.rows(), MAX_ROWS, None)):
            raise FileRefused("too_many_rows", {"name": self.name, "limit": MAX_ROWS})


def open_source(data: bytes, name: str) -> Source:
    """Return the file opened; raises FileRefused when no row of it can be read."""
    shown = shown_name(name)
    if len(data) > MAX_BYTES:
        size, limit = -(-len(data) // MIB), MAX_BYTES // MIB
        raise FileRefused("too_big", {"name": shown, "size": size, "limit": limit})
    if kind_of(data) != "unknown":
        raise FileRefused("not_text", {"name": shown})
    encoding = sniff(data)
    if encoding is None:
        raise FileRefused("encoding", {"name": shown})
    lines = Lines(text_lines(data, encoding))
    first = lines.skip_blank()
    if not first.strip("\x00"):
        raise FileRefused("empty", {"name": shown})
    if first.startswith("["):
        raise FileRefused("json_array", {"name": shown})
    if first.startswith("{"):
        return Source(shown, "jsonl", encoding, "", tuple(names(first)), data)
    delimiter = find_delimiter(lines)
    return Source(shown, "csv", encoding, delimiter, _header(lines, delimiter, shown), data)


def shown_name(name: str) -> str:
    """Return a file's name fit to be shown: no folders, no control or direction characters."""
    plain = "".join(char for char in PurePath(name).name if char.isprintable())
    return plain[:_NAME_CHARS] or "?"


def text_lines(data: bytes, encoding: Encoding) -> Iterator[str]:
    """Yield the lines with their ends, decoded piece by piece."""
    return TextIOWrapper(BytesIO(data), encoding.name, encoding.errors, newline="")


def _header(lines: Lines, delimiter: str, name: str) -> tuple[str, ...]:
    _, header = next(records(lines, delimiter), (0, RowRefused("quotes")))
    if isinstance(header, RowRefused):
        raise FileRefused("broken_header", {"name": name})
    fields_of(header, name)
    return tuple(header)


def _csv_rows(lines: Lines, source: Source) -> Iterator[Row]:
    lines.skip_blank()
    find_delimiter(lines)
    fields = fields_of(source.header, source.name)
    for line, cells in islice(records(lines, source.delimiter), 1, None):
        if isinstance(cells, RowRefused):
            yield line, cells
        elif len(cells) != len(fields):
            yield line, RowRefused("columns", {"got": len(cells), "expected": len(fields)})
        else:
            pairs = zip(fields, cells, strict=True)
            yield line, {known: cell for known, cell in pairs if known is not None}
