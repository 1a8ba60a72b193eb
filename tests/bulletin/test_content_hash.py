"""An approval is bound to exactly one content: any change is another hash, no order or form is."""

import unicodedata
from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.content_hash import NotCanonical, content_hash
from tests.bulletin.contents import CONTENTS, DAM

SMALL = {"claim": "Đập vỡ.", "valid_from": date(2026, 11, 22), "evidence": [{"id": 1}]}


def test_the_hash_is_pinned() -> None:
    assert content_hash(SMALL) == "ecb0417195ae6718b451e96c3759613ff30ad0551b8a7e371f288e7a6c6b39b9"


@given(CONTENTS, st.data())
def test_any_changed_field_is_another_hash(content: Content, data: st.DataObject) -> None:
    fields = asdict(content)
    name = data.draw(st.sampled_from(sorted(fields)))
    value = data.draw(st.none() | st.booleans() | st.integers() | st.text(max_size=5))
    assume(value != fields[name] or type(value) is not type(fields[name]))
    assume(not isinstance(value, str) or value.isprintable())
    assert content_hash(fields | {name: value}) != content_hash(fields)


@given(CONTENTS, st.data())
def test_one_more_or_one_less_is_another_hash(content: Content, data: st.DataObject) -> None:
    fields = asdict(content)
    name = data.draw(st.sampled_from(sorted(fields)))
    less = {key: value for key, value in fields.items() if key != name}
    assert len({content_hash(less), content_hash(fields), content_hash(fields | {"x": ""})}) == 3


@given(CONTENTS)
def test_neither_order_nor_unicode_form_matters(content: Content) -> None:
    fields = asdict(content)
    decomposed = {
        name: unicodedata.normalize("NFD", value) if isinstance(value, str) else value
        for name, value in reversed(fields.items())
    }
    assert content_hash(decomposed) == content_hash(fields)


def test_the_evidence_belongs_to_it() -> None:
    fields = asdict(DAM)
    turned = fields | {"evidence": tuple(reversed(fields["evidence"]))}
    assert content_hash(turned) != content_hash(fields)


def test_what_has_no_single_form_is_refused() -> None:
    with pytest.raises(NotCanonical):
        content_hash({"share": 0.5})
