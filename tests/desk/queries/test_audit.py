"""The desk's own book: who may read what of it, what is found in it, and whatever is done to it
with plain SQL behind the desk's back is named.
"""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from kiemtin.desk.acts import Act, Area
from kiemtin.desk.flow import audit as flow
from kiemtin.desk.flow import people, triage
from kiemtin.desk.models import Account, AuditEntry, Desk
from kiemtin.desk.moment import at
from kiemtin.desk.queries import audit
from kiemtin.desk.queries.audit import Wanted
from kiemtin.desk.rules.auditing import AUDIT
from kiemtin.desk.words import Role
from kiemtin.record.chain import START, link_hash
from tests.desk import steps
from tests.desk.conftest import Maker


@pytest.fixture
def chief(person: Maker, desk: Desk) -> Account:
    """An administrator."""
    return person("chief", desk, Role.ADMINISTRATOR)


@pytest.fixture
def book(desk: Desk, author: Account, chief: Account, other_desk: Desk, stranger: Account) -> None:
    """Five entries over two days: four of the desk, the last of another."""
    with at(steps.NOON):
        for claim in ("Cầu sập", "Đập vỡ"):
            triage.notice(author, desk, claim)
    with at(steps.NOON + timedelta(days=1)):
        people.set_roles(chief, desk, chief, {Role.ADMINISTRATOR, Role.REVIEWER})
        with transaction.atomic():
            flow.about_oneself(author, Act.SIGNED_IN)
        triage.notice(stranger, other_desk, "Đường đóng")


@pytest.fixture
def unguarded(book: None) -> None:
    """Somebody with the database in hand has taken the rules of the book away."""
    with connection.cursor() as cursor:
        for rule in AUDIT:
            name = rule.name
            cursor.execute(
                f"DROP TRIGGER {name}"
                if connection.vendor == "sqlite"
                else f"DROP FUNCTION {name}() CASCADE"
            )


def sql(statement: str, *given: int | str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)


def found() -> list[tuple[str, object]]:
    """Code and number of what a check finds."""
    told = audit.check().findings
    return [(one.code, one.params.get("number", one.params.get("first"))) for one in told]


def numbers(desk: Desk, **wanted: Any) -> list[int]:
    return [one.number for one in audit.entries([desk], Wanted(**wanted))]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE desk_auditentry SET act = 'x' WHERE number = 1",
        "DELETE FROM desk_auditentry WHERE number = 4",
    ],
)
def test_the_book_is_only_added_to(book: None, statement: str) -> None:
    with pytest.raises(IntegrityError, match="audit_entry_is_never"), transaction.atomic():
        sql(statement)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"number": 9}, "numbered_in_order"),
        ({"number": 4}, "audit_entr"),
        ({"previous": START}, "follows_from_the_one_before"),
    ],
)
def test_an_entry_is_the_next_one(book: None, changes: dict[str, object], rule: str) -> None:
    newest = AuditEntry.objects.first()
    assert newest
    row = {"number": 5, "made_at": steps.NOON, "act": "x", "kind": "x", "previous": newest.hash}
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        AuditEntry.objects.create(**(row | changes), hash="a" * 64)


def test_an_untouched_book_holds(book: None) -> None:
    checked = audit.check()
    assert (checked.holds, checked.entries) == (True, 5)
    head = flow.head()
    assert head == flow.Head(checked.newest, checked.head)


@pytest.mark.parametrize(
    "changed",
    [
        "act = 'signed.out'",
        "actor_id = NULL",
        "desk_id = NULL",
        "object = 99",
        "kind = 'message'",
        "details = '{\"rumour\": 1}'",
        "made_at = '2025-10-01 06:00:00+00:00'",
        "hash = '" + "a" * 64 + "'",
    ],
)
def test_any_changed_column_is_named(unguarded: None, changed: str) -> None:
    sql(f"UPDATE desk_auditentry SET {changed} WHERE number = 1")
    assert ("changed", 1) in found()


def test_a_removed_entry_is_named(unguarded: None) -> None:
    sql("DELETE FROM desk_auditentry WHERE number = 2")
    assert found() == [("missing", 2)]


def test_an_entry_rewritten_with_its_hash_is_named(unguarded: None) -> None:
    entry = AuditEntry.objects.get(number=1)
    entry.actor = None
    forged = link_hash(entry.previous, entry.body())
    sql("UPDATE desk_auditentry SET actor_id = NULL, hash = %s WHERE number = 1", forged)
    assert found() == [("unlinked", 2)]


def test_two_exchanged_entries_are_named(unguarded: None) -> None:
    for old, new in ((1, 99), (2, 1), (99, 2)):
        sql("UPDATE desk_auditentry SET number = %s WHERE number = %s", new, old)
    assert {number for _code, number in found()} >= {1, 2}


def test_a_cut_end_is_seen_by_who_kept_the_head(unguarded: None) -> None:
    head = flow.head()
    assert head
    sql("DELETE FROM desk_auditentry WHERE number = 4")
    assert audit.check().holds
    assert [one.code for one in audit.check({head.number: head.hash}).findings] == ["cut"]


def test_newest_first_and_of_ones_own_desks_only(book: None, desk: Desk, other_desk: Desk) -> None:
    assert numbers(desk) == [3, 2, 1, 0]
    assert numbers(other_desk) == [4]


def test_it_is_searched_by_role_area_record_and_day(book: None, desk: Desk) -> None:
    rumour = AuditEntry.objects.get(number=1).object
    assert numbers(desk, role=Role.CHECKER) == [3, 1, 0]
    assert numbers(desk, role=Role.ADMINISTRATOR) == [2]
    assert numbers(desk, area=Area.SIGN_IN) == [3]
    assert numbers(desk, kind="rumour", object=rumour) == [1]
    assert numbers(desk, day=date(2025, 10, 1)) == [1, 0]
    assert numbers(desk, day=date(2025, 9, 30)) == []


def test_only_reviewers_and_administrators_read(
    person: Maker, desk: Desk, other_desk: Desk, chief: Account, colleague: Account
) -> None:
    checker = person("checker", desk, Role.CHECKER, Role.SPOKESPERSON, Role.TRANSLATOR)
    both = [desk, other_desk]
    assert audit.readable(chief, both) == [desk]
    assert audit.readable(colleague, both) == [desk]
    assert audit.readable(checker, both) == []


def test_other_desks_acts_are_sealed_and_the_chain_still_holds(book: None, desk: Desk) -> None:
    shown = [one.body is not None for one in audit.links([desk])]
    assert shown == [True, True, True, True, False]


def test_what_is_of_no_desk_is_read_at_a_root_desk_and_nowhere_else(
    book: None, desk: Desk, chief: Account
) -> None:
    below = Desk.objects.create(slug="bao-nhai", name="Tổ xã", place="02890", parent=desk)
    with transaction.atomic():
        flow.note(None, None, Act.KEY_CHANGED, chief, change="added")
    assert numbers(desk) == [5, 3, 2, 1, 0]
    assert numbers(desk, kind="account", object=chief.pk)[0] == 5
    assert numbers(below) == []
    assert [one.number for one in audit.links([desk]) if one.body] == [0, 1, 2, 3, 5]
    assert [one.number for one in audit.links([below]) if one.body] == []
    assert [one.number for one in audit.links([]) if one.body] == []
    assert list(audit.entries([])) == []
