"""The rumour page: each step taken from it, and what is typed stays when it is refused."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kiemtin.desk.models import Account, Evidence, Rumour
from tests.desk.conftest import Maker
from tests.web.desk.conftest import Browser

SOURCE = {
    "source": "Trạm đo",
    "origin": "tram-do",
    "title": "Bảng mực nước",
    "kind": "primary",
    "stance": "against",
}
ASSESSED = {
    "claim": "Đập Nậm Mẫu vỡ",
    "subject": "dam",
    "harm": "3",
    "life_safety": "on",
    "place": "Lào Cai",
    "based_on": "1",
}


def test_assessing_sets_harm_and_clock(browser: Browser, author: Account, rumour: Rumour) -> None:
    response = browser(author).post(reverse("desk:assess", args=[rumour.pk]), ASSESSED)
    assert response.status_code == 302
    rumour.refresh_from_db()
    assert (rumour.harm, rumour.life_safety, rumour.level, rumour.place) == (3, True, "red", "15")
    assert rumour.due_at == rumour.opened_at + timedelta(minutes=60)


def test_the_kind_of_who_says_it_is_kept_and_may_be_left_out(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    address = reverse("desk:assess", args=[rumour.pk])
    browser(author).post(address, ASSESSED | {"claimant": "posing"})
    rumour.refresh_from_db()
    assert rumour.claimant == "posing"
    browser(author).post(address, ASSESSED | {"based_on": rumour.revision})
    rumour.refresh_from_db()
    assert rumour.claimant == "unknown"


def test_what_a_new_rumour_seems_to_be_is_said_until_a_person_has_assessed_it(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    Rumour.objects.filter(pk=rumour.pk).update(claim="Cầu mong mưa tạnh", state="new")
    address = reverse("desk:rumour", args=[rumour.pk])
    page = browser(author).get(address).content.decode()
    assert "lời chúc, mong ước" in page[page.index('id="h-assess"') :]
    assert '<option value="wish" selected>' in page
    browser(author).post(reverse("desk:assess", args=[rumour.pk]), ASSESSED)
    assert "Máy gợi ý" not in browser(author).get(address).content.decode()


def test_a_stale_assessment_keeps_what_was_typed(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    Rumour.objects.filter(pk=rumour.pk).update(revision=2)
    response = browser(author).post(reverse("desk:assess", args=[rumour.pk]), ASSESSED)
    assert response.status_code == 422
    assert "Đập Nậm Mẫu vỡ" in response.content.decode()
    assert "Người khác vừa sửa" in response.content.decode()


def test_an_unknown_place_is_said_beside_the_field(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    typed = ASSESSED | {"place": "Xyzzyx"}
    response = browser(author).post(reverse("desk:assess", args=[rumour.pk]), typed)
    assert response.status_code == 422
    assert "Xyzzyx" in response.content.decode()


def test_evidence_is_kept_with_the_hash_of_its_copy(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    copy = SimpleUploadedFile("muc-nuoc.txt", "Mực nước 12 m".encode())
    client = browser(author)
    client.post(reverse("desk:add_evidence", args=[rumour.pk]), SOURCE | {"copy": copy})
    piece = Evidence.objects.get()
    assert len(piece.copy_sha256) == 64
    page = client.get(reverse("desk:rumour", args=[rumour.pk])).content.decode()
    assert piece.copy_sha256 in page
    download = client.get(reverse("desk:copy", args=[rumour.pk, piece.pk]))
    assert download.getvalue() == "Mực nước 12 m".encode()
    assert download["Content-Disposition"].startswith("attachment")


def test_a_copy_that_cannot_be_kept_is_refused_with_what_was_typed(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    copy = SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>")
    response = browser(author).post(
        reverse("desk:add_evidence", args=[rumour.pk]), SOURCE | {"copy": copy}
    )
    assert response.status_code == 422
    assert "Bảng mực nước" in response.content.decode()
    assert not Evidence.objects.exists()


def test_a_recording_larger_than_a_document_is_kept_as_it_came(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    sound = b"OggS\x00\x02" + bytes(21 * 1024 * 1024)
    copy = SimpleUploadedFile("loa.ogg", sound)
    browser(author).post(reverse("desk:add_evidence", args=[rumour.pk]), SOURCE | {"copy": copy})
    piece = Evidence.objects.get()
    assert (piece.copy_type, piece.copy.size) == ("audio/ogg", len(sound))


def test_a_strangers_evidence_cannot_be_downloaded(
    browser: Browser, author: Account, stranger: Account, rumour: Rumour
) -> None:
    copy = SimpleUploadedFile("a.txt", b"abc")
    browser(author).post(reverse("desk:add_evidence", args=[rumour.pk]), SOURCE | {"copy": copy})
    piece = Evidence.objects.get()
    address = reverse("desk:copy", args=[rumour.pk, piece.pk])
    assert browser(stranger).get(address).status_code == 404


def test_evidence_entered_by_mistake_goes(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client = browser(author)
    client.post(reverse("desk:add_evidence", args=[rumour.pk]), SOURCE)
    piece = Evidence.objects.get()
    client.post(reverse("desk:remove_evidence", args=[rumour.pk, piece.pk]))
    assert not Evidence.objects.exists()


def test_a_holding_line_needs_the_spokesperson(
    browser: Browser, colleague: Account, person: Maker, rumour: Rumour
) -> None:
    typed = {"safe_action": "Lên chỗ cao", "checking": "Đang hỏi nhà máy", "minutes": "30"}
    address = reverse("desk:publish_holding", args=[rumour.pk])
    checker = person("checker", rumour.desk, "checker")
    assert browser(checker).post(address, typed).status_code == 403
    assert browser(colleague).post(address, typed).status_code == 302
    line = rumour.holding_lines.get()
    assert line.published_by == colleague
    assert line.next_update_at > timezone.now() + timedelta(minutes=29)


def test_who_declares_an_interest_does_not_write(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client = browser(author)
    client.post(reverse("desk:declare_conflict", args=[rumour.pk]), {"reason": "người nhà"})
    response = client.get(reverse("desk:draft", args=[rumour.pk]), follow=True)
    assert "lợi ích liên quan" in response.content.decode()
    assert not rumour.drafts.exists()


def test_contacts_and_identifiers_are_noted(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client = browser(author)
    contact = {"body": "Nhà máy", "how": "điện thoại", "asked_at": "09/09/2024 20:00"}
    client.post(reverse("desk:add_contact", args=[rumour.pk]), contact)
    number = {"kind": "phone", "value": "0900 000 001", "reason": "số lừa đảo"}
    client.post(reverse("desk:add_identifier", args=[rumour.pk]), number)
    page = client.get(reverse("desk:rumour", args=[rumour.pk])).content.decode()
    assert "Nhà máy" in page
    assert "0900 000 001" in page


def test_what_is_not_checkable_leaves_the_board(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client = browser(author)
    client.post(reverse("desk:not_checkable", args=[rumour.pk]), {"why": "opinion"})
    rumour.refresh_from_db()
    assert (rumour.state, rumour.harm, rumour.due_at) == ("not_checkable", None, None)
    assert rumour.claim not in client.get(reverse("desk:board")).content.decode()
