"""The words around a spelled name decide whether it means the place."""

import pytest

from kiemtin.text.places import Scan
from kiemtin.text.places.evidence import BARRED, NO, SURE, WEAK, Evidence, Hit
from kiemtin.text.places.names import spaced_key
from kiemtin.text.places.types import Unit

LAO_CAI = Unit("Lào Cai", "tỉnh", "province", ("15",), current=True)
HOA_BINH = Unit("Hòa Bình", "tỉnh", "province", ("25",))
Y_TY = Unit("Y Tý", "xã", "commune", ("02680",), "", "Lào Cai", current=True)
VAN_YEN = Unit("Văn Yên", "huyện", "district", ("04375", "04399"), "", "Yên Bái")
OLD_VAN_YEN = Unit("Văn Yên", "xã", "commune", ("05000",), "Đại Từ", "Thái Nguyên")


def weigh(text: str, name: str, *units: Unit) -> tuple[tuple[Unit, ...], int]:
    """What the name in the text means alone, and how surely."""
    scan = Scan(text)
    start = scan.text.index(name)
    first = next(at for at, word in enumerate(scan.words) if word.start == start)
    last = first + len(name.replace("-", " ").split())
    hit = Hit(first, last, spaced_key(name), units)
    return Evidence(scan, lambda at: False).alone(hit)


@pytest.mark.parametrize(
    ("text", "name", "unit", "strength"),
    [
        ("Mưa lớn ở Lào Cai", "Lào Cai", LAO_CAI, SURE),
        ("mưa lớn ở lào cai", "lào cai", LAO_CAI, SURE),
        ("mong hòa bình cho bà con", "hòa bình", HOA_BINH, NO),
        ("thủy điện Hòa Bình xả lũ", "Hòa Bình", HOA_BINH, SURE),
        ("đường về thôn Y Tý đẹp", "Y Tý", Y_TY, BARRED),
        ("gặp anh Nguyễn Văn Yên", "Văn Yên", VAN_YEN, BARRED),
        ("gặp Y Tý Xanh", "Y Tý", Y_TY, BARRED),
    ],
)
def test_a_name_alone_is_weighed_by_its_neighbours(
    text: str, name: str, unit: Unit, strength: int
) -> None:
    assert weigh(text, name, unit)[1] == strength


def test_other_marks_are_another_name() -> None:
    assert weigh("ở Lão Cải đông vui", "Lão Cải", LAO_CAI) == ((), NO)
    assert weigh("o lao cai dong vui", "lao cai", LAO_CAI)[1] == SURE


def test_a_name_alone_means_the_largest_unit_that_goes_by_it() -> None:
    assert weigh("Lũ ở Văn Yên", "Văn Yên", OLD_VAN_YEN, VAN_YEN) == ((VAN_YEN,), SURE)


def after_kind(text: str, kind_words: int, *units: Unit) -> tuple[str, tuple[Unit, ...], int]:
    """The kind that opens the text, and what it makes of the name after it."""
    scan = Scan(text)
    evidence = Evidence(scan, lambda at: False)
    kind = evidence.kind(0, kind_words)
    name = " ".join(word.raw for word in scan.words[kind_words:])
    hit = Hit(kind_words, len(scan.words), spaced_key(name), units)
    return kind, *evidence.with_kind(kind, 0, hit)


def test_a_kind_chooses_among_units_of_one_name() -> None:
    units = (OLD_VAN_YEN, VAN_YEN)
    assert after_kind("huyện Văn Yên", 1, *units) == ("huyện", (VAN_YEN,), SURE)
    assert after_kind("Xã Văn Yên", 1, *units) == ("xã", (OLD_VAN_YEN,), SURE)


@pytest.mark.parametrize(
    ("text", "size", "kind"),
    [
        ("thành phố Lào Cai", 2, "thành phố"),
        ("TP. Lào Cai", 1, "thành phố"),
        ("h. Văn Yên", 1, "huyện"),
        ("h Văn Yên", 1, ""),
        ("xa Y Tý đẹp lắm ạ", 1, ""),
        ("xa y ty", 1, "xã"),
        ("xã", 1, ""),
        ("mưa Y Tý", 1, ""),
    ],
)
def test_a_kind_is_known_as_people_write_it(text: str, size: int, kind: str) -> None:
    assert Evidence(Scan(text), lambda at: False).kind(0, size) == kind


def test_typed_bare_an_everyday_word_may_be_a_place_but_only_weakly() -> None:
    assert weigh("em o xa hoa binh lam", "hoa binh", HOA_BINH)[1] == WEAK
