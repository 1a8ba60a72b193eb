"""A commitment opens with its own salt and body only, and says nothing without them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.commitment import canonical_body, check_commitment, commit, new_salt
from kiemtin.record.refusal import RecordRefused

SALT = bytes(range(32))
SALTS = st.binary(min_size=32, max_size=32)


def test_the_commitment_is_pinned() -> None:
    body = canonical_body({"fact": "Đập không vỡ.", "version": 1})
    assert commit(SALT, body).hex() == (
        "d57d655771d9dc2ba3726bb2682dce68a459127a46ccab2bff91642e53fff425"
    )


@given(SALTS, st.binary(), SALTS, st.binary())
def test_it_opens_with_its_own_salt_and_body_only(
    salt: bytes, body: bytes, other_salt: bytes, other_body: bytes
) -> None:
    sealed = commit(salt, body)
    check_commitment(sealed, salt, body)
    if (salt, body) != (other_salt, other_body):
        with pytest.raises(RecordRefused, match="do not fit"):
            check_commitment(sealed, other_salt, other_body)


@given(st.binary(min_size=1, max_size=40))
def test_bytes_cannot_move_between_salt_and_body(body: bytes) -> None:
    assert commit(SALT, body) != commit(SALT[1:] + body[:1], body[1:] + SALT[:1])


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_salt_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(RecordRefused) as caught:
        commit(b"x" * length, b"body")
    assert caught.value.code == "salt_length"


def test_each_salt_is_new() -> None:
    assert len({new_salt() for _ in range(100)}) == 100
    assert len(new_salt()) == 32


def test_a_commitment_of_another_length_is_refused() -> None:
    with pytest.raises(RecordRefused):
        check_commitment(commit(SALT, b"x")[:31], SALT, b"x")
