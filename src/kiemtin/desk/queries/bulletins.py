"""What a bulletin's code says of a version, and the signed list by which a phone checks it."""

import base64
from datetime import UTC, datetime

from kiemtin.desk import signing
from kiemtin.desk.models import FactCheck, LogKey, Version
from kiemtin.desk.moment import now
from kiemtin.record.handover import KnownKey
from kiemtin.record.keys import read_verifier
from kiemtin.record.known_list import KnownList, Newest, sign_list
from kiemtin.record.statement import Signed, Statement
from kiemtin.record.statement_code import sign_fitting

STEP = 300
"""Seconds between two times of the list: in between it is the same bytes, and may be kept."""


def signed(version: Version, site: str) -> Signed | None:
    """The signed statement of a version for the desk at the address `site`.

    None while the desk has no key at hand. Raises StatementRefused (address) when `site` is so
    long that nothing fits beside it, KeyRefused when others may read a key's file.
    """
    signer = signing.signer()
    return sign_fitting(site, statement(version), signer) if signer else None


def version(slug: str, number: int | None = None) -> Version | None:
    """The version of a fact-check with this number, by default the current one."""
    versions = Version.objects.select_related("fact_check__desk", "log_entry")
    found = versions.filter(fact_check__slug=slug).order_by("-number")
    return (found if number is None else found.filter(number=number)).first()


def statement(version: Version) -> Statement:
    """What is signed of a version, before it is cut to fit."""
    published = version.published_at.astimezone(UTC)
    return Statement(
        number=version.fact_check_id,
        version=version.number,
        verdict=version.verdict,
        kind=version.kind,
        published_at=published.replace(second=0, microsecond=0),
        valid_until=version.valid_until,
        log_index=version.log_entry.number,
        desk=version.fact_check.desk.name,
        claim=version.claim,
    )


def keys() -> list[KnownKey]:
    """Every key that the desk ever had, the oldest first, with the word of the one before."""
    return [_known(key) for key in LogKey.objects.select_related("entry").order_by("id")]


def _known(key: LogKey) -> KnownKey:
    vouched = (key.entry.body or {}).get("signed_by_before")
    return KnownKey(
        verifier=read_verifier(key.public),
        since=key.began_at,
        ended_at=key.ended_at,
        ended_why=key.ended_why,
        handover=base64.b64decode(vouched) if vouched else None,
    )


def known() -> KnownList | None:
    """What the desk says is newest, for phones; None while no key is in force."""
    history = keys()
    if not history or history[-1].ended_at is not None:
        return None
    rows = FactCheck.objects.filter(current__number__gt=1)
    newest = rows.values_list("pk", "current__number", "current__kind")
    return KnownList(
        origin=history[-1].verifier.name,
        made_at=_stepped(now()),
        keys=tuple(history),
        newest={number: Newest(version, kind) for number, version, kind in newest},
    )


def signed_list() -> bytes | None:
    """The list as a signed note; None while the desk has no key at hand."""
    signer, said = signing.signer(), known()
    return sign_list(said, signer) if signer and said else None


def _stepped(moment: datetime) -> datetime:
    return datetime.fromtimestamp(int(moment.timestamp()) // STEP * STEP, UTC)
