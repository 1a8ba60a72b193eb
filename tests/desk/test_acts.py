"""Every act has a sentence that its details can fill, and an area in which it is found."""

import re

import pytest
from django.utils import translation

from kiemtin.desk.acts import Act, Area, acts_of


def test_every_act_is_found_in_one_area() -> None:
    listed = [act for area in Area for act in acts_of(area)]
    assert sorted(listed) == sorted(Act.values), "an act: add its noun to acts.NOUNS"


@pytest.mark.parametrize("act", list(Act))
def test_its_sentence_is_filled_by_names_in_both_languages(act: Act) -> None:
    names = set(re.findall(r"%\((\w+)\)s", str(act.label)))
    assert str(act.label) % dict.fromkeys(names, 1)
    with translation.override("en"):
        assert set(re.findall(r"%\((\w+)\)s", str(act.label))) == names


def test_codes_fit_their_column() -> None:
    assert max(map(len, Act.values)) <= 40
