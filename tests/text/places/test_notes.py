"""A note says how an old name leads to a place of today; a name of today needs none."""

import pytest

from kiemtin.text.places.load import load
from kiemtin.text.places.notes import note_en, note_vi
from kiemtin.text.places.types import Unit

TODAY = Unit("Bát Xát", "xã", "commune", ("02683",), "", "Lào Cai", current=True)
PROVINCE = Unit("Yên Bái", "tỉnh", "province", ("15",))
SAME = Unit("Lào Cai", "tỉnh", "province", ("15",))
DISTRICT = Unit("Văn Yên", "huyện", "district", ("04375", "04399"), "", "Yên Bái")
COMMUNE = Unit("Cốc San", "xã", "commune", ("02647",), "Thành phố Lào Cai", "Lào Cai")
DIVIDED = Unit("Tân Lập", "xã", "commune", ("1", "2"), "Huyện Lục Yên", "Yên Bái")


@pytest.mark.parametrize(
    ("unit", "vietnamese", "english"),
    [
        (TODAY, "", ""),
        (SAME, "", ""),
        (PROVINCE, "tỉnh Yên Bái cũ, nay thuộc Lào Cai",
         "former Yên Bái province, now part of Lào Cai"),
        (DISTRICT, "thuộc huyện Văn Yên cũ (Yên Bái)", "in the former Văn Yên district (Yên Bái)"),
        (DIVIDED, "một phần xã Tân Lập cũ (huyện Lục Yên, Yên Bái)",
         "part of the former Tân Lập commune (Lục Yên, Yên Bái)"),
    ],
)  # fmt: skip
def test_the_note_tells_what_became_of_a_unit(unit: Unit, vietnamese: str, english: str) -> None:
    assert note_vi(unit, "Lào Cai") == vietnamese
    assert note_en(unit, "Lào Cai") == english


def test_a_whole_commune_is_no_part() -> None:
    assert note_vi(COMMUNE, "Lào Cai") == "xã Cốc San cũ (thành phố Lào Cai, Lào Cai)"


def test_every_old_name_but_a_provinces_own_has_both_notes() -> None:
    places, units = load()
    for unit in units:
        code = unit.codes[0]
        province = places[places[code].parent or code].name
        kept = unit.current or (unit.level == "province" and unit.name == province)
        assert bool(note_vi(unit, province)) is bool(note_en(unit, province)) is not kept
