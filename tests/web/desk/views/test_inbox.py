"""The inbox: one decision a key, undone within reach; a stranger's message does not exist."""

import pytest
from django.urls import reverse

from kiemtin.desk.flow import triage
from kiemtin.desk.models import Account, Message
from tests.support.publishing import Staff
from tests.web.desk.conftest import Arrives, Browser


@pytest.fixture
def message(author: Account, arrives: Arrives) -> Message:
    """One that waits for a person."""
    message = arrives("Nghe nói mai cả huyện cắt nước ba ngày liền")
    if message.state != "inbox":
        triage.undo(author, message)
        message.refresh_from_db()
    return message


def test_what_waits_is_shown_with_its_text(
    browser: Browser, author: Account, message: Message
) -> None:
    page = browser(author).get(reverse("desk:inbox")).content.decode()
    assert message.text in page


def test_attached_to_something_published_it_is_answered(
    browser: Browser, author: Account, staff: Staff, message: Message
) -> None:
    version = staff.publish()
    client = browser(author)
    address = reverse("desk:message_attach", args=[message.pk])
    page = client.post(address, {"rumour": version.fact_check.rumour_id}, follow=True)
    assert "Đã gộp và trả lời người hỏi." in page.content.decode()
    assert message.deliveries.get().version == version


def test_a_new_rumour_opens(browser: Browser, author: Account, message: Message) -> None:
    browser(author).post(reverse("desk:message_open", args=[message.pk]))
    message.refresh_from_db()
    assert (message.state, message.sighting.rumour.claim) == ("attached", message.text)


def test_not_checkable_needs_its_reason(
    browser: Browser, author: Account, message: Message
) -> None:
    client = browser(author)
    address = reverse("desk:message_not_checkable", args=[message.pk])
    client.post(address, {"why": "boring"})
    message.refresh_from_db()
    assert message.state == "inbox"
    client.post(address, {"why": "opinion"})
    message.refresh_from_db()
    assert (message.state, message.not_checkable) == ("not_checkable", "opinion")


def test_a_decision_is_undone(browser: Browser, author: Account, message: Message) -> None:
    client = browser(author)
    page = client.post(reverse("desk:message_set_aside", args=[message.pk]), follow=True)
    undo = reverse("desk:message_undo", args=[message.pk])
    assert undo in page.content.decode()
    client.post(undo)
    message.refresh_from_db()
    assert message.state == "inbox"


@pytest.mark.parametrize("step", ["open", "set_aside", "undo", "not_checkable", "attach"])
def test_a_stranger_decides_nothing(
    browser: Browser, stranger: Account, message: Message, step: str
) -> None:
    address = reverse(f"desk:message_{step}", args=[message.pk])
    assert browser(stranger).post(address, {"why": "opinion"}).status_code == 404
    message.refresh_from_db()
    assert message.state == "inbox"
