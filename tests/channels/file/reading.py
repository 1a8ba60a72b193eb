"""Reading files in tests: what came of each row, at a fixed time."""

from datetime import datetime

import pytest

from kiemtin.channels.file.inbound import Bad, FileRefused, Good, read_rows
from kiemtin.channels.shape import VIETNAM, Inbound

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=VIETNAM)
TEXTS = ["Nghe nói đập Nậm Pung vỡ rồi, có đúng không?", "Lũ về đến xã mình chưa?"]
CSV = "nội dung,ngày,kênh\n" + "".join(f'"{text}",22/11/2026,Zalo\n' for text in TEXTS)


def read(data: bytes | str, name: str = "tin.csv") -> list[Good | Bad]:
    """Every row."""
    raw = data.encode() if isinstance(data, str) else data
    return list(read_rows(raw, name, now=NOW))


def items(data: bytes | str) -> list[Inbound]:
    """The messages of the good rows."""
    return [row.inbound for row in read(data) if isinstance(row, Good)]


def bad(data: bytes | str) -> list[tuple[int, str]]:
    """Line and code of the bad rows."""
    return [(row.line, row.code) for row in read(data) if isinstance(row, Bad)]


def refused(data: bytes | str, name: str = "tin.csv") -> FileRefused:
    """Why the whole file is refused, before any row is read."""
    with pytest.raises(FileRefused) as caught:
        read_rows(data.encode() if isinstance(data, str) else data, name)
    assert caught.value.vi() != caught.value.en()
    return caught.value
