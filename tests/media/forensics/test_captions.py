"""Two texts told with one picture are compared by their details; the same told otherwise is not
another caption."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.forensics import Hint, caption_differs

TODAY = dt.date(2026, 11, 23)
OLD = "Lũ quét tại xã Mường Pồn, Điện Biên ngày 25/7/2024, 7 người chết"


def _told(first: str, second: str) -> Hint | None:
    return caption_differs(first, second, today=TODAY)


@pytest.mark.parametrize(
    ("new", "names", "words"),
    [
        (
            "Lũ quét tại xã Mường Pồn, Điện Biên ngày 3/9/2026, 7 người chết",
            "Thời gian",
            "3/9/2026",
        ),
        ("Lũ quét ở Lào Cai ngày 25/7/2024, 7 người chết", "Nơi chốn", "Lào Cai"),
        ("Lũ quét ở Điện Biên ngày 25/7/2024, 70 người chết", "Con số", "70 người"),
        ("Lũ quét ở Điện Biên ngày 25/7/2024, 7 người đều còn sống", "Điều xảy ra", "sống"),
    ],
)
def test_the_detail_that_differs_is_named(new: str, names: str, words: str) -> None:
    hint = _told(OLD, new)
    assert hint is not None
    assert hint.strength == "some"
    assert [says.vi.split(":")[0] for says in hint.reasons] == [names]
    assert words in hint.reasons[0].vi
    assert words in hint.reasons[0].en


@pytest.mark.parametrize(
    "same",
    [
        OLD,
        OLD.upper(),
        "Điện Biên: bảy người chết trong trận lũ quét ngày 25 tháng 7 năm 2024",
        "Ảnh lũ quét ở Mường Pồn",
        "",
        "!!!",
    ],
)
def test_the_same_told_otherwise_or_less_of_it_is_no_other_caption(same: str) -> None:
    assert _told(OLD, same) is None
    assert _told(same, OLD) is None


def test_other_words_alone_say_little() -> None:
    hint = _told(
        "Bà con gặt lúa sớm chạy bão trên cánh đồng làng",
        "Học sinh trường mới nhận sách vở hôm khai giảng vui vẻ",
    )
    assert hint is not None
    assert hint.strength == "low"


def test_the_limit_names_honest_ways_of_using_a_picture_again() -> None:
    hint = _told(OLD, OLD.replace("2024", "2026"))
    assert hint is not None
    assert "minh họa" in hint.limit.vi
    assert "archive" in hint.limit.en


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_whatever_breaks_it_and_both_ways_are_the_same(one: str, other: str) -> None:
    there, back = _told(one, other), _told(other, one)
    assert (there is None) == (back is None)
