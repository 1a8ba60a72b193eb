import re
from importlib.resources import files
from string import Formatter

import pytest

from kiemtin.matching.features import KINDS
from kiemtin.matching.reasons import TEMPLATES
from kiemtin.matching.types import Reason


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("code", sorted(TEMPLATES))
def test_both_languages_need_the_same_parameters(code: str) -> None:
    say = TEMPLATES[code]
    assert say.vi.strip()
    assert say.en.strip()
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


@pytest.mark.parametrize("kind", sorted({*KINDS, "word"} - {"negation"}))
def test_every_kind_of_detail_can_say_that_it_differs(kind: str) -> None:
    reason = Reason(f"{kind}_differs", {"query": "một", "entry": "hai"})
    assert "một" in reason.vi()
    assert "hai" in reason.en()


def test_every_reason_that_the_code_gives_has_its_sentences() -> None:
    folder = files("kiemtin.matching")
    sources = [one.read_text() for one in folder.iterdir() if one.name.endswith(".py")]
    given = {code for text in sources for code in re.findall(r'\bReason\(\s*"(\w+)"', text)}
    assert {"another_candidate_close", "not_a_claim", "words_only"} <= given
    assert given <= TEMPLATES.keys()
