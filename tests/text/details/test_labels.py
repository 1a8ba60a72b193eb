"""Labels say which one: equal labels are equal values, names with figures give no number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.details import NumberValue
from tests.text.details.reading import values


def label(value: float, name: str) -> NumberValue:
    return NumberValue(value, value, name)


@pytest.mark.parametrize(
    "text", ["km 246", "Km246", "km số 246", "cây số 246", "km 246+300", "km hai bốn sáu"]
)
def test_one_stone_of_a_road(text: str) -> None:
    assert values(f"sạt ở {text} rồi", "number") == [label(246, "km số")]


@pytest.mark.parametrize(
    "text",
    ["QL32", "ql 32", "quốc lộ 32", "đường 32", "quốc lộ ba hai", "quốc lộ 32 đoạn Tú Lệ"],
)
def test_one_road(text: str) -> None:
    assert values(f"tắc {text}", "number") == [label(32, "quốc lộ")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trường cấp 2", [label(2, "cấp")]),
        ("truong cap 2", [label(2, "cấp")]),
        ("trường cấp hai", [label(2, "cấp")]),
        ("cấp 1/2/3", [label(1, "cấp"), label(2, "cấp"), label(3, "cấp")]),
        ("cấp 2,3", [label(2, "cấp"), label(3, "cấp")]),
        ("học lớp tám", [label(8, "khối lớp")]),
        ("lớp 1 và 2", [label(1, "khối lớp"), label(2, "khối lớp")]),
        ("lớp 1-5", [NumberValue(1, 5, "khối lớp")]),
        ("bão số ba", [label(3, "số")]),
        ("xe 7 chỗ", [label(7, "chỗ")]),
        ("xe 7 cho", [label(7, "chỗ")]),
    ],
)
def test_labels(text: str, expected: list[NumberValue]) -> None:
    assert values(text, "number") == expected
    assert values(text, "date") == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("lớp 40 học sinh", "học sinh"),
        ("cấp 20 suất quà", "suất"),
        ("đội 5 người", "người"),
        ("đường 5 km", "m"),
    ],
)
def test_what_is_counted_after_such_a_word_is_no_label(text: str, unit: str) -> None:
    (value,) = values(text, "number")
    assert isinstance(value, NumberValue)
    assert value.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "lô SP8",
        "xe F1",
        "mạng 4G",
        "sóng 4g yếu",
        "tiêm HPV 9 rồi",
        "quốc lộ 4D",
        "nhà 12A",
        "covid-19",
    ],
)
def test_a_figure_in_a_name_is_no_number(text: str) -> None:
    assert values(text, "number") == []


@given(st.integers(1, 999))
def test_a_road_is_one_however_it_is_written(number: int) -> None:
    found = {tuple(values(f"tắc {name}{number}", "number")) for name in ("QL", "QL ", "quốc lộ ")}
    assert found == {(label(number, "quốc lộ"),)}
