"""A long message is cut between characters and joined again, in any order."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.smpp.alphabet import decode, encode
from kiemtin.channels.smpp.parts import (
    GAP,
    MOST_WAITING,
    PART_WAIT,
    UCS2_PART,
    UCS2_WHOLE,
    Joiner,
    Place,
    cut,
    header,
)
from tests.support.webhooks import NOW

WHO = "+84900000001"


def pieces(text: str) -> list[bytes]:
    return cut(encode(text, "ucs2")[1], UCS2_WHOLE, UCS2_PART, 7)


def test_a_text_that_fits_has_no_header() -> None:
    assert pieces("ộ" * 70) == [("ộ" * 70).encode("utf-16-be")]
    assert len(pieces("ộ" * 71)) == 2


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=71, max_size=400), st.randoms())
def test_parts_in_any_order_are_the_text_again(text: str, order: Random) -> None:
    parts = pieces(text)
    assert all(len(part) <= 140 for part in parts)
    order.shuffle(parts)
    joiner, whole = Joiner(), []
    for part in parts:
        place, octets = header(part)
        assert place is not None
        piece = decode(octets, 8, "gsm7") or ""
        assert "\ufffd" not in piece or "\ufffd" in text
        whole.append(joiner.add(WHO, place, piece, NOW))
    assert whole[:-1] == [None] * (len(parts) - 1)
    assert whole[-1] == text


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(ValueError, match="255"):
        pieces("ộ" * 67 * 256)


def test_a_part_that_comes_twice_counts_once() -> None:
    joiner = Joiner()
    assert joiner.add(WHO, Place(1, 2, 1), "a", NOW) is None
    assert joiner.add(WHO, Place(1, 2, 1), "a", NOW) is None
    assert joiner.add(WHO, Place(1, 2, 2), "b", NOW) == "ab"


def test_people_and_messages_are_kept_apart() -> None:
    joiner = Joiner()
    for who, reference in ((WHO, 1), (WHO, 2), ("+84900000002", 1)):
        assert joiner.add(who, Place(reference, 2, 1), "a", NOW) is None


def test_a_whole_message_is_kept_until_it_has_been_handed_on() -> None:
    joiner = Joiner()
    joiner.add(WHO, Place(1, 2, 1), "a", NOW)
    assert joiner.add(WHO, Place(1, 2, 2), "b", NOW) == "ab"
    assert joiner.add(WHO, Place(1, 2, 2), "b", NOW) == "ab"
    joiner.forget((WHO, 1, 2))
    assert joiner.add(WHO, Place(1, 2, 2), "b", NOW) is None


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([1, 2], "12" + GAP), ([2, 4], GAP + "2" + GAP + "4"), ([3], GAP + "3" + GAP)],
)
def test_what_never_gets_whole_is_handed_on_with_gaps(numbers: list[int], text: str) -> None:
    joiner = Joiner()
    for number in numbers:
        joiner.add(WHO, Place(1, 4, number), str(number), NOW)
    assert joiner.overdue(NOW + PART_WAIT - timedelta(seconds=1)) == []
    assert joiner.overdue(NOW + PART_WAIT) == [((WHO, 1, 4), text)]


def test_not_more_than_so_many_wait() -> None:
    joiner = Joiner()
    for number in range(MOST_WAITING + 3):
        joiner.add(str(number), Place(1, 2, 1), "a", NOW + timedelta(microseconds=number))
    assert [key[0] for key, _ in joiner.overdue(NOW)] == ["0", "1", "2"]


@pytest.mark.parametrize(
    "octets",
    [b"", b"\x05", b"\xffabc", b"\x05\x00\x03\x01\x02", b"\x00abc", b"\x03\x24\x01\x00abc"],
)
def test_a_header_without_a_place_or_a_broken_one(octets: bytes) -> None:
    assert header(octets)[0] is None


@pytest.mark.parametrize("place", [(7, 2, 0), (7, 2, 3), (7, 0, 1), (7, 1, 1)])
def test_a_place_that_cannot_be_is_none(place: tuple[int, int, int]) -> None:
    assert header(b"\x05\x00\x03" + bytes(place) + b"abc") == (None, b"abc")


def test_sixteen_bits_of_reference() -> None:
    assert header(b"\x06\x08\x04\x01\x02\x03\x02abc") == (Place(0x0102, 3, 2), b"abc")


@given(st.binary(max_size=20))
def test_no_header_whatever_breaks_the_reading(octets: bytes) -> None:
    place, rest = header(octets)
    assert octets.endswith(rest)
    assert place is None or place.makes_sense
