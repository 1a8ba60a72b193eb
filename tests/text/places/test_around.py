"""The words beside a name say whose name it is, and whether it is longer than it seems."""

import pytest

from kiemtin.text.places import Scan
from kiemtin.text.places.around import Around


def around(text: str) -> Around:
    return Around(Scan(text))


def test_only_a_space_makes_a_neighbour() -> None:
    there = around("ở Sa Pa, Bát Xát")
    before, after = there.before(1), there.after(2)
    assert before is not None
    assert after is not None
    assert (before.raw, after.raw) == ("ở", "Pa")
    assert there.before(0) is None
    assert there.after(3) is None
    assert there.after(5) is None
    assert there.before(3) is None


@pytest.mark.parametrize(
    ("text", "at", "starts"),
    [("Sa Pa mưa", 0, True), ("mưa. Sa Pa", 1, True), ("mưa\nSa Pa", 1, True), ("ở Sa", 1, False)],
)
def test_a_sentence_starts_after_its_marks(text: str, at: int, starts: bool) -> None:
    assert around(text).starts_sentence(at) is starts


def test_a_hyphen_inside_a_name_is_seen() -> None:
    there = around("Bà Rịa - Vũng Tàu")
    assert there.hyphened(0, 4)
    assert not there.hyphened(0, 2)


@pytest.mark.parametrize(
    ("text", "placed"), [("lên Sa Pa", True), ("len sa pa", True), ("mua Sa Pa", False)]
)
def test_some_words_are_followed_by_places(text: str, placed: bool) -> None:
    assert around(text).placed(1) is placed


@pytest.mark.parametrize(
    ("text", "at", "kin", "person"),
    [
        ("gặp Nguyễn Yên", 2, False, True),
        ("gặp ông Yên", 2, True, True),
        ("gặp ông Yên", 2, False, False),
        ("Hồ Ba Bể", 1, True, False),
        ("bên Hồ Yên", 2, True, True),
        ("gap nguyen yen", 2, True, True),
        ("gap le yen", 2, True, False),
        ("Yên Bái", 0, True, False),
    ],
)
def test_a_surname_or_kinship_before_makes_a_person(
    text: str, at: int, kin: bool, person: bool
) -> None:
    assert around(text).is_person(at, kin=kin) is person


def test_capitals_beside_belong_to_a_longer_name() -> None:
    assert around("phố Phan Đình Phùng").runs_on_left(2)
    assert not around("Tại Hà Nội").runs_on_left(1)
    assert around("họp Liên Hiệp Quốc").runs_on_right(3)
    assert not around("Hà Nội mưa").runs_on_right(2)
    assert not around("Hà Nội UBND").runs_on_right(2)
