"""The packaged table holds the whole country of today, and every old unit leads into it."""

from collections import Counter

import pytest

from kiemtin.text.places.load import load
from kiemtin.text.places.types import Place, Unit

PLACES, UNITS = load()
OLD = [unit for unit in UNITS if not unit.current]


def old(label: str, province: str = "", district: str = "") -> Unit:
    """The one old unit of a label."""
    found = [
        unit
        for unit in OLD
        if unit.label == label and unit.province == province and district in unit.district
    ]
    assert len(found) == 1, (label, found)
    return found[0]


def names(unit: Unit) -> set[str]:
    return {PLACES[code].name for code in unit.codes}


def test_all_provinces_and_communes_of_today_are_there() -> None:
    kinds = Counter(place.kind for place in PLACES.values())
    assert kinds == {"province": 34, "commune": 3321}


def test_lao_cai_is_the_old_lao_cai_and_yen_bai() -> None:
    inside = [place for place in PLACES.values() if place.parent == "15"]
    words = Counter(place.full_name.partition(" ")[0] for place in inside)
    assert words == {"Xã": 89, "Phường": 10}
    assert {unit.name for unit in OLD if unit.level == "province" and "15" in unit.codes} == {
        "Lào Cai",
        "Yên Bái",
    }


def test_a_place_says_its_kind_and_its_province() -> None:
    assert PLACES["15"] == Place("15", "Lào Cai", "Tỉnh Lào Cai", "province", None)
    assert PLACES["02683"] == Place("02683", "Bát Xát", "Xã Bát Xát", "commune", "15")
    assert all(PLACES[place.parent].kind == "province" for place in PLACES.values() if place.parent)


def test_the_old_tree_is_there_whole() -> None:
    levels = Counter(unit.level for unit in OLD)
    assert levels["province"] == 63
    assert levels["district"] >= 705
    assert levels["commune"] >= 10_599


def test_every_old_unit_leads_to_places_of_today_on_its_level() -> None:
    for unit in OLD:
        kind = "province" if unit.level == "province" else "commune"
        assert unit.codes, unit
        assert len(set(unit.codes)) == len(unit.codes), unit
        assert {PLACES[code].kind for code in unit.codes} == {kind}, unit


def test_an_old_commune_stays_in_the_province_that_its_old_province_became() -> None:
    became = {unit.name: unit.codes[0] for unit in OLD if unit.level == "province"}
    became["Huế"] = became["Thừa Thiên Huế"]
    for unit in OLD:
        if unit.level != "province":
            assert {PLACES[code].parent for code in unit.codes} == {became[unit.province]}, unit


def test_every_commune_of_today_is_reached_by_an_old_name() -> None:
    reached = {code for unit in OLD for code in unit.codes}
    assert {code for code, place in PLACES.items() if place.kind == "commune"} <= reached


@pytest.mark.parametrize(
    ("label", "province", "today"),
    [
        ("huyện Bát Xát", "Lào Cai", {"Bát Xát", "Y Tý", "Mường Hum", "Trịnh Tường"}),
        ("thị xã Sa Pa", "Lào Cai", {"Sa Pa", "Tả Van", "Tả Phìn", "Bản Hồ"}),
        ("huyện Văn Yên", "Yên Bái", {"Mậu A", "Xuân Ái", "Mỏ Vàng", "Đông Cuông"}),
        ("huyện Trạm Tấu", "Yên Bái", {"Tà Xi Láng", "Phình Hồ", "Hạnh Phúc", "Trạm Tấu"}),
    ],
)
def test_an_old_district_is_the_communes_that_its_communes_went_into(
    label: str, province: str, today: set[str]
) -> None:
    assert today <= names(old(label, province))


def test_an_old_district_is_exactly_the_sum_of_its_communes() -> None:
    parts: dict[tuple[str, str], set[str]] = {}
    for unit in OLD:
        if unit.level == "commune":
            district = unit.district.partition(" ")
            key = (f"{district[0].lower()} {district[2]}".lower(), unit.province)
            parts.setdefault(key, set()).update(unit.codes)
    districts = {
        (unit.label.lower(), unit.province): set(unit.codes)
        for unit in OLD
        if unit.level == "district"
    }
    assert all(codes <= districts[key] for key, codes in parts.items())


def test_a_divided_commune_keeps_all_parts_with_one_default_first() -> None:
    divided = old("xã Tân Thạnh", "Cần Thơ", "Thới Lai")
    assert [PLACES[code].name for code in divided.codes] == ["Trường Thành", "Tân Thạnh"]


def test_names_that_differ_only_in_their_marks_are_not_mixed_up() -> None:
    assert PLACES["21289"].name == "Sơn Hà"
    assert PLACES["21292"].name == "Sơn Hạ"
    assert old("thị trấn Cẩm Giang", "Hải Dương").codes == ("10888",)
    assert PLACES["10903"].name == "Cẩm Giàng"


def test_numbered_wards_are_written_as_people_write_them() -> None:
    assert old("phường 5", "Hồ Chí Minh", "Quận 10")
    assert not [unit for unit in UNITS if unit.name.startswith("0")]
