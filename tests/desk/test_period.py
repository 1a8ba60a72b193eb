"""A month, a year or everything: from its first moment here to its last; nothing else is read."""

from datetime import UTC, datetime

import pytest

from kiemtin.desk.period import Period, read


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025", (2024, 12, 31), (2025, 12, 31)),
        ("2025-10", (2025, 9, 30), (2025, 10, 31)),
        ("2025-12", (2025, 11, 30), (2025, 12, 31)),
    ],
)
def test_it_begins_and_ends_at_midnight_here(
    text: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    found = read(text)
    assert found
    assert found.start == datetime(*start, 17, tzinfo=UTC)
    assert found.end == datetime(*end, 17, tzinfo=UTC)
    assert found.within("at") == {"at__gte": found.start, "at__lt": found.end}


def test_everything_has_no_bounds() -> None:
    assert read("") == Period("")
    assert Period("").within("at") == {}


@pytest.mark.parametrize(
    "text", ["x", "1999", "2025-13", "2025-1", "2025-10-01", "２０２５", "2025\n"]
)
def test_anything_else_is_no_period(text: str) -> None:
    assert read(text) is None
