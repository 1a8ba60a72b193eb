"""A table of phrases is found with its marks, and bare only where that is safe."""

import datetime as dt

import pytest

from kiemtin.text.details.message import Message
from kiemtin.text.details.phrases import Phrases

TABLE = Phrases({"mở": 1, "mở cửa": 2, "đóng": -1, "chỉ": 3}, marked_only={"chỉ"})


def found(text: str, table: Phrases[int] = TABLE) -> list[tuple[str, int]]:
    message = Message(text, dt.date(2025, 8, 15))
    return [(text[one.start : one.end], one.meaning) for one in table.find(message)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đập mở rồi", [("mở", 1)]),
        ("chợ MỞ CỬA và đóng", [("MỞ CỬA", 2), ("đóng", -1)]),
        ("cho mo cua roi dong", [("mo cua", 2), ("dong", -1)]),
        ("chợ đã mo cua", [("mo cua", 2)]),
        ("mơ về chợ", []),
        ("chợ ở dong kia", []),
        ("mở  cửa chợ", [("mở  cửa", 2)]),
        ("mở cửahàng", [("mở", 1)]),
        ("mởcửa", []),
        ("20mở", [("mở", 1)]),
        ("chi dau em", []),
        ("chỉ một xã", [("chỉ", 3)]),
        ("họ mở cưa máy", [("mở", 1)]),
    ],
)
def test_phrases_longest_first(text: str, expected: list[tuple[str, int]]) -> None:
    assert found(text) == expected


def test_a_phrase_may_begin_inside_one_that_was_rejected() -> None:
    table = Phrases({"mở cửa": 1, "cửa đóng": 4})
    assert found("người mơ cửa đóng", table) == [("cửa đóng", 4)]


def test_a_table_may_insist_on_marks_in_a_marked_message() -> None:
    strict = Phrases({"mở cửa": 2}, bare_anywhere=False)
    assert found("chợ đã mo cua", strict) == []
    assert found("cho da mo cua", strict) == [("mo cua", 2)]
