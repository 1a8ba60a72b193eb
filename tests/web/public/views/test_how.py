"""How the desk works: all fourteen rules, the verdicts, what happens when the desk is wrong."""

import pytest
from django.test import Client

from kiemtin.web.public.principles import GROUPS
from tests.web.public.pages import text

WHERE = "/cach-lam-viec/"


def test_every_rule_stands_on_the_page_in_order(reader: Client) -> None:
    said = text(reader.get(WHERE))
    names = [f"{one.name}." for group in GROUPS for one in group.principles]
    at = [said.index(name) for name in names]
    assert len(names) == 14
    assert at == sorted(at)


def test_the_rules_are_numbered_through() -> None:
    assert [one.number for group in GROUPS for one in group.principles] == list(range(1, 15))


@pytest.mark.parametrize("word", ["ĐÚNG", "ĐÚNG PHẦN LỚN", "GÂY HIỂU LẦM", "SAI", "CHƯA ĐỦ CĂN CỨ"])
def test_every_verdict_is_explained(reader: Client, word: str) -> None:
    assert word in text(reader.get(WHERE))


def test_it_leads_to_the_corrections(reader: Client) -> None:
    assert 'href="/dinh-chinh/"' in reader.get(WHERE).content.decode()
