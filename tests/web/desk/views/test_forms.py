"""Every form of a text can be seen, heard and taken by its own desk; a draft's code is good for
nothing.
"""

import io
from functools import partial

import pytest
from django.urls import reverse
from PIL import Image
from pytest_django import Settings

from kiemtin.desk.flow import drafts, forms, holding, investigate
from kiemtin.desk.models import Account, Draft, FormFile, HoldingLine
from kiemtin.desk.pictures import circulating
from kiemtin.web.desk.preview import in_place_of_a_code
from tests.support.publishing import DAM, SOURCE, Staff
from tests.web.desk.conftest import Browser

DRAWN = ("ap-phich-a4", "ap-phich-a5", "the-vuong", "the-dung")


@pytest.fixture
def draft(staff: Staff) -> Draft:
    """A complete draft."""
    rumour = staff.open()
    investigate.add_evidence(staff.author, rumour, SOURCE, b"Ban sao.\n", "a.txt")
    begun = drafts.open_draft(staff.author, rumour)
    return drafts.save(staff.author, begun, DAM, based_on=begun.revision)


@pytest.fixture
def line(staff: Staff) -> HoldingLine:
    """A holding line in force."""
    return holding.publish_holding_line(
        staff.signer, staff.open(), safe_action="Lên chỗ cao ngay.", checking="Đang hỏi nhà máy."
    )


@pytest.mark.parametrize("form", DRAWN)
def test_a_draft_is_drawn_for_its_desk_and_nobody_else(
    browser: Browser, staff: Staff, stranger: Account, draft: Draft, form: str
) -> None:
    address = reverse("desk:draft_form", args=[draft.pk, form])
    for who in (staff.author, staff.signer):
        answer = browser(who).get(address)
        assert answer.status_code == 200
        assert answer.content[:4] in (b"%PDF", b"\x89PNG")
        assert answer.headers["Cache-Control"] == "private, no-store"
    assert browser(stranger).get(address).status_code == 404
    assert browser(staff.signer).get(address.replace(form, "khac")).status_code == 404


def test_an_unfinished_draft_has_no_drawings(
    browser: Browser, colleague: Account, staff: Staff
) -> None:
    begun = drafts.open_draft(staff.author, staff.open())
    address = reverse("desk:draft_form", args=[begun.pk, "the-vuong"])
    assert browser(colleague).get(address).status_code == 404


def test_the_review_page_shows_every_form(
    browser: Browser, colleague: Account, draft: Draft
) -> None:
    page = browser(colleague).get(reverse("desk:review", args=[draft.pk])).content.decode()
    for name in ("SMS có dấu", "Lời đọc trên loa", "Thư điện tử", "Áp phích", "Thẻ vuông"):
        assert name in page
    assert "chưa được ký" in page
    assert in_place_of_a_code().endswith("000")


@pytest.mark.system
def test_a_draft_is_heard_before_it_goes_out(
    browser: Browser, colleague: Account, draft: Draft, settings: Settings
) -> None:
    settings.VOICES = ["north"]
    answer = browser(colleague).get(reverse("desk:draft_form", args=[draft.pk, "giong-bac"]))
    assert answer.headers["Content-Type"] == "audio/mpeg"
    assert len(answer.content) > 20_000


def test_a_holding_line_has_every_form_too(
    browser: Browser, colleague: Account, stranger: Account, line: HoldingLine
) -> None:
    page = browser(colleague).get(reverse("desk:line_forms", args=[line.pk]))
    assert "Lên chỗ cao ngay." in page.content.decode()
    drawing = reverse("desk:line_form", args=[line.pk, "the-vuong"])
    assert browser(colleague).get(drawing).content[:4] == b"\x89PNG"
    assert browser(stranger).get(drawing).status_code == 404
    assert browser(stranger).get(page.wsgi_request.path).status_code == 404


def test_a_holding_line_is_read_before_it_is_said(browser: Browser, staff: Staff) -> None:
    rumour = staff.open()
    typed = {"safe_action": "Lên chỗ cao ngay.", "checking": "Đang hỏi nhà máy.", "minutes": "30"}
    address = reverse("desk:publish_holding", args=[rumour.pk])
    page = browser(staff.signer).post(address, typed | {"preview": "1"})
    shown = page.content.decode()
    assert page.status_code == 200
    assert "Lời đọc trên loa" in shown
    assert shown.count("Lên chỗ cao ngay.") > 3
    assert not HoldingLine.objects.exists()


@pytest.mark.system
def test_the_kept_files_are_there_for_the_desk(
    browser: Browser, colleague: Account, stranger: Account, staff: Staff, settings: Settings
) -> None:
    settings.VOICES = ["north"]
    version = staff.publish()
    forms.make(version)
    page = browser(colleague).get(reverse("desk:forms", args=[version.fact_check_id]))
    assert "Gói cho hệ thống truyền thanh" in page.content.decode()
    package = reverse("desk:package", args=[version.fact_check_id])
    assert browser(colleague).get(package).content[:2] == b"PK"
    assert browser(stranger).get(package).status_code == 404
    for one in FormFile.objects.all():
        address = reverse("desk:form_file", args=[one.pk])
        answer = browser(colleague).get(address)
        assert len(answer.content) == one.size
        assert browser(stranger).get(address).status_code == 404


def test_the_picture_that_goes_round_is_only_shown_stamped(staff: Staff) -> None:
    rumour = staff.open()
    file = io.BytesIO()
    Image.new("RGB", (64, 48), "navy").save(file, "PNG")
    marked = investigate.Source(**(vars(SOURCE) | {"circulates": True}))
    investigate.add_evidence(staff.author, rumour, marked, file.getvalue(), "anh.png")
    (shown,) = drafts.evidence_shown(rumour)
    assert shown["circulates"] is True
    assert circulating([shown])
    assert circulating([shown | {"copy_sha256": "0" * 64}]) is None
    assert circulating([]) is None


def test_what_is_no_picture_cannot_go_round(staff: Staff) -> None:
    marked = investigate.Source(**(vars(SOURCE) | {"circulates": True}))
    add = partial(investigate.add_evidence, staff.author, staff.open(), marked)
    with pytest.raises(Exception, match="bản lưu là ảnh"):
        add(b"Ban sao.\n", "a.txt")
