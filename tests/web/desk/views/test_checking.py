"""The steps on their page, on the rumour's and on the reviewer's: noted in place or by a form."""

from collections.abc import Mapping

import pytest
from django.test import Client
from django.urls import reverse

from kiemtin.desk.checklists import LISTS
from kiemtin.desk.flow import checking
from kiemtin.desk.models import Account, CheckList, CheckStep, Desk, Rumour
from kiemtin.desk.words import Role, RumourState
from kiemtin.desk.words_evidence import CheckKind, StepState
from tests.desk import steps
from tests.desk.conftest import Maker
from tests.web.desk.conftest import Browser

IN_PLACE: Mapping[str, str] = {"HX-Request": "true"}
THEIRS = checking.Word(StepState.NOTHING, "Trạm không trả lời.")
TYPED = {"state": "done", "note": "Mực nước 78,2 m lúc 21 giờ.", "seen": "0"}


@pytest.fixture
def row(author: Account, rumour: Rumour) -> CheckList:
    """The list of a warning, taken up."""
    return checking.take_up(author, rumour, CheckKind.WARNING)


def address(row: CheckList, name: str = "note_step", step: str = "gauge") -> str:
    return reverse(f"desk:{name}", args=[row.pk, step])


def page(client: Client, name: str, pk: int) -> str:
    return client.get(reverse(f"desk:{name}", args=[pk])).content.decode()


def test_a_list_that_fits_is_offered_with_its_reason_and_taken_up(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client = browser(author)
    shown = page(client, "rumour", rumour.pk)
    assert "Dùng danh sách: Cảnh báo thiên tai" in shown
    assert "Có chữ “thủy điện”" in shown
    taking = reverse("desk:take_check_list", args=[rumour.pk])
    response = client.post(taking, {"kind": "warning"}, follow=True)
    assert "0/8" in response.content.decode()
    assert client.post(taking, {"kind": "gossip"}).status_code == 404
    assert rumour.check_lists.get().kind == CheckKind.WARNING


def test_the_rumours_page_holds_no_step_until_a_list_is_opened(
    browser: Browser, author: Account, row: CheckList
) -> None:
    client, step = browser(author), LISTS[CheckKind.WARNING].steps[1]
    assert str(step.what) not in page(client, "rumour", row.rumour_id)
    where = reverse("desk:check_list", args=[row.pk])
    fetched = client.get(where, headers=IN_PLACE).content.decode()
    assert str(step.what) in fetched
    assert "<html" not in fetched
    opened = client.get(where)
    assert opened["Location"].endswith(f"/buoc/#danh-sach-{row.pk}")
    assert str(step.what) in page(client, "checking", row.rumour_id)


def test_a_step_is_noted_by_an_ordinary_form(
    browser: Browser, author: Account, row: CheckList
) -> None:
    client = browser(author)
    response = client.post(address(row), TYPED)
    assert response["Location"].endswith(f"#buoc-{row.pk}-gauge")
    shown = page(client, "checking", row.rumour_id)
    assert TYPED["note"] in shown
    assert "1/8" in shown
    seen = checking.stamp(row.steps.get())
    client.post(address(row, "undo_step"), {"state": "done", "seen": seen})
    assert not row.steps.exists()


def test_a_step_is_noted_in_place_with_the_progress(
    browser: Browser, author: Account, row: CheckList
) -> None:
    response = browser(author).post(address(row), TYPED, headers=IN_PLACE)
    part = response.content.decode()
    assert response.status_code == 200
    assert part.lstrip().startswith("<li")
    assert f'id="tien-do-{row.pk}" hx-swap-oob="innerHTML">1/8' in part
    assert "Đã ghi." in part


@pytest.mark.parametrize("headers", [{}, IN_PLACE], ids=["form", "in place"])
def test_what_two_wrote_at_once_is_both_shown_and_both_kept(
    browser: Browser,
    author: Account,
    colleague: Account,
    row: CheckList,
    headers: Mapping[str, str],
) -> None:
    checking.note_step(colleague, row, "gauge", THEIRS, seen=0)
    client = browser(author)
    refused = client.post(address(row), TYPED, headers=headers)
    shown = refused.content.decode()
    assert refused.status_code == 409
    assert f"{colleague.name} vừa ghi bước này: Đã làm, không thấy gì" in shown
    assert f"{THEIRS.note}\n{TYPED['note']}</textarea>" in shown
    seen = checking.stamp(row.steps.get())
    assert f'name="seen" value="{seen}"' in shown
    both = {**TYPED, "note": f"{THEIRS.note}\n{TYPED['note']}", "seen": str(seen)}
    assert client.post(address(row), both, headers=headers).status_code in (200, 302)
    kept = CheckStep.objects.get()
    assert (kept.by, kept.note) == (author, both["note"])


def test_a_step_that_a_colleague_left_open_again_is_said(
    browser: Browser, author: Account, row: CheckList
) -> None:
    gone = checking.note_step(author, row, "gauge", THEIRS, seen=0)
    seen = checking.stamp(gone)
    checking.undo_step(author, row, "gauge", seen=seen)
    refused = browser(author).post(address(row), TYPED | {"seen": str(seen)}, headers=IN_PLACE)
    assert refused.status_code == 409
    assert "Đồng nghiệp vừa bỏ điều đã ghi" in refused.content.decode()


@pytest.mark.parametrize("headers", [{}, IN_PLACE], ids=["form", "in place"])
def test_what_cannot_be_noted_keeps_what_was_typed(
    browser: Browser, author: Account, row: CheckList, headers: Mapping[str, str]
) -> None:
    client = browser(author)
    for wrong in ({"state": "maybe"}, {"note": f"{TYPED['note']} {'a' * 2001}"}, {"seen": "x"}):
        response = client.post(address(row), TYPED | wrong, headers=headers)
        assert response.status_code == 422
        assert TYPED["note"] in response.content.decode()
    assert client.post(address(row, step="metadata"), TYPED).status_code == 404
    assert not row.steps.exists()


def test_an_unused_list_goes_back_and_a_used_one_stays(
    browser: Browser, author: Account, row: CheckList
) -> None:
    client, back = browser(author), reverse("desk:close_check_list", args=[row.pk])
    noted = checking.note_step(author, row, "gauge", THEIRS, seen=0)
    assert "ở lại cùng bằng chứng" in client.post(back, follow=True).content.decode()
    checking.undo_step(author, row, "gauge", seen=checking.stamp(noted))
    assert "Không dùng danh sách này" in page(client, "checking", row.rumour_id)
    assert "Đã cất danh sách" in client.post(back, follow=True).content.decode()
    assert not CheckList.objects.exists()


def test_a_colleague_without_the_role_reads_and_a_stranger_finds_nothing(
    browser: Browser, stranger: Account, person: Maker, desk: Desk, row: CheckList
) -> None:
    reader, outside = browser(person("translator", desk, Role.TRANSLATOR)), browser(stranger)
    assert "Ghi bước này" not in page(reader, "checking", row.rumour_id)
    for client, status in ((reader, 403), (outside, 404)):
        for name in ("note_step", "undo_step"):
            assert client.post(address(row, name), TYPED).status_code == status
        taking = reverse("desk:take_check_list", args=[row.rumour_id])
        assert client.post(taking, {"kind": "picture"}).status_code == status
        back = reverse("desk:close_check_list", args=[row.pk])
        assert client.post(back).status_code == status
    for name, pk in (("checking", row.rumour_id), ("check_list", row.pk)):
        assert outside.get(reverse(f"desk:{name}", args=[pk])).status_code == 404


def test_a_closed_rumours_steps_are_shown_without_forms(
    browser: Browser, author: Account, row: CheckList
) -> None:
    checking.note_step(author, row, "gauge", THEIRS, seen=0)
    Rumour.objects.filter(pk=row.rumour_id).update(
        state=RumourState.NOT_CHECKABLE, checkable=False, harm=None, not_checkable="opinion"
    )
    client = browser(author)
    shown = page(client, "checking", row.rumour_id)
    assert THEIRS.note in shown
    assert "Ghi bước này" not in shown
    refused = client.post(address(row), TYPED | {"seen": checking.stamp(row.steps.get())})
    assert refused.status_code == 422
    taking = reverse("desk:take_check_list", args=[row.rumour_id])
    assert "chỉ còn để đọc" in client.post(taking, {"kind": "quote"}, follow=True).content.decode()


def test_the_reviewer_sees_which_steps_are_open(
    browser: Browser, author: Account, colleague: Account, row: CheckList
) -> None:
    steps.prove(author, row.rumour)
    draft = steps.write(author, row.rumour)
    checking.note_step(author, row, "gauge", THEIRS, seen=0)
    shown = page(browser(colleague), "review", draft.pk)
    part = shown[shown.index('id="h-checks"') : shown.index('id="h-sign"')]
    first = LISTS[CheckKind.WARNING].steps[0]
    assert "1/8" in part
    assert part.index("Còn để ngỏ") < part.index(str(first.what)) < part.index(THEIRS.note)
