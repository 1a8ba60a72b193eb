"""The draft page: counters, what is missing, and both texts when somebody saved first."""

from django.urls import reverse

from kiemtin.desk.flow import review
from kiemtin.desk.models import Account, Draft, Rumour
from tests.support.publishing import DAM, Staff
from tests.web.desk.conftest import Browser

TYPED = {name: str(value) for name, value in DAM.items()}


def test_the_first_visit_begins_the_draft(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    page = browser(author).get(reverse("desk:draft", args=[rumour.pk]))
    draft = Draft.objects.get()
    assert draft.claim == rumour.claim
    assert not draft.authors.exists()
    assert "Chưa ai viết bản này." in page.content.decode()
    assert 'data-counter="120"' in page.content.decode()


def test_who_only_opens_the_page_may_sign_what_another_writes(
    browser: Browser, author: Account, colleague: Account, rumour: Rumour
) -> None:
    address = reverse("desk:draft", args=[rumour.pk])
    browser(colleague).get(address)
    browser(author).post(address, TYPED | {"based_on": "1"})
    draft = Draft.objects.get()
    assert [one.account for one in draft.authors.all()] == [author]
    assert review.barred(colleague, draft) is None
    assert review.barred(author, draft)


def test_saving_is_a_new_revision(browser: Browser, author: Account, rumour: Rumour) -> None:
    client = browser(author)
    address = reverse("desk:draft", args=[rumour.pk])
    client.get(address)
    client.post(address, TYPED | {"based_on": "1"})
    draft = Draft.objects.get()
    assert (draft.revision, draft.fact) == (2, DAM["fact"])


def test_a_stale_save_shows_both_texts_and_loses_none(
    browser: Browser, author: Account, colleague: Account, rumour: Rumour
) -> None:
    address = reverse("desk:draft", args=[rumour.pk])
    hers, his = browser(author), browser(colleague)
    hers.get(address)
    hers.post(address, TYPED | {"based_on": "1", "fact": "Đập còn nguyên vẹn"})
    response = his.post(address, TYPED | {"based_on": "1", "fact": "Đập chỉ bị tràn"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Đồng nghiệp đã lưu" in page
    assert "nguyên vẹn</del>" in page
    assert "Đập chỉ bị tràn" in page
    assert Draft.objects.get().fact == "Đập còn nguyên vẹn"
    assert 'name="based_on" value="2"' in page


def test_an_unfinished_draft_is_saved_but_not_handed_over(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client = browser(author)
    address = reverse("desk:draft", args=[rumour.pk])
    client.get(address)
    typed = TYPED | {"based_on": "1", "todo": "", "submit": "1"}
    page = client.post(address, typed, follow=True).content.decode()
    draft = Draft.objects.get()
    assert draft.fact == DAM["fact"]
    assert draft.submitted_at is None
    assert "Thiếu phần bây giờ nên làm gì." in page
    assert "Bằng chứng: cần một nguồn gốc" in page


def test_a_wrong_date_is_said_beside_the_field(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client = browser(author)
    address = reverse("desk:draft", args=[rumour.pk])
    client.get(address)
    response = client.post(address, TYPED | {"based_on": "1", "valid_until": "32/13/2024"})
    assert response.status_code == 422
    assert "32/13/2024" in response.content.decode()


def test_an_amendment_starts_from_what_is_published(
    browser: Browser, author: Account, staff: Staff
) -> None:
    version = staff.publish()
    client = browser(author)
    address = reverse("desk:amend", args=[version.fact_check_id])
    page = client.post(address, {"kind": "amendment"}, follow=True).content.decode()
    assert version.fact in page
    assert "Bản trước sai ở đâu" in page


def test_a_stale_save_shows_a_changed_verdict_too(
    browser: Browser, author: Account, colleague: Account, rumour: Rumour
) -> None:
    address = reverse("desk:draft", args=[rumour.pk])
    hers, his = browser(author), browser(colleague)
    hers.get(address)
    hers.post(address, TYPED | {"based_on": "1", "verdict": "true"})
    page = his.post(address, TYPED | {"based_on": "1", "verdict": "misleading"}).content.decode()
    differ = page[page.index("Hai bản khác nhau") : page.index("<form", page.index("Hai bản"))]
    assert "<del>Đúng</del>" in differ
    assert "<ins>Gây hiểu lầm</ins>" in differ


def test_what_was_typed_into_a_draft_that_closed_meanwhile_can_be_kept(
    browser: Browser, author: Account, staff: Staff
) -> None:
    version = staff.publish()
    address = reverse("desk:draft", args=[version.fact_check.rumour_id])
    typed = TYPED | {"based_on": "2", "why": "Một câu viết mất cả buổi."}
    response = browser(author).post(address, typed)
    assert response.status_code == 409
    assert "Một câu viết mất cả buổi." in response.content.decode()
    assert not Draft.objects.filter(is_open=True).exists()
