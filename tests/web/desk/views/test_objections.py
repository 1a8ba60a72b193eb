"""The page of objections: what is owed on top, each answer with its reason, nothing lost."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kiemtin.desk.flow import listen
from kiemtin.desk.models import Account, Desk, Membership, Objection
from kiemtin.desk.moment import at, now
from kiemtin.desk.words import ObjectionKind, ObjectionOutcome, Role
from tests.desk.conftest import Maker
from tests.support.publishing import Staff
from tests.web.desk.conftest import Browser

PAGE = "desk:objections"


@pytest.fixture
def objection(staff: Staff) -> Objection:
    """Three weeks old and unanswered."""
    version = staff.publish()
    beside = listen.Beside(ObjectionKind.EVIDENCE, b"Muc nuoc luc 21 gio.\n", "a.txt")
    with at(now() - timedelta(days=21)):
        return listen.object_to(
            version.fact_check, "Nước tràn qua đập", external_id="x1", beside=beside
        ).objection


def test_what_is_late_is_said_in_words_and_a_stranger_sees_nothing(
    browser: Browser, author: Account, stranger: Account, staff: Staff, objection: Objection
) -> None:
    listen.object_to(objection.fact_check, "Mới đến", external_id="x2")
    page = browser(author).get(reverse(PAGE)).content.decode()
    assert "1 việc đã quá hạn." in page
    assert page.index("Nước tràn qua đập") < page.index("Mới đến")
    assert "Quá hạn trả lời" in page
    assert "Nước tràn" not in browser(stranger).get(reverse(PAGE)).content.decode()
    filtered = browser(author).get(reverse(PAGE), {"loai": "evidence"}).content.decode()
    assert "Mới đến" not in filtered


def test_a_refusal_without_reason_keeps_what_was_chosen(
    browser: Browser, colleague: Account, objection: Objection
) -> None:
    address = reverse("desk:answer_objection", args=[objection.pk])
    client = browser(colleague)
    bad = client.post(address, {"outcome": "refused", "answer": " "})
    assert bad.status_code == 422
    assert "Hãy ghi câu trả lời" in bad.content.decode()
    assert client.post(address, {"answer": "Tràn không phải vỡ"}).status_code == 422
    client.post(address, {"outcome": "refused", "reason": "no_evidence", "answer": "Xem số đo."})
    objection.refresh_from_db()
    assert (objection.outcome, objection.answered_by) == ("refused", colleague)
    assert objection.answer.endswith("\nXem số đo.")


def test_the_author_cannot_refuse_and_keeps_the_words(
    browser: Browser, author: Account, objection: Objection
) -> None:
    address = reverse("desk:answer_objection", args=[objection.pk])
    page = browser(author).post(address, {"outcome": "refused", "answer": "Tràn không phải vỡ"})
    assert page.status_code == 422
    assert "Tràn không phải vỡ" in page.content.decode()
    objection.refresh_from_db()
    assert objection.outcome == ""


def test_an_accepted_objection_opens_the_amendment_and_stays_open_work(
    browser: Browser, author: Account, colleague: Account, objection: Objection
) -> None:
    address = reverse("desk:answer_objection", args=[objection.pk])
    client = browser(author)
    response = client.post(address, {"outcome": "accepted", "answer": "Đúng, cảm ơn"})
    assert response["Location"] == reverse("desk:draft", args=[objection.fact_check.rumour_id])
    assert "Hạn đính chính" in client.get(reverse(PAGE)).content.decode()
    draft = client.get(response["Location"]).content.decode()
    assert "Bản này sửa theo phản hồi đã chấp nhận" in draft
    assert "Nước tràn qua đập" in draft


def test_words_are_held_back_and_notes_added(
    browser: Browser, author: Account, colleague: Account, objection: Objection
) -> None:
    listen.answer_objection(colleague, objection, ObjectionOutcome.REFUSED, "Tràn không phải vỡ.")
    client = browser(colleague)
    client.post(reverse("desk:hold_back", args=[objection.pk]), {"why": "abuse"})
    note = reverse("desk:note_objection", args=[objection.pk])
    assert client.post(note, {"text": " "}).status_code == 422
    client.post(note, {"text": "Xin nói thêm."})
    objection.refresh_from_db()
    assert objection.held_back == "abuse"
    assert objection.notes.get().text == "Xin nói thêm."


def test_its_file_is_a_download_for_colleagues(
    browser: Browser, author: Account, stranger: Account, objection: Objection
) -> None:
    address = reverse("desk:objection_file", args=[objection.pk])
    response = browser(author).get(address)
    assert response["Content-Disposition"].startswith("attachment")
    assert response.getvalue()
    assert browser(stranger).get(address).status_code == 404


@pytest.mark.parametrize(
    ("here", "there", "status"),
    [(Role.COMMUNICATOR, Role.CHECKER, 403), (Role.CHECKER, Role.COMMUNICATOR, 200)],
)
def test_its_file_is_for_who_works_at_its_desk_whichever_desk_is_chosen(
    browser: Browser,
    person: Maker,
    desk: Desk,
    other_desk: Desk,
    objection: Objection,
    here: Role,
    there: Role,
    status: int,
) -> None:
    both = person("both", desk, here)
    Membership.objects.create(account=both, desk=other_desk, role=there)
    client = browser(both)
    client.post(reverse("desk:choose_desk"), {"desk": other_desk.pk})
    assert client.session["desk"] == other_desk.pk
    response = client.get(reverse("desk:objection_file", args=[objection.pk]))
    assert response.status_code == status
    response.close()
