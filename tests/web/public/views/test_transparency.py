"""The page of figures: for everyone, by year and month, downloaded, safe in a spreadsheet."""

import csv
import json
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse

from kiemtin.desk.flow import people
from kiemtin.desk.models import Account, Desk, Message, Rumour
from kiemtin.desk.words import Role
from tests.desk import steps
from tests.desk.conftest import Maker, author, colleague, desk, noon, other_desk, person, rumour

__all__ = ["author", "colleague", "desk", "noon", "other_desk", "person", "rumour"]
PAGE = "public:transparency"


@pytest.fixture
def filled(desk: Desk, author: Account, colleague: Account, rumour: Rumour, noon: object) -> None:
    """Nine messages, three of them by a channel whose name begins a formula; and a page."""
    for number in range(9):
        steps.ask(desk, str(number), f"tin số {number}")
    some = Message.objects.order_by("pk")[:3]
    Message.objects.filter(pk__in=list(some.values_list("pk", flat=True))).update(channel="=cmd")
    steps.release(author, colleague, rumour)


def shown(path: str = PAGE, **query: str) -> str:
    return Client().get(reverse(path), query).content.decode()


def test_everyone_reads_it_and_small_counts_are_not_told(filled: None) -> None:
    page = shown()
    assert "dưới 5" in page
    assert "Tin đến qua đâu" in page
    assert "author" in page
    assert "style=" not in page
    assert "<script>" not in page


def test_it_is_chosen_by_year_and_month(filled: None) -> None:
    page = shown(ky="2025")
    assert 'href="?ky=2025-10"' in page
    assert "tháng 10/2025" in page
    assert "tuần từ 29/09/2025" in shown(ky="2025-10")


@pytest.mark.parametrize("text", ["x", "2025-13", "99999", "2025-10'--"])
@pytest.mark.parametrize("path", [PAGE, "public:transparency_json", "public:transparency_csv"])
def test_what_is_no_period_is_no_page(db: None, text: str, path: str) -> None:
    assert Client().get(reverse(path), {"ky": text}).status_code == 404


def test_an_empty_desk_says_so(db: None) -> None:
    page = shown()
    assert "Chưa có gì trong thời gian này." in page
    assert "Bàn chưa ghi nguồn kinh phí." in page


def test_the_figures_are_data_too(filled: None) -> None:
    figures = json.loads(shown("public:transparency_json", ky="2025"))
    assert figures["period"] == "2025"
    assert figures["tables"]["channel"]["rows"] == {"web": [5], "=cmd": ["<5"]}
    assert figures["team"][0]["stands_as"] == ["checker"]
    assert "email" not in json.dumps(figures)


def test_no_cell_of_the_csv_begins_a_formula(filled: None) -> None:
    response = Client().get(reverse("public:transparency_csv"))
    text = response.content.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline="")))
    assert ["channel", "'=cmd", "messages", "<5"] in rows
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r\n")]
    assert "minh-bach-tat-ca.csv" in response["Content-Disposition"]


def test_who_pays_is_written_by_the_administrator(filled: None, person: Maker, desk: Desk) -> None:
    chief = person("chief", desk, Role.ADMINISTRATOR)
    people.describe(chief, desk, funding="Ngân sách tỉnh <b>", governance="Sở quản lý")
    page = shown(ky="2025")
    assert "Ngân sách tỉnh &lt;b&gt;" in page
    assert "Sở quản lý" in page


def test_it_is_linked_from_every_page_and_from_how_the_desk_works(desk: Desk) -> None:
    address = reverse(PAGE)
    assert address in shown("public:home")
    assert shown("public:how").count(address) == 2


def test_it_is_small_and_kept(filled: None) -> None:
    response = Client().get(reverse(PAGE))
    assert len(response.content) < 40_000
    assert response["Cache-Control"] == "public, max-age=15"
    again = Client().get(reverse(PAGE), headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_it_is_only_read(db: None) -> None:
    assert Client().post(reverse(PAGE)).status_code == 405
