"""A reader of DOCX ends on any bytes, and marks as hidden only what is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers import docx
from tests.media.inside.papers import docx as made

WHOLE = made()


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        ("<w:vanish/>", "[chữ ẩn: a]"),
        ('<w:vanish w:val="true"/>', "[chữ ẩn: a]"),
        ('<w:vanish w:val="0"/>', "a"),
        ("<w:b/>", "a"),
    ],
)
def test_hidden_words_are_those_that_word_hides(mark: str, text: str) -> None:
    body = f"<w:p><w:r><w:rPr>{mark}</w:rPr><w:t>a</w:t></w:r></w:p>"
    assert docx.read(made(body), {"most": 99})[0]["text"] == text


def test_no_more_letters_are_read_than_asked_for() -> None:
    assert docx.read(WHOLE, {"most": 3})[0]["text"] == "Xin"


def outcome(data: bytes) -> str:
    try:
        return type(docx.read(data, {"most": 99})[0]["text"]).__name__
    except Refused as refused:
        return refused.code


@given(st.integers(0, len(WHOLE)), st.binary(max_size=6))
def test_damaged_bytes_are_words_or_a_refusal(at: int, piece: bytes) -> None:
    data = WHOLE[:at] + piece + WHOLE[at + len(piece) :]
    assert outcome(data) in {"str", "broken", "bomb", "password", "program"}
