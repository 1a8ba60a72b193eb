"""Folding forgets marks and capitals, and nothing that a word consists of."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.fold import fold, is_toneless, syllables


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đập Thủy điện", "dap thuy dien"),
        ("ĐẬP THUỶ ĐIỆN", "dap thuy dien"),
        ("dap thuy dien", "dap thuy dien"),
        ("Nguyễn Ước Đằng", "nguyen uoc dang"),
        ("1.200 m³/s", "1.200 m3/s"),
        ("İstanbul", "istanbul"),
    ],
)
def test_marks_capitals_and_the_stroke_of_d_are_forgotten(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Đập vỡ, chạy đi!", ["dap", "vo", "chay", "di"]),
        ("2.000.000đ", ["2000000", "d"]),
        ("1.200,5 m³/s", ["1200.5", "m3", "s"]),
        ("1,200.5", ["1200.5"]),
        ("1,5 tỷ và 1.5 tỷ", ["1.5", "ty", "va", "1.5", "ty"]),
        ("500k lúc 19h30", ["500k", "luc", "19h30"]),
        ("14/8/2025", ["14", "8", "2025"]),
        ("0,25", ["0.25"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
    ],
)
def test_tokens_are_folded_words_and_whole_numbers(text: str, tokens: list[str]) -> None:
    assert syllables(text) == tokens


@given(st.text())
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


_LATIN = st.characters(max_codepoint=0x24F) | st.characters(
    min_codepoint=0x1EA0, max_codepoint=0x1EF9
)


@given(st.text(_LATIN))
def test_composed_and_decomposed_latin_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạÁĐƯ", max_size=40))
def test_vietnamese_folds_letter_by_letter_to_plain_ascii(text: str) -> None:
    assert fold(text).isascii()
    assert len(fold(text)) == len(text)


@given(st.text())
def test_tokens_hold_no_blank_and_survive_a_second_pass(text: str) -> None:
    tokens = syllables(text)
    assert all(token and not any(letter.isspace() for letter in token) for token in tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cầu gãy rồi, đừng đi", False),
        ("cau gay roi, dung di", True),
        ("Bão số 3 vào Lào Cai", False),
        ("BAO SO 3 VAO", True),
        (unicodedata.normalize("NFD", "Cầu gãy rồi"), False),
        ("lũ " + "cau gay roi, dung di, chay ngay " * 2, True),
        ("14/8", False),
        ("", False),
    ],
)
def test_texts_typed_without_marks_are_recognised(text: str, expected: bool) -> None:
    assert is_toneless(text) is expected
