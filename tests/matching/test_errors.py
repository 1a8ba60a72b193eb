from string import Formatter

import pytest

from kiemtin.matching import errors
from kiemtin.refusal import Refusal, Say

_SENTENCES = [
    say
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, Refusal)
    for say in kind.sentences.values()
]


def _names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("say", _SENTENCES)
def test_both_languages_need_the_same_parameters(say: Say) -> None:
    assert say.vi != say.en
    assert _names(say.vi) == _names(say.en)


@pytest.mark.parametrize("code", sorted(errors.IndexUnusable.sentences))
def test_an_unusable_index_says_that_it_is_to_be_rebuilt(code: str) -> None:
    error = errors.IndexUnusable(
        code, {"folder": "index", "got": "a", "expected": "b", "why": "cut off"}
    )
    assert "Rebuild" in str(error)
    assert "dựng lại" in error.vi()
