import datetime as dt

import pytest

from kiemtin.matching.actors import actor_rows
from kiemtin.matching.reading import read

_TODAY = dt.date(2025, 9, 10)
_CLAIM = "Quỹ Mái Ấm Rẻo Cao gọi điện xin mã xác nhận"


def _rows(message: str) -> list[tuple[str | None, str | None, str]]:
    rows = actor_rows(read(message, _TODAY), read(_CLAIM, _TODAY))
    return [(row.query_value, row.entry_value, row.verdict) for row in rows]


@pytest.mark.parametrize(
    "message", ["Mái Ấm Rẻo Cao gọi xin mã", "quy mai am reo cao goi", "quỹ mái ấm rẻo caa gọi"]
)
def test_a_named_actor_agrees_in_any_spelling(message: str) -> None:
    ((_, name, verdict),) = _rows(message)
    assert name is not None
    assert "Mái Ấm Rẻo Cao" in name
    assert verdict == "agree"


def test_another_name_instead_is_a_conflict() -> None:
    ((said, _, verdict),) = _rows("Có ai bị Hội Lá Lành gọi xin mã xác nhận chưa")
    assert said == "Hội Lá Lành"
    assert verdict == "conflict"


def test_no_name_at_all_is_only_missing() -> None:
    assert [row[0] for row in _rows("có quỹ nào gọi điện xin mã xác nhận không")] == [None]
    assert [row[2] for row in _rows("có quỹ nào gọi điện xin mã xác nhận không")] == ["absent"]
