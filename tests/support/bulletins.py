"""Keys, statements and lists that the tests of bulletins share; the seeds are no secret."""

from datetime import UTC, date, datetime
from typing import Any

from kiemtin.record.handover import KnownKey, hand_over
from kiemtin.record.keys import SignerKey
from kiemtin.record.known_list import KnownList, Newest
from kiemtin.record.statement import Statement

SITE = "https://kiemtin.example.vn"
NAME = "kiemtin.example.vn/nhat-ky"
LOST, OLD, KEY, FOREIGN = (SignerKey(NAME, bytes([at]) * 32) for at in (1, 2, 3, 4))
TODAY = date(2026, 11, 23)


def at(month: int, day: int) -> datetime:
    """Nine o'clock in the morning there, of 2026."""
    return datetime(2026, month, day, 2, tzinfo=UTC)


KEYS = (
    KnownKey(LOST.verifier, at(1, 1), at(3, 1), "lost"),
    KnownKey(OLD.verifier, at(3, 1), at(9, 1), "rotated"),
    KnownKey(KEY.verifier, at(9, 1), handover=hand_over(OLD, KEY.verifier)),
)
KNOWN = KnownList(NAME, at(11, 22), KEYS, {7: Newest(3, "amendment"), 8: Newest(2, "withdrawal")})


def statement(**changes: Any) -> Statement:
    """A statement about a dam that did not fail."""
    fields: dict[str, Any] = {
        "number": 12,
        "version": 1,
        "verdict": "false",
        "kind": "first",
        "published_at": at(11, 20),
        "valid_until": date(2026, 12, 31),
        "log_index": 40,
        "desk": "Bàn kiểm tin tỉnh Lào Cai",
        "claim": "Đập thủy điện Nậm Mẫu bị vỡ tối 9/9/2024",
    }
    return Statement(**(fields | changes))
