"""Whatever the text, its details are exact parts of it, and messages are read whole."""

import datetime as dt
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.text.details import DateValue, Kind, MoneyValue, NumberValue, extract
from tests.text.details.reading import TODAY, read, values

_PIECES = (
    "không",
    "ko",
    "k",
    "chưa",
    "phải",
    "đâu",
    "có",
    "ạ",
    "?",
    "14/8",
    "14-8",
    ".",
    ",",
    "\n",
    " ",
    "7h",
    "giờ",
    "tháng",
    "ngày",
    "hai",
    "trăm",
    "nghìn",
    "triệu rưỡi",
    "2tr5",
    "200k",
    "20cm",
    "%",
    "xã Tà Xi Láng",
    "Hà Nội",
    "đi",
    "–",
    "thứ hai",
    "tuần sau",
    "mai",
    "cả",
    "chỉ",
    "hơn",
    "người",
    "0900 000 001",
    "1.200.000",
    "đồng",
    "mở",
    "đóng",
    "😭",
    "e\u0323\u0302",
    "chua",
    "nua",
    "İ",
    "²",
    "٣",
    "½",
    "năm",
    "nam",
    "tu",
    "mươi",
    "q1",
    "phường 5",
    "1" * 30,
    "\u200b",
    "ﬁ",
    "ß",
    "99/99/9999",
)
texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=20).flatmap(
    lambda parts: st.sampled_from([" ".join(parts), "".join(parts)])
)


@settings(deadline=None)
@given(texts | st.text(max_size=80), st.dates())
def test_details_are_exact_parts_in_order_and_nothing_raises(text: str, today: dt.date) -> None:
    details = extract(text, today=today)
    starts = [detail.start for detail in details]
    assert starts == sorted(starts)
    for detail in details:
        assert 0 <= detail.start < detail.end <= len(text)
        assert text[detail.start : detail.end] == detail.text


@settings(deadline=None)
@given(texts)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert extract(text, today=TODAY) == extract(text, today=TODAY)


@settings(deadline=None)
@given(texts)
def test_values_keep_their_promises(text: str) -> None:
    for detail in extract(text, today=TODAY):
        value = detail.value
        if isinstance(value, NumberValue | MoneyValue):
            assert 0 <= value.low <= value.high
        if isinstance(value, DateValue):
            assert value.first <= value.last


_SENTENCES = (
    "Đêm 14/8 cả Nậm Kha trên Tà Xi Láng kéo nhau chạy sạch, không còn nhà nào sáng đèn",
    "Cao tốc Nội Bài – Lào Cai đóng chiều Hà Nội đi Lào Cai đến hết tháng 10/2025",
    "Trường ở Bảo Hà thu quỹ hai triệu rưỡi một cháu từ tối mai, đúng không ạ?",
    "Xả lũ 3.160 m³/s lúc bảy giờ tối, nước dâng 20cm",
)


@pytest.mark.parametrize("text", _SENTENCES)
def test_a_decomposed_text_says_the_same(text: str) -> None:
    whole, parts = read(text), read(unicodedata.normalize("NFD", text))
    assert [detail.value for detail in parts] == [detail.value for detail in whole]
    assert (parts.negated, parts.question) == (whole.negated, whole.question)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "12 hộ thôn Nậm Kha, xã Tà Xi Láng sơ tán trong đêm 14/8/2025",
            "mười hai hộ thôn Nậm Kha, xã Tà Xi Láng sơ tán trong đêm qua",
        ),
        (
            "Từ 20/8 thu 250.000 đồng một cháu ở xã Bảo Hà",
            "từ hai mươi tháng tám thu 250k 1 cháu ở xã Bảo Hà",
        ),
        (
            "Phường Cam Đường cắt điện lúc 19 giờ tối nay",
            "phuong cam duong cat dien luc 7h toi nay",
        ),
    ],
)
def test_ways_to_say_the_same_have_the_same_values(one: str, other: str) -> None:
    def key(text: str) -> set[object]:
        kinds: tuple[Kind, ...] = ("number", "money", "date", "time", "direction")
        return {value for kind in kinds for value in values(text, kind)}

    assert key(one) == key(other)


def test_details_can_be_gone_through_and_asked_for() -> None:
    details = read("12 hộ ở Sa Pa mất điện tối nay")
    assert len(details) == len(list(details)) == 4
    assert [detail.kind for detail in details] == ["number", "place", "direction", "date"]
    assert [detail.text for detail in details.of("date")] == ["tối nay"]


@pytest.mark.parametrize(
    "word", ["hai ", "1", "Lào Cai ", "không ", "có đâu ", "14/8 ", "7h ", "tháng "]
)
def test_a_long_text_of_one_word_is_read(word: str) -> None:
    read((word * 10_000)[:10_000])
