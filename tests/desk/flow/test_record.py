"""Each public act has one entry in the log, numbered without gaps; both stand or neither."""

import pytest
from django.db import transaction

from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import holding, listen, record, triage
from kiemtin.desk.models import Account, Desk, HoldingLine, LogEntry, Rumour
from kiemtin.desk.words import VersionKind
from kiemtin.record.commitment import canonical_body, check_commitment
from kiemtin.record.refusal import RecordRefused
from tests.desk import steps
from tests.support.publishing import Staff


class GoneWrong(Exception):
    """The act could not be done."""


def fail_after_the_entry() -> None:
    with transaction.atomic():
        record.append("note", {"n": 1})
        raise GoneWrong


def numbers() -> list[int]:
    return list(LogEntry.objects.values_list("number", flat=True))


def test_entries_are_numbered_from_0_without_gaps(staff: Staff) -> None:
    version = staff.publish()
    staff.again(version.fact_check, VersionKind.AMENDMENT, what_was_wrong="Nhầm giờ.")
    listen.object_to(version.fact_check, "Tôi thấy khác", external_id="a")
    assert numbers() == [0, 1, 2]
    kinds = list(LogEntry.objects.values_list("kind", flat=True))
    assert kinds == ["publication", "amendment", "objection_received"]


def test_commitment_opens_with_salt_and_body_only(staff: Staff) -> None:
    entry = LogEntry.objects.get(pk=staff.publish().log_entry_id)
    commitment, salt = bytes.fromhex(entry.commitment), bytes(entry.salt or b"")
    check_commitment(commitment, salt, canonical_body(entry.said()))
    with pytest.raises(RecordRefused):
        check_commitment(commitment, salt, canonical_body(entry.said() | {"verdict": "true"}))


def test_equal_bodies_have_commitments_that_differ(db: None) -> None:
    first, second = (record.append("note", {"said": "như nhau"}) for _ in range(2))
    assert first.commitment != second.commitment


def test_entry_is_rolled_back_with_its_act_and_its_number_is_used_again(db: None) -> None:
    record.append("note", {"n": 0})
    with pytest.raises(GoneWrong):
        fail_after_the_entry()
    record.append("note", {"n": 2})
    assert [entry.body for entry in LogEntry.objects.all()] == [{"n": 0}, {"n": 2}]
    assert numbers() == [0, 1]


def test_act_done_twice_or_refused_has_no_second_entry(
    staff: Staff, author: Account, rumour: Rumour
) -> None:
    fact_check = staff.publish().fact_check
    before = numbers()
    for _ in range(2):
        listen.object_to(fact_check, "Tôi thấy khác", external_id="a")
    with pytest.raises(FlowError):
        holding.publish_holding_line(author, rumour, safe_action=" ", checking="Đập")
    assert len(numbers()) == len(before) + 1
    assert not HoldingLine.objects.exists()


def test_log_says_nothing_of_who_asked(desk: Desk, author: Account, staff: Staff) -> None:
    message = steps.ask(desk, "ai-do-hoi", reply_to="0900 000 001", place="02683")
    rumour = staff.open()
    triage.attach(author, message, rumour)
    staff.publish(rumour)
    written = " ".join(str(entry.body) for entry in LogEntry.objects.all())
    secrets = ("ai-do-hoi", message.external_id, str(message.receipt), "0900", "02683")
    for secret in secrets:
        assert secret not in written
