"""Archived pages on the desk's page: asked for, shown without rights, turned into evidence."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from kiemtin.desk.flow import capturing, deliver
from kiemtin.desk.models import Account, Capture, Rumour
from kiemtin.desk.words_evidence import CaptureState
from tests.support.web_site import WebSite, reached
from tests.web.desk.conftest import Browser


@pytest.fixture
def site(settings: Settings) -> Iterator[WebSite]:
    """A web site on this machine."""
    with reached(settings) as site:
        yield site


@pytest.fixture
def kept(author: Account, rumour: Rumour, site: WebSite) -> Capture:
    """Its page, kept."""
    made = capturing.ask(author, rumour, site.page)
    deliver.run_due()
    made.refresh_from_db()
    return made


def get(client: Client, name: str, pk: int) -> str:
    return client.get(reverse(f"desk:{name}", args=[pk])).content.decode()


def test_a_page_is_asked_for_and_shown_when_it_is_there(
    browser: Browser, author: Account, rumour: Rumour, site: WebSite
) -> None:
    client = browser(author)
    answer = client.post(reverse("desk:ask_capture", args=[rumour.pk]), {"address": site.page})
    assert answer.status_code == 302
    assert "Đang lấy trang" in client.get(answer["Location"]).content.decode()
    deliver.run_due()
    page = client.get(answer["Location"]).content.decode()
    assert "36,2 mét" in page
    assert Capture.objects.get().sha256 in page


def test_a_refused_address_stays_in_its_field(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    given = {"address": "https://facebook.com/ai-do"}
    answer = browser(author).post(reverse("desk:ask_capture", args=[rumour.pk]), given)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "https://facebook.com/ai-do" in page
    assert "mạng xã hội" in page


def test_the_archived_page_has_no_rights(browser: Browser, author: Account, kept: Capture) -> None:
    answer = browser(author).get(reverse("desk:capture_shown", args=[kept.pk]))
    policy = answer["Content-Security-Policy"]
    assert {"sandbox", "default-src 'none'"} <= {one.strip() for one in policy.split(";")}
    assert "'self'" not in policy.replace("frame-ancestors 'self'", "")
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert b"<script" not in answer.content
    assert "36,2 mét" in answer.content.decode()


def test_the_page_around_it_may_frame_nothing_else(
    browser: Browser, author: Account, kept: Capture
) -> None:
    answer = browser(author).get(reverse("desk:capture", args=[kept.pk]))
    assert "frame-src 'self'" in answer["Content-Security-Policy"]
    assert 'sandbox=""' in answer.content.decode()


def test_it_becomes_evidence_with_its_archive_as_the_copy(
    browser: Browser, author: Account, kept: Capture
) -> None:
    given = {
        "source": "Báo Suối Bạc",
        "origin": "Ban quản lý hồ",
        "title": kept.title,
        "kind": "primary",
        "stance": "against",
        "quote": "mực nước sáng nay là 36,2 mét",
        "url": kept.url,
        "dated": "30/9/2025",
        "capture": kept.pk,
    }
    client = browser(author)
    answer = client.post(reverse("desk:add_evidence", args=[kept.rumour_id]), given)
    assert answer.status_code == 302
    piece = kept.evidence.get()
    assert piece.copy_sha256 == kept.sha256
    assert "Bằng chứng từ trang này" in get(client, "capture", kept.pk)
    copy = client.get(reverse("desk:copy", args=[kept.rumour_id, piece.pk]))
    assert copy["Content-Disposition"].startswith("attachment")
    copy.close()


def test_what_happened_to_the_link_is_told(
    browser: Browser, author: Account, kept: Capture, site: WebSite
) -> None:
    client = browser(author)
    del site.pages["/tin"]
    client.post(reverse("desk:look_again", args=[kept.pk]))
    deliver.run_due()
    assert "Trang không còn nữa" in get(client, "capture", kept.pk)


def test_why_a_page_was_not_kept_is_said(
    browser: Browser, author: Account, rumour: Rumour, site: WebSite
) -> None:
    made = capturing.ask(author, rumour, site.page.replace("bao.", "khong-co."))
    deliver.run_due()
    assert "Không tìm được máy chủ" in get(browser(author), "capture", made.pk)


def test_a_capture_nobody_needs_is_removed(
    browser: Browser, author: Account, kept: Capture
) -> None:
    browser(author).post(reverse("desk:remove_capture", args=[kept.pk]))
    assert not Capture.objects.exists()


PAGES = ("capture", "capture_shown", "capture_screenshot", "capture_file")


@pytest.mark.parametrize("name", PAGES)
def test_strangers_find_nothing(
    browser: Browser, stranger: Account, kept: Capture, name: str
) -> None:
    assert browser(stranger).get(reverse(f"desk:{name}", args=[kept.pk])).status_code == 404


@pytest.mark.parametrize("name", ["look_again", "remove_capture"])
def test_strangers_do_nothing(
    browser: Browser, stranger: Account, kept: Capture, name: str
) -> None:
    assert browser(stranger).post(reverse(f"desk:{name}", args=[kept.pk])).status_code == 404
    assert Capture.objects.get().state == CaptureState.KEPT
