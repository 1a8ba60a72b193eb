"""The whole: whatever is written, only words and pauses are spoken, and always the same ones."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.spoken import spoken

PIECES = """
Đập xả 1.234,5 m3/s lúc 14:05 ngày 22/11/2026 ; UBND TP. QL32 – 9/9-12/9 24/7 50.000đ/hộ (3–5%)
0912 345 678 H5N1 km12+300 khoá XV 2tr5 AI OTP “vỡ” https://x.vn/1 5 °C 007 1/3 số hộ … ! ? & / -
😀 ½ 1,000,000 99999999999999999999
"""
NEWS = st.lists(st.sampled_from(PIECES.split()), max_size=14).map(" ".join)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "Sáng 9/9 mưa 120-150 mm, gió cấp 8-9; gọi 112.",
            "Sáng ngày mùng chín tháng chín mưa một trăm hai mươi đến một trăm năm mươi mi li mét, "
            "gió cấp tám đến chín, gọi một một hai.",
        ),
        (
            "UBND xã – 14:05 ngày 22/11: hồ xả 2 cửa (450 m³/s).",
            "Uỷ ban nhân dân xã, mười bốn giờ năm phút ngày hai mươi hai tháng mười một, hồ xả hai "
            "cửa, bốn trăm năm mươi mét khối một giây.",
        ),
        ("Xem https://example.vn/a. Đừng tin!", "Xem trang của bàn kiểm tin. Đừng tin!"),
        ("bão số 3; QL.32 tắc\nhãy ở nhà", "Bão số ba, quốc lộ ba mươi hai tắc. Hãy ở nhà"),
    ],
)
def test_sentences_of_the_news(written: str, said: str) -> None:
    assert spoken(written) == said


def test_the_page_may_have_another_name() -> None:
    assert spoken("Xem www.x.vn/a", page="trang Lào Cai") == "Xem trang Lào Cai"


def test_english_keeps_its_figures_and_loses_its_addresses() -> None:
    said = spoken("The dam stands at 14:05 – 50% full (see https://x.vn/1) 😀", "en")
    assert said == "The dam stands at 14:05 – 50% full see the desk's page"


@given(st.one_of(st.text(max_size=200), NEWS))
def test_only_words_and_pauses_are_spoken(text: str) -> None:
    said = spoken(text)
    assert not any(unicodedata.category(char) in {"Nd", "No", "Nl", "Cc", "So"} for char in said)
    assert not re.search(r"[^\w\s.,?!']|_|\s\s", said)


@given(NEWS)
def test_what_is_spoken_once_is_spoken_the_same_again(text: str) -> None:
    said = spoken(text)
    assert spoken(said).lower() == said.lower()
    assert spoken(unicodedata.normalize("NFD", text)) == said


@given(NEWS)
def test_every_plain_word_is_kept(text: str) -> None:
    kept = ("đập", "xả", "lúc", "ngày", "số", "hộ")
    said = spoken(text).lower().split()
    for word in kept:
        assert sum(one.strip(".,?!") == word for one in said) >= text.lower().split().count(word)


@pytest.mark.parametrize(
    "text", ["1" * 20_000, "1/" * 9_000, "A." * 9_000, "- " * 9_000, "a.b" * 6_000]
)
def test_long_and_odd_texts_are_done_at_once(text: str) -> None:
    assert isinstance(spoken(text), str)
