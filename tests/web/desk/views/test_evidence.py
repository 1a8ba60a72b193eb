"""What was found in files on the desk's pages: for those who work there, and as a hint only."""

import pytest
from django.urls import reverse

from kiemtin.desk.flow import deliver, triage
from kiemtin.desk.models import Account, Desk, Evidence, Message, Rumour
from kiemtin.media.archive import capture
from tests.desk.steps import ask, prove
from tests.media.alike.scenes import scene
from tests.media.fetch.site import WHO, means
from tests.media.pictures import encoded, exif
from tests.support.web_site import WebSite
from tests.web.desk.conftest import Browser

PICTURE = encoded(scene(1), "JPEG", exif=exif())


@pytest.fixture
def asked(desk: Desk) -> Message:
    """A message with a picture, read."""
    message = ask(desk, "1", pictures=(PICTURE,))
    deliver.run_due()
    return message


def test_the_copy_of_evidence_is_looked_at(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    piece = prove(author, rumour, copy=PICTURE)
    deliver.run_due()
    client = browser(author)
    page = client.get(reverse("desk:evidence", args=[piece.pk])).content.decode()
    assert "Tọa độ GPS" in page
    assert "chỉ để bạn xem" in page
    shown = client.get(reverse("desk:evidence_picture", args=[piece.pk]))
    assert shown["Content-Type"] in {"image/jpeg", "image/png"}
    assert b"CANARY" not in shown.content


def test_a_known_picture_is_found_from_the_inbox(
    browser: Browser, desk: Desk, author: Account, rumour: Rumour, asked: Message
) -> None:
    triage.attach(author, asked, rumour)
    second = ask(desk, "2", pictures=(PICTURE,))
    deliver.run_due()
    client = browser(author)
    inbox = client.get(reverse("desk:message", args=[second.pk])).content.decode()
    address = reverse("desk:message_pictures", args=[second.pk])
    assert f'hx-get="{address}"' in inbox
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert rumour.claim in part
    assert "<html" not in part
    assert "<html" in client.get(address).content.decode()


def test_an_archive_that_was_uploaded_is_shown_without_rights(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    with WebSite() as site:
        had = capture(site.page, WHO, means=means())
    piece = prove(author, rumour, copy=had.wacz)
    client = browser(author)
    assert 'sandbox=""' in client.get(reverse("desk:evidence", args=[piece.pk])).content.decode()
    shown = client.get(reverse("desk:evidence_shown", args=[piece.pk]))
    assert "36,2 mét" in shown.content.decode()
    assert "sandbox" in shown["Content-Security-Policy"]
    assert "'self'" not in shown["Content-Security-Policy"].replace("frame-ancestors 'self'", "")


def test_before_the_worker_came_it_says_so(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    piece = prove(author, rumour, copy=PICTURE)
    page = browser(author).get(reverse("desk:evidence", args=[piece.pk])).content.decode()
    assert "Máy đang đọc tệp" in page


def test_strangers_find_nothing(
    browser: Browser, author: Account, stranger: Account, rumour: Rumour, asked: Message
) -> None:
    piece = prove(author, rumour, copy=PICTURE)
    client = browser(stranger)
    for name, pk in (
        ("evidence", piece.pk),
        ("evidence_picture", piece.pk),
        ("evidence_shown", piece.pk),
        ("message_pictures", asked.pk),
    ):
        assert client.get(reverse(f"desk:{name}", args=[pk])).status_code == 404
    Evidence.objects.update(copy_type="application/wacz")
    shown = reverse("desk:evidence_shown", args=[piece.pk])
    assert client.get(shown).status_code == 404
    assert browser(author).get(shown).status_code == 422, "a picture is no archive"
