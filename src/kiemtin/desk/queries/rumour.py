"""One rumour with everything that belongs to it, and its timeline."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from kiemtin.desk.flow import answer, drafts, holding, review, sightings
from kiemtin.desk.models import Draft, HoldingLine, Merge, Message, Rumour
from kiemtin.desk.moment import today
from kiemtin.desk.words import ApprovalKind, VersionKind


@dataclass(frozen=True)
class Event:
    """One line of a rumour's timeline."""

    at: datetime
    what: str
    who: str = ""


def sighted(rumour: Rumour) -> QuerySet[Message]:
    """The messages that repeat the rumour, newest first."""
    return Message.objects.filter(sighting__rumour=rumour).prefetch_related("pictures")


def left_out(rumour: Rumour) -> list[Message]:
    """Who asked about a place or day for which the published fact-check does not hold: they wait
    for another answer.
    """
    published = getattr(rumour, "fact_check", None)
    version = published.current if published else None
    if version is None or version.kind == VersionKind.WITHDRAWAL:
        return []
    waiting = sighted(rumour).exclude(deliveries__version__fact_check=published)
    return [one for one in waiting if not answer.valid_for(version, one.place, today())]


def open_draft(rumour: Rumour) -> Draft | None:
    """The draft being written, if there is one."""
    return rumour.drafts.filter(is_open=True).first()


def around(rumour: Rumour) -> dict[str, Any]:
    """What the rumour page shows beside the rumour itself."""
    draft = open_draft(rumour)
    line: HoldingLine | None = holding.in_force(rumour)
    return {
        "spread": sightings.spread(rumour),
        "left_out": left_out(rumour),
        "evidence": rumour.evidence.select_related("added_by", "capture"),
        "enough": drafts.enough_evidence(rumour),
        "contacts": rumour.contacts.select_related("made_by"),
        "identifiers": rumour.identifiers.select_related("marked_by"),
        "conflicts": rumour.conflicts.select_related("account"),
        "merge": rumour.merges.filter(undone_at=None).select_related("by").first(),
        "merged_here": rumour.merges_into.filter(undone_at=None).select_related("rumour", "by"),
        "line": line,
        "draft": draft,
        "approvals": {kind.value: review.in_force(draft, kind) for kind in ApprovalKind}
        if draft
        else {},
    }


def timeline(rumour: Rumour) -> list[Event]:
    """What happened, newest first; people of the desk are named, askers never."""
    events = [Event(rumour.opened_at, _("Tin đồn mở từ tin đầu tiên"))]
    events += [
        Event(
            one.added_at,
            _("Thêm bằng chứng: %(source)s") % {"source": one.source},
            one.added_by.name,
        )
        for one in rumour.evidence.select_related("added_by")
    ]
    events += [
        Event(one.asked_at, _("Hỏi %(body)s") % {"body": one.body}, one.made_by.name)
        for one in rumour.contacts.select_related("made_by")
    ]
    events += [
        Event(one.published_at, _("Ra thông báo tạm thời"), one.published_by.name)
        for one in rumour.holding_lines.select_related("published_by")
    ]
    for draft in rumour.drafts.prefetch_related("authors__account", "approvals__account"):
        events += [
            Event(one.first_at, _("Viết bản thảo"), one.account.name) for one in draft.authors.all()
        ]
        events += [
            Event(one.made_at, str(ApprovalKind(one.kind).label), one.account.name)
            for one in draft.approvals.all()
        ]
    fact_check = getattr(rumour, "fact_check", None)
    if fact_check is not None:
        events += [
            Event(one.published_at, _("Công bố bản %(number)s") % {"number": one.number})
            for one in fact_check.versions.all()
        ]
    events += _merges(rumour)
    return sorted(events, key=lambda event: event.at, reverse=True)


def _merges(rumour: Rumour) -> list[Event]:
    """What was joined here or went elsewhere, and what was taken apart again."""
    joined = Merge.objects.filter(Q(rumour=rumour) | Q(into=rumour))
    merges = list(joined.select_related("rumour", "into", "by"))
    events = []
    for one in merges:
        claim = Truncator(one.into.claim if one.rumour_id == rumour.pk else one.rumour.claim)
        said = _("Gộp với: %(claim)s") % {"claim": claim.chars(80)}
        events.append(Event(one.made_at, said, one.by.name))
        if one.undone_at:
            apart = _("Tách khỏi: %(claim)s") % {"claim": claim.chars(80)}
            events.append(Event(one.undone_at, apart))
    return events
