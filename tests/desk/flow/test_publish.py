"""A version and its log entry stand together or not at all, and only on two signatures."""

from typing import NoReturn

import pytest

from kiemtin.desk import jobs
from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import publish
from kiemtin.desk.models import Account, Draft, FactCheck, Job, LogEntry, Rumour, Version
from kiemtin.desk.words import ApprovalKind, JobState, RumourState
from tests.desk.steps import prove, sign, write


@pytest.fixture
def draft(author: Account, rumour: Rumour) -> Draft:
    """A complete draft by the author."""
    prove(author, rumour)
    return write(author, rumour)


def nothing_public() -> bool:
    """Neither a version nor a page nor an entry of the log is there."""
    return not any(model.objects.exists() for model in (Version, FactCheck, LogEntry, Job))


@pytest.mark.parametrize("kind", ApprovalKind)
def test_one_signature_is_not_enough(colleague: Account, draft: Draft, kind: ApprovalKind) -> None:
    sign(colleague, draft, kind)
    with pytest.raises(FlowError) as refused:
        publish.publish(colleague, draft)
    assert refused.value.code == "not_approved"
    assert nothing_public()


def test_stranger_does_not_publish(colleague: Account, stranger: Account, draft: Draft) -> None:
    sign(colleague, draft)
    with pytest.raises(NotAllowed):
        publish.publish(stranger, draft)
    assert nothing_public()


def test_signed_draft_becomes_a_version_with_its_entry(
    author: Account, colleague: Account, draft: Draft
) -> None:
    version = publish.publish(colleague, sign(colleague, draft))
    draft.refresh_from_db()
    assert version.content() == draft.content()
    assert (version.author, version.reviewer) == (author, colleague)
    assert version.log_entry == LogEntry.objects.get()
    assert version.log_entry.said()["content_hash"] == draft.content_hash
    assert version.log_entry.said()["spokesperson"] == colleague.name
    assert FactCheck.objects.get().current == version
    assert not draft.is_open
    rumour = Rumour.objects.get(pk=draft.rumour_id)
    assert (rumour.state, rumour.due_at) == (RumourState.PUBLISHED, None)


def test_delivery_to_those_who_asked_is_queued(colleague: Account, draft: Draft) -> None:
    version = publish.publish(colleague, sign(colleague, draft))
    job = Job.objects.get(kind="announce")
    assert (job.payload, job.state) == ({"version": version.pk}, JobState.QUEUED)


def test_failure_after_the_log_entry_leaves_neither(
    colleague: Account, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def fail(*_args: object, **_payload: object) -> NoReturn:
        written.append(LogEntry.objects.count() + Version.objects.count())
        raise OSError("disk full")

    sign(colleague, draft)
    with monkeypatch.context() as broken:
        broken.setattr(jobs, "enqueue", fail)
        with pytest.raises(OSError, match="disk full"):
            publish.publish(colleague, draft)
    assert written == [2]
    assert nothing_public()
    assert Draft.objects.get(pk=draft.pk).is_open
    assert publish.publish(colleague, draft).log_entry.number == 0


def test_published_draft_is_not_published_twice(colleague: Account, draft: Draft) -> None:
    publish.publish(colleague, sign(colleague, draft))
    with pytest.raises(FlowError) as refused:
        publish.publish(colleague, draft)
    assert refused.value.code == "not_approved"
    assert Version.objects.count() == 1


def test_address_is_the_claim_without_marks_cut_at_a_word(rumour: Rumour) -> None:
    rumour.claim = "Đập vỡ, nước về!"
    assert publish.slug(rumour) == f"dap-vo-nuoc-ve-{rumour.pk}"
    rumour.claim = "nghiêng " * 30
    words = publish.slug(rumour).removesuffix(f"-{rumour.pk}")
    assert set(words.split("-")) == {"nghieng"}
    assert len(words) <= publish.SLUG_LETTERS
    rumour.claim = "洪水"
    assert publish.slug(rumour) == str(rumour.pk)


def test_the_log_names_the_archived_copies(colleague: Account, draft: Draft) -> None:
    version = publish.publish(colleague, sign(colleague, draft))
    kept = [piece["copy_sha256"] for piece in version.evidence]
    assert version.log_entry.said()["copies"] == sorted(kept)
    assert kept
