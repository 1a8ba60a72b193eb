"""Single signs are put right only where what was read is no Vietnamese word."""

import pytest

from kiemtin.media.ocr.signs import likely, mended


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("phong tỏa 570 khul", "phong tỏa 570 khu!"),
        ("bà con chú ýI Đường sạt", "bà con chú ý! Đường sạt"),
        ("bệnh nhân trở lại", "bệnh nhân trở lại"),
        ("khul phố", "khul phố"),
        ("ĐÈO KHAUI", "ĐÈO KHAUI"),
        ("số 2101", "số 2101"),
    ],
)
def test_an_exclamation_mark_that_was_read_as_a_letter_comes_back(read: str, meant: str) -> None:
    assert mended(read) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [("xã la Quan", "xã Ia Quan"), ("tiếng la hét", "tiếng la hét"), ("nhà la", "nhà la")],
)
def test_a_place_that_begins_with_ia_comes_back(read: str, meant: str) -> None:
    assert mended(read) == meant


def test_the_third_level_of_alarm_is_no_word() -> None:
    assert mended("Đồng Cát 4,04 3,17 HI") == "Đồng Cát 4,04 3,17 III"
    assert mended("HI bà con") == "HI bà con"


@pytest.mark.parametrize(
    ("read", "sure", "kept"),
    [
        ("‹", 60, None),
        ("é-", 20, None),
        ("kS", 10, None),
        ("có", 0, "có"),
        ("Ea", 30, "Ea"),
        ("7", 20, "7"),
        ("4G", 30, "4G"),
        ("II", 0, "II"),
        ("I", 12, "I"),
        ("||", 20, "II"),
        ("****", 10, "****"),
        ("–", 90, "–"),
        ("|", 85, "I"),
    ],
)
def test_arrows_and_batteries_are_no_words(read: str, sure: float, kept: str | None) -> None:
    assert likely(read, sure) == kept
