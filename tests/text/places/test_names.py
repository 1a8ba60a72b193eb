"""One key for every way of writing a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.places.load import load
from kiemtin.text.places.names import compact, key_words, spaced_key, split_kind, tone_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sa Pa", "sapa"),
        ("Y Tý", "y ti"),
        ("Quy Nhơn", "Qui Nhơn"),
        ("Đắk Lắk", "Đắc Lắc"),
        ("Đăk Nông", "dak nong"),
        ("Phan Rang-Tháp Chàm", "phan rang thap cham"),
        ("Phường 05", "phuong 5"),
        ("M'Đrắk", "m drak"),
    ],
)
def test_ways_of_writing_one_name_share_a_key(one: str, other: str) -> None:
    assert compact(one) == compact(other)


@pytest.mark.parametrize(("one", "other"), [("Hải", "Hay"), ("Tây", "Tai"), ("Bắc", "Bách")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert compact(one) != compact(other)


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hòa"), ("THUỶ", "thủy"), ("tý", "tí"), ("đắk", "Đăk")]
)
def test_the_tone_key_forgets_only_where_the_mark_sits(one: str, other: str) -> None:
    assert tone_key(one) == tone_key(other)


@pytest.mark.parametrize(("one", "other"), [("hà", "hạ"), ("to", "tơ"), ("da", "đa"), ("tô", "tơ")])
def test_the_tone_key_keeps_every_mark(one: str, other: str) -> None:
    assert tone_key(one) != tone_key(other)


def test_a_table_of_names_gets_the_same_keys_at_one_go() -> None:
    names = [unit.name for unit in load()[1]]
    assert spaced_key("\n".join(names)).split("\n") == [spaced_key(name) for name in names]


@given(st.text(max_size=40))
def test_keys_hold_no_spaces_and_are_stable(text: str) -> None:
    words = key_words(text)
    assert all(word and " " not in word for word in words)
    assert key_words(" ".join(words)) == words


@pytest.mark.parametrize(
    ("full_name", "parts"),
    [
        ("Thành phố Hà Nội", ("thành phố", "Hà Nội")),
        ("Thị xã Sa Pa", ("thị xã", "Sa Pa")),
        ("Thị trấn Mường Khương", ("thị trấn", "Mường Khương")),
        ("Xã Xà Hồ", ("xã", "Xà Hồ")),
        ("Đặc khu Lý Sơn", ("đặc khu", "Lý Sơn")),
        ("Quận 1", ("quận", "1")),
    ],
)
def test_the_kind_is_split_from_the_name(full_name: str, parts: tuple[str, str]) -> None:
    assert split_kind(full_name) == parts


@pytest.mark.parametrize("name", ["Bát Xát", "Thành Công", "Xã", ""])
def test_a_name_without_a_kind_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="expected a name that starts with"):
        split_kind(name)
