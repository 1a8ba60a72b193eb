"""Words for probabilities and details: never a bare percentage, never out of order."""

from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.types import Reason, Row
from kiemtin.web.public.phrases import LIKELIHOOD, because, details, likelihood


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_probability_never_sounds_less_likely(one: float, other: float) -> None:
    low, high = sorted((one, other))
    words = [str(words) for _, words in LIKELIHOOD]
    assert words.index(likelihood(high)) <= words.index(likelihood(low))


@given(st.floats(0, 1))
def test_what_is_answered_at_once_never_sounds_doubtful(probability: float) -> None:
    assert likelihood(probability, same=True) in {str(words) for _, words in LIKELIHOOD[:2]}


def test_reasons_are_sentences_in_the_readers_language() -> None:
    reason = Reason("nothing_close")
    assert because([reason]) == ["Chưa có bài kiểm chứng nào nói về điều này."]
    with translation.override("en"):
        assert because([reason]) == ["No fact-check speaks of this yet."]


def test_only_details_that_speak_for_or_against_are_set_side_by_side() -> None:
    rows = [Row("number", "2", "3", "conflict"), Row("date", None, "9/9", "absent")]
    shown = details(rows)
    assert [(row["kind"], row["verdict"]) for row in shown] == [("Con số", "conflict")]
