import datetime as dt

from kiemtin.matching.explain import about, doubts, why_new
from kiemtin.matching.reading import Reading, read
from kiemtin.matching.types import Candidate, Comparison, Reason, Row

_AGREE = Row("date", "mai", "7/10", "agree")
_MISSING = Row("number", None, "12 hộ", "absent")
_EXTRA = Row("number", "3 xe", None, "absent")
_PLACE = Row("place", None, "Bát Xát", "absent")


def _reading(text: str = "đập thủy điện xả lũ lúc nửa đêm") -> Reading:
    return read(text, dt.date(2025, 10, 6))


def _candidate(
    *rows: Row, probability: float = 0.9, conflicts: tuple[Reason, ...] = ()
) -> Candidate:
    return Candidate("a", 1.0, probability, (), Comparison(rows, conflicts))


def _codes(*rows: Row, probability: float = 0.9, text: str | None = None) -> list[str]:
    reading = _reading(text) if text else _reading()
    found = doubts(_candidate(*rows, probability=probability), reading, same_at=0.8)
    return [reason.code for reason in found]


def test_reasons_begin_with_what_speaks_against() -> None:
    conflict = Reason("negated", {"query": "không", "entry": "–"})
    comparison = Comparison((_AGREE, _MISSING), (conflict,), question=True)
    codes = [reason.code for reason in about(_reading(), comparison)]
    assert codes == ["negated", "details_agree", "detail_missing", "question_about_claim"]


def test_long_lists_are_cut_short() -> None:
    rows = tuple(Row("number", str(n), str(n), "agree") for n in range(9))
    (reason,) = about(_reading(), Comparison(rows))
    assert reason.params["query"] == "0, 1, 2, …"


def test_a_sure_candidate_without_difference_raises_no_doubt() -> None:
    assert _codes(_AGREE) == []


def test_every_doubt_is_named() -> None:
    assert _codes(_AGREE, probability=0.79) == ["similar_topic"]
    assert _codes(_AGREE, text="xả lũ à") == ["too_short"]
    assert _codes(_AGREE, _EXTRA) == ["detail_extra"]
    assert _codes(_AGREE, _PLACE) == ["place_missing"]


def test_other_words_and_a_strange_message_are_doubts() -> None:
    word = Row("word", "gạo", "lúa", "conflict")
    assert _codes(_AGREE, word) == ["word_differs"]
    strange = doubts(_candidate(_AGREE), _reading(), 0.8, strange=True)
    assert [reason.code for reason in strange] == ["similar_topic"]


def test_a_name_with_a_figure_does_not_stand_for_a_place() -> None:
    rice = Row("actor", "Ri6", "Ri6", "agree")
    assert _codes(_AGREE, _PLACE, rice) == ["place_missing"]


def test_a_name_tells_which_one_as_well_as_a_place() -> None:
    named = Row("actor", "Sao Sáng", "Sao Sáng", "agree")
    unnamed = Row("actor", None, "Sao Sáng", "absent")
    assert _codes(_AGREE, _PLACE, named) == []
    assert _codes(_AGREE, unnamed) == ["name_missing"]
    assert _codes(_AGREE, named, unnamed) == []


def test_a_number_word_typed_without_marks_may_be_another_word() -> None:
    picture = Row("number", "tam anh", None, "absent")
    bare = "dap thuy dien xa lu luc nua dem"
    assert _codes(_AGREE, picture, text=bare) == []
    assert _codes(_AGREE, Row("number", "3 anh", None, "absent"), text=bare) == ["detail_extra"]
    assert _codes(_AGREE, picture) == ["detail_extra"]


def test_a_long_forward_may_have_numbers_of_its_own() -> None:
    assert _codes(_AGREE, _EXTRA, text="nước sông dâng cao ngập nhà dân " * 12) == []


def test_conflicts_are_doubts_however_sure_the_model_is() -> None:
    conflict = Reason("no_longer_valid", {"valid_until": "5/9/2025"})
    sure = _candidate(_AGREE, probability=1.0, conflicts=(conflict,))
    assert doubts(sure, _reading(), 0.5)[0] == conflict


def test_nothing_known_is_told_from_a_similar_topic() -> None:
    assert why_new(())[0].code == "nothing_close"
    assert why_new((_candidate(_MISSING),))[0].code == "nothing_close"
    assert why_new((_candidate(_AGREE),))[0].code == "similar_topic"
