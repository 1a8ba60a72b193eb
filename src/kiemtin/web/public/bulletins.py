"""The code of a version as an address and as a drawing, and what a reader is told of a code."""

import io
import logging
from datetime import date, datetime
from typing import Any

import segno
from django.conf import settings

from kiemtin.bulletin.qr import MODULE_MM, QUIET
from kiemtin.desk.models import Version
from kiemtin.desk.moment import today
from kiemtin.desk.queries import bulletins
from kiemtin.desk.words import VersionKind
from kiemtin.record.judge import SHOWN, Judgement, judge
from kiemtin.record.statement_code import address
from kiemtin.refusal import Refusal
from kiemtin.web.desk.says import in_words
from kiemtin.web.public.bulletin_words import STATES, as_of
from kiemtin.web.templatetags.kiemtin import plain

log = logging.getLogger(__name__)


def code(version: Version) -> str | None:
    """The address with the signed code of a version; None while the desk cannot sign."""
    try:
        signed = bulletins.signed(version, settings.PUBLIC_URL)
    except Refusal as refused:
        # A page must not fail because of a key: `kiemtin check` says what is wrong with it.
        log.error("bulletin.unsigned version=%s error=%s", version.pk, refused.code)
        return None
    return address(settings.PUBLIC_URL, signed) if signed else None


def note() -> bytes | None:
    """The signed list for phones; None while the desk cannot sign."""
    try:
        return bulletins.signed_list()
    except Refusal as refused:
        log.error("bulletin.no_list error=%s", refused.code)
        return None


def drawing(text: str) -> bytes:
    """The text as an SVG QR code whose size on paper follows from how much it holds."""
    made = segno.make(text, error="m", micro=False, boost_error=False)
    file = io.BytesIO()
    made.save(
        file, kind="svg", scale=MODULE_MM, unit="mm", border=QUIET, light="#fff", xmldecl=False
    )
    return file.getvalue()


def told(text: str) -> dict[str, Any]:
    """What the desk itself says of a code that a reader pasted."""
    return shown(judge(text, bulletins.keys(), bulletins.known(), today()))


def shown(judgement: Judgement) -> dict[str, Any]:
    """A judgement as its page shows it."""
    words, signed = STATES[judgement.state], judgement.signed
    statement = signed.statement if signed and judgement.state in SHOWN else None
    fields = _fields(judgement)
    at = as_of()["known" if judgement.as_of else "unknown"]
    return {
        "state": judgement.state,
        "tone": words.tone,
        "icon": words.icon,
        "title": words.title,
        "text": str(words.text) % fields,
        "as_of": at % fields if statement else "",
        "statement": statement,
        "kind": VersionKind(statement.kind).label if statement else "",
    }


def _fields(judgement: Judgement) -> dict[str, Any]:
    signed, key, newest = judgement.signed, judgement.key, judgement.newest
    return {
        "newest": newest.version if newest else "",
        "until": _day(signed.statement.valid_until if signed else None),
        "ended": _day(key.ended_at if key else None),
        "as_of": _day(judgement.as_of),
        "reason": in_words(judgement.refused) if judgement.refused else "",
    }


def _day(moment: datetime | date | None) -> str:
    return plain(moment) if moment else ""
