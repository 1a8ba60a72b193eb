from string import Formatter

import pytest

from kiemtin.matching.reasons import TEMPLATES, render


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("code", sorted(TEMPLATES))
def test_both_languages_need_the_same_parameters(code: str) -> None:
    vietnamese, english = TEMPLATES[code]
    assert vietnamese != english
    assert _names(vietnamese) == _names(english)


@pytest.mark.parametrize("code", sorted(TEMPLATES))
@pytest.mark.parametrize("language", [0, 1])
def test_every_reason_shows_all_it_was_given(code: str, language: int) -> None:
    params = {name: f"<{name}>" for name in _names(TEMPLATES[code][0])}
    sentence = render(code, params, language)
    assert all(value in sentence for value in params.values())
    assert "{" not in sentence


def test_an_unknown_code_fails_loudly() -> None:
    with pytest.raises(KeyError):
        render("no_such_reason", {}, 0)
