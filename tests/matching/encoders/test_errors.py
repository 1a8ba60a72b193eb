"""Every refusal says the same in both languages."""

from string import Formatter

import pytest

from kiemtin.matching.encoders.errors import EncoderUnusable, OnlySuggests, why
from kiemtin.refusal import Say

SENTENCES = [*EncoderUnusable.sentences.values(), *OnlySuggests.sentences.values()]


def names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("say", SENTENCES)
def test_both_languages_need_the_same_parameters(say: Say) -> None:
    assert say.vi != say.en
    assert names(say.vi) == names(say.en)


def test_what_a_library_says_is_one_line_of_bounded_length() -> None:
    assert why(ValueError("one\n  two\ttwo")) == "one two two"
    assert why(ValueError()) == "ValueError"
    assert len(why(ValueError("word " * 900))) == 301
