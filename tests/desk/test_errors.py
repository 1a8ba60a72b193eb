"""What is refused says why in a sentence, and keeps what the page needs to show."""

from kiemtin.desk.errors import FlowError, NotAllowed, StaleEdit, refuse
from kiemtin.desk.words import Role


def test_sentence_is_filled_in_and_the_code_is_stable() -> None:
    refused = refuse("harm_range", "Mức hại từ 0 đến 3; nhận được %(got)s.", got=7)
    assert (refused.code, refused.params) == ("harm_range", {"got": 7})
    assert str(refused) == "Mức hại từ 0 đến 3; nhận được 7."


def test_percent_sign_in_a_plain_sentence_stays() -> None:
    assert str(refuse("x", "100% đúng")) == "100% đúng"


def test_missing_role_is_named() -> None:
    assert "người duyệt" in str(NotAllowed(Role.REVIEWER))
    assert NotAllowed(Role.REVIEWER).code == "not_allowed"


def test_stale_edit_keeps_both_texts() -> None:
    stale = StaleEdit({"fact": "của họ"}, {"fact": "của bạn"}, 4)
    assert isinstance(stale, FlowError)
    assert stale.params == {
        "theirs": {"fact": "của họ"},
        "yours": {"fact": "của bạn"},
        "revision": 4,
    }
