"""Takes a claim through the desk's own steps to a published fact-check; no step is left out."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from kiemtin.desk.flow import drafts, index, investigate, publish, review
from kiemtin.desk.models import Account, Desk, FactCheck, Rumour, Version
from kiemtin.desk.words import (
    ApprovalKind,
    EvidenceKind,
    RumourState,
    Stance,
    Subject,
    Verdict,
    VersionKind,
)

DAM = {
    "claim": "Đập thủy điện Nậm Mẫu bị vỡ tối 9/9/2024",
    "verdict": Verdict.FALSE,
    "fact": "Đập thủy điện Nậm Mẫu không vỡ; hồ xả theo quy trình.",
    "said": "Có tin nhắn nói đập Nậm Mẫu vỡ, nước sắp về Bảo Yên.",
    "why": "Ban chỉ huy phòng chống thiên tai kiểm tra tại đập lúc 21:30, đập nguyên vẹn.",
    "todo": "Ở yên trong nhà nếu ngoài vùng ngập.\nNghe loa của xã.",
    "english": "The Nam Mau dam did not fail; it released water by procedure.",
    "subject": Subject.DAM,
    "place": "15",
    "what_was_wrong": "",
    "about": "nobody",
}
SOURCE = investigate.Source(
    kind=EvidenceKind.PRIMARY,
    stance=Stance.AGAINST,
    source="Ban chỉ huy phòng chống thiên tai tỉnh",
    title="Báo cáo nhanh lúc 22:00",
    origin="Ban chỉ huy phòng chống thiên tai tỉnh",
    quote="Thân đập nguyên vẹn.",
    url="https://example.vn/bao-cao",
)
OPENED = datetime(2024, 9, 9, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Staff:
    """Who writes and who signs."""

    desk: Desk
    author: Account
    signer: Account

    def open(self, **changes: Any) -> Rumour:
        """A checkable rumour, known to the index."""
        content = DAM | changes
        rumour = Rumour.objects.create(
            desk=self.desk,
            claim=content["claim"],
            subject=content["subject"],
            place=content["place"],
            state=RumourState.CHECKING,
            checkable=True,
            harm=3,
            opened_at=OPENED,
        )
        index.put(rumour)
        return rumour

    def publish(self, rumour: Rumour | None = None, /, **changes: Any) -> Version:
        """The first version of a fact-check, with one primary source and both signatures."""
        rumour = rumour or self.open(**changes)
        investigate.add_evidence(self.author, rumour, SOURCE, b"Ban sao luu.\n", "bao-cao.txt")
        draft = drafts.open_draft(self.author, rumour)
        return self._go(draft, DAM | changes)

    def again(self, fact_check: FactCheck, kind: VersionKind, **changes: Any) -> Version:
        """The next version."""
        fact_check.refresh_from_db()
        current = fact_check.current
        assert current is not None
        draft = drafts.amend(self.author, fact_check, kind)
        return self._go(draft, current.content() | changes)

    def _go(self, draft: Any, content: dict[str, Any]) -> Version:
        draft = drafts.save(self.author, draft, content, based_on=draft.revision)
        review.submit(self.author, draft)
        for kind in ApprovalKind:
            review.approve(self.signer, draft, kind, draft.content_hash)
        version = publish.publish(self.signer, draft)
        return Version.objects.select_related("fact_check__current").get(pk=version.pk)
