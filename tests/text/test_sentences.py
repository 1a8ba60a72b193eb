"""Sentences, clauses and pieces are passages of the text that together hold all of it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.sentences import Span, clauses, pieces, sentences


def cut(text: str, spans: list[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đập vỡ. Chạy đi!", ["Đập vỡ.", "Chạy đi!"]),
        ("Có thật không?? Ai biết", ["Có thật không??", "Ai biết"]),
        ("Giá 2.500.000 đồng lúc 21.30", ["Giá 2.500.000 đồng lúc 21.30"]),
        (
            "TP. Lào Cai mất điện. P. Sa Pa thì không.",
            ["TP. Lào Cai mất điện.", "P. Sa Pa thì không."],
        ),
        ("CẢNH BÁO\nĐập vỡ\n\nChạy", ["CẢNH BÁO", "Đập vỡ", "Chạy"]),
        ("Cầu sập 👉 Đường đóng", ["Cầu sập", "👉 Đường đóng"]),
        ("Ông ấy nói “đập vỡ.” Tôi nghe", ["Ông ấy nói “đập vỡ.”", "Tôi nghe"]),
        ("Xem tin.example.vn nhé", ["Xem tin.example.vn nhé"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, expected: list[str]) -> None:
    assert cut(text, sentences(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đập vỡ, còn cầu thì sập", ["Đập vỡ,", "còn cầu thì sập"]),
        ("dap vo con cau thi sap", ["dap vo", "con cau thi sap"]),
        ("thu 2,5 triệu; mất điện", ["thu 2,5 triệu;", "mất điện"]),
        ("năm học 2025 – 2026", ["năm học 2025 – 2026"]),
        ("Đập vỡ với lại cầu sập. Thật à?", ["Đập vỡ", "với lại cầu sập.", "Thật à?"]),
    ],
)
def test_clauses_are_cut_at_commas_and_joining_words(text: str, expected: list[str]) -> None:
    assert cut(text, clauses(text)) == expected


def test_pieces_hold_whole_sentences_where_they_fit() -> None:
    text = "Đập vỡ rồi. Cầu sập rồi. Đường đóng rồi."
    assert cut(text, pieces(text, 25)) == ["Đập vỡ rồi. Cầu sập rồi.", "Đường đóng rồi."]
    assert pieces(text, 100) == [(0, len(text))]


def test_a_long_sentence_is_cut_at_a_comma_or_a_space() -> None:
    text = "một hai ba bốn, năm sáu bảy tám chín mười"
    assert cut(text, pieces(text, 20)) == ["một hai ba bốn, năm ", "sáu bảy tám chín ", "mười"]
    assert cut("a" * 45, pieces("a" * 45, 20)) == ["a" * 20, "a" * 20, "a" * 5]


TEXTS = st.text(alphabet="aăđ .,;!?…\n👉“”29-–", max_size=120)


@given(TEXTS, st.integers(5, 40))
def test_nothing_but_space_is_left_out_and_all_is_in_order(text: str, size: int) -> None:
    for spans in (sentences(text), clauses(text), pieces(text, size)):
        assert all(start < end for start, end in spans)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
        kept = "".join("".join(cut(text, spans)).split())
        assert kept == "".join(text.split())
    assert all(end - start <= size for start, end in pieces(text, size))


def test_an_abbreviation_ends_nothing_wherever_it_stands() -> None:
    for before in ("", "Chiều nay mưa rất to ở nhiều nơi. "):
        text = f"{before}Tôi gặp TS. Nam ở Q. Ba. Hết"
        assert [text[slice(*span)] for span in sentences(text)][-2:] == [
            "Tôi gặp TS. Nam ở Q. Ba.",
            "Hết",
        ]
