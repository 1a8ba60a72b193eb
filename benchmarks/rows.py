"""Writes published fact-checks in bulk, each row passing the database's own rules."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from benchmarks.fill_desk import digest
from kiemtin.desk.flow import encoding
from kiemtin.desk.models import (
    Account,
    Approval,
    Desk,
    Draft,
    DraftAuthor,
    Evidence,
    FactCheck,
    IndexedClaim,
    LogEntry,
    Rumour,
    Version,
)
from kiemtin.matching.encoder import Encoder

VERDICTS = ("false", "true", "misleading", "unproven")


@dataclass(frozen=True)
class Cast:
    """The desk that publishes, who writes and who signs."""

    desk: Desk
    author: Account
    signer: Account


def encoder() -> Encoder:
    """The desk's encoder, without which nothing here would be worth measuring."""
    found = encoding.means().encoder
    assert found is not None
    return found


def encode(texts: list[str]) -> list[bytes]:
    """The claims' vectors as the database keeps them."""
    return [row.astype("<f2").tobytes() for row in encoder().passage(texts)]


def content(claim: str, number: int) -> dict[str, Any]:
    """The public text of one fact-check."""
    return {
        "claim": claim,
        "verdict": VERDICTS[number % len(VERDICTS)],
        "fact": f"Đã kiểm chứng: {claim[:80]}",
        "said": f"Có tin đồn rằng {claim[:150]}",
        "why": "Bàn kiểm tin đã hỏi nơi có trách nhiệm và đối chiếu với bản ghi tại chỗ. " * 4,
        "todo": "Không chia sẻ lại. Theo dõi thông báo của xã.",
        "about": "nobody",
    }


def insert(texts: list[str], vectors: list[bytes], at: int, cast: Cast) -> None:
    """Insert one batch; `at` is how many came before it."""
    now = timezone.now() - timedelta(days=1)
    rumours = Rumour.objects.bulk_create(
        Rumour(
            desk=cast.desk,
            claim=text,
            state="published",
            checkable=True,
            harm=1,
            opened_at=now,
        )
        for text in texts
    )
    bodies = [content(text, at + place) for place, text in enumerate(texts)]
    hashes = [digest(text) for text in texts]
    Evidence.objects.bulk_create(_evidence(rumour, cast.author, now) for rumour in rumours)
    drafts = Draft.objects.bulk_create(
        Draft(rumour=one, content_hash=mark, started_at=now, edited_at=now, **body)
        for one, mark, body in zip(rumours, hashes, bodies, strict=True)
    )
    DraftAuthor.objects.bulk_create(
        DraftAuthor(draft=one, account=cast.author, first_at=now) for one in drafts
    )
    Approval.objects.bulk_create(
        Approval(
            draft=one, kind=kind, account=cast.signer, revision=1, content_hash=mark, made_at=now
        )
        for one, mark in zip(drafts, hashes, strict=True)
        for kind in ("review", "sign_off")
    )
    checks = FactCheck.objects.bulk_create(
        FactCheck(rumour=one, desk=cast.desk, slug=f"tin-{one.pk}", first_published_at=now)
        for one in rumours
    )
    entries = LogEntry.objects.bulk_create(
        LogEntry(
            number=at + place,
            kind="publication",
            made_at=now,
            salt=b"0" * 32,
            body={},
            commitment=mark,
        )
        for place, mark in enumerate(hashes)
    )
    versions = Version.objects.bulk_create(
        Version(
            fact_check=check,
            number=1,
            kind="first",
            draft=draft,
            content_hash=mark,
            evidence=[],
            author=cast.author,
            reviewer=cast.signer,
            spokesperson=cast.signer,
            published_at=now,
            log_entry=entry,
            **body,
        )
        for check, draft, mark, entry, body in zip(
            checks, drafts, hashes, entries, bodies, strict=True
        )
    )
    for check, version in zip(checks, versions, strict=True):
        check.current = version
    FactCheck.objects.bulk_update(checks, ["current"])
    Draft.objects.filter(pk__in=[one.pk for one in drafts]).update(is_open=False)
    IndexedClaim.objects.bulk_create(
        IndexedClaim(
            rumour=one,
            sequence=at + place + 1,
            encoder=encoder().name,
            text_sha256=mark,
            vector=vector,
        )
        for place, (one, mark, vector) in enumerate(zip(rumours, hashes, vectors, strict=True))
    )


def _evidence(rumour: Rumour, author: Any, now: Any) -> Evidence:
    return Evidence(
        rumour=rumour,
        kind="primary",
        stance="against",
        source="Trạm đo",
        title="Bản ghi",
        origin="tram-do",
        copy_sha256=digest("copy"),
        added_by=author,
        added_at=now,
    )
