"""The steps of the real flow with everything filled in, for tests that begin in the middle."""

from datetime import UTC, datetime
from typing import Any

from kiemtin.channels.shape import Inbound
from kiemtin.desk.flow import deliver, drafts, investigate, publish, receive, review, triage
from kiemtin.desk.models import Account, Desk, Draft, Evidence, FactCheck, Message, Rumour, Version
from kiemtin.desk.words import ApprovalKind, EvidenceKind, Stance, Subject, VersionKind

NOON = datetime(2025, 10, 1, 5, tzinfo=UTC)
CLAIM = "Đập thủy điện Nậm Mẫu bị vỡ"
CONTENT = {
    "claim": CLAIM,
    "verdict": "false",
    "fact": "Đập Nậm Mẫu không vỡ.",
    "said": "Có tin nói đập Nậm Mẫu vỡ.",
    "why": "Nhà máy và xã đo mực nước lúc 21 giờ: bình thường.",
    "todo": "Ở yên, nghe loa xã.",
    "subject": "dam",
    "place": "15",
    "about": "nobody",
}
COPY = "Bảng đo mực nước lúc 21 giờ.".encode()
SOURCE = investigate.Source(
    kind=EvidenceKind.PRIMARY,
    stance=Stance.AGAINST,
    source="Trạm đo Nậm Mẫu",
    title="Bảng đo mực nước",
    origin="Trạm đo Nậm Mẫu",
)


def item(external_id: str, text: str = CLAIM, **changes: Any) -> Inbound:
    """One incoming item of a channel."""
    given: dict[str, Any] = {
        "channel": "web",
        "received_at": NOON,
        "place": "15",
        "wants_answer": True,
    }
    return Inbound(external_id=external_id, text=text, **(given | changes))


def ask(desk: Desk, external_id: str, text: str = CLAIM, **changes: Any) -> Message:
    """Somebody asks; nothing has been matched yet."""
    return receive.receive(item(external_id, text, **changes), desk).message


def assess(actor: Account, rumour: Rumour, **changes: Any) -> Rumour:
    """A person finds the rumour checkable."""
    given: dict[str, Any] = {"claim": CLAIM, "subject": Subject.DAM, "harm": 2, "place": "15"}
    rumour.refresh_from_db()
    found = triage.Assessment(**(given | changes))
    return triage.assess(actor, rumour, found, based_on=rumour.revision)


def prove(actor: Account, rumour: Rumour, copy: bytes = COPY, **changes: Any) -> Evidence:
    """Evidence with an archived copy; a primary source unless changed."""
    source = investigate.Source(**(vars(SOURCE) | changes))
    return investigate.add_evidence(actor, rumour, source, copy, "bang-do.txt")


def write(actor: Account, rumour: Rumour, **changes: Any) -> Draft:
    """A complete first draft."""
    return drafts.begin(actor, rumour, CONTENT | changes, VersionKind.FIRST)


def sign(actor: Account, draft: Draft, *kinds: ApprovalKind) -> Draft:
    """Sign the draft as it stands; both signatures unless named."""
    draft.refresh_from_db()
    for kind in kinds or tuple(ApprovalKind):
        review.approve(actor, draft, kind, draft.content_hash)
    return draft


def release(author: Account, signer: Account, rumour: Rumour, **changes: Any) -> Version:
    """From a rumour to its first published version."""
    rumour = assess(author, rumour)
    prove(author, rumour)
    return publish.publish(signer, sign(signer, write(author, rumour, **changes)))


def correct(author: Account, signer: Account, fact_check: FactCheck, **changes: Any) -> Version:
    """From a published fact-check to its next version; an amendment unless changed."""
    fact_check = FactCheck.objects.select_related("rumour__desk", "current").get(pk=fact_check.pk)
    kind = VersionKind(changes.pop("kind", VersionKind.AMENDMENT))
    draft = drafts.amend(author, fact_check, kind)
    content = {"what_was_wrong": "Chúng tôi ghi sai giờ đo."} | changes
    draft = drafts.save(author, draft, content, based_on=draft.revision)
    return publish.publish(signer, sign(signer, draft))


def told() -> int:
    """The outbox has done its work; how many jobs there were."""
    return deliver.run_due()
