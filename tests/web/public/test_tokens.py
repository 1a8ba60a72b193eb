"""One-time ids: the same form says the same id, a changed one another, a forged one none."""

import time
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.web.public import tokens

SAID = st.lists(st.text() | st.binary(), max_size=4)


@given(SAID)
def test_the_same_form_has_the_same_id(said: list[str | bytes]) -> None:
    token = tokens.new("ask")
    assert tokens.external_id(token, "ask", said) == tokens.external_id(token, "ask", said)


@given(SAID, SAID)
def test_another_text_has_another_id(one: list[str | bytes], other: list[str | bytes]) -> None:
    def plain(said: list[str | bytes]) -> list[bytes]:
        return [part.encode() if isinstance(part, str) else part for part in said]

    token = tokens.new("ask")
    same = tokens.external_id(token, "ask", one) == tokens.external_id(token, "ask", other)
    assert same == (plain(one) == plain(other))


def test_two_forms_never_share_an_id() -> None:
    ids = {tokens.external_id(tokens.new("ask"), "ask", ["đập vỡ"]) for _ in range(50)}
    assert len(ids) == 50


@pytest.mark.parametrize("token", ["", ":", "a:b:c", "💥"])
def test_a_forged_id_is_refused(token: str) -> None:
    with pytest.raises(tokens.FormExpired):
        tokens.external_id(token, "ask", [])


def test_an_id_of_another_form_is_refused() -> None:
    with pytest.raises(tokens.FormExpired):
        tokens.external_id(tokens.new("objection"), "ask", [])


def test_an_old_id_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    token = tokens.new("ask")
    later = time.time() + (tokens.GOOD_FOR + timedelta(seconds=5)).total_seconds()
    monkeypatch.setattr(time, "time", lambda: later)
    with pytest.raises(tokens.FormExpired):
        tokens.external_id(token, "ask", [])
