"""Dates are read day first or as ISO, in Vietnam's zone, and nothing else is taken for a date."""

import contextlib
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.file.dates import read_moment
from kiemtin.channels.refusal import RowRefused
from kiemtin.channels.shape import VIETNAM

NOW = datetime(2030, 1, 1, tzinfo=VIETNAM)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2029, 12, 31)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=VIETNAM)
)


@given(
    MOMENTS,
    st.sampled_from(
        [
            "%d/%m/%Y %H:%M:%S",
            "%d-%m-%Y, %H:%M:%S",
            "%H:%M:%S %d.%m.%Y",
            "%Y-%m-%dT%H:%M:%S",
            "%Y-%m-%d %H:%M:%S+07:00",
        ]
    ),
)
def test_a_moment_reads_back(moment: datetime, form: str) -> None:
    assert read_moment(moment.strftime(form), "date", NOW) == moment


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("3/4/2026", datetime(2026, 4, 3, tzinfo=VIETNAM)),
        ("03/04/2026 7:05", datetime(2026, 4, 3, 7, 5, tzinfo=VIETNAM)),
        ("14h05 22/11/2026", datetime(2026, 11, 22, 14, 5, tzinfo=VIETNAM)),
        ("2026-11-22", datetime(2026, 11, 22, tzinfo=VIETNAM)),
        ("2026-11-22T00:05:00Z", datetime(2026, 11, 22, 7, 5, tzinfo=VIETNAM)),
    ],
)
def test_day_comes_before_month_and_the_zone_is_vietnams(written: str, moment: datetime) -> None:
    assert read_moment(written, "date", NOW) == moment


@pytest.mark.parametrize(
    "written",
    [
        "",
        "22/11",
        "22/11/26",
        "22.11/2026",
        "hôm qua",
        "٢٢/11/2026",
        "2026-W47-1",
        "20261122",
        "2026-11-22Tx",
        "2026-02-30",
        "31/04/2026",
        "1/1/2026 25:00",
        "0000-01-01",
        "7:05 1/1/2026 8:05x",
    ],
)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(RowRefused) as caught:
        read_moment(written, "date", NOW)
    assert caught.value.code == "date"


def test_a_day_ahead_is_a_clock_and_more_is_a_mistake() -> None:
    assert read_moment((NOW + timedelta(days=1)).isoformat(), "date", NOW) > NOW
    with pytest.raises(RowRefused) as caught:
        read_moment((NOW + timedelta(days=1, seconds=1)).isoformat(), "date", NOW)
    assert caught.value.code == "future"


@given(st.text(alphabet="0123456789/-.: TZh+", max_size=25))
def test_any_signs_are_read_or_refused(written: str) -> None:
    with contextlib.suppress(RowRefused):
        assert read_moment(written, "date", NOW).utcoffset() is not None
