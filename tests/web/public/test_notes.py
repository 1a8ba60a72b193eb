"""What the asker is told about their text."""

import pytest

from kiemtin.desk.models import Message
from kiemtin.web.public.notes import about, hidden


@pytest.mark.parametrize("text", ["Đập vỡ\nchạy mau\t!", "👨‍👩‍👧 chạy", "\ufeffĐập vỡ", ""])
def test_what_everybody_types_is_no_surprise(text: str) -> None:
    assert not hidden(text)


@pytest.mark.parametrize("char", ["\x00", "\u202e", "\u200b", "\u2066", "\x1b"])
def test_hidden_characters_are_noticed(char: str) -> None:
    assert hidden(f"Đập{char} vỡ")


def test_a_plain_message_is_told_nothing() -> None:
    assert not list(about("Đập vỡ rồi", Message(text="Đập vỡ rồi", language="vi")))
