"""An entry of the desk's own book in a sentence, and where its record can be opened."""

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from kiemtin.desk.acts import Act
from kiemtin.desk.models import AuditEntry

PAGES = {
    "message": "desk:message",
    "rumour": "desk:rumour",
    "factcheck": "desk:fact_check",
    "broadcast": "desk:ledger",
}


@dataclass(frozen=True)
class Told:
    """One entry in words: who, what, and the page of what it was done on ("" for none)."""

    entry: AuditEntry
    who: str
    what: str
    url: str


def told(entry: AuditEntry) -> Told:
    """The entry in the reader's language; a code that is known no longer stands as it is."""
    who = entry.actor.name if entry.actor else _("Máy")
    return Told(entry, who, _sentence(entry), _url(entry))


def _sentence(entry: AuditEntry) -> str:
    if entry.act not in Act.values:
        return entry.act
    given = defaultdict(lambda: "?", entry.details) | {"object": entry.object}
    return str(Act(entry.act).label) % given


def _url(entry: AuditEntry) -> str:
    if entry.kind in PAGES and entry.object:
        return reverse(PAGES[entry.kind], args=[entry.object])
    rumour = entry.details.get("rumour")
    return reverse("desk:rumour", args=[rumour]) if isinstance(rumour, int) else ""
