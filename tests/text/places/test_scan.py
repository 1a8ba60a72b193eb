"""A laid-open message folds letter for letter, and its spans lead back to the text as given."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.places import Scan

texts = st.text(max_size=60) | st.lists(
    st.sampled_from(["xã ", "Tà Xi Láng", "e\u0323\u0302", "İ", "ß", "ﬁ", "👩🏽", "\n", "5²", "đ"]),
    max_size=8,
).map("".join)


@given(texts)
def test_folding_keeps_the_length(text: str) -> None:
    scan = Scan(text)
    assert len(scan.flat) == len(scan.lower) == len(scan.text)


@given(texts)
def test_words_are_where_they_say(text: str) -> None:
    scan = Scan(text)
    for word in scan.words:
        assert scan.text[word.start : word.end] == word.raw
        start, end = scan.span(word.start, word.end)
        assert 0 <= start < end <= len(text)
        assert unicodedata.normalize("NFC", text[start:end]) == unicodedata.normalize(
            "NFC", word.raw
        )


def test_a_decomposed_text_is_read_like_a_composed_one() -> None:
    text = "Ở xã Tà Xi Láng"
    assert Scan(unicodedata.normalize("NFD", text)).flat == Scan(text).flat == "o xa ta xi lang"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("xa muong hum phong toa roi", True),
        ("xã Mường Hum phong tỏa rồi", False),
        ("Nhà em ở Sa Pa, mưa to lắm", False),
        ("nha em o Sa Pa, mua to lam", True),
        ("ko bít đg nào đi luôn á", False),
    ],
)
def test_it_knows_whether_marks_were_typed(text: str, bare: bool) -> None:
    assert Scan(text).bare is bare


@pytest.mark.parametrize(
    ("text", "tell"),
    [
        ("Lũ về Bát Xát rồi mọi người ơi", True),
        ("LŨ VỀ BÁT XÁT RỒI MỌI NGƯỜI ƠI", False),
        ("Lũ Về Bát Xát Rồi Mọi Người Ơi", False),
        ("Sa Pa", True),
    ],
)
def test_it_knows_whether_capitals_mark_names(text: str, tell: bool) -> None:
    assert Scan(text).capitals_tell is tell


@pytest.mark.parametrize(
    ("text", "careful"),
    [
        ("Hôm qua ở Bát Xát mưa to", True),
        ("Hôm qua ở bát xát mưa to. Sợ quá", False),
        ("hôm qua UBND họp", False),
    ],
)
def test_it_knows_whether_names_are_written_with_capitals(text: str, careful: bool) -> None:
    assert Scan(text).careful is careful
