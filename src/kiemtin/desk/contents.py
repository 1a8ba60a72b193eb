"""What is published, as every form of it begins: from a version's row to a bulletin's `Content`."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.urls import reverse

from kiemtin.bulletin.content import Content, Evidence
from kiemtin.bulletin.holding import HoldingContent
from kiemtin.desk.models import HoldingLine, Version
from kiemtin.desk.place_names import place_name


def address_of(slug: str) -> str:
    """The full address of a fact-check's page."""
    return settings.PUBLIC_URL + reverse("public:fact_check", args=[slug])


def briefly(content: Content, number: int) -> Content:
    """The content with the short address of a fact-check by its number, for an SMS."""
    address = settings.PUBLIC_URL + reverse("public:bulletin_find", args=[number])
    return replace(content, url=address)


def content(version: Version) -> Content:
    """A version as every form of it begins."""
    fact_check = version.fact_check
    return Content(
        url=address_of(fact_check.slug),
        slug=fact_check.slug,
        desk_name=fact_check.desk.name,
        claim=version.claim,
        verdict=version.verdict,
        fact=version.fact,
        said=version.said,
        why=version.why,
        todo=version.todo,
        checked_at=version.published_at,
        place_name=place_name(version.place),
        valid_from=version.valid_from,
        valid_until=version.valid_until,
        version=version.number,
        kind=version.kind,
        what_was_wrong=version.what_was_wrong,
        evidence=tuple(_piece(piece) for piece in version.evidence),
        first_published_at=fact_check.first_published_at,
    )


def _piece(piece: dict[str, Any]) -> Evidence:
    return Evidence(
        source=piece["source"],
        title=piece["title"],
        url=piece["url"],
        archived_sha256=piece["copy_sha256"],
        stance=piece["stance"],
        kind=piece["kind"],
    )


def holding(line: HoldingLine) -> Content:
    """A holding line as every form of it begins: the safe action and what is being checked."""
    return HoldingContent(
        url=settings.PUBLIC_URL + reverse("public:holding"),
        slug=f"dang-kiem-tra-{line.pk}",
        desk_name=line.rumour.desk.name,
        claim=line.rumour.claim,
        safe_action=line.safe_action,
        checking=line.checking,
        published_at=line.published_at,
        next_update_at=line.next_update_at,
        place_name=place_name(line.place),
    ).content()
