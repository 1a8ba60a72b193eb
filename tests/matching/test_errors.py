from string import Formatter

import pytest

from kiemtin.matching.errors import _TEMPLATES, IndexUnusable, MatchingError


@pytest.mark.parametrize("code", sorted(_TEMPLATES))
def test_both_languages_need_the_same_parameters(code: str) -> None:
    vietnamese, english = _TEMPLATES[code]
    fields = [
        {name for _, name, _, _ in Formatter().parse(one) if name} for one in _TEMPLATES[code]
    ]
    assert vietnamese != english
    assert fields[0] == fields[1]


def test_an_error_says_expected_got_and_what_to_do() -> None:
    error = IndexUnusable("index_other_encoder", folder="idx", got="a", expected="b")
    assert isinstance(error, MatchingError)
    assert str(error) == error.en()
    assert "Rebuild" in error.en()
    assert "dựng lại" in error.vi()
