"""A cut keeps words and sentences whole and stays within its limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.cut import one_line, whole_sentences, whole_words

TEXT = st.lists(
    st.sampled_from(["đập", "không", "vỡ.", "nước,", "Lũ", "về!", "a" * 30]), max_size=30
)


@given(TEXT.map(" ".join), st.integers(0, 120))
def test_words_stay_whole(text: str, limit: int) -> None:
    cut = whole_words(text, limit)
    assert len(cut) <= limit
    if cut != text:
        assert cut == "" or cut.endswith("…")
        words = cut.removesuffix("…").split()
        assert [word.rstrip(",") for word in text.split()[: len(words)]] == [
            word.rstrip(",") for word in words
        ]


@given(TEXT.map(" ".join), st.integers(0, 120))
def test_sentences_stay_whole(text: str, limit: int) -> None:
    cut = whole_sentences(text, limit)
    assert len(cut) <= limit
    assert text.startswith(cut)
    assert cut in ("", text) or cut[-1] in ".!"
    assert text[len(cut) :] == "" or text[len(cut)] == " " or cut == ""


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("Đập không vỡ.", 13, "Đập không vỡ."),
        ("Đập không vỡ.", 12, "Đập không…"),
        ("Đập không vỡ.", 9, "Đập…"),
        ("Đập không vỡ.", 3, ""),
        ("Đập, không", 8, "Đập…"),
    ],
)
def test_words_by_example(text: str, limit: int, cut: str) -> None:
    assert whole_words(text, limit) == cut


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("Một. Hai. Ba.", 9, "Một. Hai."),
        ("Cao 1.200 m. Xa.", 12, "Cao 1.200 m."),
        ("“Một.” Hai.", 6, "“Một.”"),
        ("Không có dấu chấm", 10, ""),
    ],
)
def test_sentences_by_example(text: str, limit: int, cut: str) -> None:
    assert whole_sentences(text, limit) == cut


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert one_line(text).splitlines() in ([], [one_line(text)])
