"""A proof of the desk's entry holds without the desk, and says what the entry is about."""

from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from kiemtin.bulletin.content_hash import content_hash
from kiemtin.desk import rules
from kiemtin.desk.flow import erase, keys, listen, record, respond, seal
from kiemtin.desk.models import Account, LogEntry, Objection, Version
from kiemtin.desk.queries import sealed
from kiemtin.desk.words import HeldBack, ObjectionOutcome
from kiemtin.record.keys import SignerKey
from kiemtin.record.opening import Opening, read_opening
from kiemtin.record.proof import check_proof, read_proof

KEY = SignerKey("desk.example/log", b"\x01" * 32)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def signed_log(settings: Settings, tmp_path: Path) -> None:
    settings.LOG_FOLDER, settings.LOG_KEYS = tmp_path / "log", [KEY.secret_text()]
    keys.begin(KEY)


def test_a_proof_opens_the_entry_and_leads_to_the_signature() -> None:
    entry = record.append("holding_line", {"checking": "Đập có vỡ không?"})
    assert sealed.proof(entry) is None
    seal.catch_up()
    entry.refresh_from_db()
    data = sealed.proof(entry)
    assert data is not None
    proof = read_proof(data)
    assert proof.extra is not None
    opening = read_opening(proof.extra)
    assert opening.act().kind == "holding_line"
    assert opening.body == {"checking": "Đập có vỡ không?"}
    assert check_proof(proof, opening.entry, [KEY.verifier]).size == 2
    assert proof.index == entry.number == 1


def test_the_proof_of_a_publication_carries_what_was_signed(published: Version) -> None:
    seal.catch_up()
    data = sealed.proof(published.log_entry)
    assert data is not None
    extra = read_proof(data).extra
    assert extra is not None
    opening = read_opening(extra)
    assert opening.content is not None
    assert opening.content["fact"] == published.fact
    assert opening.body is not None
    assert content_hash(opening.content) == opening.body["content_hash"] == published.content_hash


def opened(entry: LogEntry) -> Opening:
    """What the proof of an entry carries, once it is signed."""
    seal.catch_up()
    data = sealed.proof(entry)
    assert data is not None
    extra = read_proof(data).extra
    assert extra is not None
    return read_opening(extra)


def test_the_proof_of_what_was_erased_names_the_tombstone(
    author: Account, colleague: Account, published: Version
) -> None:
    listen.object_to(published.fact_check, "Giờ đo ghi sai.", external_id="a")
    entry = LogEntry.objects.get(kind="objection_received")
    tombstone = erase.do(colleague, erase.ask(author, entry, "tên người bệnh"))
    entry.refresh_from_db()
    assert opened(entry) == Opening(seal.to_bytes(entry), erased_by=tombstone.number)


@pytest.fixture
def answered(published: Version, colleague: Account) -> Objection:
    """An objection that was refused, with a note under the answer."""
    said = listen.object_to(published.fact_check, "Giờ đo ghi sai.", external_id="a").objection
    no = ObjectionOutcome.REFUSED
    listen.answer_objection(colleague, said, no, "Giờ đo đúng.")
    respond.add_note(colleague, said, "Đo lúc 9 giờ.")
    respond.hold_back(colleague, said, HeldBack.ABUSE)
    return said


def test_the_proof_of_an_answer_carries_its_words(answered: Objection) -> None:
    answer, note, held = map(opened, LogEntry.objects.filter(kind="objection_answered"))
    for one, words in ((answer, "Giờ đo đúng."), (note, "Đo lúc 9 giờ.")):
        assert one.content == {"answer": words}
        assert one.body is not None
        assert one.body["content_hash"] == content_hash(one.content)
    assert held.content is None


def test_an_answer_that_was_rewritten_no_longer_fits_the_log(answered: Objection) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for statement in rules.drop(connection.vendor, ["an_answer_is_never_overwritten"]):
            cursor.execute(statement)
    Objection.objects.update(answer="Chúng tôi chưa bao giờ nói thế.")
    answer = opened(LogEntry.objects.filter(kind="objection_answered")[0])
    assert answer.content is not None
    assert answer.body is not None
    assert content_hash(answer.content) != answer.body["content_hash"]


def test_the_proof_of_an_answer_from_before_its_words_were_hashed_holds(
    answered: Objection,
) -> None:
    body = {"fact_check": "dap-1", "objection": answered.pk, "outcome": "refused", "days": 1}
    assert opened(record.append("objection_answered", body)).content is None
