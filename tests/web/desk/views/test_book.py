"""The desk's own book: for reviewers and administrators of the desk, told, checked, taken away."""

import json

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from kiemtin.desk.acts import Act
from kiemtin.desk.flow import triage
from kiemtin.desk.flow.audit import note
from kiemtin.desk.models import Account, AuditEntry, Desk
from kiemtin.desk.queries.audit import links
from kiemtin.desk.words import Role
from kiemtin.record.chain import check
from kiemtin.record.chain_file import read
from tests.desk.conftest import Maker
from tests.web.desk.conftest import Browser

PAGES = ("book", "book_check")


@pytest.fixture
def client(browser: Browser, author: Account, desk: Desk) -> Client:
    """A reviewer's browser, after two acts of theirs and the sign-in."""
    for claim in ("Cầu sập", "Đập vỡ"):
        triage.notice(author, desk, claim)
    return browser(author)


def shown(client: Client, page: str = "book", **query: str) -> str:
    return client.get(reverse(f"desk:{page}"), query).content.decode()


def test_who_did_what_is_told_newest_first(client: Client) -> None:
    page = shown(client)
    assert page.index("đăng nhập") < page.index("mở tin đồn")
    assert page.count("<strong>author</strong>") == 3
    assert "Đập vỡ" not in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"role": "reviewer"}, 3),
        ({"role": "administrator"}, 0),
        ({"area": "sign_in"}, 1),
        ({"kind": "rumour"}, 2),
        ({"kind": "rumour", "object": "999999"}, 0),
        ({"day": "01/01/2001"}, 0),
        ({"role": "king", "object": "x", "day": "hôm qua"}, 3),
    ],
)
def test_it_is_filtered(client: Client, query: dict[str, str], count: int) -> None:
    page = shown(client, **query)
    assert page.count("data-row") == count
    assert ("Không có việc nào như vậy" in page) == (count == 0)


def test_an_untouched_book_is_said_to_be_whole(client: Client) -> None:
    page = shown(client, "book_check")
    assert "Sổ còn nguyên" in page
    assert AuditEntry.objects.get(number=2).hash in page


def test_a_book_that_was_touched_is_said_to_be_and_where(client: Client) -> None:
    with connection.cursor() as cursor:
        name = "audit_entry_is_never_changed"
        sqlite = connection.vendor == "sqlite"
        cursor.execute(f"DROP TRIGGER {name}" if sqlite else f"DROP FUNCTION {name}() CASCADE")
        cursor.execute("UPDATE desk_auditentry SET actor_id = NULL WHERE number = 1")
    page = shown(client, "book_check")
    assert "Sổ đã bị động vào" in page
    assert "Mục 1: nội dung không khớp mã băm của nó" in page


@pytest.mark.parametrize("form", ["json", "csv"])
def test_it_can_be_taken_away_and_checked(client: Client, form: str) -> None:
    response = client.get(reverse("desk:book_export", args=[form]))
    text = b"".join(response).decode()
    assert response["Content-Disposition"] == f'attachment; filename="so-viec.{form}"'
    assert check(read(text)) == check(links())
    assert "Đập vỡ" not in text


def test_a_reviewer_of_another_desk_sees_hashes_only(
    client: Client, browser: Browser, stranger: Account
) -> None:
    other = browser(stranger)
    assert shown(other).count("data-row") == 1
    text = b"".join(other.get(reverse("desk:book_export", args=["json"]))).decode()
    assert [len(one) for one in json.loads(text)["entries"]] == [3, 3, 3, 10]
    assert check(read(text)).holds


@pytest.mark.parametrize("role", [Role.CHECKER, Role.SPOKESPERSON, Role.COMMUNICATOR])
def test_other_colleagues_do_not_read_it(
    browser: Browser, person: Maker, desk: Desk, role: Role
) -> None:
    client = browser(person("other", desk, role))
    assert [client.get(reverse(f"desk:{page}")).status_code for page in PAGES] == [403, 403]
    assert client.get(reverse("desk:book_export", args=["csv"])).status_code == 403
    assert reverse("desk:book") not in client.get(reverse("desk:board")).content.decode()


def test_a_visitor_is_asked_to_sign_in(db: None) -> None:
    assert Client().get(reverse("desk:book")).status_code == 302


def test_its_pages_change_nothing(client: Client) -> None:
    assert client.post(reverse("desk:book_check")).status_code == 405
    before = AuditEntry.objects.count()
    shown(client, "book_check")
    assert AuditEntry.objects.count() == before


def test_an_empty_book_says_what_will_come(client: Client) -> None:
    assert "Sổ việc" in shown(client, page_="9")


def test_what_is_of_no_desk_says_so(client: Client, author: Account) -> None:
    assert "Không thuộc riêng bàn nào" not in shown(client)
    with transaction.atomic():
        note(None, None, Act.KEY_CHANGED, author, change="added")
    assert "Không thuộc riêng bàn nào" in shown(client)
    text = b"".join(client.get(reverse("desk:book_export", args=["json"]))).decode()
    assert str(Act.KEY_CHANGED.value) in text
