"""What the flow refuses becomes a sentence and a status; a lacking role and a fault pass."""

import pytest
from django.utils import translation

from kiemtin.desk.errors import NotAllowed, StaleEdit, refuse
from kiemtin.desk.words import Role
from kiemtin.media.picture import PictureRefused
from kiemtin.text.canonical import TextRefused
from kiemtin.web.desk.says import Outcome, in_words, trying


def refused(error: Exception) -> Outcome:
    with trying() as outcome:
        raise error
    return outcome


def test_a_step_that_was_taken_says_nothing() -> None:
    with trying() as outcome:
        pass
    assert outcome == Outcome()
    assert outcome.ok


def test_a_refusal_of_the_flow_is_said_with_its_code() -> None:
    outcome = refused(refuse("no_desk", "Chưa có bàn %(name)s.", name="Lào Cai"))
    assert (outcome.sentence, outcome.status, outcome.code) == (
        "Chưa có bàn Lào Cai.",
        422,
        "no_desk",
    )
    assert not outcome.ok


def test_a_stale_save_is_a_conflict_that_keeps_both_texts() -> None:
    stale = StaleEdit({"fact": "Đập còn"}, {"fact": "Đập vỡ"}, 3)
    outcome = refused(stale)
    assert (outcome.status, outcome.stale) == (409, stale)
    assert "Người khác đã lưu trước bạn" in outcome.sentence


def test_a_refusal_of_a_plain_library_is_said_in_the_readers_language() -> None:
    error = TextRefused("empty", {"length": 0})
    with translation.override("vi"):
        assert refused(error).sentence == in_words(error) == error.vi()
    with translation.override("en"):
        assert refused(error).sentence == in_words(error) == error.en()
    assert (refused(error).status, refused(error).code) == (422, "empty")
    assert refused(PictureRefused("svg")).code == "svg"


@pytest.mark.parametrize("error", [NotAllowed(Role.CHECKER), RuntimeError("fault")])
def test_a_lacking_role_and_a_fault_pass(error: Exception) -> None:
    with pytest.raises(type(error)):
        refused(error)
