"""A number in a name tells one petrol, train or road from another."""

import datetime as dt

import pytest

from kiemtin.matching.identifiers import identifier_rows
from kiemtin.matching.reading import read

_TODAY = dt.date(2025, 9, 10)
_PETROL = "Xăng RON 95 tăng lên 22.000 đồng/lít"


def _rows(message: str, claim: str) -> list[tuple[str | None, str | None, str]]:
    rows = identifier_rows(read(message, _TODAY), read(claim, _TODAY))
    assert all(row.kind == "actor" for row in rows)
    return [(row.query_value, row.entry_value, row.verdict) for row in rows]


@pytest.mark.parametrize(
    ("message", "claim"),
    [
        ("xăng RON 92 tăng lên 22 nghìn", _PETROL),
        ("xang ron92 tang", _PETROL),
        ("tàu SP8 nghỉ chạy", "Tàu SP7 nghỉ chạy từ 9/9"),
        ("sầu riêng Ri 5 rớt giá", "Sầu riêng Ri6 rớt giá"),
        ("đường QL4E sạt rồi", "Đường QL4D sạt lở"),
        ("covid 20 quay lại", "Covid-19 quay lại"),
    ],
)
def test_another_number_in_the_name_is_a_conflict(message: str, claim: str) -> None:
    ((said, name, verdict),) = _rows(message, claim)
    assert verdict == "conflict"
    assert said is not None
    assert said in message
    assert name is not None
    assert name in claim


@pytest.mark.parametrize(
    "message",
    ["xăng RON 95 tăng", "xang ron95 tang", "xăng RON-95 tăng", "xăng ron 92 lẫn ron 95 đều tăng"],
)
def test_the_same_name_agrees_however_it_is_typed(message: str) -> None:
    assert [row[2] for row in _rows(message, _PETROL)] == ["agree"]


def test_the_bare_number_is_enough_to_agree_and_never_differs() -> None:
    assert _rows("xăng 95 tăng rồi", _PETROL) == [("95", "RON 95", "agree")]
    assert _rows("xăng 92 tăng rồi", _PETROL) == [(None, "RON 95", "absent")]
    assert _rows("xăng lại tăng", _PETROL) == [(None, "RON 95", "absent")]


@pytest.mark.parametrize(
    "claim",
    [
        "Sạt lở tại km 246 trên QL32",
        "Ngày 9/9 lúc 21h có 12 hộ bị ngập 2m",
        "Thu 50k mỗi xe, 2tr5 mỗi hộ",
        "Trường cấp 2 cho lớp 6 nghỉ",
        "Chợ Cốc Ly nghỉ",
        "",
    ],
)
def test_amounts_dates_and_labels_are_no_such_names(claim: str) -> None:
    assert _rows("km 250, QL37, 13 hộ, 60k, lớp 7, 10/9 lúc 22h", claim) == []


def test_rows_point_into_both_texts() -> None:
    message, claim = "nghe nói tàu SP8 nghỉ", "Đoàn tàu SP7 nghỉ chạy"
    (row,) = identifier_rows(read(message, _TODAY), read(claim, _TODAY))
    assert row.query_span is not None
    assert row.entry_span is not None
    assert message[slice(*row.query_span)] == row.query_value == "SP8"
    assert claim[slice(*row.entry_span)] == row.entry_value == "SP7"
