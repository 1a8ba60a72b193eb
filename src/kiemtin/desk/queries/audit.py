"""The desk's own book as colleagues read it: what was done at their desks, newest first, and
whether all of it still stands as it was written. No counts by person, no ranking.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from kiemtin.desk.acts import Area, acts_of
from kiemtin.desk.flow.audit import link
from kiemtin.desk.models import Account, AuditEntry, Desk, Membership
from kiemtin.desk.permissions import AUDITING, roles
from kiemtin.record import chain
from kiemtin.record.chain import Checked, Link

AT_ONCE = 2_000


@dataclass(frozen=True)
class Wanted:
    """What is looked for; "" and None leave it open. `role` is held now by who acted."""

    role: str = ""
    area: str = ""
    kind: str = ""
    object: int | None = None
    day: date | None = None


def readable(account: Account, desks: Collection[Desk]) -> list[Desk]:
    """Those of the desks whose book the account may read: a reviewer's or administrator's."""
    return [desk for desk in desks if roles(account, desk) & AUDITING]


def _reads_the_whole(desks: Collection[Desk]) -> bool:
    """Whether entries of no desk (keys of the log, accounts without a desk) are read with these:
    they are about the whole, and whoever reads the book of a root desk reads them.
    """
    return any(desk.parent_id is None for desk in desks)


def entries(desks: Collection[Desk], wanted: Wanted = Wanted()) -> QuerySet[AuditEntry]:
    """The entries of the desks, newest first, with who acted; with a root desk, those of none."""
    mine = Q(desk__in=desks)
    mine = mine | Q(desk=None) if _reads_the_whole(desks) else mine
    found = AuditEntry.objects.filter(mine).select_related("actor", "desk")
    if wanted.role:
        held = Membership.objects.filter(account=OuterRef("actor"), role=wanted.role)
        found = found.filter(Exists(held))
    if wanted.area:
        found = found.filter(act__in=acts_of(Area(wanted.area)))
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.object is not None:
        found = found.filter(object=wanted.object)
    if wanted.day:
        start = timezone.make_aware(datetime.combine(wanted.day, time()))
        found = found.filter(made_at__gte=start, made_at__lt=start + timedelta(days=1))
    return found


def links(desks: Collection[Desk] | None = None) -> Iterator[Link]:
    """The whole chain from its first entry; what is of none of the `desks` is sealed, so that the
    chain can be checked without being read; those of no desk are read with a root desk's. None
    seals nothing.
    """
    shown: set[int | None] | None = None if desks is None else {desk.pk for desk in desks}
    if shown is not None and desks and _reads_the_whole(desks):
        shown.add(None)
    for entry in AuditEntry.objects.order_by("number", "id").iterator(AT_ONCE):
        one = link(entry)
        sealed = shown is not None and entry.desk_id not in shown
        yield replace(one, body=None) if sealed else one


def check(known: Mapping[int, str] | None = None) -> Checked:
    """Read the whole chain and tell what is wrong; `known`: hashes kept before, by number."""
    return chain.check(links(), known)
