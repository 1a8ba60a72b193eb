"""Keys, statements and lists that the tests of bulletins share; the seeds are no secret.

Run as a module it writes tests/record/vectors/bulletins.json, which Python and browser judge alike.
"""

import json
from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from kiemtin.record.handover import KnownKey, hand_over
from kiemtin.record.keys import SignerKey
from kiemtin.record.known_list import KnownList, Newest, sign_list
from kiemtin.record.statement import Statement, read_statement, sign_statement
from kiemtin.record.statement_code import from_code, to_code

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


def code(signer: SignerKey = KEY, **changes: Any) -> str:
    """The code of a statement."""
    return to_code(sign_statement(statement(**changes), signer))


def with_byte(at_byte: int, value: int) -> str:
    """The code of the common statement with one byte changed; it must still be readable."""
    return to_code(read_statement(_changed(at_byte, value)))


def _changed(at_byte: int, value: int) -> bytes:
    data = bytearray(from_code(code()).to_bytes())
    data[at_byte] = value
    return bytes(data)


def _raw(data: bytes) -> str:

    return urlsafe_b64encode(data).decode().rstrip("=")


def cases() -> list[dict[str, str]]:
    """Codes with the state in which each is found, judged by KEYS and KNOWN on TODAY."""
    whole = from_code(code()).to_bytes()
    states = [
        ("holds", code()),
        ("holds", f"{SITE}/ma/#{code()}"),
        ("holds", code(number=7, version=3, kind="amendment")),
        ("holds", code(number=7, version=4, kind="update")),
        ("holds", code(valid_until=TODAY)),
        ("holds", code(valid_until=None)),
        ("holds", code(OLD, published_at=at(8, 31))),
        ("holds", code(OLD, published_at=at(9, 1))),
        ("superseded", code(number=7, version=2, kind="update")),
        ("superseded", code(number=7, version=1, valid_until=date(2026, 1, 1))),
        ("withdrawn", code(number=8)),
        ("withdrawn", code(number=8, version=2, kind="withdrawal")),
        ("withdrawn", code(number=9, version=2, kind="withdrawal")),
        ("expired", code(valid_until=date(2026, 11, 22))),
        ("key_ended", code(OLD, published_at=at(9, 2))),
        ("key_ended", code(LOST, published_at=at(11, 20))),
        ("key_doubtful", code(LOST, published_at=at(2, 20), number=7)),
    ]
    refused = [
        ("altered", "altered", with_byte(7, 1)),
        ("altered", "altered", with_byte(len(whole) - 1, whole[-1] ^ 1)),
        ("unknown_key", "unknown_key", code(FOREIGN)),
        ("malformed", "not_a_code", "Đập vỡ"),
        ("malformed", "not_a_code", "xinchao"),
        ("malformed", "not_a_code", code() + "="),
        ("malformed", "length", _raw(whole[:-3])),
        ("malformed", "length", _raw(whole + b"\x00")),
        ("malformed", "format", _raw(_changed(0, 2))),
        ("malformed", "number", _raw(_changed(5, 0))),
        ("malformed", "number", _raw(whole[:5] + b"\x8c\x00" + whole[6:])),
        ("malformed", "word", _raw(_changed(7, 6))),
        ("malformed", "date", _raw(_changed(9, 0xFF))),
        ("malformed", "text", _raw(whole.replace("Bàn".encode(), b"B\xff\xfen"))),
        ("malformed", "text", _raw(whole.replace("ẫ".encode(), "\u202e".encode()))),
        ("malformed", "too_long", "A" * 2004),
    ]
    return [{"state": state, "code": text} for state, text in states] + [
        {"state": state, "reason": reason, "code": text} for state, reason, text in refused
    ]


def lists() -> list[dict[str, str]]:
    """Notes with the key that a reader knows, and what becomes of them."""
    note = sign_list(KNOWN, KEY)
    unvouched = replace(KNOWN, keys=(*KNOWN.keys[:2], replace(KEYS[2], handover=None)))
    told = [
        ("opened", KEY, note),
        ("opened", OLD, note),
        ("not_handed_over", LOST, note),
        ("not_handed_over", OLD, sign_list(unvouched, KEY)),
        ("opened", KEY, sign_list(unvouched, KEY)),
        ("not_handed_over", FOREIGN, note),
        ("not_signed", KEY, sign_list(KNOWN, FOREIGN)),
        ("list_unreadable", KEY, note.replace(b"known-v1", b"known-v2")),
        ("wrong_signature", KEY, note.replace(b"newest 8 2", b"newest 8 3")),
        ("other_log", KEY, sign_list(replace(KNOWN, origin="other.example/log"), KEY)),
    ]
    return [
        {"says": says, "pinned": str(key.verifier), "note": data.decode()}
        for says, key, data in told
    ]


def vectors() -> dict[str, Any]:
    """Everything that tests/record/vectors/bulletins.json holds."""
    note = sign_list(KNOWN, KEY).decode()
    pinned = str(KEY.verifier)
    return {"today": str(TODAY), "pinned": pinned, "list": note, "cases": cases(), "lists": lists()}


if __name__ == "__main__":
    path = Path(__file__).parents[1] / "record/vectors/bulletins.json"
    path.write_text(json.dumps(vectors(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
