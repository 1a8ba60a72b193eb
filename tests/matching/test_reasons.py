from string import Formatter

import pytest

from kiemtin.matching.reasons import TEMPLATES
from kiemtin.matching.types import Reason


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("code", sorted(TEMPLATES))
def test_both_languages_need_the_same_parameters(code: str) -> None:
    say = TEMPLATES[code]
    assert say.vi != say.en
    assert _names(say.vi) == _names(say.en)


@pytest.mark.parametrize("code", sorted(TEMPLATES))
def test_every_reason_shows_all_it_was_given(code: str) -> None:
    reason = Reason(code, {name: f"<{name}>" for name in _names(TEMPLATES[code].vi)})
    for sentence in (reason.vi(), reason.en()):
        assert all(value in sentence for value in reason.params.values())
        assert "{" not in sentence


def test_an_unknown_code_fails_loudly() -> None:
    with pytest.raises(KeyError):
        Reason("no_such_reason").vi()
