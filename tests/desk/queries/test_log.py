"""The log is found by number, commitment, words of a fact-check, kind and day."""

from typing import Any

import pytest

from kiemtin.desk.flow import record
from kiemtin.desk.models import Version
from kiemtin.desk.queries import log

pytestmark = pytest.mark.django_db


def numbers(**given: Any) -> list[int]:
    return [one.number for one in log.entries(**given)]


def test_entries_are_found_by_what_a_reader_may_know(published: Version) -> None:
    record.append("holding_line", {"checking": "Cầu có sập không?"})
    own = published.log_entry.number
    assert numbers() == [own + 1, own]
    assert numbers(words=f" {own} ") == numbers(words=f"#{own}") == [own]
    assert numbers(words=published.log_entry.commitment[:12].upper()) == [own]
    assert numbers(words="dap nam mau") == [own]
    assert numbers(words=published.fact_check.slug) == [own]
    assert numbers(words="không có chữ này") == []
    assert numbers(kind="holding_line") == [own + 1]
    assert numbers(day=published.log_entry.made_at.date()) == [own + 1, own]


def test_an_act_names_its_fact_check_and_version(published: Version) -> None:
    entry = record.append("holding_line", {"checking": "Cầu có sập không?"})
    first, second = log.acts(log.entries())
    assert (first.fact_check, first.version) == (None, None)
    assert (second.fact_check, second.version) == (published.fact_check, 1)
    assert log.act(entry.number) == first
    assert log.act(99) is None
    assert log.newest() == entry.number
