"""A place is found by any exact name or code of today or before, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.places.gazetteer import gazetteer
from kiemtin.text.places.written import PlaceRefused, read_place


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("15", "tỉnh Lào Cai"),
        ("02683", "xã Bát Xát, Lào Cai"),
        ("2683", "xã Bát Xát, Lào Cai"),
        ("1", "thành phố Hà Nội"),
        ("Bát Xát", "xã Bát Xát, Lào Cai"),
        ("bat xat", "xã Bát Xát, Lào Cai"),
        ("Xã Bát Xát, tỉnh Lào Cai", "xã Bát Xát, Lào Cai"),
        ("Lào Cai", "tỉnh Lào Cai"),
        ("phường Lào Cai", "phường Lào Cai, Lào Cai"),
        ("Yên Bái", "tỉnh Lào Cai"),
        ("xã Nậm Pung", "xã Mường Hum, Lào Cai"),
        ("Nậm Pung, Bát Xát", "xã Mường Hum, Lào Cai"),
        ("huyện Bát Xát", "tỉnh Lào Cai"),
    ],
)
def test_a_name_or_code_leads_to_the_place_of_today(written: str, name: str) -> None:
    code = read_place(written)
    assert code is not None
    assert gazetteer().label(code) == name


def test_a_blank_is_no_place() -> None:
    assert read_place("") is None


@pytest.mark.parametrize("written", ["Xyz", "Bát", "99999", "00", "123456", "Lào", "-", "²"])
def test_what_is_no_whole_name_is_refused(written: str) -> None:
    with pytest.raises(PlaceRefused) as caught:
        read_place(written)
    assert caught.value.code == "unknown_place"


def test_a_name_of_several_places_is_refused_with_the_choice() -> None:
    with pytest.raises(PlaceRefused) as caught:
        read_place("Tân Lập")
    assert caught.value.code == "ambiguous_place"
    assert "Lâm Đồng" in caught.value.vi()


@given(st.text(max_size=30))
def test_any_text_gives_a_known_code_or_a_refusal(written: str) -> None:
    try:
        code = read_place(written.strip())
    except PlaceRefused:
        return
    assert code is None or gazetteer().get(code).code == code
