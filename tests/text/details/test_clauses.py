"""A "không" that closes a question is told from one that denies."""

import pytest

from kiemtin.text.details.clauses import is_not, is_not_yet, is_tail, skip_closers
from kiemtin.text.details.message import Message
from tests.text.details.reading import TODAY


def opened(text: str) -> Message:
    return Message(text, TODAY)


@pytest.mark.parametrize("word", ["không", "ko", "k", "hông", "hổng", "khum", "Khg"])
def test_all_ways_to_write_khong_are_one(word: str) -> None:
    message = opened(f"{word} phải đâu")
    assert is_not(message.tokens[0], message.bare)


def test_a_word_that_only_looks_alike_denies_nothing() -> None:
    message = opened("hồng chín quá, chùa đóng cửa")
    assert not is_not(message.tokens[0], message.bare)
    assert not is_not_yet(message.tokens[3], message.bare)


@pytest.mark.parametrize(("text", "expected"), [("chưa mở", True), ("chua mo", True)])
def test_not_yet_is_read_with_its_marks_or_in_a_bare_text(text: str, expected: bool) -> None:
    message = opened(text)
    assert is_not_yet(message.tokens[0], message.bare) is expected


def test_in_a_text_with_marks_a_bare_chua_is_no_not_yet() -> None:
    message = opened("đèo chua mở lại đường")
    assert not is_not_yet(message.tokens[1], message.bare)


def tail(text: str) -> bool:
    message = opened(text)
    (at,) = [at for at, token in enumerate(message.tokens) if is_not(token, message.bare)]
    return is_tail(message, at)


@pytest.mark.parametrize(
    "text",
    [
        "đập vỡ không?",
        "có đóng đường không",
        "có đóng không ạ",
        "đúng không mọi người",
        "đập vỡ rồi phải không",
        "có vỡ không bác tổ trưởng?",
    ],
)
def test_a_question_tail_denies_nothing(text: str) -> None:
    assert tail(text)


@pytest.mark.parametrize(
    "text",
    [
        "đập không vỡ",
        "không phải đập Nậm Mẫu",
        "đường này không đóng",
        "câu trả lời là không",
        "đập vỡ, không ai báo",
    ],
)
def test_a_negation_is_no_tail(text: str) -> None:
    assert not tail(text)


def test_what_closes_a_question_is_skipped_up_to_the_end_of_the_clause() -> None:
    message = opened("có đóng không vậy mọi người, mai em đi")
    assert skip_closers(message, 2) == (5, True)
    assert skip_closers(opened("có đóng không anh ơi"), 2) == (4, False)
