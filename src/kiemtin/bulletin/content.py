"""What one published version says in public: the one source of every form that goes out.

A content that exists can be shown; what could not is refused when it is made.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.bulletin.verdicts import VERDICTS, Verdict

STANCES = ("for", "against", "context")
EVIDENCE_KINDS = ("primary", "secondary")
VERSION_KINDS = ("first", "amendment", "update", "withdrawal")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_WEB = re.compile(r"https?://[^\s/]+\S*")


@dataclass(frozen=True)
class Evidence:
    """One source as the public sees it. `url` may be "" (a document without address) and so may
    `archived_sha256`, the hex hash of the archived copy. Raises ContentRefused."""

    source: str
    title: str
    url: str = ""
    archived_sha256: str = ""
    stance: str = "context"
    kind: str = "secondary"

    def __post_init__(self) -> None:
        _one_of("kind", self.stance, STANCES)
        _one_of("kind", self.kind, EVIDENCE_KINDS)
        if self.url:
            _web("url", self.url)
        if self.archived_sha256 and not _SHA256.fullmatch(self.archived_sha256):
            raise ContentRefused("sha256", {"length": len(self.archived_sha256)})


@dataclass(frozen=True)
class Content:
    """One version of one fact-check, in one language.

    `fact` `said` `why` `todo` stand in the order of the Debunking Handbook; `place_name` "" is the
    whole country; `valid_from` and `valid_until` are inclusive; `checked_at` (aware) is when this
    version was published; `kind` and `what_was_wrong` say how it differs from the one before; a
    withdrawal says in `what_was_wrong` why. Raises ContentRefused.
    """

    url: str
    slug: str
    desk_name: str
    claim: str
    verdict: str
    fact: str
    said: str
    why: str
    todo: str
    checked_at: datetime
    place_name: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    version: int = 1
    kind: str = "first"
    what_was_wrong: str = ""
    evidence: tuple[Evidence, ...] = ()
    language: str = "vi"
    first_published_at: datetime | None = None
    next_update_at: datetime | None = None

    def __post_init__(self) -> None:
        for field in ("slug", "desk_name", "claim", "fact"):
            if not getattr(self, field).strip():
                raise ContentRefused("empty", {"field": field})
        _web("url", self.url)
        _one_of("verdict", self.verdict, tuple(VERDICTS))
        _one_of("kind", self.kind, VERSION_KINDS)
        for field in ("checked_at", "first_published_at", "next_update_at"):
            _aware(field, getattr(self, field))
        if self.version < 1:
            raise ContentRefused("version", {"got": self.version})
        self._check_validity()
        if self.kind in {"amendment", "withdrawal"} and not self.what_was_wrong.strip():
            raise ContentRefused("empty", {"field": "what_was_wrong"})

    def _check_validity(self) -> None:
        start, end = self.valid_from, self.valid_until
        if start and end and start > end:
            raise ContentRefused("validity", {"start": start, "end": end})

    @property
    def ruling(self) -> Verdict:
        """The verdict with its word and sign."""
        return VERDICTS[self.verdict]

    @property
    def withdrawn(self) -> bool:
        """Whether the desk no longer stands by what it had published."""
        return self.kind == "withdrawal"


def _one_of(code: str, got: str, allowed: tuple[str, ...]) -> None:
    if got not in allowed:
        raise ContentRefused(code, {"allowed": ", ".join(allowed), "got": got[:40]})


def _web(field: str, url: str) -> None:
    if not _WEB.fullmatch(url):
        raise ContentRefused("url", {"field": field})


def _aware(field: str, moment: datetime | None) -> None:
    if moment is not None and moment.utcoffset() is None:
        raise ContentRefused("time_zone", {"field": field})
