"""What was read as a date is given with the words before it, and is spoken for."""

import datetime as dt

from kiemtin.text.details import DateValue
from kiemtin.text.details.days import DayList
from kiemtin.text.details.giving import day_meant, give, give_list, words_around
from kiemtin.text.details.message import Message
from tests.text.details.reading import TODAY

DAY = dt.date(2025, 8, 16)


def test_a_date_is_given_with_the_words_before_it() -> None:
    message = Message("họp chiều thứ bảy 16/8 nhé", TODAY)
    detail = give(message, (DAY, DAY), 18, 22, words_around(message, 4))
    assert detail.value == DateValue(DAY, DAY, "afternoon")
    assert detail.text == "chiều thứ bảy 16/8"
    assert not message.free(detail.start, detail.end)
    assert message.dated == [(22, DAY, DAY)]


def test_each_day_of_a_list_has_its_own_span() -> None:
    message = Message("họp 14, 16/8 nhé", TODAY)
    given = [*give_list(message, DayList(((1, 14), (2, 16)), ranged=False), DAY, 12)]
    assert [detail.text for detail in given] == ["14", "16/8"]


def test_a_day_without_its_year_is_the_nearest() -> None:
    message = Message("", TODAY)
    assert day_meant(message, 1, 1, None) == dt.date(2026, 1, 1)
    assert day_meant(message, 1, 1, "24") == dt.date(2024, 1, 1)
    assert day_meant(message, 31, 2, "2024") is None
