import datetime as dt

import pytest

from kiemtin.matching.placing import Placed, place_rows
from kiemtin.matching.reading import read
from kiemtin.text.places import gazetteer

_TODAY = dt.date(2025, 9, 10)
_CLAIM = "Nước ngập chợ xã Bát Xát sáng 9/9/2025"


def _code(name: str) -> str:
    return gazetteer().search(name, limit=1)[0].place.code


BAT_XAT = _code("xã Bát Xát, Lào Cai")
BAO_YEN = _code("xã Bảo Yên, Lào Cai")
LAO_CAI = _code("tỉnh Lào Cai")
SON_LA = _code("tỉnh Sơn La")


def _placed(
    message: str, claim: str = _CLAIM, here: str | None = None, there: str | None = BAT_XAT
) -> Placed:
    return place_rows(read(message, _TODAY), read(claim, _TODAY), here, there)


def _conflicts(placed: Placed) -> list[str]:
    return [reason.code for reason in placed.conflicts]


@pytest.mark.parametrize(
    "message", ["ngập chợ Bát Xát", "ngap cho bat xat roi", "chợ xã Bát Xát ngập"]
)
def test_the_same_commune_agrees_in_any_spelling(message: str) -> None:
    placed = _placed(message)
    assert _conflicts(placed) == []
    assert [row.verdict for row in placed.rows] == ["agree"]


def test_another_commune_is_a_conflict_that_names_both() -> None:
    placed = _placed("Ngập chợ xã Bảo Yên rồi")
    assert _conflicts(placed) == ["commune_differs"]
    assert placed.conflicts[0].vi() == "cùng sự việc nhưng khác xã: Bảo Yên / Bát Xát"
    (row,) = placed.rows
    assert row.verdict == "conflict"
    assert row.query_span is not None
    assert row.entry_span is not None


def test_another_province_is_a_conflict() -> None:
    placed = _placed("giá điện Sơn La tăng", "Giá điện ở tỉnh Lào Cai tăng", there=LAO_CAI)
    assert _conflicts(placed) == ["province_differs"]


def test_the_province_of_the_commune_is_only_less_exact() -> None:
    placed = _placed("chợ ở Lào Cai ngập rồi")
    assert _conflicts(placed) == []
    assert [row.verdict for row in placed.rows] == ["absent"]
    assert placed.rows[0].query_value == "Lào Cai"


def test_a_commune_of_the_province_does_not_contradict_it() -> None:
    assert _conflicts(_placed("Bát Xát có ngập", "Lào Cai ngập nhiều nơi", there=LAO_CAI)) == []


def test_a_place_named_besides_the_right_one_is_no_conflict() -> None:
    placed = _placed("Chợ Bát Xát ngập, nhà em ở Sơn La có lên được không")
    assert _conflicts(placed) == []
    assert [row.query_value for row in placed.rows if row.entry_value is None] == ["Sơn La"]


def test_the_entry_place_stands_in_where_the_claim_names_none() -> None:
    assert _conflicts(_placed("chợ Bảo Yên ngập", "Chợ phiên ngập nặng")) == ["commune_differs"]
    assert _conflicts(_placed("chợ Bát Xát ngập", "Chợ phiên ngập nặng")) == []


def test_where_a_message_comes_from_counts_when_it_names_no_place() -> None:
    assert _conflicts(_placed("chợ ngập rồi", here=BAO_YEN)) == ["not_valid_here"]
    assert _conflicts(_placed("chợ ngập rồi", here=BAT_XAT)) == []
    assert _conflicts(_placed("chợ ngập rồi", here=LAO_CAI)) == []
    assert _conflicts(_placed("chợ ngập rồi", here=SON_LA)) == ["not_valid_here"]


def test_someone_in_one_commune_may_ask_about_another() -> None:
    assert _conflicts(_placed("chợ Bát Xát ngập chưa", here=BAO_YEN)) == []


def test_an_entry_without_place_holds_everywhere() -> None:
    claim = "Thẻ căn cước cũ hết hạn từ 1/1/2026"
    assert _placed("thẻ căn cước cũ ở Sơn La hết hạn", claim, SON_LA, None).conflicts == ()


def test_unknown_codes_count_as_none() -> None:
    assert _placed("chợ ngập rồi", here="99999", there="00").conflicts == ()


def test_another_hamlet_is_a_conflict() -> None:
    claim = "Thôn Nà Khoang, xã Bát Xát mất nước sạch"
    assert _conflicts(_placed("thôn Phìn Páo mất nước sạch rồi", claim)) == ["place_differs"]
    assert _conflicts(_placed("nà khoang mất nước sạch", claim)) == []


def test_another_name_in_the_place_of_a_river_is_a_conflict() -> None:
    claim = "Ngân hàng Sông Vàng khoá thẻ từ tối nay"
    assert "place_differs" in _conflicts(
        _placed("bên ngân hàng Đồng Xanh khoá thẻ từ tối nay", claim, there=None)
    )


def test_two_communes_called_otherwise_differ_even_under_the_name_of_an_old_district() -> None:
    claim = "Nước ngập chợ xã Mường Hum"
    for message in ("ngập chợ Bát Xát rồi", "ngập chợ xã Bát Xát rồi"):
        placed = _placed(message, claim, there=_code("xã Mường Hum, Lào Cai"))
        assert _conflicts(placed) == ["commune_differs"]
        assert placed.conflicts[0].params == {"query": "Bát Xát", "entry": "Mường Hum"}
    assert _conflicts(_placed("ngập chợ Mường Hum rồi")) == ["commune_differs"]


def test_a_commune_with_the_old_district_beside_it_is_the_same_commune() -> None:
    placed = _placed("ngập chợ Mường Hum, Bát Xát", "Nước ngập chợ xã Mường Hum", there=None)
    assert _conflicts(placed) == []
    assert "agree" in [row.verdict for row in placed.rows]


def test_the_old_district_said_as_one_is_only_less_exact() -> None:
    placed = _placed("ngập chợ ở huyện Bát Xát", "Nước ngập chợ xã Mường Hum", there=None)
    assert _conflicts(placed) == []


def test_both_ends_of_a_way_agree() -> None:
    claim = "Xe khách từ Lào Cai đi Hà Nội nghỉ chạy"
    placed = _placed("xe lào cai hà nội nghỉ hả", claim, there=None)
    assert [row.verdict for row in placed.rows] == ["agree", "agree"]
    assert _conflicts(placed) == []


def test_another_end_of_a_way_is_a_conflict() -> None:
    claim = "Xe khách từ Lào Cai đi Hà Nội nghỉ chạy"
    placed = _placed("xe Lào Cai đi Sơn La nghỉ hả", claim, there=None)
    assert [row.verdict for row in placed.rows] == ["agree", "conflict"]
    assert _conflicts(placed) == ["province_differs"]
