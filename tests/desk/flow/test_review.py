"""Another person signs exactly the text that was read; an edit voids the signature."""

import pytest

from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import drafts, publish, review
from kiemtin.desk.models import Account, Approval, Desk, Draft, Rumour
from kiemtin.desk.words import ApprovalKind, Role
from tests.desk.conftest import Maker
from tests.desk.steps import prove, sign, write


@pytest.fixture
def draft(author: Account, rumour: Rumour) -> Draft:
    """A complete draft by the author."""
    prove(author, rumour)
    return write(author, rumour)


def refusal(actor: Account, draft: Draft, seen_hash: str = "") -> str:
    """The code under which a review signature is refused; nothing is stored."""
    with pytest.raises(FlowError) as refused:
        review.approve(actor, draft, ApprovalKind.REVIEW, seen_hash or draft.content_hash)
    assert not Approval.objects.exists()
    return refused.value.code


def test_an_author_never_signs_the_own_text(
    author: Account, colleague: Account, draft: Draft
) -> None:
    assert refusal(author, draft) == "is_author"
    saved = drafts.save(colleague, draft, {"why": "Đo lại."}, based_on=draft.revision)
    assert refusal(colleague, saved) == "is_author"


def test_declared_interest_bars_signing(colleague: Account, draft: Draft) -> None:
    review.declare_conflict(colleague, draft.rumour, "có người nhà làm ở nhà máy")
    assert refusal(colleague, draft) == "conflict"


def test_each_signature_needs_its_role_at_this_desk(
    person: Maker, desk: Desk, stranger: Account, draft: Draft
) -> None:
    reviewer = person("reviewer", desk, Role.REVIEWER)
    speaker = person("speaker", desk, Role.SPOKESPERSON)
    for actor, kind in (
        (stranger, ApprovalKind.REVIEW),
        (speaker, ApprovalKind.REVIEW),
        (reviewer, ApprovalKind.SIGN_OFF),
    ):
        with pytest.raises(NotAllowed):
            review.approve(actor, draft, kind, draft.content_hash)
    assert not Approval.objects.exists()


def test_text_that_changed_since_it_was_read_is_not_signed(
    author: Account, colleague: Account, draft: Draft
) -> None:
    read = draft.content_hash
    drafts.save(author, draft, {"fact": "Đập vững."}, based_on=draft.revision)
    assert refusal(colleague, draft, read) == "text_changed"


def test_an_edit_voids_the_signature(author: Account, colleague: Account, draft: Draft) -> None:
    sign(colleague, draft, ApprovalKind.REVIEW)
    assert review.in_force(draft, ApprovalKind.REVIEW) is not None
    with pytest.raises(FlowError) as refused:
        sign(colleague, draft, ApprovalKind.REVIEW)
    assert refused.value.code == "already_or_changed"
    saved = drafts.save(author, draft, {"fact": "Đập vững."}, based_on=draft.revision)
    assert review.in_force(saved, ApprovalKind.REVIEW) is None


def test_incomplete_draft_is_not_handed_in_and_says_why(author: Account, rumour: Rumour) -> None:
    draft = write(author, rumour, todo="")
    with pytest.raises(FlowError) as refused:
        review.submit(author, draft)
    assert refused.value.params["gaps"] == ["empty_todo", "evidence"]
    draft.refresh_from_db()
    assert draft.submitted_at is None


def test_returned_draft_says_why_and_keeps_its_text(
    author: Account, colleague: Account, draft: Draft
) -> None:
    review.submit(author, draft)
    with pytest.raises(FlowError) as refused:
        review.send_back(colleague, draft, "  ")
    assert refused.value.code == "no_reason"
    fact = draft.fact
    review.send_back(colleague, draft, " Thiếu giờ đo. ")
    draft.refresh_from_db()
    assert (draft.returned_reason, draft.submitted_at) == ("Thiếu giờ đo.", None)
    assert (draft.is_open, draft.fact) == (True, fact)


def test_returned_text_is_published_only_when_signed_anew(
    draft: Draft, author: Account, colleague: Account
) -> None:
    sign(colleague, draft)
    review.send_back(colleague, draft, "Thiếu giờ đo.")
    draft.refresh_from_db()
    with pytest.raises(FlowError) as refused:
        publish.publish(colleague, draft)
    assert refused.value.code == "not_approved"
    review.submit(author, draft)
    assert publish.publish(colleague, sign(colleague, draft)).number == 1


def test_interest_of_a_signer_ends_the_signature_and_another_can_sign(
    author: Account, colleague: Account, draft: Draft, person: Maker, desk: Desk
) -> None:
    sign(colleague, draft)
    review.declare_conflict(colleague, draft.rumour, "có cổ phần")
    with pytest.raises(FlowError) as refused:
        publish.publish(colleague, draft)
    assert refused.value.code == "not_approved"
    third = person("third", desk, Role.REVIEWER, Role.SPOKESPERSON)
    assert publish.publish(third, sign(third, draft)).reviewer == third


def test_interest_of_an_author_closes_the_draft_and_another_begins_anew(
    author: Account, colleague: Account, draft: Draft, person: Maker, desk: Desk
) -> None:
    review.declare_conflict(author, draft.rumour, "có cổ phần")
    draft.refresh_from_db()
    assert not draft.is_open
    third = person("third", desk, Role.CHECKER)
    anew = write(third, draft.rumour)
    assert [one.account for one in anew.authors.all()] == [third]
    assert publish.publish(colleague, sign(colleague, anew)).author == third
