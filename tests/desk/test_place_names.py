"""Places are shown by full name; which lies in which is known for known places only."""

import pytest

from kiemtin.desk.place_names import lies_in, place_name


@pytest.mark.parametrize(
    ("code", "name"),
    [("02839", "Xã Bắc Hà, Lào Cai"), ("15", "Tỉnh Lào Cai"), ("", ""), ("99999", "99999")],
)
def test_a_code_is_shown_by_its_full_name(code: str, name: str) -> None:
    assert place_name(code) == name


@pytest.mark.parametrize(
    ("outer", "inner", "lies"),
    [
        ("15", "02839", True),
        ("02839", "02839", True),
        ("02839", "15", False),
        ("14", "02839", False),
        ("", "02839", True),
        ("", "", True),
        ("15", "", False),
        ("", "99999", False),
        ("99999", "02839", False),
        ("15", "x", False),
    ],
)
def test_what_lies_in_what(outer: str, inner: str, lies: bool) -> None:
    assert lies_in(outer, inner) is lies
