"""What travels beside a proof opens the entry's commitment, or is refused."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.commitment import canonical_body, commit
from kiemtin.record.entry import Entry
from kiemtin.record.opening import Opening, read_opening
from kiemtin.record.refusal import RecordRefused

SALT = bytes(range(32))
BODY = {"fact_check": "dap-khong-vo-1", "version": 1}
WHEN = datetime(2025, 10, 1, 5, tzinfo=UTC)
ENTRY = Entry("publication", WHEN, commit(SALT, canonical_body(BODY))).to_bytes()
WHOLE = Opening(ENTRY, SALT, BODY)


def code(data: bytes) -> str:
    with pytest.raises(RecordRefused) as refused:
        read_opening(data).act()
    return refused.value.code


@pytest.mark.parametrize(
    "opening",
    [
        WHOLE,
        Opening(ENTRY),
        Opening(ENTRY, erased_by=9),
        Opening(ENTRY, SALT, BODY, {"claim": "Đập vỡ"}),
    ],
    ids=["whole", "erased", "erased by", "with content"],
)
def test_it_is_read_back_and_names_the_act(opening: Opening) -> None:
    again = read_opening(opening.to_bytes())
    assert again == opening
    assert again.act().kind == "publication"


def test_another_body_salt_or_entry_is_refused() -> None:
    other = Entry("publication", WHEN, b"\x01" * 32).to_bytes()
    for wrong in (
        Opening(ENTRY, SALT, BODY | {"version": 2}),
        Opening(ENTRY, bytes(32), BODY),
        Opening(other, SALT, BODY),
    ):
        assert code(wrong.to_bytes()) == "commitment_differs"


@pytest.mark.parametrize(
    "change",
    [
        {"salt": "00"},
        {"salt": "zz"},
        {"body": []},
        {"entry": "?"},
        {"content": "Đập vỡ"},
        {"more": 1},
        {"erased_by": 1},
    ],
)
def test_what_is_no_opening_is_refused(change: dict[str, object]) -> None:
    assert code(json.dumps(json.loads(WHOLE.to_bytes()) | change).encode()) == "opening_unreadable"


@pytest.mark.parametrize("number", [-1, True, "1", 1 << 63, 1.5])
def test_what_is_no_number_of_a_tombstone_is_refused(number: object) -> None:
    fields = json.loads(Opening(ENTRY).to_bytes()) | {"erased_by": number}
    assert code(json.dumps(fields).encode()) == "opening_unreadable"


@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert code(data) in {"opening_unreadable", "entry_unreadable"}


def test_deep_nesting_is_refused() -> None:
    assert code(b"[" * 100_000) == "opening_unreadable"
