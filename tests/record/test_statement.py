"""A signed statement comes back as it was made, and no altered one does."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.compact import MAX_NUMBER
from kiemtin.record.statement import (
    KINDS,
    MINUTES,
    VERDICTS,
    Statement,
    read_statement,
    sign_statement,
)
from kiemtin.record.statement_refusal import StatementRefused
from tests.record.test_compact import shown
from tests.support.bulletins import FOREIGN, KEY, statement

SIGNED = sign_statement(statement(), KEY)
WHOLE = SIGNED.to_bytes()
ORDER = 2**252 + 27742317777372353535851937790883648493
"""Of the group of Ed25519 (RFC 8032, 5.1): adding it to S would give a second signature."""

numbers = st.integers(1, MAX_NUMBER)
minutes = st.integers(0, MINUTES - 1).map(lambda m: datetime.fromtimestamp(60 * m, UTC))
days = st.integers(1, 65_535).map(lambda days: date(1970, 1, 1) + timedelta(days))
statements = st.builds(
    Statement,
    number=numbers,
    version=numbers,
    verdict=st.sampled_from(VERDICTS),
    kind=st.sampled_from(KINDS),
    published_at=minutes,
    valid_until=st.none() | days,
    log_index=st.integers(0, MAX_NUMBER),
    desk=shown,
    claim=shown,
)


def code(data: bytes) -> str:
    with pytest.raises(StatementRefused) as caught:
        read_statement(data)
    assert caught.value.vi() != caught.value.en()
    return caught.value.code


@given(statements)
def test_a_statement_comes_back(made: Statement) -> None:
    signed = sign_statement(made, KEY)
    back = read_statement(signed.to_bytes())
    assert back == signed
    assert back.statement == made
    assert back.holds(KEY.verifier)
    assert not back.holds(FOREIGN.verifier)


@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda rest: WHOLE[:40] + rest))
def test_whatever_is_read_is_written_alike(data: bytes) -> None:
    try:
        signed = read_statement(data)
    except StatementRefused:
        return
    assert signed.to_bytes() == data


def test_every_single_flipped_bit_is_noticed() -> None:
    for at in range(len(WHOLE) * 8):
        data = bytearray(WHOLE)
        data[at // 8] ^= 1 << at % 8
        try:
            assert not read_statement(bytes(data)).holds(KEY.verifier), at
        except StatementRefused:
            continue


def test_every_cut_and_every_byte_too_much_is_refused() -> None:
    for end in range(len(WHOLE)):
        assert code(WHOLE[:end]) == "length"
    assert code(WHOLE + b"\x00") == "length"
    assert code(WHOLE + WHOLE) == "length"


def test_there_is_no_second_signature_of_the_same() -> None:
    s = int.from_bytes(WHOLE[-32:], "little") + ORDER
    again = WHOLE[:-32] + s.to_bytes(32, "little")
    assert read_statement(again).statement == SIGNED.statement
    assert not read_statement(again).holds(KEY.verifier)


def test_a_signature_under_the_bare_bytes_does_not_count() -> None:
    bare = WHOLE[:-64] + KEY.sign(WHOLE[:-64])
    assert not read_statement(bare).holds(KEY.verifier)


@pytest.mark.parametrize(
    ("at", "byte", "expected"),
    [
        (0, 2, "format"),
        (5, 0, "number"),
        (6, 0, "number"),
        (7, 0, "word"),
        (7, 6, "word"),
        (8, 0, "word"),
        (8, 5, "word"),
        (9, 0xFF, "date"),
    ],
)
def test_what_no_table_has_is_refused(at: int, byte: int, expected: str) -> None:
    data = bytearray(WHOLE)
    data[at] = byte
    assert code(bytes(data)) == expected


NAIVE = datetime(2026, 11, 20, 9)
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"number": 0}, "number"),
    ({"version": 0}, "number"),
    ({"log_index": -1}, "number"),
    ({"verdict": "checking"}, "word"),
    ({"kind": "second"}, "word"),
    ({"published_at": NAIVE}, "date"),
    ({"published_at": datetime(2026, 11, 20, 9, 0, 1, tzinfo=UTC)}, "date"),
    ({"published_at": datetime(1969, 12, 31, tzinfo=UTC)}, "date"),
    ({"published_at": datetime(2149, 7, 1, tzinfo=UTC)}, "date"),
    ({"valid_until": date(1970, 1, 1)}, "date"),
    ({"valid_until": date(2149, 7, 1)}, "date"),
    ({"desk": ""}, "text"),
    ({"claim": "a\u202eb"}, "text"),
]


@pytest.mark.parametrize(("changes", "expected"), WRONG)
def test_what_cannot_be_written_is_refused(changes: dict[str, Any], expected: str) -> None:
    with pytest.raises(StatementRefused) as caught:
        statement(**changes)
    assert caught.value.code == expected
