"""Entry for callers, from paper and from files: redacted, stored once, receipted."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kiemtin.desk.models import Account, Desk, Message, ReplyAddress
from kiemtin.desk.words import Role
from tests.desk.conftest import Maker
from tests.web.desk.conftest import Browser

TYPED = {
    "channel": "phone",
    "text": "Chị Hoa số 0900 000 001 bảo cầu sập rồi, đúng không?",
    "heard_via": "word_of_mouth",
    "wants_answer": "on",
    "reply_to": "0900 000 002",
}
CSV = "nội dung;mã\nCầu treo sập rồi;a1\n;a2\nMất nước ba ngày;a3\n".encode()


def form_id(client: Client) -> str:
    """The one-time id of a fresh form."""
    page = client.get(reverse("desk:enter"))
    return str(page.context["form"].initial["form_id"])


def test_a_call_is_stored_redacted_with_its_receipt(browser: Browser, author: Account) -> None:
    client = browser(author)
    page = client.post(reverse("desk:enter"), TYPED | {"form_id": form_id(client)})
    message = Message.objects.get()
    assert "0900" not in message.text
    assert (message.channel, message.entered_by) == ("phone", author)
    assert page.context["receipt"] in page.content.decode()
    assert b"0900" not in bytes(ReplyAddress.objects.get().sealed)


def test_the_same_form_twice_is_one_message(browser: Browser, author: Account) -> None:
    client = browser(author)
    typed = TYPED | {"form_id": form_id(client)}
    first = client.post(reverse("desk:enter"), typed).context["receipt"]
    assert client.post(reverse("desk:enter"), typed).context["receipt"] == first
    assert Message.objects.count() == 1


def test_the_preview_shows_what_goes_and_stores_nothing(browser: Browser, author: Account) -> None:
    client = browser(author)
    typed = TYPED | {"form_id": form_id(client), "preview": "1"}
    page = client.post(reverse("desk:enter"), typed)
    assert "[số điện thoại]" in page.context["preview"]
    assert not Message.objects.exists()


def test_a_number_that_the_editor_marks_stays(browser: Browser, author: Account) -> None:
    client = browser(author)
    typed = TYPED | {"form_id": form_id(client), "keep": "0900000001"}
    client.post(reverse("desk:enter"), typed)
    assert "0900 000 001" in Message.objects.get().text


def test_what_was_typed_stays_when_something_is_wrong(browser: Browser, author: Account) -> None:
    client = browser(author)
    for wrong in ({"place": "Xyzzyx"}, {"form_id": "giả"}):
        typed = TYPED | {"form_id": form_id(client)} | wrong
        response = client.post(reverse("desk:enter"), typed)
        assert response.status_code == 422
        assert "cầu sập rồi" in response.content.decode()
    assert not Message.objects.exists()


def test_a_file_is_tried_first_and_then_imported_once(browser: Browser, author: Account) -> None:
    client = browser(author)

    def send(**more: str) -> object:
        file = SimpleUploadedFile("tin.csv", CSV)
        return client.post(reverse("desk:import"), {"file": file} | more).context["report"].counts

    assert send() == {"new": 2, "bad": 1}
    assert not Message.objects.exists()
    assert send(commit="1") == {"new": 2, "bad": 1}
    assert send(commit="1") == {"known": 2, "bad": 1}
    assert Message.objects.count() == 2


def test_an_id_that_names_another_message_is_refused(browser: Browser, author: Account) -> None:
    client = browser(author)
    for text, expected in (("Cầu sập rồi", {"new": 1}), ("Chợ cháy rồi", {"bad": 1})):
        file = SimpleUploadedFile("tin.csv", f"nội dung;mã\n{text};1\n".encode())
        page = client.post(reverse("desk:import"), {"file": file, "commit": "1"})
        assert page.context["report"].counts == expected
    assert "Cầu sập rồi" in Message.objects.get().text


def test_a_file_of_the_wrong_kind_is_refused(browser: Browser, author: Account) -> None:
    file = SimpleUploadedFile("tin.csv", b"%PDF-1.7 \x00\x01")
    response = browser(author).post(reverse("desk:import"), {"file": file})
    assert response.status_code == 422


@pytest.mark.parametrize(
    ("roles", "page"),
    [
        ((Role.CHECKER, Role.REVIEWER), "inbox"),
        ((Role.SPOKESPERSON,), "review_queue"),
        ((Role.REVIEWER,), "review_queue"),
        ((Role.COMMUNICATOR,), "board"),
        ((Role.ADMINISTRATOR,), "board"),
    ],
)
def test_everyone_begins_where_their_work_waits(
    browser: Browser, person: Maker, desk: Desk, roles: tuple[Role, ...], page: str
) -> None:
    response = browser(person("a", desk, *roles)).get(reverse("desk:home"))
    assert response["Location"] == reverse(f"desk:{page}")
