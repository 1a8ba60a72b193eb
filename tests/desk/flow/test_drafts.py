"""One open draft a rumour; no edit is lost; what is missing has a name."""

from typing import Any

import pytest

from kiemtin.bulletin.lengths import LIMITS
from kiemtin.desk.errors import FlowError, NotAllowed, StaleEdit
from kiemtin.desk.flow import drafts, investigate, publish, review
from kiemtin.desk.models import Account, Rumour
from kiemtin.desk.words import ApprovalKind, EvidenceKind, VersionKind
from tests.desk.steps import CONTENT, prove, release, sign, write

SECOND = {"kind": EvidenceKind.SECONDARY}
SELF: dict[str, Any] = {"self_statement": True}


def test_one_draft_is_open_whoever_asks(
    author: Account, colleague: Account, stranger: Account, rumour: Rumour
) -> None:
    draft = drafts.open_draft(author, rumour)
    assert draft.claim == rumour.claim
    assert drafts.open_draft(colleague, rumour) == draft
    assert write(colleague, rumour) == draft
    with pytest.raises(NotAllowed):
        drafts.open_draft(stranger, rumour)


def test_to_open_is_not_to_write(author: Account, colleague: Account, rumour: Rumour) -> None:
    draft = drafts.open_draft(colleague, rumour)
    assert not draft.authors.exists()
    prove(author, rumour)
    draft.refresh_from_db()
    with pytest.raises(FlowError) as refused:
        review.submit(colleague, draft)
    assert refused.value.code == "incomplete", "nothing can go out that nobody has written"
    draft = drafts.save(author, draft, CONTENT, based_on=draft.revision)
    assert [one.account for one in draft.authors.all()] == [author]
    assert publish.publish(colleague, sign(colleague, draft)).author == author


def test_stale_edit_carries_both_texts(author: Account, colleague: Account, rumour: Rumour) -> None:
    draft = write(author, rumour)
    seen = draft.revision
    drafts.save(author, draft, {"fact": "Đập vững."}, based_on=seen)
    with pytest.raises(StaleEdit) as stale:
        drafts.save(colleague, draft, {"fact": "Đập chắc."}, based_on=seen)
    params = stale.value.params
    assert params["theirs"]["fact"] == "Đập vững."
    assert params["yours"]["fact"] == "Đập chắc."
    assert params["revision"] == seen + 1
    draft.refresh_from_db()
    assert draft.fact == "Đập vững."
    assert not draft.authors.filter(account=colleague).exists()


def test_changed_evidence_voids_the_signatures(
    author: Account, colleague: Account, rumour: Rumour
) -> None:
    piece = prove(author, rumour)
    draft = sign(colleague, write(author, rumour), ApprovalKind.REVIEW)
    prove(author, rumour, title="Ảnh chụp tại đập")
    investigate.remove_evidence(author, piece)
    draft.refresh_from_db()
    assert draft.revision > 1
    assert draft.content_hash == drafts.hash_of(draft)
    assert review.in_force(draft, ApprovalKind.REVIEW) is None


def test_what_is_missing_has_a_code(author: Account, rumour: Rumour) -> None:
    draft = drafts.open_draft(author, rumour)
    gaps = ["empty_fact", "empty_said", "empty_why", "empty_todo", "evidence", "about"]
    assert drafts.missing(draft) == gaps
    for name in LIMITS:
        setattr(draft, name, "dài " * 5_000)
    for name in ("said", "todo", "fact", "why"):
        setattr(draft, name, getattr(draft, name) or "có")
    prove(author, rumour)
    assert drafts.missing(draft) == [*(f"long_{name}" for name in LIMITS), "about"]
    seen = drafts.open_draft(author, rumour).revision
    assert drafts.missing(drafts.save(author, draft, CONTENT, based_on=seen)) == []


@pytest.mark.parametrize(
    ("pieces", "enough"),
    [
        ([], False),
        ([{}], True),
        ([{"copy": b""}], False),
        ([SELF], False),
        ([SECOND, SECOND], False),
        ([SECOND, SECOND | {"origin": "Báo"}], True),
        ([SECOND, SECOND | {"origin": "Báo", "copy": b""}], False),
        ([SELF, SECOND | {"origin": "Báo"}], True),
    ],
)
def test_one_primary_source_or_two_origins_are_enough(
    author: Account, rumour: Rumour, pieces: list[dict[str, Any]], enough: bool
) -> None:
    for piece in pieces:
        prove(author, rumour, **piece)
    assert drafts.enough_evidence(rumour) is enough


def test_correction_starts_from_what_is_published(
    author: Account, colleague: Account, rumour: Rumour
) -> None:
    version = release(author, colleague, rumour)
    draft = drafts.amend(author, version.fact_check, VersionKind.AMENDMENT)
    assert draft.content() == version.content()
    assert drafts.missing(draft) == ["empty_what_was_wrong"]
    assert drafts.amend(colleague, version.fact_check, VersionKind.UPDATE) == draft
    changed = {"what_was_wrong": "Ghi sai giờ đo.", "fact": "Đập vững lúc 22 giờ."}
    saved = drafts.save(author, draft, changed, based_on=draft.revision)
    second = publish.publish(colleague, sign(colleague, saved))
    version.refresh_from_db()
    assert (version.fact, second.fact) == (CONTENT["fact"], "Đập vững lúc 22 giờ.")


def test_only_what_can_be_written_is_begun(
    author: Account, colleague: Account, rumour: Rumour
) -> None:
    unassessed = Rumour.objects.create(
        desk=rumour.desk, claim="Cầu sập", opened_at=rumour.opened_at
    )
    with pytest.raises(FlowError) as refused:
        write(author, unassessed)
    assert refused.value.code == "not_assessed"
    with pytest.raises(FlowError) as refused:
        drafts.begin(author, rumour, CONTENT, VersionKind.AMENDMENT)
    assert refused.value.code == "not_published"
    release(author, colleague, rumour)
    rumour = Rumour.objects.get(pk=rumour.pk)
    with pytest.raises(FlowError) as refused:
        write(author, rumour)
    assert refused.value.code == "published"
