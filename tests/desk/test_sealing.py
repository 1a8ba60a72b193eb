"""A reply address cannot be read without the desk's key; a new key still opens what an old one
sealed.
"""

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from kiemtin.desk.errors import FlowError
from kiemtin.desk.sealing import seal, unseal

ADDRESS = "0900 000 001"


@given(st.text())
def test_what_was_sealed_is_opened_unchanged(address: str) -> None:
    assert unseal(seal(address)) == address


def test_sealed_twice_it_looks_different_and_shows_nothing() -> None:
    sealed = seal(ADDRESS)
    assert sealed != seal(ADDRESS)
    assert ADDRESS.encode() not in sealed


def test_newest_key_seals_and_older_ones_still_open(settings: Settings) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.REPLY_KEYS = [old]
    sealed = seal(ADDRESS)
    settings.REPLY_KEYS = [new, old]
    assert unseal(sealed) == ADDRESS
    assert Fernet(new).decrypt(seal(ADDRESS)).decode() == ADDRESS


def test_lost_key_says_what_to_do(settings: Settings) -> None:
    sealed = seal(ADDRESS)
    settings.REPLY_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(FlowError, match="thêm lại khoá cũ") as refused:
        unseal(sealed)
    assert refused.value.code == "reply_key_lost"


@pytest.mark.parametrize("keys", [[], [""]])
def test_no_address_is_taken_without_a_key(settings: Settings, keys: list[str]) -> None:
    settings.REPLY_KEYS = keys
    with pytest.raises(FlowError, match="kiemtin init") as refused:
        seal(ADDRESS)
    assert refused.value.code == "no_reply_key"
