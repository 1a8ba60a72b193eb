"""From the rumour page: joining, taking apart, taking a message out; each undone within reach."""

import pytest
from django.urls import reverse

from kiemtin.desk.flow import triage
from kiemtin.desk.models import Account, Merge, Message, Rumour
from tests.web.desk.conftest import Arrives, Browser

SAID = "Nghe nói cái đập trên kia vỡ tan rồi hả mọi người"


@pytest.fixture
def other(author: Account, rumour: Rumour) -> Rumour:
    """Another rumour of the desk."""
    return triage.notice(author, rumour.desk, "Cầu Cốc Lếu sắp đóng", "15")


@pytest.fixture
def message(author: Account, arrives: Arrives, other: Rumour) -> Message:
    """One that a person has put into the other rumour."""
    message = arrives(SAID)
    triage.attach(author, message, other)
    return message


def shown(browser: Browser, who: Account, rumour: Rumour) -> str:
    page = browser(who).get(reverse("desk:rumour", args=[rumour.pk]))
    return str(page.content.decode())


def test_merging_moves_the_sightings_and_is_undone_from_its_notice(
    browser: Browser, author: Account, rumour: Rumour, other: Rumour, message: Message
) -> None:
    client = browser(author)
    merged = client.post(
        reverse("desk:merge", args=[other.pk]), {"into": rumour.pk}, follow=True
    ).content.decode()
    other.refresh_from_db()
    assert (other.state, other.merged_into) == ("merged", rumour)
    undo = reverse("desk:take_apart", args=[Merge.objects.get().pk])
    assert f'action="{undo}" data-undo' in merged
    page = client.post(undo, follow=True).content.decode()
    other.refresh_from_db()
    assert "Đã tách lại thành hai tin đồn." in page
    assert (other.state, message.sighting.rumour) == ("checking", other)


def test_both_pages_offer_to_take_a_merge_apart_and_tell_of_it(
    browser: Browser, author: Account, rumour: Rumour, other: Rumour
) -> None:
    triage.merge(author, other, rumour)
    undo = reverse("desk:take_apart", args=[Merge.objects.get().pk])
    for one, told in ((other, rumour), (rumour, other)):
        page = shown(browser, author, one)
        assert f'action="{undo}"' in page
        assert f"Gộp với: {told.claim}" in page


def test_a_merge_that_may_not_be_says_why(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    address = reverse("desk:merge", args=[rumour.pk])
    page = browser(author).post(address, {"into": rumour.pk}, follow=True).content.decode()
    assert "Không gộp được vào tin đồn này." in page


def test_a_message_is_taken_out_and_put_back(
    browser: Browser, author: Account, other: Rumour, message: Message
) -> None:
    out = reverse("desk:take_out", args=[other.pk, message.pk])
    assert f'action="{out}"' in shown(browser, author, other)
    client = browser(author)
    page = client.post(out, follow=True).content.decode()
    message.refresh_from_db()
    assert message.state == "inbox"
    back = reverse("desk:put_back", args=[other.pk, message.pk])
    assert f'action="{back}" data-undo' in page
    client.post(back)
    message.refresh_from_db()
    assert message.sighting.rumour == other
    late = client.post(back, follow=True).content.decode()
    assert "Tin này đã được quyết định lại." in late


def test_a_page_that_is_out_of_date_says_so(
    browser: Browser, author: Account, rumour: Rumour, message: Message
) -> None:
    out = reverse("desk:take_out", args=[rumour.pk, message.pk])
    assert "không còn nằm trong tin đồn" in browser(author).post(out, follow=True).content.decode()


def test_the_inbox_says_that_a_person_decided_before(
    browser: Browser, author: Account, arrives: Arrives, message: Message, other: Rumour
) -> None:
    again = arrives(SAID, "2")
    page = browser(author).get(reverse("desk:message", args=[again.pk])).content.decode()
    assert again.sighting.rumour == other
    assert "lần trước một người đã gộp câu này vào tin này" in page


def test_a_stranger_finds_nothing_to_join_or_split(
    browser: Browser, author: Account, stranger: Account, rumour: Rumour, other: Rumour,
    message: Message,
) -> None:  # fmt: skip
    third = triage.notice(author, rumour.desk, "Đèo Ô Quy Hồ cấm xe", "15")
    triage.merge(author, third, rumour)
    client = browser(stranger)
    for name, given in (
        ("take_out", [other.pk, message.pk]),
        ("put_back", [other.pk, message.pk]),
        ("take_apart", [Merge.objects.get().pk]),
    ):
        assert client.post(reverse(f"desk:{name}", args=given)).status_code == 404
    message.refresh_from_db()
    third.refresh_from_db()
    assert (message.state, third.state) == ("attached", "merged")
