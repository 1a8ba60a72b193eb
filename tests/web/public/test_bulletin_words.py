"""The words of a code's states: each its own, in both languages, with nothing left to fill."""

import re

from django.utils import translation

from kiemtin.record.statement_refusal import StatementRefused
from kiemtin.web.public import bulletin_words
from kiemtin.web.templatetags.icons import strokes

FILLED = {"newest", "until", "ended", "reason", "as_of"}


def test_no_two_states_have_the_same_heading() -> None:
    for language in ("vi", "en"):
        with translation.override(language):
            titles = [str(one.title) for one in bulletin_words.STATES.values()]
        assert len(set(titles)) == len(titles)


def test_colour_is_never_alone() -> None:
    for one in bulletin_words.STATES.values():
        assert strokes(one.icon)
        assert one.tone in ("good", "warn", "bad", "none")
    assert [state for state, one in bulletin_words.STATES.items() if one.tone == "good"] == [
        "holds"
    ]


def test_sentences_ask_only_for_what_the_page_fills_in() -> None:
    for one in bulletin_words.STATES.values():
        assert set(re.findall(r"%\((\w+)\)s", str(one.text))) <= FILLED


def test_the_reasons_are_those_of_the_library_in_the_readers_language() -> None:
    with translation.override("en"):
        english = bulletin_words.refusals()
    assert english == {code: say.en for code, say in StatementRefused.sentences.items()}
    assert bulletin_words.refusals() != english


def test_the_script_gets_every_state() -> None:
    assert set(bulletin_words.for_script()["states"]) == set(bulletin_words.STATES)
