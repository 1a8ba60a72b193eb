"""The desk's keys: the first, one that takes another's place, one that is lost or revoked; each an
entry in the log.
"""

import base64
import logging
from typing import Any, ClassVar

from django.db import transaction

from kiemtin.desk import jobs, signing
from kiemtin.desk.acts import Act
from kiemtin.desk.flow import audit, record
from kiemtin.desk.models import LogKey
from kiemtin.desk.moment import now
from kiemtin.desk.words import KeyEnd
from kiemtin.record.handover import hand_over
from kiemtin.record.keys import SignerKey, VerifierKey, read_verifier
from kiemtin.refusal import Refusal, Say

log = logging.getLogger(__name__)


class KeyNotTaken(Refusal):
    """A key cannot be taken; nothing was changed."""

    sentences: ClassVar = {
        "key_there": Say(
            "Bàn đã có khoá {id}. Muốn thay, hãy chạy: kiemtin key rotate",
            "The desk has the key {id} already. To change it, run: kiemtin key rotate",
        ),
        "no_key": Say(
            "Bàn chưa có khoá nào. Hãy chạy: kiemtin key new",
            "The desk has no key yet. Run: kiemtin key new",
        ),
        "other_key": Say(
            "Khoá bí mật này là {got}, nhưng khoá đang dùng là {expected}. Hãy tìm đúng tệp khoá; "
            "nếu đã mất, hãy chạy: kiemtin key lost",
            "This secret key is {got}, but the one in force is {expected}. Find the right key "
            "file; if it is lost, run: kiemtin key lost",
        ),
        "key_name": Say(
            "Khoá mới phải mang tên {expected} như khoá cũ, nhưng tên là {got}.",
            "The new key must have the name {expected} of the one before, but has {got}.",
        ),
        "key_used": Say(
            "Khoá {id} đã dùng rồi. Hãy tạo khoá mới.",
            "The key {id} was used before. Make another.",
        ),
    }


def begin(key: SignerKey) -> LogKey:
    """Take the desk's first key; raises KeyNotTaken when one is in force."""
    with transaction.atomic():
        known = _in_force()
        if known is not None:
            raise KeyNotTaken("key_there", {"id": short(known.public)})
        return _take(key, {"change": "first"})


def found_log() -> LogKey:
    """Make the first key of a new desk, and take it."""
    with signing.made(signing.log_name()) as key:
        return begin(key)


def rotate(before: SignerKey, key: SignerKey) -> LogKey:
    """Let `key` take the place of `before`, which signs it; raises KeyNotTaken unless it is in
    force.
    """
    with transaction.atomic():
        known = _required(key.verifier)
        if known.public != str(before.verifier):
            expected, got = short(known.public), short(str(before.verifier))
            raise KeyNotTaken("other_key", {"expected": expected, "got": got})
        signature = base64.b64encode(hand_over(before, key.verifier)).decode()
        return _replace(known, key, KeyEnd.ROTATED, {"signed_by_before": signature})


def give_up(key: SignerKey, why: KeyEnd) -> LogKey:
    """Let `key` take the place of one that is lost or may be in other hands, without its word."""
    with transaction.atomic():
        return _replace(_required(key.verifier), key, why, {})


def name_in_force() -> str:
    """The name that every key of this desk has; raises KeyNotTaken when there is none yet."""
    known = LogKey.objects.filter(ended_at=None).first()
    if known is None:
        raise KeyNotTaken("no_key")
    return read_verifier(known.public).name


def _in_force() -> LogKey | None:
    jobs.one_at_a_time(jobs.LOG)
    return LogKey.objects.filter(ended_at=None).first()


def _required(key: VerifierKey) -> LogKey:
    known = _in_force()
    if known is None:
        raise KeyNotTaken("no_key")
    name = read_verifier(known.public).name
    if key.name != name:
        raise KeyNotTaken("key_name", {"expected": name, "got": key.name})
    return known


def _replace(known: LogKey, key: SignerKey, why: KeyEnd, proof: dict[str, str]) -> LogKey:
    known.ended_at, known.ended_why = now(), why
    known.save(update_fields=["ended_at", "ended_why"])
    return _take(key, {"change": str(why), "before": known.public} | proof)


def _take(key: SignerKey, body: dict[str, Any]) -> LogKey:
    public = str(key.verifier)
    if LogKey.objects.filter(public=public).exists():
        raise KeyNotTaken("key_used", {"id": short(public)})
    entry = record.append("key_change", {"key": public} | body)
    taken = LogKey.objects.create(public=public, entry=entry, began_at=entry.made_at)
    audit.note(None, None, Act.KEY_CHANGED, taken, change=str(body["change"]))
    log.info("key.began id=%s change=%s", taken.pk, body["change"])
    return taken


def short(public: str) -> str:
    """The name and id of a key, as it is read aloud."""
    key = read_verifier(public)
    return f"{key.name}+{key.key_id.hex()}"
