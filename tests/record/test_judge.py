"""Forged, altered, expired, superseded and withdrawn bulletins are told apart."""

from datetime import date
from typing import Any

import pytest

from kiemtin.record.judge import SIGNED, STATES, Judgement, judge
from kiemtin.record.keys import SignerKey
from kiemtin.record.statement import sign_statement
from kiemtin.record.statement_code import from_code, to_code
from tests.support.bulletins import FOREIGN, KEY, KEYS, KNOWN, LOST, OLD, TODAY, at, statement


def code(signer: SignerKey = KEY, **changes: Any) -> str:
    return to_code(sign_statement(statement(**changes), signer))


def altered() -> str:
    """The true one with another verdict."""
    data = bytearray(from_code(code()).to_bytes())
    data[7] = 1
    return to_code(from_code_bytes(bytes(data)))


def from_code_bytes(data: bytes) -> Any:
    from kiemtin.record.statement import read_statement

    return read_statement(data)


CASES = [
    ("holds", code()),
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
    ("altered", altered()),
    ("unknown_key", code(FOREIGN)),
    ("malformed", code()[:-4]),
    ("malformed", "Đập vỡ"),
]


def told(text: str, today: date = TODAY) -> Judgement:
    return judge(text, KEYS, KNOWN, today)


@pytest.mark.parametrize(("state", "text"), CASES)
def test_each_is_told_apart(state: str, text: str) -> None:
    judgement = told(text)
    assert judgement.state == state
    assert (judgement.signed is None) == (state == "malformed")
    assert (judgement.refused is None) == (state in SIGNED)
    assert (judgement.key is None) == (state in ("malformed", "unknown_key"))


def test_the_cases_show_every_state() -> None:
    assert {state for state, _text in CASES} == set(STATES)


def test_the_newer_version_is_named() -> None:
    newest = told(code(number=7, version=2)).newest
    assert newest is not None
    assert (newest.version, newest.kind) == (3, "amendment")
    assert told(code(number=7, version=3)).newest is None


def test_without_a_list_nobody_knows_whether_it_is_the_newest() -> None:
    judgement = judge(code(number=7, version=1), KEYS, None, TODAY)
    assert (judgement.state, judgement.as_of) == ("holds", None)
    assert told(code()).as_of == at(11, 22)


def test_a_clock_that_is_behind_does_not_make_an_old_bulletin_good() -> None:
    assert told(code(valid_until=date(2026, 11, 21)), today=date(2026, 11, 1)).state == "expired"


def test_a_collision_of_key_ids_does_not_hide_the_key_that_signed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from kiemtin.record.keys import VerifierKey

    monkeypatch.setattr(VerifierKey, "key_id", property(lambda self: b"same"))
    assert told(code()).state == "holds"
    assert told(code(FOREIGN)).state == "altered"
