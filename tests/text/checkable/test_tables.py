"""Every sign and fact has a weight and a sentence, and no sign is also a fact."""

from typing import get_args

from kiemtin.text.checkable import facts, signs
from kiemtin.text.checkable.says import KINDS, TEMPLATES
from kiemtin.text.checkable.types import Kind


def test_what_is_weighed_can_be_said_in_both_languages() -> None:
    for code in signs.WEIGHTS | facts.WEIGHTS:
        assert TEMPLATES[code].vi != TEMPLATES[code].en
    assert set(signs.GROUPS) == set(signs.WEIGHTS)
    assert set(facts.GROUPS) <= set(facts.WEIGHTS)


def test_every_kind_is_named_and_none_is_of_a_person_or_a_party() -> None:
    assert set(KINDS) == set(get_args(Kind))
    assert not {"political", "criticism", "person"} & set(KINDS)


def test_no_phrase_is_a_fact_and_a_sign() -> None:
    stated = frozenset().union(*facts.GROUPS.values())
    assert not stated & frozenset().union(*signs.GROUPS.values())
