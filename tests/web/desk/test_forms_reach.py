"""The forms of passing on shape what was typed; a place that is not offered is refused."""

from datetime import time

import pytest

from kiemtin.web.desk.forms_reach import HoursForm, NoteForm, OrderForm

HOURS = {
    "place": "",
    "quiet_from": "21:00",
    "quiet_until": "05:30",
    "first_from": "05:30",
    "first_until": "06:00",
    "second_from": "",
    "second_until": "",
}


def test_only_offered_places_are_taken() -> None:
    given = {"priority": "normal", "places": ["15", "14"]}
    assert "places" in OrderForm(["15"], given).errors
    assert not OrderForm(["15", "14"], given).errors


def test_hours_become_a_time_table() -> None:
    form = HoursForm(HOURS)
    assert form.is_valid(), form.errors
    table = form.table()
    assert (table.quiet_from, table.quiet_until) == (time(21), time(5, 30))
    assert table.slots == ((time(5, 30), time(6)),)


@pytest.mark.parametrize("left_out", ["first_from", "first_until"])
def test_a_slot_needs_both_its_ends(left_out: str) -> None:
    assert "first_until" in HoursForm(HOURS | {left_out: ""}).errors


def test_midnight_is_a_time() -> None:
    form = HoursForm(HOURS | {"first_from": "00:00", "first_until": "00:30"})
    assert form.is_valid()
    assert form.table().slots == ((time(0), time(0, 30)),)


def test_what_was_done_and_in_which_language_are_known_words() -> None:
    given = {"communicator": "1", "done": "read_aloud", "language": "hmn"}
    assert NoteForm(given).is_valid()
    assert set(NoteForm(given | {"done": "sung", "language": "x"}).errors) == {"done", "language"}
