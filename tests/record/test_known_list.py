"""The signed list: it comes back, and only from a key that the reader can believe."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.handover import KnownKey
from kiemtin.record.keys import VerifierKey
from kiemtin.record.known_list import KnownList, Newest, open_list, read_list, sign_list
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.statement import KINDS
from tests.support.bulletins import FOREIGN, KEY, KEYS, KNOWN, LOST, NAME, OLD, at

NOTE = sign_list(KNOWN, KEY)
entries = st.dictionaries(
    st.integers(1, 10**9), st.builds(Newest, st.integers(2, 99), st.sampled_from(KINDS)), max_size=9
)


def code(data: bytes, key: VerifierKey = KEY.verifier) -> str:
    with pytest.raises(RecordRefused) as caught:
        open_list(data, [key])
    return caught.value.code


@given(entries)
def test_a_list_comes_back(newest: dict[int, Newest]) -> None:
    known = replace(KNOWN, newest=newest)
    assert open_list(sign_list(known, KEY), [KEY.verifier]) == known
    assert read_list(str(known)) == known


def test_who_knows_the_key_before_takes_the_list_of_the_next() -> None:
    assert open_list(NOTE, [OLD.verifier]) == KNOWN
    assert open_list(NOTE, [FOREIGN.verifier, OLD.verifier]) == KNOWN


@pytest.mark.parametrize("key", [LOST.verifier, FOREIGN.verifier])
def test_a_key_that_nobody_vouched_for_is_not_taken(key: VerifierKey) -> None:
    assert code(NOTE, key) == "not_handed_over"


def test_a_list_that_another_key_signed_is_refused() -> None:
    assert code(sign_list(KNOWN, FOREIGN)) == "not_signed"
    assert code(sign_list(KNOWN, OLD), OLD.verifier) == "not_signed"


def test_a_list_under_the_name_of_another_log_is_refused() -> None:
    assert code(sign_list(replace(KNOWN, origin="other.example/log"), KEY)) == "other_log"


def test_every_changed_byte_is_noticed() -> None:
    for at_byte in range(len(NOTE)):
        data = bytearray(NOTE)
        data[at_byte] ^= 1
        with pytest.raises(RecordRefused):
            open_list(bytes(data), [KEY.verifier])


LINES = str(KNOWN).splitlines()
BAD = [
    LINES[1:],
    ["kiemtin-known-v2", *LINES[1:]],
    LINES[:2],
    LINES[:3],
    LINES[:5],
    [*LINES, LINES[-1]],
    [*LINES[:-2], LINES[-1], LINES[-2]],
    [*LINES[:-1], "newest 08 2 withdrawal"],
    [*LINES[:-1], "newest 8 2 gone"],
    [*LINES[:-1], "older 8 2 withdrawal"],
    [*LINES[:-1], "newest 8 2"],
    [*LINES[:2], "2026-11-22 02:00", *LINES[3:]],
    [*LINES[:3], LINES[3].replace(" lost ", " stolen "), *LINES[4:]],
    [*LINES[:3], LINES[3].replace(" lost ", " - "), *LINES[4:]],
    [*LINES, LINES[5]],
]


@pytest.mark.parametrize("lines", BAD, ids=range(len(BAD)))
def test_what_is_no_list_is_refused(lines: list[str]) -> None:
    with pytest.raises(RecordRefused) as caught:
        read_list("".join(f"{line}\n" for line in lines))
    assert caught.value.code == "list_unreadable"


def test_a_list_has_exactly_one_key_in_use_and_it_is_the_last() -> None:
    open_key = KnownKey(OLD.verifier, at(3, 1))
    for keys in ((), KEYS[:2], (open_key, KEYS[2]), (KEYS[2], KEYS[1])):
        with pytest.raises(RecordRefused):
            KnownList(NAME, at(11, 22), keys)
