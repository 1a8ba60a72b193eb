"""Reads a text from left to right: the longest name first, none twice."""

from kiemtin.text.places import Scan
from kiemtin.text.places.called import names_of
from kiemtin.text.places.finder import Finder
from kiemtin.text.places.types import Place, Unit

PLACES = {
    "15": Place("15", "Lào Cai", "Tỉnh Lào Cai", "province", None),
    "02647": Place("02647", "Lào Cai", "Phường Lào Cai", "commune", "15"),
    "02683": Place("02683", "Bát Xát", "Xã Bát Xát", "commune", "15"),
    "79": Place("79", "Hồ Chí Minh", "Thành phố Hồ Chí Minh", "province", None),
    "26740": Place("26740", "Sài Gòn", "Phường Sài Gòn", "commune", "79"),
}
UNITS = [
    Unit("Lào Cai", "tỉnh", "province", ("15",), current=True),
    Unit("Lào Cai", "phường", "commune", ("02647",), "", "Lào Cai", current=True),
    Unit("Bát Xát", "xã", "commune", ("02683",), "", "Lào Cai", current=True),
    Unit("Bát", "xã", "commune", ("02647",), "", "Lào Cai"),
    Unit("1", "quận", "district", ("26740",), "", "Hồ Chí Minh"),
]
FINDER = Finder(PLACES, names_of(UNITS))


def found(text: str) -> list[tuple[str, set[str]]]:
    mentions = FINDER.find(text)
    assert all(text[one.start : one.end] == one.text for one in mentions)
    return [(one.text, set(one.codes)) for one in mentions]


def test_a_kind_belongs_to_the_name_and_decides_it() -> None:
    assert found("Ngập ở phường Lào Cai") == [("phường Lào Cai", {"02647"})]
    assert found("Ngập ở tỉnh Lào Cai") == [("tỉnh Lào Cai", {"15"})]


def test_the_longest_name_is_read() -> None:
    assert found("Ngập ở xã Bát Xát") == [("xã Bát Xát", {"02683"})]
    assert found("Ngập ở xã Bát") == [("xã Bát", {"02647"})]


def test_a_name_alone_is_the_largest_place_of_that_name() -> None:
    assert found("Mưa lớn ở Lào Cai") == [("Lào Cai", {"15"})]


def test_names_are_given_in_the_order_of_the_text() -> None:
    assert found("Xã Bát Xát và tỉnh Lào Cai") == [
        ("Xã Bát Xát", {"02683"}),
        ("tỉnh Lào Cai", {"15"}),
    ]


def test_a_numbered_district_is_known_by_its_letter() -> None:
    assert found("Q1 ngập") == [("Q1", {"26740"})]
    assert found("quận 1 ngập") == [("quận 1", {"26740"})]


def test_a_name_may_be_written_together_where_that_is_no_syllable() -> None:
    assert found("Laocai mưa đá") == [("Laocai", {"15"})]


def test_a_name_does_not_run_over_a_mark() -> None:
    assert found("Bát, Xát") == []
    assert found("Lào. Cai") == []


def test_a_text_laid_open_is_read_alike() -> None:
    text = "Sạt lở ở xã Bát Xát, Lào Cai"
    assert FINDER.find_in(Scan(text)) == FINDER.find(text) != []


def test_without_names_there_is_nothing() -> None:
    assert found("") == found("trời hôm nay mưa") == []
