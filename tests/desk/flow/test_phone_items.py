"""An item is read into one of three shapes with what it says, or refused by a code."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from kiemtin.desk.flow import phone_items
from kiemtin.desk.flow.phone_items import Asked, ItemRefused, Recorded, Said
from kiemtin.desk.words_reach import Done

ITEM = {"id": str(UUID(int=7)), "at": 1_759_294_800_000}
NOON = datetime(2025, 10, 1, 5, tzinfo=UTC)


def test_each_kind_has_its_shape() -> None:
    said = {"kind": "done", "done": "posted", "broadcast": 3}
    asked = {"kind": "asked", "text": "Cầu sập?", "place": "15", "wants_answer": False}
    recorded = {"kind": "recording", "audio": b"OggS", "language": "hmn", "broadcast": 3}
    assert [phone_items.read(ITEM | one) for one in (said, asked, recorded)] == [
        Said(UUID(int=7), NOON, 3, Done.POSTED, ""),
        Asked(UUID(int=7), NOON, "Cầu sập?", "15", "other", False),
        Recorded(UUID(int=7), NOON, 3, "hmn", b"OggS"),
    ]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"kind": "erase"}, "kind"),
        ({"kind": "done", "done": "burnt", "broadcast": 3}, "shape"),
        ({"kind": "done", "done": "posted", "broadcast": "3"}, "broadcast"),
        ({"kind": "done", "done": "posted", "broadcast": 3, "language": "xx"}, "language"),
        ({"kind": "asked"}, "shape"),
        ({"kind": "recording", "broadcast": 3}, "no_audio"),
        ({"kind": "recording", "audio": b"OggS", "broadcast": 3}, "language"),
    ],
)
def test_what_fits_no_shape_is_refused(wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(ItemRefused) as refused:
        phone_items.read(ITEM | wrong)
    assert refused.value.code == code


def test_how_it_was_heard_is_other_when_unknown() -> None:
    item = phone_items.read(ITEM | {"kind": "asked", "text": "a", "heard_via": "smoke"})
    assert isinstance(item, Asked)
    assert item.heard_via == "other"


def test_a_moment_is_a_number() -> None:
    assert phone_items.moment_of(1_759_294_800_000.0) == NOON
    for wrong in ("1", None, True, [1]):
        with pytest.raises(ValueError, match="milliseconds"):
            phone_items.moment_of(wrong)
