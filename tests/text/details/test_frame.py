"""The words before a date say the part of the day, and whether it is from, until or on it."""

import pytest

from kiemtin.text.details.frame import PARTS, Frame, frame
from kiemtin.text.details.message import Message
from tests.text.details.reading import TODAY


def before(words: str) -> Frame:
    """What is read before the date that follows these words."""
    message = Message(f"{words} 19/8", TODAY)
    return frame(message, len(message.tokens) - 2)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nước lên ngày", Frame(2, "ngay", "", "on")),
        ("nước lên tối ngày", Frame(2, "ngay", "evening", "on")),
        ("nước lên rạng sáng", Frame(2, "", "dawn", "on")),
        ("cấm từ ngày", Frame(2, "ngay", "", "from")),
        ("cấm đến hết ngày", Frame(3, "ngay", "", "until")),
        ("cấm trước", Frame(2, "", "", "before")),
        ("cấm sau chiều", Frame(2, "", "afternoon", "after")),
        ("cam tu sang ngay", Frame(2, "ngay", "morning", "from")),
    ],
)
def test_the_words_before_a_date_are_read_back(words: str, expected: Frame) -> None:
    assert before(words) == expected
    assert expected.cued


def test_without_such_words_nothing_says_that_a_date_comes() -> None:
    alone = before("xã Bát Xát có")
    assert alone == Frame(4, "", "", "on")
    assert not alone.cued


def test_typed_bare_a_stretch_until_a_day_is_no_evening() -> None:
    assert before("phat keo dai toi") == Frame(4, "", "", "until")
    assert before("phat gao luc toi").part == "evening"


@pytest.mark.parametrize(("phrase", "part"), PARTS.items())
def test_every_part_of_the_day_is_known(phrase: str, part: str) -> None:
    assert before(f"nước lên {phrase}").part == part
