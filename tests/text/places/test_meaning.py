"""Names in one text settle each other: a region chooses among places of one name."""

from kiemtin.text.places.evidence import SURE, WEAK
from kiemtin.text.places.meaning import Reading, settle
from kiemtin.text.places.types import Place, Unit

PLACES = {
    "14": Place("14", "Sơn La", "Tỉnh Sơn La", "province", None),
    "15": Place("15", "Lào Cai", "Tỉnh Lào Cai", "province", None),
    "00001": Place("00001", "Tân Lập", "Xã Tân Lập", "commune", "14"),
    "00002": Place("00002", "Tân Lĩnh", "Xã Tân Lĩnh", "commune", "15"),
    "00003": Place("00003", "Bát Xát", "Xã Bát Xát", "commune", "15"),
}
LAO_CAI = (Unit("Lào Cai", "tỉnh", "province", ("15",), current=True),)
TAN_LAP = (
    Unit("Tân Lập", "xã", "commune", ("00001",), "", "Sơn La", current=True),
    Unit("Tân Lập", "xã", "commune", ("00002",), "Lục Yên", "Yên Bái"),
)
BAT_XAT = (Unit("Bát Xát", "xã", "commune", ("00003",), "", "Lào Cai", current=True),)


def codes(*readings: Reading) -> list[set[str]]:
    return [set(found) for _, found in settle(list(readings), PLACES)]


def test_a_name_of_several_places_alone_means_any() -> None:
    assert codes(Reading(0, 2, TAN_LAP, SURE)) == [{"00001", "00002"}]


def test_a_region_in_the_text_chooses_among_them() -> None:
    near = codes(Reading(0, 2, TAN_LAP, SURE), Reading(2, 4, LAO_CAI, SURE))
    far = codes(Reading(0, 2, LAO_CAI, SURE), Reading(40, 42, TAN_LAP, SURE))
    assert near == [{"00002"}, {"15"}]
    assert far == [{"15"}, {"00002"}]


def test_a_neighbour_in_a_list_chooses_its_own_province() -> None:
    assert codes(Reading(0, 2, TAN_LAP, SURE), Reading(3, 5, BAT_XAT, SURE))[0] == {"00002"}
    apart = codes(Reading(0, 2, TAN_LAP, SURE), Reading(9, 11, BAT_XAT, SURE))
    assert apart[0] == {"00001", "00002"}


def test_a_weak_name_counts_only_beside_a_larger_place_around_it() -> None:
    assert codes(Reading(0, 2, BAT_XAT, WEAK)) == []
    assert codes(Reading(0, 2, BAT_XAT, WEAK), Reading(2, 4, LAO_CAI, SURE)) == [{"00003"}, {"15"}]
    assert codes(Reading(0, 2, BAT_XAT, WEAK), Reading(20, 22, LAO_CAI, SURE)) == [{"15"}]


def test_a_place_inside_another_of_the_codes_is_left_out() -> None:
    both = (*LAO_CAI, *BAT_XAT)
    assert codes(Reading(0, 2, both, SURE)) == [{"15"}]


def test_a_reading_ranks_by_the_largest_unit_it_may_be() -> None:
    assert Reading(0, 2, (*BAT_XAT, *LAO_CAI), SURE).rank > Reading(0, 2, BAT_XAT, SURE).rank
    assert Reading(0, 2, (*BAT_XAT, *LAO_CAI), SURE).codes == {"00003", "15"}
