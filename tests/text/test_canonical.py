"""One written form for every way of typing the same message."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.canonical import MAX_CHARS, TextRefused, canonical, check_text
from tests.text.strategies import texts


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("thuỷ điện Hoà Bình", "thủy điện Hòa Bình"),
        ("v\u200bỡ\u00ad đ\ufeffập", "vỡ đập"),
        ("\u202eđập\u202c \u2066vỡ\u2069", "đập vỡ"),
        ("vỡ\x00 đập\x07", "vỡ đập"),
        ("Ðà Nẵng", "Đà Nẵng"),
        ("𝗖𝗮̉𝗻𝗵 𝗯𝗮́𝗼", "Cảnh báo"),
        ("ｓố ０９", "số 09"),
        ("b̶á̶o̶", "báo"),
        ("tiê\u0301ng Vie\u0323\u0302t, tie\u0301\u0302ng", "tiếng Việt, tiếng"),
        ("nước  lên\u3000nhanh\t quá ", "nước lên nhanh quá"),
        ("một\r\n\r\n\r\n\r\nhai \n ba\u2028bốn", "một\n\nhai\nba\nbốn"),
        ("chạy đi 😭😭😭 😭", "chạy đi 😭"),
        ("⚠️⚠️ 🇻🇳🇻🇳 👍👍🏽", "⚠️ 🇻🇳 👍👍🏽"),
        ("👨\u200d👩\u200d👧👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("1️⃣1️⃣5️⃣", "115"),
        ("Ñaäp vôõ roài", "Đập vỡ rồi"),
        ("z\u0335\u0301\u0302\u0303\u0304a", "ẑ\u0301\u0303a"),
        ("x\ud800y", "xy"),
    ],
)
def test_one_form(typed: str, stored: str) -> None:
    assert canonical(typed) == stored


@given(texts)
def test_canonical_is_idempotent(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once


@given(texts)
def test_composed_and_decomposed_text_give_the_same(text: str) -> None:
    assert canonical(unicodedata.normalize("NFD", text)) == canonical(text)
    assert canonical(unicodedata.normalize("NFC", text)) == canonical(text)


@given(texts)
def test_the_result_is_composed_and_can_be_stored(text: str) -> None:
    stored = canonical(text)
    assert unicodedata.is_normalized("NFC", stored)
    assert "\x00" not in stored
    assert stored.encode().decode() == stored
    assert "\n\n\n" not in stored
    assert "  " not in stored


def test_no_format_or_control_character_stays_by_itself() -> None:
    # Signs of Arabic, Syriac and other scripts that are seen, and the joiner of emoji.
    seen = {0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2}
    left = {
        code
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs"}
        and canonical(f"a{chr(code)}b") != "ab"
    }
    blanks = {code for code in left if canonical(f"a{chr(code)}b") in {"a b", "a\nb"}}
    scripts = {0x110BD, 0x110CD, *range(0x13430, 0x13440)}
    assert left - blanks - seen <= scripts


def test_a_text_is_checked_and_made_canonical() -> None:
    assert check_text(" thuỷ\u200b điện ") == "thủy điện"


@pytest.mark.parametrize(
    "text", ["", "   \n", "...!?", "\u200b\u2060", "😭😭", "\x00", "_ _", "\u0301"]
)
def test_a_text_without_letter_or_digit_is_refused(text: str) -> None:
    with pytest.raises(TextRefused) as refused:
        check_text(text)
    assert refused.value.code == "empty"
    assert refused.value.params == {"length": len(text)}


@pytest.mark.parametrize("text", ["k", "3", "đ", "真"])
def test_one_letter_or_digit_is_enough(text: str) -> None:
    assert check_text(text) == text


@pytest.mark.parametrize("length", [MAX_CHARS + 1, 5 * MAX_CHARS])
def test_a_long_text_is_refused_with_limit_length_and_advice(length: int) -> None:
    with pytest.raises(TextRefused) as refused:
        check_text("ố" * length)
    assert refused.value.code == "too_long"
    for sentence in (refused.value.vi(), refused.value.en()):
        assert str(MAX_CHARS) in sentence
        assert str(length) in sentence
    assert "rút gọn" in refused.value.vi()
    assert "Shorten" in refused.value.en()


def test_the_limit_counts_the_canonical_form() -> None:
    longest = "ố" * MAX_CHARS
    assert check_text(unicodedata.normalize("NFD", longest)) == longest


def test_a_refusal_never_quotes_the_text() -> None:
    with pytest.raises(TextRefused) as refused:
        check_text("mật khẩu " * MAX_CHARS)
    assert "mật khẩu" not in str(refused.value) + refused.value.vi()


@given(st.text())
def test_checking_gives_canonical_text_or_a_refusal(text: str) -> None:
    if any(letter.isalnum() for letter in canonical(text)):
        assert check_text(text) == canonical(text)
    else:
        with pytest.raises(TextRefused, match="letter or digit"):
            check_text(text)
