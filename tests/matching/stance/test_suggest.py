import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.matching.stance import KINDS, Suggestion, suggest
from tests.matching.stance.samples import DAY, PASSAGE


def _suggested(claim: str) -> Suggestion:
    return suggest(claim, PASSAGE, day=DAY)


def _codes(found: Suggestion) -> list[str]:
    return [one.code for one in found.reasons]


def test_a_claim_in_the_words_of_the_passage_is_supported() -> None:
    found = _suggested("Mưa lớn đêm 4/10 làm 12 ngôi nhà ở xã Bản Vược bị ngập")
    assert found.kind == "supports"
    assert "words_agree" in _codes(found)
    assert not found.missing
    assert not found.conflicting


def test_another_number_refutes_and_both_places_are_named() -> None:
    claim = "Mưa lớn đêm 4/10 làm 40 ngôi nhà ở xã Bản Vược bị ngập"
    found = _suggested(claim)
    assert found.kind == "refutes"
    assert _codes(found)[0] == "number_differs"
    (said, told), *_ = found.conflicting
    assert said
    assert told
    assert claim[slice(*said)].startswith("40")
    assert PASSAGE[slice(*told)].startswith("12")


def test_another_place_is_told_as_both_texts_write_it() -> None:
    found = _suggested("Mưa lớn đêm 4/10 làm 12 ngôi nhà ở xã Trịnh Tường bị ngập")
    (reason,) = (one for one in found.reasons if one.code == "place_differs")
    assert "Trịnh Tường" in reason.vi()
    assert "Bản Vược" in reason.en()


def test_a_passage_about_something_else_says_nothing() -> None:
    found = _suggested("Trường tiểu học Sín Chéng cho học sinh nghỉ hai tuần vì sốt phát ban")
    assert found.kind == "says_nothing"
    assert _codes(found)[0] == "little_shared"


def test_words_that_the_passage_lacks_are_named() -> None:
    claim = "Mưa lớn đêm 4/10 làm 12 ngôi nhà ở xã Bản Vược bị ngập do thủy điện xả lũ"
    found = _suggested(claim)
    assert "thủy điện xả lũ" in claim[slice(*found.missing[-1])]


def test_the_reliability_is_that_of_its_probability() -> None:
    found = _suggested("Mưa lớn làm nhà ở xã Bản Vược bị ngập")
    assert found.reliability
    assert found.reliability.least <= found.probability < found.reliability.below


@pytest.mark.parametrize("claim", ["", " ", "?!", "mưa"])
def test_a_claim_of_nearly_nothing_gets_an_answer(claim: str) -> None:
    assert _suggested(claim).kind in KINDS
    assert suggest(PASSAGE, claim, day=DAY).kind in KINDS


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=80), st.text(max_size=80))
def test_spans_lie_within_their_texts(claim: str, passage: str) -> None:
    found = suggest(claim, passage, day=DAY)
    assert 1 / 3 <= found.probability <= 1
    for said, told in (*found.agreeing, *found.conflicting):
        assert said is None or 0 <= said[0] < said[1] <= len(claim)
        assert told is None or 0 <= told[0] < told[1] <= len(passage)
    assert all(0 <= start < end <= len(claim) for start, end in found.missing)
