"""Whom a claim is about is offered a reply before publication, and what they say stands whole."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from kiemtin.desk import moment
from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import drafts, heard, investigate, publish, review
from kiemtin.desk.models import Account, ContactAttempt, Draft, Rumour
from kiemtin.desk.words import ApprovalKind, Asking, VersionKind
from tests.desk.steps import CONTENT, NOON, assess, correct, prove, release, sign, write

BODY = {"about": "body", "about_body": "Nhà máy thủy điện Nậm Mẫu"}
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def at_noon(noon: datetime) -> None:
    """Every step is taken at noon unless it says when."""


def ready(author: Account, rumour: Rumour, **about: Any) -> Draft:
    """A draft that lacks nothing but the right of reply."""
    assess(author, rumour)
    prove(author, rumour)
    return write(author, rumour, **about)


def offer(author: Account, rumour: Rumour, **changes: Any) -> ContactAttempt:
    """The power station was invited to reply within an hour."""
    said: dict[str, Any] = {
        "body": "Nhà máy",
        "how": "công văn",
        "asked_at": NOON,
        "purpose": Asking.REPLY,
    }
    contact = investigate.Contact(**(said | {"answer_by": NOON + HOUR} | changes))
    return investigate.record_contact(author, rumour, contact)


def gaps(draft: Draft) -> list[str]:
    """What is missing of the draft as it is stored."""
    return drafts.missing(Draft.objects.get(pk=draft.pk))


def test_a_draft_says_whom_it_is_about(author: Account, rumour: Rumour) -> None:
    draft = ready(author, rumour, about="")
    assert gaps(draft) == ["about"]
    with pytest.raises(FlowError) as refused:
        review.submit(author, draft)
    assert refused.value.params["gaps"] == ["about"]


def test_a_body_is_named_and_asked(author: Account, rumour: Rumour) -> None:
    draft = ready(author, rumour, about="body")
    assert gaps(draft) == ["about_body", "not_offered"]
    drafts.save(author, draft, CONTENT | BODY, based_on=draft.revision)
    investigate.record_contact(author, rumour, investigate.Contact("Nhà máy", "gọi", NOON, "Có."))
    assert gaps(draft) == ["not_offered"]


def test_an_offer_is_kept_until_its_time_is_over(
    author: Account, colleague: Account, rumour: Rumour
) -> None:
    draft = ready(author, rumour, **BODY)
    offer(author, rumour)
    assert gaps(draft) == ["offer_open"]
    with moment.at(NOON + HOUR):
        assert gaps(draft) == []
        version = publish.publish(colleague, sign(colleague, draft))
    (asked,) = version.contacts
    assert (asked["purpose"], asked["how"], asked["answer"]) == ("reply", "công văn", "")
    assert asked["answer_by"] == (NOON + HOUR).isoformat()


def test_an_answer_ends_the_wait_and_the_signatures(
    author: Account, colleague: Account, rumour: Rumour
) -> None:
    draft = ready(author, rumour, **BODY)
    asked = offer(author, rumour)
    with moment.at(NOON + HOUR):
        sign(colleague, draft, ApprovalKind.REVIEW)
        said = "Đập vẫn an toàn.\n" * 300
        investigate.record_answer(author, asked, said)
        draft.refresh_from_db()
        assert review.in_force(draft, ApprovalKind.REVIEW) is None
        version = publish.publish(colleague, sign(colleague, draft))
    assert version.contacts[0]["answer"] == said.strip()
    with pytest.raises(FlowError) as refused:
        investigate.record_answer(author, asked, "Lời khác")
    assert refused.value.code == "has_answer"


def test_one_answer_does_not_end_the_wait_for_another(author: Account, rumour: Rumour) -> None:
    draft = ready(author, rumour, **BODY)
    offer(author, rumour, answer="Đập vững.")
    assert gaps(draft) == []
    offer(author, rumour, body="Sở Công Thương")
    assert gaps(draft) == ["offer_open"]


def test_a_private_person_is_asked_and_never_named(
    author: Account, colleague: Account, rumour: Rumour
) -> None:
    with pytest.raises(FlowError) as refused:
        offer(author, rumour, purpose=Asking.PRIVATE)
    assert refused.value.code == "private_person_named"
    draft = ready(author, rumour, about="private")
    typed = CONTENT | {"about": "private", "about_body": "Nguyễn Văn X"}
    with pytest.raises(FlowError) as refused:
        drafts.save(author, draft, typed, based_on=draft.revision)
    assert refused.value.code == "private_person_named"
    offer(author, rumour, answer="Đập vững.")
    assert gaps(draft) == ["not_offered"]
    how = "gọi số 0900 000 001"
    offer(author, rumour, purpose=Asking.PRIVATE, body="", how=how, answer="Không phải tôi.")
    version = publish.publish(colleague, sign(colleague, draft))
    shown = version.contacts[1]
    assert (shown["body"], shown["answer"]) == ("", "Không phải tôi.")
    assert "0900" not in shown["how"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"body": " "}, "no_body"),
        ({"how": " "}, "no_body"),
        ({"answer_by": None}, "no_answer_by"),
        ({"answer_by": NOON}, "no_answer_by"),
    ],
)
def test_an_offer_says_to_whom_how_and_until_when(
    author: Account, rumour: Rumour, changes: dict[str, Any], code: str
) -> None:
    with pytest.raises(FlowError) as refused:
        offer(author, rumour, **changes)
    assert refused.value.code == code
    assert not rumour.contacts.exists()


def test_not_to_ask_has_a_public_reason_and_a_life_in_danger(
    author: Account, colleague: Account, rumour: Rumour
) -> None:
    unasked = BODY | {"not_asked": "life_safety"}
    draft = ready(author, rumour, **unasked)
    assert gaps(draft) == ["not_asked_why", "not_life_safety"]
    Rumour.objects.filter(pk=rumour.pk).update(life_safety=True)
    why = unasked | {"not_asked_why": "Dân đang chạy lũ."}
    draft = drafts.save(author, draft, CONTENT | why, based_on=draft.revision)
    assert gaps(draft) == []
    version = publish.publish(colleague, sign(colleague, draft))
    assert (version.not_asked, version.not_asked_why) == ("life_safety", "Dân đang chạy lũ.")


def test_what_does_not_belong_together_is_not_kept(author: Account, rumour: Rumour) -> None:
    draft = ready(author, rumour, about="nobody")
    typed = {"about_body": "Ai đó", "not_asked": "endangers", "not_asked_why": "sợ"}
    draft = drafts.save(author, draft, typed | {"about": "nobody"}, based_on=draft.revision)
    assert (draft.about_body, draft.not_asked, draft.not_asked_why) == ("", "", "")


def test_whom_it_is_about_is_signed(author: Account, colleague: Account, rumour: Rumour) -> None:
    draft = ready(author, rumour)
    sign(colleague, draft, ApprovalKind.REVIEW)
    offer(author, rumour, answer="Đập vững.")
    before = Draft.objects.get(pk=draft.pk)
    after = drafts.save(author, before, CONTENT | BODY, based_on=before.revision)
    assert after.content_hash != before.content_hash
    assert review.in_force(after, ApprovalKind.REVIEW) is None


def test_how_a_question_was_put_stays_with_the_desk(author: Account, rumour: Rumour) -> None:
    contact = investigate.Contact("Trạm đo", "gọi máy lẻ của trạm", NOON)
    investigate.record_contact(author, rumour, contact)
    assert drafts.contacts_shown(rumour)[0]["how"] == ""


def test_a_withdrawal_waits_for_nobody(author: Account, colleague: Account, rumour: Rumour) -> None:
    version = release(author, colleague, rumour)
    withdrawn = correct(
        author, colleague, version.fact_check, kind=VersionKind.WITHDRAWAL, about="body",
        about_body="Nhà máy",
    )  # fmt: skip
    assert withdrawn.kind == VersionKind.WITHDRAWAL


def test_a_correction_answers_every_error_that_was_admitted(
    author: Account, colleague: Account, rumour: Rumour
) -> None:
    fact_check = release(author, colleague, rumour).fact_check
    draft = drafts.amend(author, fact_check, VersionKind.UPDATE)
    assert heard.to_correct(draft) == []
    assert not heard.waits(draft)
