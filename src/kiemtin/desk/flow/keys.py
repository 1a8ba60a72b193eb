"""The desk's keys: the first, one that takes another's place, one that is lost or revoked; each an
entry in the log.
"""

import base64
import logging
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kiemtin.desk import jobs
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import record
from kiemtin.desk.models import LogKey
from kiemtin.desk.moment import now
from kiemtin.desk.words import KeyEnd
from kiemtin.record.keys import SignerKey, VerifierKey, read_verifier

log = logging.getLogger(__name__)
TAG = b"kiemtin-key-change-v1\n"
"""Keeps the signature under a new key apart from everything else that a key signs."""


def begin(key: SignerKey) -> LogKey:
    """Take the desk's first key; raises FlowError when one is in force."""
    with transaction.atomic():
        if _in_force() is not None:
            raise refuse("key_there", _("Bàn đã có khoá. Muốn thay, hãy chạy: kiemtin key rotate"))
        return _take(key, {"change": "first"})


def rotate(before: SignerKey, key: SignerKey) -> LogKey:
    """Let `key` take the place of `before`, which signs it; raises FlowError unless it is in
    force.
    """
    with transaction.atomic():
        known = _required(key.verifier)
        if known.public != str(before.verifier):
            raise refuse("other_key", _("Khoá cũ này không phải khoá đang dùng."))
        signature = base64.b64encode(before.sign(TAG + str(key.verifier).encode())).decode()
        return _replace(known, key, KeyEnd.ROTATED, {"signed_by_before": signature})


def give_up(key: SignerKey, why: KeyEnd) -> LogKey:
    """Let `key` take the place of one that is lost or may be in other hands, without its word."""
    with transaction.atomic():
        return _replace(_required(key.verifier), key, why, {})


def _in_force() -> LogKey | None:
    jobs.one_at_a_time(jobs.LOG)
    return LogKey.objects.filter(ended_at=None).first()


def _required(key: VerifierKey) -> LogKey:
    known = _in_force()
    if known is None:
        raise refuse("no_key", _("Bàn chưa có khoá. Hãy chạy: kiemtin key new"))
    name = read_verifier(known.public).name
    if key.name != name:
        raise refuse("key_name", _("Khoá mới phải mang tên %(name)s như khoá cũ."), name=name)
    return known


def _replace(known: LogKey, key: SignerKey, why: KeyEnd, proof: dict[str, str]) -> LogKey:
    known.ended_at, known.ended_why = now(), why
    known.save(update_fields=["ended_at", "ended_why"])
    return _take(key, {"change": str(why), "before": known.public} | proof)


def _take(key: SignerKey, body: dict[str, Any]) -> LogKey:
    public = str(key.verifier)
    if LogKey.objects.filter(public=public).exists():
        raise refuse("key_used", _("Khoá này đã dùng rồi. Hãy tạo khoá mới."))
    entry = record.append("key_change", {"key": public} | body)
    taken = LogKey.objects.create(public=public, entry=entry, began_at=entry.made_at)
    log.info("key.began id=%s change=%s", taken.pk, body["change"])
    return taken
