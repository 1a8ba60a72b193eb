"""Every phrase is whole in both languages, and times are told as people in Vietnam write them."""

from datetime import UTC, date, datetime
from string import Formatter

from kiemtin.bulletin.phrases import PHRASES, day, moment, phrase


def test_both_languages_say_the_same_things() -> None:
    for name, said in PHRASES.items():
        names = [{field for _, field, _, _ in Formatter().parse(text)} for text in said]
        assert names[0] == names[1], name


def test_any_other_language_is_told_in_vietnamese() -> None:
    assert phrase("todo", "en", todo="Wait.") == "What to do: Wait."
    assert (
        phrase("todo", "hmn", todo="Chờ.") == phrase("todo", "vi", todo="Chờ.") == "Nên làm: Chờ."
    )


def test_days_and_times_are_written_day_first_and_in_vietnam() -> None:
    assert day(date(2026, 2, 1)) == "01/02/2026"
    assert moment(datetime(2026, 1, 31, 18, 5, tzinfo=UTC)) == "01/02/2026 01:05"
