"""Whatever a person of the desk changes stands in the desk's own book: both or neither, in order,
and never with a word of a message.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.transaction import TransactionManagementError

from kiemtin.desk.acts import Act
from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import audit, founding, importing, receive, triage
from kiemtin.desk.models import Account, AuditEntry, Desk, Rumour
from kiemtin.desk.rules.trigger import Rule
from kiemtin.desk.words import Role
from kiemtin.record.chain import START, check, link_hash
from tests.desk import steps
from tests.desk.conftest import Maker
from tests.support.acts import BY_ROW, READS, SCENES, Scene, found, standing

CLOSED = Rule("the_book_is_closed", "desk_auditentry", "INSERT", "1 = 1")
State = dict[str, list[dict[str, Any]]]


class GoneWrong(Exception):
    """The act could not be done."""


@pytest.fixture
def scene(desk: Desk, rumour: Rumour, author: Account, colleague: Account, person: Maker) -> Scene:
    """A desk with a rumour and people."""
    chief = person("chief", desk, Role.ADMINISTRATOR)
    return Scene(desk, standing(rumour), author, colleague, chief)


@contextmanager
def closed_book() -> Iterator[None]:
    """Within the block no entry can be made."""
    vendor = connection.vendor
    with connection.cursor() as cursor:
        for statement in getattr(CLOSED, vendor)():
            cursor.execute(statement)
    yield
    drop = "TRIGGER the_book_is_closed" if vendor == "sqlite" else "FUNCTION the_book_is_closed"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP {drop}" + (" CASCADE" if vendor == "postgresql" else ""))


def everything() -> State:
    """All that the desk's tables hold."""
    models = apps.get_app_config("desk").get_models()
    return {one.__name__: list(one._default_manager.order_by("pk").values()) for one in models}


def links_hold() -> bool:
    return check(audit.link(one) for one in AuditEntry.objects.order_by("number")).holds


def test_every_step_of_a_person_has_its_scene() -> None:
    assert set(found()) - READS == set(SCENES), "a step of the flow: add its scene to support/acts"


@pytest.mark.parametrize("name", sorted(SCENES))
def test_a_step_and_its_entry_stand_both_or_neither(
    name: str, scene: Scene, stranger: Account, noon: object
) -> None:
    actor, call = SCENES[name](scene)
    before = AuditEntry.objects.count()
    if name not in BY_ROW:
        _is_refused(call, stranger)
        _falls_with_its_entry(call, actor)
    call(actor)
    made = AuditEntry.objects.filter(number__gte=before)
    assert made
    assert {one.actor_id for one in made} == {actor.pk}
    assert {one.desk_id for one in made} == {scene.desk.pk}
    assert {one.act for one in made} <= set(Act.values)
    assert links_hold()


def _is_refused(call: Any, stranger: Account) -> None:
    before = everything()
    with pytest.raises(FlowError):
        call(stranger)
    assert everything() == before


def _falls_with_its_entry(call: Any, actor: Account) -> None:
    before = everything()
    with closed_book(), pytest.raises((IntegrityError, FlowError)):
        call(actor)
    assert everything() == before


def test_an_act_that_is_rolled_back_leaves_no_entry_and_no_gap(scene: Scene) -> None:
    with pytest.raises(GoneWrong):
        _notice_and_fail(scene)
    triage.notice(scene.author, scene.desk, "Cầu sập")
    assert [one.number for one in AuditEntry.objects.all()] == [0]


def _notice_and_fail(scene: Scene) -> None:
    with transaction.atomic():
        triage.notice(scene.author, scene.desk, "Cầu sập")
        raise GoneWrong


def test_an_entry_says_who_what_where_and_when(scene: Scene, noon: object) -> None:
    message = scene.message()
    triage.attach(scene.author, message, scene.rumour)
    entry = AuditEntry.objects.get()
    assert entry.body() == {
        "number": 0,
        "made_at": steps.NOON,
        "actor": scene.author.pk,
        "desk": scene.desk.pk,
        "act": "message.attached",
        "kind": "message",
        "object": message.pk,
        "details": {"rumour": scene.rumour.pk},
    }
    assert (entry.previous, entry.hash) == (START, link_hash(START, entry.body()))


def test_no_word_of_a_message_enters_the_book(scene: Scene, noon: object) -> None:
    for name in sorted(SCENES):
        with transaction.atomic():
            actor, call = SCENES[name](scene)
            call(actor)
            written = json.dumps([one.details for one in AuditEntry.objects.all()])
            transaction.set_rollback(True)
        assert all(code == code.lower() and " " not in code for code in _texts(written))


def _texts(written: str) -> list[str]:
    values = [value for details in json.loads(written) for value in details.values()]
    flat = [one for value in values for one in (value if isinstance(value, list) else [value])]
    return [one for one in flat if isinstance(one, str)]


@pytest.mark.parametrize("text", ["Đập vỡ", "0900 000 001", "a@example.vn", "x" * 41])
def test_text_is_refused_as_a_detail(scene: Scene, text: str) -> None:
    with pytest.raises(ValueError, match="said"):
        audit.note(scene.author, scene.desk, Act.RUMOUR_OPENED, scene.rumour, said=text)
    with pytest.raises(ValueError, match="said"):
        audit.note(scene.author, scene.desk, Act.RUMOUR_OPENED, scene.rumour, said=[text])


def test_outside_a_transaction_there_is_no_entry() -> None:
    with pytest.raises(TransactionManagementError):
        audit.note(None, None, Act.DESK_FOUNDED, Desk(pk=1))


def test_who_enters_for_a_caller_is_noted_and_an_asker_never(desk: Desk, author: Account) -> None:
    receive.receive(steps.item("1"), desk)
    assert not AuditEntry.objects.exists()
    receive.receive(steps.item("2"), desk, entered_by=author)
    receive.receive(steps.item("2"), desk, entered_by=author)
    assert AuditEntry.objects.get().act == Act.MESSAGE_ENTERED


def test_an_import_is_one_entry_also_when_broken_off(desk: Desk, author: Account) -> None:
    rows = "text\nCầu sập\nĐập vỡ\n".encode()
    importing.import_data(rows, "a.csv", desk, dry_run=True, actor=author)
    assert not AuditEntry.objects.exists()
    reports = importing.import_rows(rows, "a.csv", desk, dry_run=False, actor=author)
    next(reports)
    del reports
    assert AuditEntry.objects.get().details == {"new": 1, "known": 0, "bad": 0}


def test_the_book_begins_with_the_desk(db: None) -> None:
    password = "cầu-mây-thác-bạc-9"
    founding.found(name="Bàn", place="15", person="An", email="a@example.vn", password=password)
    assert AuditEntry.objects.get().act == Act.DESK_FOUNDED


def test_what_an_account_does_with_itself_stands_at_its_desk(desk: Desk, author: Account) -> None:
    audit.about_oneself(author, Act.SIGNED_IN)
    entry = AuditEntry.objects.get()
    assert (entry.actor_id, entry.object, entry.desk_id) == (author.pk, author.pk, desk.pk)


def test_head_is_the_newest_entry(scene: Scene) -> None:
    assert audit.head() is None
    triage.notice(scene.author, scene.desk, "Cầu sập")
    triage.notice(scene.author, scene.desk, "Đập vỡ")
    newest = AuditEntry.objects.get(number=1)
    assert audit.head() == audit.Head(1, newest.hash)
