"""An entry is written in one way only and read back from exactly those bytes."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.canonical_json import NotCanonical
from kiemtin.record.entry import KINDS, MAX_BYTES, Entry, read_entry
from kiemtin.record.merkle import leaf_hash
from kiemtin.record.refusal import RecordRefused

AT = datetime(2026, 11, 22, 14, 5, tzinfo=timezone(timedelta(hours=7)))
ENTRY = Entry("publication", AT, bytes(range(32)))
ENTRIES = st.builds(
    Entry,
    st.sampled_from(KINDS),
    st.datetimes(datetime(2020, 1, 1), timezones=st.just(UTC)),
    st.binary(min_size=32, max_size=32),
)


@given(ENTRIES)
def test_an_entry_reads_back(entry: Entry) -> None:
    data = entry.to_bytes()
    assert read_entry(data) == entry
    assert len(data) <= MAX_BYTES


def test_the_bytes_and_the_leaf_are_pinned() -> None:
    assert ENTRY.to_bytes() == (
        b'{"commitment":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",'
        b'"kind":"publication","made_at":"2026-11-22T07:05:00.000000Z","v":"kiemtin-entry-v1"}'
    )
    assert ENTRY.leaf() == leaf_hash(ENTRY.to_bytes())


def read_or_none(data: bytes) -> Entry | None:
    try:
        return read_entry(data)
    except RecordRefused:
        return None


@given(ENTRIES, st.data())
def test_any_changed_byte_is_another_entry_or_none(entry: Entry, data: st.DataObject) -> None:
    raw = bytearray(entry.to_bytes())
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    assert read_or_none(bytes(raw)) != entry


@given(st.binary() | st.text().map(str.encode))
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(RecordRefused) as caught:
        read_entry(data)
    assert caught.value.code == "entry_unreadable"


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        ENTRY.to_bytes() + b" ",
        ENTRY.to_bytes().replace(b"entry-v1", b"entry-v2"),
        ENTRY.to_bytes().replace(b'"kind":"publication"', b'"kind":5'),
        ENTRY.to_bytes().replace(b"{", b'{"x":1,', 1),
        ENTRY.to_bytes().replace(b"000000Z", b"000000"),
    ],
)
def test_bytes_that_are_nearly_an_entry_are_refused(data: bytes) -> None:
    with pytest.raises(RecordRefused) as caught:
        read_entry(data)
    assert "kiemtin-entry-v1" in caught.value.vi()


def test_what_is_no_entry_cannot_be_made() -> None:
    with pytest.raises(RecordRefused, match="publication"):
        Entry("gossip", AT, bytes(32))
    with pytest.raises(RecordRefused, match="32 bytes"):
        Entry("publication", AT, bytes(31))
    with pytest.raises(NotCanonical, match="time zone"):
        Entry("publication", AT.replace(tzinfo=None), bytes(32))
