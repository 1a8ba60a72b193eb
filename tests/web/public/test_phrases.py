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


def test_reasons_are_sentences_in_the_readers_language() -> None:
    reason = Reason("nothing_close")
    assert because([reason]) == ["Chưa có bài kiểm chứng nào nói về điều này."]
    with translation.override("en"):
        assert because([reason]) == ["No fact-check speaks of this yet."]


def test_a_detail_that_one_side_does_not_say_is_said_to_be_missing() -> None:
    shown = details([Row("number", None, "3", "absent")])
    assert shown[0]["query_value"] == "không nhắc đến"
    assert shown[0]["kind"] == "Con số"
