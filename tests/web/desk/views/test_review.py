"""The review page: the author cannot sign, two signatures publish, an edit voids them."""

import pytest
from django.urls import reverse

from kiemtin.desk.flow import drafts, investigate, review
from kiemtin.desk.models import Account, Draft, Version
from tests.support.publishing import DAM, SOURCE, Staff
from tests.web.desk.conftest import Browser


@pytest.fixture
def draft(staff: Staff) -> Draft:
    """A complete draft handed to review."""
    rumour = staff.open()
    investigate.add_evidence(staff.author, rumour, SOURCE, b"Ban sao.\n", "a.txt")
    begun = drafts.open_draft(staff.author, rumour)
    saved = drafts.save(staff.author, begun, DAM, based_on=begun.revision)
    review.submit(staff.author, saved)
    return saved


def signs(browser: Browser, who: Account, draft: Draft, kind: str) -> int:
    """Sign the text as it is now; the status of the answer."""
    draft.refresh_from_db()
    address = reverse("desk:approve", args=[draft.pk, kind])
    return browser(who).post(address, {"content_hash": draft.content_hash}).status_code


def test_the_page_shows_exactly_what_goes_out(
    browser: Browser, colleague: Account, draft: Draft
) -> None:
    page = browser(colleague).get(reverse("desk:review", args=[draft.pk])).content.decode()
    for text in (draft.fact, draft.said, SOURCE.source, draft.content_hash):
        assert text in page
    assert "Tôi duyệt đúng nội dung này" in page


def test_the_author_is_offered_no_signature_and_gets_none(
    browser: Browser, author: Account, draft: Draft
) -> None:
    client = browser(author)
    page = client.get(reverse("desk:review", args=[draft.pk])).content.decode()
    assert "Tôi duyệt đúng nội dung này" not in page
    address = reverse("desk:approve", args=[draft.pk, "review"])
    client.post(address, {"content_hash": draft.content_hash})
    assert not draft.approvals.exists()


def test_a_stranger_finds_no_draft(browser: Browser, stranger: Account, draft: Draft) -> None:
    client = browser(stranger)
    assert client.get(reverse("desk:review", args=[draft.pk])).status_code == 404
    address = reverse("desk:publish", args=[draft.pk])
    assert client.post(address).status_code == 404


def test_two_signatures_publish(browser: Browser, colleague: Account, draft: Draft) -> None:
    for kind in ("review", "sign_off"):
        signs(browser, colleague, draft, kind)
    response = browser(colleague).post(reverse("desk:publish", args=[draft.pk]), follow=True)
    version = Version.objects.get()
    assert (version.reviewer, version.spokesperson) == (colleague, colleague)
    assert version.fact in response.content.decode()


def test_one_signature_does_not(browser: Browser, colleague: Account, draft: Draft) -> None:
    signs(browser, colleague, draft, "review")
    page = browser(colleague).post(reverse("desk:publish", args=[draft.pk]), follow=True)
    assert "Chưa có đủ hai chữ ký" in page.content.decode()
    assert not Version.objects.exists()


def test_a_text_that_changed_since_it_was_read_is_not_signed(
    browser: Browser, colleague: Account, author: Account, draft: Draft
) -> None:
    seen = draft.content_hash
    drafts.save(author, draft, DAM | {"todo": "Lên chỗ cao"}, based_on=draft.revision)
    address = reverse("desk:approve", args=[draft.pk, "review"])
    page = browser(colleague).post(address, {"content_hash": seen}, follow=True)
    assert "Nội dung đã đổi" in page.content.decode()
    assert not draft.approvals.exists()


def test_sending_back_says_why(
    browser: Browser, colleague: Account, author: Account, draft: Draft
) -> None:
    address = reverse("desk:send_back", args=[draft.pk])
    browser(colleague).post(address, {"reason": "Thiếu giờ đo"})
    page = browser(author).get(reverse("desk:draft", args=[draft.rumour_id]))
    assert "Thiếu giờ đo" in page.content.decode()


def test_the_queue_lists_what_waits(browser: Browser, colleague: Account, draft: Draft) -> None:
    page = browser(colleague).get(reverse("desk:review_queue")).content.decode()
    assert draft.fact in page


def test_the_queue_tells_which_signature_is_missing(
    browser: Browser, colleague: Account, draft: Draft
) -> None:
    signs(browser, colleague, draft, "review")
    page = browser(colleague).get(reverse("desk:review_queue")).content.decode()
    row = page[page.index("data-row") :]
    assert row.count('<li class="ok">') == 1
    assert draft.fact in row
