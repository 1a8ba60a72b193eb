"""Of what a reader says only that is taken which fits, and every code it may use has its words."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.apart.refusal import ReaderRefused
from kiemtin.media.inside import doubt
from kiemtin.media.inside.hints import SENTENCES
from kiemtin.media.inside.labels import LABELS
from kiemtin.media.inside.shape import MAX_TEXT, MAX_VALUE, Found
from kiemtin.media.readers import docx, pdf, picture_facts, picture_marks

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(["text", "pages", "seconds", "width", "facts", "warnings"])


def test_what_fits_is_taken() -> None:
    head = {
        "text": "Lu\u0303 rút\x00\u202e",
        "pages": 2,
        "facts": [["title", "Bản\x07 tin"], ["author", "  "]],
        "warnings": [["no_text", {}], ["no_text", {}], ["pages_cut", {"read": 1, "pages": 2}]],
    }
    found = doubt.found(head)
    assert (found.text, found.pages) == ("Lũ rút", 2)
    assert [(one.code, one.value) for one in found.facts] == [("title", "Bản tin")]
    assert [one.code for one in found.warnings] == ["no_text", "pages_cut"]


def test_too_much_text_is_cut_and_said() -> None:
    found = doubt.found({"text": "a" * (MAX_TEXT + 1)})
    assert len(found.text) == MAX_TEXT
    assert [one.code for one in found.warnings] == ["text_cut"]
    assert len(doubt.found({"facts": [["title", "a" * 9999]]}).facts[0].value) == MAX_VALUE


@pytest.mark.parametrize(
    "head",
    [
        {"text": 1},
        {"pages": -1},
        {"pages": True},
        {"pages": 10**9},
        {"seconds": "1"},
        {"facts": [["unheard", "x"]]},
        {"facts": [["title"]]},
        {"facts": [["title", 1]]},
        {"facts": [["title", "x"]] * 99},
        {"warnings": [["unheard", {}]]},
        {"warnings": [["pages_cut", {}]]},
        {"warnings": [["no_text", []]]},
        {"warnings": {"no_text": {}}},
    ],
)
def test_what_does_not_fit_is_broken(head: dict[str, object]) -> None:
    with pytest.raises(ReaderRefused) as caught:
        doubt.found(head)
    assert caught.value.code == "broken"


def taken(head: dict[str, object]) -> str:
    try:
        return type(doubt.found(head)).__name__
    except ReaderRefused as refused:
        return refused.code


@given(st.dictionaries(FIELDS, JSON, max_size=4))
def test_any_answer_is_taken_or_refused(head: dict[str, object]) -> None:
    assert taken(json.loads(json.dumps(head))) in {Found.__name__, "broken"}


def test_every_code_of_a_reader_has_its_words() -> None:
    tables = (
        *(pdf._FACTS, docx._CORE, docx._APP, picture_marks._CODES),
        *(picture_facts._PLAIN, picture_facts._DETAIL, picture_facts._IPTC, picture_facts._PNG),
    )
    assert {code for table in tables for code in table.values()} <= set(LABELS)
    said: set[str] = set()
    for reader in (pdf, docx, picture_facts):
        source = Path(str(reader.__file__)).read_text(encoding="utf-8")
        said |= set(re.findall(r'\(\("([a-z_]+)", \{', source))
    assert len(said) > 10
    assert said <= set(SENTENCES)


def test_every_sentence_speaks_two_languages_and_names_the_same() -> None:
    for one in [*SENTENCES.values(), *(label.say for label in LABELS.values())]:
        assert one.vi
        assert one.en
        assert set(re.findall(r"\{\w+\}", one.vi)) == set(re.findall(r"\{\w+\}", one.en))
