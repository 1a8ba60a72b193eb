"""Cells say how and whether in Vietnamese, in English or by code."""

import pytest

from kiemtin.channels.file.words import read_heard_via, read_yes_no
from kiemtin.channels.refusal import RowRefused
from kiemtin.channels.shape import HEARD_VIA


@pytest.mark.parametrize("code", HEARD_VIA)
def test_every_code_is_read(code: str) -> None:
    assert read_heard_via(code) == read_heard_via(code.upper().replace("_", " ")) == code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Nghe kể", "word_of_mouth"),
        ("Gọi điện", "phone_call"),
        ("Tin nhắn SMS", "sms"),
        ("Trang web", "website"),
        ("Loa truyền thanh", "loudspeaker"),
        ("Giấy, tờ rơi", "paper"),
        ("Cách khác", "other"),
        ("", "other"),
    ],
)
def test_the_words_of_the_form_are_read(written: str, code: str) -> None:
    assert read_heard_via(written) == code


@pytest.mark.parametrize("written", ["Có", "co", "YES", "x", "1", "đúng", "true"])
def test_yes(written: str) -> None:
    assert read_yes_no(written, "wants_answer")


@pytest.mark.parametrize("written", ["Không", "no", "0", "", "false"])
def test_no(written: str) -> None:
    assert not read_yes_no(written, "wants_answer")


def test_other_words_are_refused_with_what_is_allowed() -> None:
    with pytest.raises(RowRefused, match="word_of_mouth"):
        read_heard_via("chim bồ câu")
    with pytest.raises(RowRefused, match="wants_answer"):
        read_yes_no("có thể", "wants_answer")
