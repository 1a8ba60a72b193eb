"""A place is found by any of its names, as people type them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.text.fold import fold
from kiemtin.text.places import Unit, UnknownPlace, gazetteer
from kiemtin.text.places.load import load

G = gazetteer()


def labels(query: str, *, within: str | None = None, limit: int = 10) -> list[str]:
    return [G.label(found.place.code) for found in G.search(query, within=within, limit=limit)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("bat xat", "xã Bát Xát, Lào Cai"),
        ("Bát Xát", "xã Bát Xát, Lào Cai"),
        ("Sa Pa", "phường Sa Pa, Lào Cai"),
        ("sapa", "phường Sa Pa, Lào Cai"),
        ("y ty", "xã Y Tý, Lào Cai"),
        ("Y Tí", "xã Y Tý, Lào Cai"),
        ("lao cai", "tỉnh Lào Cai"),
        ("Yên Bái", "tỉnh Lào Cai"),
        ("tỉnh Yên Bái", "tỉnh Lào Cai"),
        ("phường Yên Bái", "phường Yên Bái, Lào Cai"),
        ("Hà Giang", "tỉnh Tuyên Quang"),
        ("huyện Văn Yên", "xã Mậu A, Lào Cai"),
        ("tphcm", "thành phố Hồ Chí Minh"),
        ("Sài Gòn", "thành phố Hồ Chí Minh"),
        ("daklak", "tỉnh Đắk Lắk"),
        ("Đắc Nông", "tỉnh Lâm Đồng"),
        ("Sơn Hạ", "xã Sơn Hạ, Quảng Ngãi"),
        ("Sơn Hà, Quảng Ngãi", "xã Sơn Hà, Quảng Ngãi"),
        ("xã Tân Lập, Lào Cai", "xã Tân Lĩnh, Lào Cai"),
        ("xa tan lap lao cai", "xã Tân Lĩnh, Lào Cai"),
        ("xa tan lap yen bai", "xã Tân Lĩnh, Lào Cai"),
        ("xã Tân Lập, Quảng Trị", "xã Tân Lập, Quảng Trị"),
        ("y ty bat xat", "xã Y Tý, Lào Cai"),
        ("Y Tý, huyện Bát Xát, tỉnh Lào Cai", "xã Y Tý, Lào Cai"),
        ("phường 5, quận Gò Vấp", "phường An Nhơn, Hồ Chí Minh"),
        ("p5 go vap", "phường An Nhơn, Hồ Chí Minh"),
        ("Quan Sơn, Thanh Hóa", "xã Quan Sơn, Thanh Hóa"),
    ],
)
def test_the_place_that_was_meant_comes_first(query: str, first: str) -> None:
    assert labels(query)[0] == first


def test_an_old_district_gives_its_communes_and_says_so() -> None:
    found = G.search("bat xat", limit=20)
    assert found[0].note == ""
    by_name = {one.place.name: one for one in found}
    assert {"Y Tý", "Mường Hum", "A Mú Sung", "Dền Sáng"} <= by_name.keys()
    assert by_name["Y Tý"].matched_name == "huyện Bát Xát"
    assert by_name["Y Tý"].note == "thuộc huyện Bát Xát cũ (Lào Cai)"
    assert by_name["Y Tý"].note_en == "in the former Bát Xát district (Lào Cai)"


def test_an_old_province_says_what_it_is_now() -> None:
    found = G.search("tỉnh Yên Bái")[0]
    assert (found.matched_name, found.note) == (
        "tỉnh Yên Bái",
        "tỉnh Yên Bái cũ, nay thuộc Lào Cai",
    )
    assert found.note_en == "former Yên Bái province, now part of Lào Cai"


def test_an_old_commune_says_where_it_lay() -> None:
    found = G.search("xã Tân Lập, Lào Cai")[0]
    assert found.note == "xã Tân Lập cũ (huyện Lục Yên, Yên Bái)"
    assert found.note_en == "the former Tân Lập commune (Lục Yên, Yên Bái)"


def test_a_part_of_a_divided_commune_is_called_a_part() -> None:
    found = G.search("Tân Thạnh, Thới Lai", limit=5)
    assert {one.note.split()[0] for one in found if one.unit.level == "commune" and one.note} == {
        "một"
    }


def test_names_shared_by_provinces_are_told_apart_by_the_province() -> None:
    found = labels("tan lap", limit=30)
    assert len(found) == len(set(found)) >= 20
    assert found[:3] == ["xã Tân Lập, Quảng Trị", "xã Tân Lập, Lâm Đồng", "phường Tân Lập, Đắk Lắk"]


def test_within_keeps_to_a_province_or_a_commune() -> None:
    assert labels("tan lap", within="15") == ["xã Tân Lĩnh, Lào Cai"]
    assert all(found.place.parent == "15" for found in G.search("tân", within="15"))
    assert [found.place.code for found in G.search("bat xat", within="02701")] == ["02701"]


def test_within_an_unknown_place_is_refused() -> None:
    with pytest.raises(UnknownPlace):
        G.search("sa pa", within="99999")


@pytest.mark.parametrize("query", ["", "  ", "?!", "zzzzqq", "\x00", "🙂"])
def test_nothing_is_found_for_nothing(query: str) -> None:
    assert G.search(query) == []


def test_limit_is_kept_and_none_asked_is_none_given() -> None:
    assert len(G.search("t", limit=7)) == 7
    assert G.search("sa pa", limit=0) == []


def test_a_name_in_common_use_is_given_back_as_it_is_used() -> None:
    assert G.search("Sài Gòn")[0].matched_name == "Sài Gòn"


def test_marks_that_were_typed_decide_between_like_names() -> None:
    first, second = G.search("Ba Tơ")[0], G.search("Ba Tô")[0]
    assert (first.place.name, second.place.name) == ("Ba Tơ", "Ba Tô")


CURRENT = [unit for unit in load()[1] if unit.current]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(CURRENT), st.booleans(), st.booleans())
def test_every_place_of_today_is_found_by_its_name_and_province(
    unit: Unit, bare: bool, with_kind: bool
) -> None:
    query = unit.label if with_kind else unit.called
    query = f"{query}, {unit.province}" if unit.province else query
    found = G.search(fold(query) if bare else query, limit=20)
    assert unit.codes[0] in [one.place.code for one in found]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(CURRENT), st.data())
def test_a_name_is_found_while_it_is_typed(unit: Unit, data: st.DataObject) -> None:
    typed = unit.called[: data.draw(st.integers(2, len(unit.called)))]
    found = G.search(typed, within=unit.codes[0], limit=5)
    assert unit.codes[0] in [one.place.code for one in found]


@given(st.text(max_size=60))
def test_any_query_gives_distinct_places_best_first(query: str) -> None:
    found = G.search(query, limit=5)
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert len({one.place.code for one in found}) == len(found)
