"""The gazetteer answers by code, says what lies where, and refuses what it does not know."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.places import UnknownPlace, gazetteer

G = gazetteer()


def test_the_same_gazetteer_is_given_every_time() -> None:
    assert gazetteer() is G
    assert len(G) == 34 + 3321


def test_places_are_told_by_code() -> None:
    assert G.get("15").full_name == "Tỉnh Lào Cai"
    assert G.get("02701").parent == "15"
    assert G.label("02701") == "xã Y Tý, Lào Cai"
    assert G.label("15") == "tỉnh Lào Cai"


def test_children_are_the_communes_of_a_province() -> None:
    children = G.children("15")
    assert len(children) == 99
    assert [child.code for child in children] == sorted(child.code for child in children)
    assert G.children("02701") == ()


def test_provinces_come_in_the_order_of_their_codes() -> None:
    codes = [place.code for place in G.provinces()]
    assert codes == sorted(codes)
    assert len(codes) == 34
    assert sum(len(G.children(code)) for code in codes) == 3321


@pytest.mark.parametrize(
    ("code", "district"),
    [
        ("02683", "Huyện Bát Xát"),
        ("02647", "Thành phố Lào Cai"),
        ("02839", "Huyện Bắc Hà"),
        ("15", ""),
    ],
)
def test_a_commune_knows_the_district_most_of_it_lay_in(code: str, district: str) -> None:
    assert G.former_district(code) == district


def test_every_commune_of_lao_cai_lay_in_a_district() -> None:
    assert all(G.former_district(one.code) for one in G.children("15"))


@pytest.mark.parametrize(
    ("outer", "inner", "inside"),
    [
        ("15", "15", True),
        ("15", "02701", True),
        ("02701", "02701", True),
        ("02701", "15", False),
        ("01", "02701", False),
        ("02683", "02701", False),
    ],
)
def test_contains_says_what_lies_in_what(outer: str, inner: str, inside: bool) -> None:
    assert G.contains(outer, inner) is inside


@pytest.mark.parametrize("ask", [G.get, G.children, G.label])
@pytest.mark.parametrize("code", ["", "99", "2701", "02701 ", "Lào Cai", None])
def test_an_unknown_code_is_refused_in_both_languages(
    ask: Callable[[str], object], code: str
) -> None:
    with pytest.raises(UnknownPlace) as refused:
        ask(code)
    assert refused.value.code == "unknown_place"
    assert str(code) in refused.value.vi()
    assert str(code) in refused.value.en()


@pytest.mark.parametrize(("outer", "inner"), [("15", "99999"), ("99", "02701"), ("99", "99")])
def test_contains_refuses_unknown_codes(outer: str, inner: str) -> None:
    with pytest.raises(UnknownPlace):
        G.contains(outer, inner)


@given(st.text(max_size=8))
def test_only_known_codes_are_answered(code: str) -> None:
    try:
        place = G.get(code)
    except UnknownPlace:
        return
    assert place.code == code
