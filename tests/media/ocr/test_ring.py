"""An a that was read as an o comes back where a picture shows that its font draws rings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.ocr.order import Line
from kiemtin.media.ocr.ring import ring_mended


def lines(*texts: str) -> list[Line]:
    return [Line(text, (0, 30 * at, 100, 30 * at + 20), 90, at) for at, text in enumerate(texts)]


def mended(*texts: str) -> list[str]:
    return [line.text for line in ring_mended(lines(*texts))]


def test_what_nobody_says_is_put_right() -> None:
    assert mended("mọi người chọy ngay") == ["mọi người chạy ngay"]


def test_a_word_is_left_alone_as_long_as_no_other_shows_the_font() -> None:
    assert mended("đốt rừng", "nhiều cố gắng") == ["đốt rừng", "nhiều cố gắng"]


def test_once_a_font_is_shown_words_are_chosen_by_what_follows_what() -> None:
    assert mended("mọi người phỏi chọy ngay", "động đốt mạnh ở vùng núi")[1] == (
        "động đất mạnh ở vùng núi"
    )


def test_what_was_typed_without_marks_stays() -> None:
    bare = ["thu hoi vac xin", "huy bo ban cau dao", "moi lit xang"]
    assert mended("mọi người phỏi chọy ngay", *bare)[1:] == bare


def test_capitals_stay_capitals() -> None:
    assert mended("CHÁU PHỎI CHỌY") == ["CHÁU PHẢI CHẠY"]


@pytest.mark.parametrize("text", ["Krông Pắc", "Google Docs 2026", "https://vi-du.example", "…"])
def test_names_of_others_and_numbers_stay(text: str) -> None:
    assert mended(text) == [text]


@given(st.lists(st.text(alphabet="oóỏabcdhnptgq 12.!ẤỐ", max_size=30), max_size=4))
def test_each_line_keeps_its_length_and_its_place(texts: list[str]) -> None:
    before = lines(*texts)
    after = ring_mended(before)
    assert [len(line.text) for line in after] == [len(text) for text in texts]
    assert [line.box for line in after] == [line.box for line in before]
