"""Abbreviations in full, unknown ones by their letters, shouted words as words."""

import pytest

from kiemtin.bulletin.spoken.abbreviations import MIXED, abbreviations, table
from kiemtin.bulletin.spoken.rewrite import rewritten


def said(written: str) -> str:
    return rewritten(written, (*MIXED, *abbreviations()))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("UBND xã", "uỷ ban nhân dân xã"),
        ("HĐND", "hội đồng nhân dân"),
        ("BCH PCTT và TKCN", "ban chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn"),
        ("Sở TT-TT", "Sở thông tin và truyền thông"),
        ("NN&MT", "nông nghiệp và môi trường"),
        ("TP. Lào Cai", "thành phố Lào Cai"),
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("TP.Lào Cai", "thành phố Lào Cai"),
        ("P. Cam Đường", "phường Cam Đường"),
        ("BHXH, CSGT, CCCD", "bảo hiểm xã hội, cảnh sát giao thông, căn cước công dân"),
        ("SĐT và OTP", "số điện thoại và ô tê pê"),
        ("ảnh do AI tạo", "ảnh do trí tuệ nhân tạo tạo"),
        ("AI CŨNG BIẾT", "ai cũng biết"),
        ("ĐẬP VỠ", "đập vỡ"),
        ("ngân hàng SCB", "ngân hàng ét sì xê bê"),
        ("vitamin C", "vitamin xê"),
        ("FACEBOOK", "Facebook"),
        ("người H'Mông", "người Mông"),
        ("Y tế", "Y tế"),
        ("Ô nhiễm", "Ô nhiễm"),
        ("Sapa", "Sapa"),
    ],
)
def test_words(written: str, words: str) -> None:
    assert said(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [("QL32", "quốc lộ 32"), ("QL.32", "quốc lộ 32"), ("QL4D", "quốc lộ 4 đê"),
     ("5G", "5 giê"), ("5GB", "5GB"), ("H5N1", "hát 5 en nờ 1")],
)  # fmt: skip
def test_letters_beside_figures(written: str, words: str) -> None:
    assert " ".join(rewritten(written, MIXED).split()) == words


def test_the_table_says_words_only() -> None:
    for short, words in table().items():
        assert words, short
        assert all(char.isalpha() or char in " ," for char in words), short
        assert not any(word.isupper() and len(word) > 1 for word in words.split()), short


@pytest.mark.parametrize("short", sorted(table()))
def test_each_entry_is_said(short: str) -> None:
    assert said(f"việc {short} này").split() == ["việc", *table()[short].split(), "này"]
