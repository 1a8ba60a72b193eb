"""Canonical JSON: one form for one value, and no form at all for what could be read two ways."""

import json
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.canonical_json import NotCanonical, canonical_json

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NAMES = TEXT.map(lambda text: unicodedata.normalize("NFC", text))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


def nfc(value: object) -> object:
    """The value as JSON would give it back, with NFC text."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [nfc(item) for item in value]
    if isinstance(value, dict):
        return {nfc(key): nfc(item) for key, item in value.items()}
    return value


@given(VALUES)
def test_reading_it_back_gives_the_value(value: object) -> None:
    assert json.loads(canonical_json(value)) == nfc(value)


@given(st.dictionaries(NAMES, VALUES, max_size=5))
def test_the_order_of_keys_makes_no_difference(value: dict[str, object]) -> None:
    turned = dict(reversed(value.items()))
    assert canonical_json(turned) == canonical_json(value)


def test_the_bytes_are_pinned() -> None:
    value = {
        "b": (1, True, None),
        "a": "hoà",
        "c": date(2026, 11, 22),
        "d": datetime(2026, 11, 22, 7, 5, tzinfo=timezone(timedelta(hours=7))),
    }
    expected = '{"a":"hoà","b":[1,true,null],"c":"2026-11-22","d":"2026-11-22T00:05:00.000000Z"}'
    assert canonical_json(value) == expected.encode()


def test_unicode_forms_of_one_text_are_one() -> None:
    assert canonical_json("ễ") == canonical_json(unicodedata.normalize("NFD", "ễ"))


def test_one_instant_in_two_zones_is_one() -> None:
    instant = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    local = instant.astimezone(timezone(timedelta(hours=7)))
    assert canonical_json(instant) == canonical_json(local)


@pytest.mark.parametrize(
    ("value", "code", "path"),
    [
        ({"a": 1.5}, "type", "$.a"),
        ([b"x"], "type", "$[0]"),
        ({"a": {1, 2}}, "type", "$.a"),
        ({1: "a"}, "key", "$"),
        ({"a": datetime(2026, 1, 1)}, "naive_time", "$.a"),
        ({"hoà": 1, unicodedata.normalize("NFD", "hoà"): 2}, "double_key", "$"),
        ("\ud800", "surrogate", "$"),
    ],
)
def test_what_can_be_read_two_ways_is_refused(value: object, code: str, path: str) -> None:
    with pytest.raises(NotCanonical) as caught:
        canonical_json(value)
    assert caught.value.code == code
    assert caught.value.params["path"] == path
    assert path in caught.value.vi()


def test_any_mapping_is_read_like_a_dict() -> None:
    assert canonical_json(MappingProxyType({"a": 1})) == b'{"a":1}'
