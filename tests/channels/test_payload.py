"""JSON of a peer is read whatever it holds."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.inbound import MAX_BODY, WebhookRefused
from kiemtin.channels.payload import clean, each, inner, moment, name_of, read_object, word
from tests.support.webhooks import NOW


def test_an_object_is_read_and_its_parts_found() -> None:
    read = read_object(b'{"a": {"b": "c"}, "d": [{"e": 1}, 2, null]}')
    assert word(inner(read, "a"), "b") == "c"
    assert [word(one, "e") for one in each(read, "d")] == ["1"]
    assert inner(read, "d") == {}
    assert list(each(read, "a")) == []
    assert word(read, "none") == word(read, "a") == ""


@pytest.mark.parametrize("body", [b"", b"[]", b'"a"', b"nul", b"\xff", b"[" * 100_000, b"9" * 5000])
def test_anything_else_is_refused(body: bytes) -> None:
    with pytest.raises(WebhookRefused) as caught:
        read_object(body)
    assert caught.value.code == "body"


def test_a_body_past_the_limit_is_not_read() -> None:
    with pytest.raises(WebhookRefused) as caught:
        read_object(b" " * (MAX_BODY + 1))
    assert caught.value.code == "too_big"


def test_a_word_is_cut_and_true_is_none() -> None:
    assert word({"a": "bcd"}, "a", 2) == "bc"
    assert word({"a": True}, "a") == word({"a": 10**40}, "a") == word({"a": 1.5}, "a") == ""


def test_moments_are_never_after_now() -> None:
    assert moment("1795413800", NOW) == datetime(2026, 11, 23, 6, 3, 20, tzinfo=UTC)
    assert moment("1795413800500", NOW, 1000) - moment("1795413800", NOW) == timedelta(seconds=0.5)
    for wrong in ("", "-1", "9999999999", "99999999999999", "१", "1e5", "1" * 50):
        assert moment(wrong, NOW) == NOW


@given(st.text())
def test_what_is_clean_can_be_stored(text: str) -> None:
    assert "\x00" not in clean(text)
    clean(text).encode()
    assert clean(clean(text)) == clean(text)


def test_names_tell_apart_what_is_joined() -> None:
    assert name_of("a", "bc") != name_of("ab", "c")
    assert name_of("\ud800") != name_of("")
