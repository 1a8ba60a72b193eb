"""Keyed hashes stay the same under one secret, and say nothing under another."""

from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from kiemtin.desk import keyed


@given(st.text(), st.text())
def test_the_same_value_has_the_same_hash_and_another_another(one: str, other: str) -> None:
    assert (keyed.mac("wording", one) == keyed.mac("wording", other)) == (one == other)


def test_a_purpose_and_a_secret_keep_their_hashes_to_themselves(settings: Settings) -> None:
    here = keyed.mac("wording", "đập vỡ")
    assert keyed.mac("receipt", "đập vỡ") != here
    settings.SECRET_KEY = "another-secret-of-another-desk-0123456789"
    assert keyed.mac("wording", "đập vỡ") != here
