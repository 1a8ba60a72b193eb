"""The index names the picture that an altered one came from, and no other."""

import pytest
from PIL import ImageOps

from benchmarks.altered import ALTERATIONS, altered
from benchmarks.drawn import KINDS, TUNING, draw, same_family
from kiemtin.media.alike import Fingerprint, Index, fingerprint
from tests.media.alike.scenes import pixels, scene

FIRST = TUNING // 48 * 48
"""The first picture of a family: the next of its kind has the same template."""


@pytest.fixture(scope="module")
def drawn() -> dict[int, Fingerprint]:
    numbers = range(FIRST, FIRST + 2 * len(KINDS))
    return {number: fingerprint(pixels(draw(number))) for number in numbers}


@pytest.fixture(scope="module")
def index(drawn: dict[int, Fingerprint]) -> Index:
    made = Index()
    for number, one in drawn.items():
        made.add(str(number), one)
    return made


@pytest.mark.parametrize("name", ALTERATIONS)
def test_each_alteration_finds_its_picture_and_no_look_alike(name: str, index: Index) -> None:
    number = FIRST + list(ALTERATIONS).index(name)
    assert same_family(number, number + 6) or same_family(number, number - 6)
    hits = index.search(fingerprint(pixels(altered(draw(number), name, number))))
    assert [hit.key for hit in hits] == [str(number)]


def test_a_stranger_finds_nothing(index: Index) -> None:
    assert index.search(fingerprint(pixels(scene(1)))) == []
    assert Index().search(fingerprint(pixels(scene(1)))) == []


def test_all_copies_are_named_the_most_alike_first() -> None:
    index = Index()
    index.add("cut", fingerprint(pixels(scene(1).crop((60, 40, 450, 330)))))
    index.add("other", fingerprint(pixels(scene(2))))
    index.add("same", fingerprint(pixels(scene(1))))
    index.add("mirror", fingerprint(pixels(ImageOps.mirror(scene(1)))))
    hits = index.search(fingerprint(pixels(scene(1))))
    assert hits[0].key == "same"
    assert {hit.key for hit in hits} == {"same", "cut", "mirror"}
    assert {hit.key for hit in hits if hit.likeness.mirrored} == {"mirror"}


def test_what_is_added_later_is_found_and_read_from_where_it_is_kept() -> None:
    kept = {str(seed): bytes(fingerprint(pixels(scene(seed)))) for seed in range(5)}
    read: list[str] = []

    def fetch(key: str) -> bytes:
        read.append(key)
        return kept[key]

    index = Index(fetch)
    for seed in range(5):
        one = fingerprint(pixels(scene(seed)))
        index.add(str(seed), one)
        assert [hit.key for hit in index.search(one)] == [str(seed)]
    assert len(index) == 5
    assert set(read) == set(kept)


def test_a_key_is_added_once(index: Index, drawn: dict[int, Fingerprint]) -> None:
    with pytest.raises(ValueError, match="already"):
        index.add(str(FIRST), drawn[FIRST])


def test_what_is_taken_out_is_not_found_and_may_come_back() -> None:
    index, one = Index(), fingerprint(pixels(scene(1)))
    index.add("a", one)
    index.add("b", one)
    index.remove("a")
    assert [hit.key for hit in index.search(one)] == ["b"]
    assert len(index) == 1
    index.remove("b")
    assert index.search(one) == []
    index.add("a", one)
    assert [hit.key for hit in index.search(one)] == ["a"]
    with pytest.raises(KeyError):
        index.remove("b")
