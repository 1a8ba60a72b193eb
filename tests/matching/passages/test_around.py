import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.passages.around import IN_PLACE, IN_TIME, in_place, in_time
from kiemtin.text.places import gazetteer

_DAY = dt.date(2025, 10, 5)


@given(st.integers(0, 900), st.integers(0, 900))
def test_nearer_days_never_count_less(one: int, other: int) -> None:
    near, far = sorted((one, other))
    first = in_time(_DAY, _DAY - dt.timedelta(days=near))
    assert first >= in_time(_DAY, _DAY + dt.timedelta(days=far))
    assert 0 <= first <= IN_TIME


def test_a_day_that_is_not_known_counts_nothing() -> None:
    assert in_time(None, _DAY) == in_time(_DAY, None) == 0


def _code(name: str) -> str:
    return gazetteer().search(name)[0].place.code


def test_a_passage_that_names_the_place_comes_forward() -> None:
    place = _code("Bát Xát")
    assert in_place(place, None, "Sạt lở ở xã Bát Xát") == IN_PLACE
    assert in_place(place, place, "Sạt lở sáng nay") == IN_PLACE
    assert in_place(place, None, "Sạt lở sáng nay") == 0


def test_an_old_name_is_the_place_that_it_became() -> None:
    merged = gazetteer().mentions("xã Bản Vược")[0].codes
    assert in_place(min(merged), None, "Cầu treo xã Bản Vược bị cuốn trôi") == IN_PLACE


def test_a_place_within_counts_half() -> None:
    province = gazetteer().get(_code("Bát Xát")).parent
    assert province
    assert in_place(province, _code("Bát Xát"), "Sạt lở sáng nay") == IN_PLACE / 2


@pytest.mark.parametrize("place", [None, "99999", "xyz"])
def test_a_place_that_is_not_known_counts_nothing(place: str | None) -> None:
    assert in_place(place, "xyz", "Sạt lở ở xã Bát Xát") == 0
