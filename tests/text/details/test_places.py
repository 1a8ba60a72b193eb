"""Places are given with their codes, and hamlets and features with their names."""

import pytest

from kiemtin.text.details import PlaceValue
from tests.text.details.reading import values, written


def test_a_place_has_the_codes_that_it_may_mean() -> None:
    assert values("lũ về xã Y Tý, Lào Cai", "place") == [
        PlaceValue(frozenset({"02701"}), "xa y ty"),
        PlaceValue(frozenset({"15"}), "lao cai"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("thôn Nậm Kha mất điện", "thon nam kha"),
        ("thôn 3 mất điện", "thon 3"),
        ("bản Suối Giao mất điện", "ban suoi giao"),
        ("đèo Lò Xo tắc", "deo lo xo"),
        ("Tổ dân phố 5 ngập", "to dan pho 5"),
    ],
)
def test_what_is_finer_than_any_code_has_only_a_name(text: str, name: str) -> None:
    assert values(text, "place") == [PlaceValue(frozenset(), name)]


@pytest.mark.parametrize(
    "text", ["cả thôn vẫn ngủ", "bản tin tối", "phiên bản AWD", "tổ chức họp", "cầu mong bình an"]
)
def test_words_that_name_no_place(text: str) -> None:
    assert values(text, "place") == []


def test_the_number_of_a_place_is_no_count() -> None:
    text = "phường 5, quận Gò Vấp có 12 hộ ở thôn 3"
    assert written(text, "number") == ["12 hộ"]
