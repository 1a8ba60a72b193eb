"""What a communicator's phone keeps to look up without a network: the newest fact-checks as they
stand. Reading leaves no trace: nobody is told who looked when.
"""

import hashlib
import logging
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from kiemtin.desk.models import Erasure, FactCheck, LogKey, Version
from kiemtin.desk.place_names import lies_in, place_name
from kiemtin.desk.queries import bulletins, public
from kiemtin.record.statement_code import to_code
from kiemtin.refusal import Refusal

log = logging.getLogger(__name__)
KEPT = 500
SHAPE = 1
"""Changes with what stands in a fact-check's row: phones then take everything anew."""


def mark() -> str:
    """Up to where a phone knows everything: the log's number of the newest version, and a tag that
    changes when what is older may have changed too.
    """
    newest = Version.objects.order_by("-log_entry__number")
    number = newest.values_list("log_entry__number", flat=True).first()
    keys = list(LogKey.objects.order_by("id").values_list("public", "ended_why"))
    erased = Erasure.objects.exclude(tombstone=None).count()
    tag = hashlib.sha256(repr((SHAPE, keys, erased)).encode()).hexdigest()[:8]
    return f"{-1 if number is None else number}.{tag}"


def newest() -> QuerySet[FactCheck]:
    """Every fact-check as it stands now, the last change first; a phone keeps the first KEPT."""
    shown = public.published().select_related("desk", "current__log_entry")
    return shown.order_by("-current__log_entry__number")


def changed(known: str, until: str) -> list[FactCheck] | None:
    """What changed between two marks; None when everything has to be taken anew."""
    number, _dot, tag = known.partition(".")
    if tag != until.partition(".")[2] or not number.lstrip("-").isdecimal() or len(number) > 15:
        return None
    return list(newest().filter(current__log_entry__number__gt=int(number))[:KEPT])


def own_first(found: Iterable[FactCheck], place: str) -> list[FactCheck]:
    """Those that speak of the place, or of what it lies in, before the others; else as they are."""

    def elsewhere(one: FactCheck) -> bool:
        assert one.current is not None
        return not (one.current.place and lies_in(one.current.place, place))

    return sorted(found, key=elsewhere)


def row(fact_check: FactCheck) -> dict[str, Any]:
    """One fact-check as a phone keeps it; `code` is what its printed QR code holds."""
    version = fact_check.current
    assert version is not None
    version.fact_check = fact_check
    return {
        "id": fact_check.pk,
        "version": version.number,
        "kind": version.kind,
        "verdict": version.verdict,
        "claim": version.claim,
        "fact": version.fact,
        "said": version.said,
        "todo": version.todo,
        "place": version.place,
        "where": place_name(version.place),
        "from": day(version.valid_from),
        "until": day(version.valid_until),
        "slug": fact_check.slug,
        "at": version.published_at.isoformat(timespec="seconds"),
        "order": version.log_entry.number,
        "code": _code(version),
    }


def day(known: date | None) -> str:
    """A day as phones compare it, "" for none."""
    return known.isoformat() if known else ""


def _code(version: Version) -> str:
    try:
        signed = bulletins.signed(version, settings.PUBLIC_URL)
    except Refusal as refused:
        log.error("phone.unsigned version=%s error=%s", version.pk, refused.code)
        return ""
    return to_code(signed) if signed else ""
