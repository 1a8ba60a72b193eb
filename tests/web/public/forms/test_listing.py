"""The filters of the list."""

import pytest

from kiemtin.web.public.forms.listing import FilterForm


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ({}, {"verdict": "", "subject": "", "place": ""}),
        ({"verdict": "false"}, {"verdict": "false", "subject": "", "place": ""}),
        ({"subject": "dam", "place": "lao cai"}, {"verdict": "", "subject": "dam", "place": "15"}),
        ({"verdict": "nonsense"}, {"verdict": "", "subject": "", "place": ""}),
        ({"place": "Không Hề Có"}, {"verdict": "", "subject": "", "place": ""}),
    ],
)
def test_what_cannot_be_read_filters_nothing(given: dict[str, str], chosen: dict[str, str]) -> None:
    form = FilterForm(given)
    form.is_valid()
    assert form.chosen() == chosen


@pytest.mark.parametrize(
    ("given", "in_use"),
    [({}, False), ({"page": "2"}, False), ({"q": " "}, False), ({"q": "đập"}, True)],
)
def test_it_knows_whether_it_filters(given: dict[str, str], in_use: bool) -> None:
    assert FilterForm(given).in_use() is in_use
