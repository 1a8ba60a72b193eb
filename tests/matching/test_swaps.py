"""A word in the place of another raises a doubt, unless it means the same or is spelled alike."""

import datetime as dt

import pytest

from kiemtin.matching.reading import read
from kiemtin.matching.swaps import swap_rows

_TODAY = dt.date(2026, 3, 2)
_PRICE = "Giá măng tươi ở xã Bản Hồ rớt còn 4.800 đồng/kg ngày 2/3/2026"

_TIGER = "Hổ xuất hiện trên nương ở xã Bản Hồ đêm 1/3/2026"


def _swapped(message: str, claim: str) -> list[tuple[str | None, str | None]]:
    rows = swap_rows(read(message, _TODAY), read(claim, _TODAY))
    assert all((row.kind, row.verdict) == ("word", "conflict") for row in rows)
    assert all(row.query_span and row.entry_span for row in rows)
    return [(row.query_value, row.entry_value) for row in rows]


@pytest.mark.parametrize(
    ("message", "claim", "expected"),
    [
        ("Giá miến tươi ở Bản Hồ rớt còn 4.800 đồng/kg ngày 2/3", _PRICE, ("miến", "măng")),
        ("Gấu xuất hiện trên nương ở Bản Hồ đêm 1/3", _TIGER, ("Gấu", "Hổ")),
    ],
)
def test_another_word_in_its_place_is_seen(
    message: str, claim: str, expected: tuple[str, str]
) -> None:
    assert _swapped(message, claim) == [expected]


@pytest.mark.parametrize(
    "message",
    [
        _PRICE,
        "Giá măng tươi ở Bản Hồ giảm còn 4.800 đồng/kg ngày 2/3",
        "Giá măng tươii ở Bản Hồ rớt còn 4.800 đồng/kg ngày 2/3",
        "Giá măng tươi ở Bản Lầu rớt còn 5.200 đồng/kg ngày 3/3",
        "Bà con ơi cho hỏi giá măng tươi Bản Hồ hôm nay rớt còn 4.800 đồng/kg thật không ạ",
        "Ở Bản Hồ người ta bán măng rẻ lắm rồi, lái chỉ trả bốn ngàn tám thôi",
        "",
    ],
)
def test_the_same_in_other_words_or_another_detail_is_no_swap(message: str) -> None:
    assert _swapped(message, _PRICE) == []


def test_a_message_that_goes_its_own_way_is_not_laid_beside_the_claim() -> None:
    assert _swapped("nhà em mua miến khô về nấu canh", _PRICE) == []
