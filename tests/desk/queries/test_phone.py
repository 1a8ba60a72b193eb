"""What a phone keeps to look up: the newest, told by a mark up to where it knows everything."""

import pytest

from kiemtin.desk.flow import keys
from kiemtin.desk.models import Account, Version
from kiemtin.desk.queries import phone
from tests.desk import steps


def test_before_anything_was_published_there_is_a_mark_too(db: None) -> None:
    assert phone.mark().startswith("-1.")
    assert phone.changed(phone.mark(), phone.mark()) == []


def test_a_mark_moves_with_every_version(
    published: Version, author: Account, colleague: Account
) -> None:
    before = phone.mark()
    assert phone.changed(before, phone.mark()) == []
    steps.correct(author, colleague, published.fact_check, fact="Đập vẫn nguyên.")
    assert phone.changed(before, phone.mark()) == [published.fact_check]


def test_what_may_have_changed_before_is_taken_anew(published: Version) -> None:
    before = phone.mark()
    keys.found_log()
    assert phone.changed(before, phone.mark()) is None


@pytest.mark.parametrize("known", ["", "x", ".", "7", "-.x", "²", "1" * 20])
def test_a_mark_that_nobody_gave_gets_everything(published: Version, known: str) -> None:
    assert phone.changed(known, phone.mark()) is None
    tag = phone.mark().partition(".")[2]
    number = known.partition(".")[0]
    if not number.isascii() or not number.lstrip("-").isdigit() or len(number) > 15:
        assert phone.changed(f"{number}.{tag}", phone.mark()) is None


def test_a_row_says_what_to_do_and_until_when(published: Version) -> None:
    row = phone.row(published.fact_check)
    assert (row["fact"], row["todo"], row["until"]) == (published.fact, published.todo, "")
    assert row["code"] == ""  # no key, no signature
    assert row["order"] == published.log_entry.number


def test_the_own_place_is_any_that_it_lies_in(published: Version) -> None:
    found = [published.fact_check]
    for place in ("15", "02683", "14"):
        assert phone.own_first(found, place) == found
