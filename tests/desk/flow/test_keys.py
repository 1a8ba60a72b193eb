"""Keys begin, rotate, end; each step is in the log, and the database holds one in force."""

import base64
from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction

from kiemtin.desk import signing
from kiemtin.desk.flow import keys
from kiemtin.desk.flow.keys import KeyNotTaken
from kiemtin.desk.models import LogEntry, LogKey
from kiemtin.desk.words import KeyEnd
from kiemtin.record.handover import TAG
from kiemtin.record.keys import SignerKey, new_signer

NAME = "desk.example/log"
FIRST, SECOND = SignerKey(NAME, b"\x01" * 32), SignerKey(NAME, b"\x02" * 32)

pytestmark = pytest.mark.django_db


def code(step: Callable[..., object], *given: object) -> str:
    with pytest.raises(KeyNotTaken) as refused:
        step(*given)
    return refused.value.code


def test_the_first_key_begins_in_the_log() -> None:
    key = keys.begin(FIRST)
    assert key.entry.kind == "key_change"
    assert key.entry.body == {"change": "first", "key": str(FIRST.verifier)}
    assert key.began_at == key.entry.made_at
    assert code(keys.begin, SECOND) == "key_there"


def test_a_rotated_key_vouches_for_the_next() -> None:
    before = keys.begin(FIRST)
    after = keys.rotate(FIRST, SECOND)
    before.refresh_from_db()
    assert (before.ended_why, before.ended_at) == (KeyEnd.ROTATED, before.ended_at)
    body = after.entry.said()
    assert body["before"] == str(FIRST.verifier)
    signature = base64.b64decode(body["signed_by_before"])
    assert FIRST.verifier.holds(TAG + str(SECOND.verifier).encode(), signature)
    assert LogKey.objects.filter(ended_at=None).get() == after


def test_only_the_key_in_force_rotates() -> None:
    keys.begin(FIRST)
    assert code(keys.rotate, SECOND, new_signer(NAME)) == "other_key"
    assert LogEntry.objects.count() == 1


@pytest.mark.parametrize("why", [KeyEnd.LOST, KeyEnd.REVOKED])
def test_a_key_that_is_lost_or_revoked_vouches_for_nothing(why: KeyEnd) -> None:
    keys.begin(FIRST)
    after = keys.give_up(SECOND, why)
    assert after.entry.body == {
        "change": why,
        "before": str(FIRST.verifier),
        "key": str(SECOND.verifier),
    }


def test_what_would_confuse_readers_is_refused() -> None:
    assert code(keys.rotate, FIRST, SECOND) == "no_key"
    keys.begin(FIRST)
    assert code(keys.rotate, FIRST, new_signer("other.example/log")) == "key_name"
    assert code(keys.rotate, FIRST, FIRST) == "key_used"
    assert LogKey.objects.get().ended_at is None


def test_the_database_keeps_ended_keys_as_they_ended() -> None:
    keys.begin(FIRST)
    keys.rotate(FIRST, SECOND)
    ended = LogKey.objects.filter(public=str(FIRST.verifier))
    for change in ({"ended_at": None, "ended_why": ""}, {"ended_why": "lost"}, {"public": "x"}):
        with pytest.raises(IntegrityError, match="a_log_key_only_ends"), transaction.atomic():
            ended.update(**change)
    with pytest.raises(IntegrityError, match="a_log_key_is_never_removed"), transaction.atomic():
        ended.delete()
    entry = LogEntry.objects.first()
    assert entry is not None
    assert signing.verifiers() == [SECOND.verifier, FIRST.verifier]
