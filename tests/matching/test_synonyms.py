"""Words that mean the same get one key; what says nothing of its own is left out."""

from importlib.resources import files

import pytest

from kiemtin.matching.synonyms import is_little, terms, weighty
from kiemtin.text.canonical import canonical
from kiemtin.text.fold import is_toneless


def keys(text: str) -> list[str]:
    return [one.key for one in terms(text, toneless=is_toneless(text))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("thịt heo", "thịt lợn"),
        ("dời lịch thi", "lùi lịch thi"),
        ("BHYT", "bảo hiểm y tế"),
    ],
)
def test_words_of_one_group_have_one_key(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"), [("giá lúa", "giá ngô"), ("cầu đóng", "cầu mở"), ("phạt tiền", "phát tiền")]
)
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_a_bare_word_of_two_groups_is_of_none() -> None:
    assert keys("phat") == ["phat"]


def test_terms_point_into_the_text_and_know_what_is_told_elsewhere() -> None:
    text = "Bán thịt heo ở Lào Cai"
    found = terms(text, [(15, 22)], toneless=False)
    assert [text[slice(*one.span)] for one in found][1:3] == ["thịt heo", "ở"]
    assert [one.written for one in found if one.told] == ["lào", "cai"]


def test_what_stands_for_nothing_of_its_own_is_left_out() -> None:
    found = weighty(terms("em ơi cho hỏi Hổ về rẫy thật không ạ", toneless=False), toneless=False)
    assert [one.written for one in found] == ["hổ", "về", "rẫy"]


def test_no_form_is_in_two_groups() -> None:
    text = files("kiemtin.matching").joinpath("synonyms.txt").read_text(encoding="utf-8")
    groups = [line.split("#")[0].split("=") for line in text.splitlines()]
    forms = [canonical(form).strip() for group in groups if len(group) > 1 for form in group]
    assert all(form and form == form.lower() for form in forms)
    assert sorted(forms) == sorted(set(forms))


@pytest.mark.parametrize("word", ["bị", "ở", "không", "nhé", "ơi", "đã", "nghe"])
def test_grammar_and_address_are_little(word: str) -> None:
    assert is_little(word)


@pytest.mark.parametrize("word", ["lúa", "đóng", "mở", "ngập", "bỉ", "bi", "o", ""])
def test_what_means_a_thing_is_not_little_nor_is_another_word_with_other_marks(word: str) -> None:
    assert not is_little(word)
