"""A published version in the forms that a public page carries: share text, ClaimReview, feed."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from kiemtin.bulletin.atom import FeedHead, atom_feed
from kiemtin.bulletin.claimreview import claim_review as review_of
from kiemtin.bulletin.claimreview import in_html
from kiemtin.bulletin.short_text import share_text
from kiemtin.desk.contents import address_of, content
from kiemtin.desk.models import Version
from kiemtin.desk.moment import today
from kiemtin.desk.place_names import place_name
from kiemtin.desk.queries import captures, public
from kiemtin.desk.words import EvidenceKind, Stance, Subject
from kiemtin.web.public import bulletins
from kiemtin.web.public.phrases import english


def claim_review(version: Version) -> str | None:
    """ClaimReview as JSON that may stand in a script element; None where no rating is given."""
    document = review_of(content(version), desk_url=settings.PUBLIC_URL)
    return None if document is None else in_html(document)


def evidence(version: Version) -> list[dict[str, Any]]:
    """The evidence as it stood at publication, with its codes in words, and whether its address
    still shows what was kept.
    """
    elsewhere = captures.elsewhere(piece["id"] for piece in version.evidence)
    return [
        piece
        | {
            "elsewhere": elsewhere.get(piece["id"]),
            "dated": parse_date(piece["dated"]) if piece["dated"] else None,
            "get_stance_display": Stance(piece["stance"]).label,
            "get_kind_display": EvidenceKind(piece["kind"]).label,
        }
        for piece in version.evidence
    ]


def no_longer_valid(version: Version) -> bool:
    """True when the last day on which the version holds is over."""
    return version.valid_until is not None and version.valid_until < today()


def shown(page: public.Page) -> dict[str, Any]:
    """Everything that the page of a fact-check derives from its version."""
    version = page.version
    return {
        "page": page,
        "address": address_of(page.fact_check.slug),
        "evidence": evidence(version),
        "share": share_text(content(version)),
        "claim_review": claim_review(version) if page.is_current else None,
        "over": no_longer_valid(version),
        "bulletin": bulletins.code(version),
    }


def feed_address(place: str = "", subject: str = "") -> str:
    """Where the feed of a place and subject is read, "" for all."""
    wanted = {"noi": place, "loai": subject}
    query = urlencode({name: value for name, value in wanted.items() if value})
    return settings.PUBLIC_URL + reverse("public:feed") + (f"?{query}" if query else "")


def feed(versions: Iterable[Version], desk_name: str, place: str = "", subject: str = "") -> bytes:
    """The Atom feed of these versions, of each fact-check the newest; `place` and `subject` are
    what they were chosen by.
    """
    about = [place_name(place), str(Subject(subject).label) if subject else ""]
    head = FeedHead(
        title=" · ".join([_("Kiểm Tin: bài kiểm chứng mới"), *filter(None, about)]),
        self_url=feed_address(place, subject),
        site_url=settings.PUBLIC_URL + reverse("public:home"),
        desk_name=desk_name or "Kiểm Tin",
        language="en" if english() else "vi",
    )
    return atom_feed(head, [content(version) for version in versions])
