"""Erasing takes two people, leaves a tombstone, and the old proofs hold."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import erase, holding, keys, listen, record, respond, seal
from kiemtin.desk.models import (
    Account,
    Draft,
    Erasure,
    FactCheck,
    LogEntry,
    Objection,
    ObjectionNote,
    Rumour,
    Version,
)
from kiemtin.desk.moment import at, now
from kiemtin.desk.queries import sealed
from kiemtin.desk.words import HeldBack, ObjectionOutcome
from kiemtin.record.keys import SignerKey
from kiemtin.record.opening import read_opening
from kiemtin.record.proof import check_proof, read_proof
from tests.desk import steps

KEY = SignerKey("desk.example/log", b"\x01" * 32)
SECRET = "Người kể là chị Mị ở thôn Bản Phố"
WHY = "có dữ liệu riêng tư của một người"


@pytest.fixture(autouse=True)
def signed_log(settings: Settings, tmp_path: Path) -> None:
    settings.LOG_FOLDER, settings.LOG_KEYS = tmp_path / "log", [KEY.secret_text()]


@pytest.fixture
def replaced(noon: object, rumour: Rumour, author: Account, colleague: Account) -> Version:
    """A version that said too much and was amended."""
    first = steps.release(author, colleague, rumour, why=SECRET)
    steps.correct(author, colleague, first.fact_check, why="Nhà máy đo mực nước: bình thường.")
    keys.begin(KEY)
    seal.catch_up()
    first.refresh_from_db()
    return first


def code(call: Callable[..., object], *given: object) -> str:
    with pytest.raises(FlowError) as refused:
        call(*given)
    return refused.value.code


def test_text_body_and_salt_go_and_a_tombstone_stands(
    replaced: Version, author: Account, colleague: Account
) -> None:
    tombstone = erase.do(colleague, erase.ask(author, replaced.log_entry, WHY))
    version = Version.objects.get(pk=replaced.pk)
    assert (version.why, version.fact, version.english) == ("[đã xoá]", "[đã xoá]", "")
    assert (version.evidence, version.contacts) == ([], [])
    assert version.content_hash == replaced.content_hash
    entry = version.log_entry
    assert (entry.salt, entry.body) == (None, None)
    assert tombstone.kind == "erasure"
    assert tombstone.body == {"entry": entry.number, "reason": WHY}
    assert SECRET not in Draft.objects.get(pk=version.draft_id).why


def test_the_old_proof_holds_and_a_new_one_says_that_it_was_erased(
    replaced: Version, author: Account, colleague: Account
) -> None:
    before = sealed.proof(replaced.log_entry)
    erase.do(colleague, erase.ask(author, replaced.log_entry, WHY))
    seal.catch_up()
    after = sealed.proof(LogEntry.objects.get(pk=replaced.log_entry_id))
    openings = []
    for data in (before, after):
        assert data is not None
        proof = read_proof(data)
        assert proof.extra is not None
        opening = read_opening(proof.extra)
        opening.act()
        check_proof(proof, opening.entry, [KEY.verifier])
        openings.append(opening)
    assert openings[0].entry == openings[1].entry
    assert openings[1].body is None
    assert openings[1].content is None


def test_who_erases_waits_for_rows_before_the_log_and_never_after(
    replaced: Version, author: Account, colleague: Account
) -> None:
    """Else somebody who takes the request back at that moment and the log wait for each other."""
    asked = erase.ask(author, replaced.log_entry, WHY)
    with CaptureQueriesContext(connection) as done:
        erase.do(colleague, asked)
    said = [one["sql"] for one in done]
    held = next(at for at, sql in enumerate(said) if 'FROM "desk_erasure"' in sql)
    logged = next(at for at, sql in enumerate(said) if 'INSERT INTO "desk_logentry"' in sql)
    assert held < logged
    assert ("FOR UPDATE" in said[held]) == (connection.vendor == "postgresql")


def test_it_takes_two_people(replaced: Version, author: Account, colleague: Account) -> None:
    asked = erase.ask(author, replaced.log_entry, WHY)
    assert code(erase.do, author, asked) == "two_people"
    with transaction.atomic():
        tombstone = record.append("erasure", {})
    with pytest.raises(IntegrityError, match="two_people_erase"), transaction.atomic():
        Erasure.objects.filter(pk=asked.pk).update(done_by=author, tombstone=tombstone)
    erase.do(colleague, asked)
    assert code(erase.do, colleague, asked) == "done_already"
    assert code(erase.take_back, author, asked) == "done_already"


def test_strangers_neither_ask_nor_do(
    replaced: Version, author: Account, stranger: Account
) -> None:
    with pytest.raises(NotAllowed):
        erase.ask(stranger, replaced.log_entry, WHY)
    asked = erase.ask(author, replaced.log_entry, WHY)
    for step in (erase.do, erase.take_back):
        with pytest.raises(NotAllowed):
            step(stranger, asked)


def test_a_request_is_taken_back_and_made_again(
    replaced: Version, author: Account, colleague: Account
) -> None:
    asked = erase.ask(author, replaced.log_entry, WHY)
    assert code(erase.ask, colleague, replaced.log_entry, WHY) == "asked_already"
    erase.take_back(colleague, asked)
    assert erase.ask(colleague, replaced.log_entry, WHY).pk


def test_what_stands_now_is_amended_first(replaced: Version, author: Account) -> None:
    current = replaced.fact_check.versions.get(number=2)
    assert code(erase.ask, author, current.log_entry, WHY) == "is_current"
    with (
        pytest.raises(IntegrityError, match="what_the_desk_says_now_is_amended_first"),
        transaction.atomic(),
    ):
        Erasure.objects.create(entry=current.log_entry, reason=WHY, asked_by=author, asked_at=now())


def test_a_reason_is_asked_for_and_redacted(replaced: Version, author: Account) -> None:
    assert code(erase.ask, author, replaced.log_entry, "  ") == "no_reason"
    assert code(erase.ask, author, replaced.log_entry, "x" * 301) == "no_reason"
    asked = erase.ask(author, replaced.log_entry, "gọi 0912345678")
    assert "0912345678" not in asked.reason


def test_an_entry_without_text_is_not_erased(replaced: Version, author: Account) -> None:
    key = LogEntry.objects.get(kind="key_change")
    assert code(erase.ask, author, key, WHY) == "not_erasable"


def test_a_holding_line_goes_once_it_is_over(
    noon: object, rumour: Rumour, author: Account, colleague: Account
) -> None:
    line = holding.publish_holding_line(
        colleague, rumour, safe_action="Lên chỗ cao.", checking=SECRET
    )
    assert code(erase.ask, author, line.log_entry, WHY) == "in_force"
    with at(line.expires_at):
        erase.do(colleague, erase.ask(author, line.log_entry, WHY))
    line.refresh_from_db()
    assert (line.checking, line.log_entry.body) == ("[đã xoá]", None)


@pytest.mark.parametrize(
    ("table", "change", "rule"),
    [
        ("desk_version", "why = '[đã xoá]'", "version_only_loses_its_text"),
        ("desk_logentry", "salt = NULL, body = NULL", "log_entry_only_loses_its_text"),
    ],
)
def test_without_a_tombstone_nothing_public_changes(
    replaced: Version, author: Account, table: str, change: str, rule: str
) -> None:
    erase.ask(author, replaced.log_entry, WHY)
    with (
        pytest.raises(IntegrityError, match=rule),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE {table} SET {change}")


@pytest.mark.parametrize("change", ["why = 'Đập vỡ'", "verdict = 'true'", "content_hash = 'x'"])
def test_even_an_erased_version_says_nothing_new(
    replaced: Version, author: Account, colleague: Account, change: str
) -> None:
    erase.do(colleague, erase.ask(author, replaced.log_entry, WHY))
    with (
        pytest.raises(IntegrityError, match="version_only_loses_its_text"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE desk_version SET {change} WHERE id = {replaced.pk}")
    with pytest.raises(IntegrityError, match="an_erasure_that_is_done_stays"), transaction.atomic():
        Erasure.objects.all().delete()


def test_an_objection_loses_its_words_and_its_file(
    replaced: Version, author: Account, colleague: Account
) -> None:
    said = listen.object_to(
        replaced.fact_check, SECRET, external_id="a", link="https://example.vn/anh"
    ).objection
    listen.answer_objection(colleague, said, ObjectionOutcome.REFUSED, "Không có gì mới.")
    entry = LogEntry.objects.get(kind="objection_received")
    erase.do(colleague, erase.ask(author, entry, WHY))
    said.refresh_from_db()
    assert (said.text, said.link, said.answer) == ("[đã xoá]", "", "Không có gì mới.")
    with (
        pytest.raises(IntegrityError, match="what_was_brought_stays_as_it_came"),
        transaction.atomic(),
    ):
        Objection.objects.update(text="Tôi nói khác")


def test_an_objection_that_nobody_erased_stays(replaced: Version, author: Account) -> None:
    listen.object_to(replaced.fact_check, SECRET, external_id="a")
    erase.ask(author, LogEntry.objects.get(kind="objection_received"), WHY)
    with (
        pytest.raises(IntegrityError, match="what_was_brought_stays_as_it_came"),
        transaction.atomic(),
    ):
        Objection.objects.update(text="[đã xoá]")


@pytest.fixture
def answered(replaced: Version, colleague: Account) -> Objection:
    """An objection that was answered, with a note, and then held back."""
    said = listen.object_to(replaced.fact_check, "Ai nói?", external_id="a").objection
    listen.answer_objection(colleague, said, ObjectionOutcome.REFUSED, SECRET)
    respond.add_note(colleague, said, f"Xin nhắc lại: {SECRET}")
    return respond.hold_back(colleague, said, HeldBack.PRIVATE)


def entry_of(which: int) -> LogEntry:
    """The answer (0), the note under it (1), and that the words are held back (2)."""
    return LogEntry.objects.filter(kind="objection_answered").order_by("number")[which]


def test_the_words_of_an_answer_go_and_its_outcome_stays(
    answered: Objection, author: Account, colleague: Account
) -> None:
    erase.do(colleague, erase.ask(author, entry_of(0), WHY))
    answered.refresh_from_db()
    assert (answered.answer, answered.outcome, answered.text) == ("[đã xoá]", "refused", "Ai nói?")
    assert SECRET in answered.notes.get().text
    seal.catch_up()
    extra = [read_proof(sealed.proof(entry_of(which)) or b"").extra or b"" for which in (0, 1)]
    assert [SECRET.encode() in one for one in extra] == [False, True]


def test_a_note_goes_apart_from_the_answer(
    answered: Objection, author: Account, colleague: Account
) -> None:
    erase.do(colleague, erase.ask(author, entry_of(1), WHY))
    answered.refresh_from_db()
    assert (answered.answer, answered.notes.get().text) == (SECRET, "[đã xoá]")
    assert (entry_of(1).body, entry_of(0).body is None) == (None, False)


def test_objection_answer_and_note_all_go(
    answered: Objection, author: Account, colleague: Account
) -> None:
    came = LogEntry.objects.get(kind="objection_received")
    for entry in (entry_of(0), came, entry_of(1)):
        erase.do(colleague, erase.ask(author, entry, WHY))
    answered.refresh_from_db()
    assert {answered.answer, answered.text, answered.notes.get().text} == {"[đã xoá]"}
    assert {erase.desk_of(one.entry) for one in Erasure.objects.all()} == {answered.fact_check.desk}


def test_that_words_are_held_back_holds_no_words(answered: Objection, author: Account) -> None:
    assert code(erase.ask, author, entry_of(2), WHY) == "not_erasable"


@pytest.mark.parametrize("erased", ["objection_received", "nothing"])
def test_an_answer_or_note_that_nobody_erased_stays(
    answered: Objection, author: Account, colleague: Account, erased: str
) -> None:
    for entry in LogEntry.objects.filter(kind=erased):
        erase.do(colleague, erase.ask(author, entry, WHY))
    erase.ask(author, entry_of(0), WHY)
    with pytest.raises(IntegrityError, match="never_overwritten"), transaction.atomic():
        Objection.objects.update(answer="[đã xoá]")
    with pytest.raises(IntegrityError, match="note_only_loses_its_text"), transaction.atomic():
        ObjectionNote.objects.update(text="[đã xoá]")


def test_an_erased_answer_or_note_says_nothing_new(
    answered: Objection, author: Account, colleague: Account
) -> None:
    for which in (0, 1):
        erase.do(colleague, erase.ask(author, entry_of(which), WHY))
    for change in ({"answer": "Khác"}, {"answer": "[đã xoá]", "outcome": "accepted"}):
        with pytest.raises(IntegrityError, match="never_overwritten"), transaction.atomic():
            Objection.objects.update(**change)
    for change in ({"text": "Khác"}, {"text": "[đã xoá]", "outcome": "accepted"}):
        with pytest.raises(IntegrityError, match="note_only_loses"), transaction.atomic():
            ObjectionNote.objects.update(**change)


def test_where_the_claim_was_amended_rumour_and_address_keep_nothing_of_it(
    noon: object, rumour: Rumour, author: Account, colleague: Account
) -> None:
    first = steps.release(author, colleague, rumour, claim="Chị Mị ở Bản Phố phá đập")
    Rumour.objects.filter(pk=rumour.pk).update(claim="Chị Mị ở Bản Phố phá đập")
    steps.correct(author, colleague, first.fact_check, claim="Đập bị phá")
    keys.begin(KEY)
    erase.do(colleague, erase.ask(author, first.log_entry, WHY))
    fact_check = FactCheck.objects.get(pk=first.fact_check_id)
    assert fact_check.slug == f"dap-bi-pha-{rumour.pk}"
    assert fact_check.rumour.claim == "Đập bị phá"
    said = [entry.said() for entry in LogEntry.objects.all()]
    assert "mi-o-ban" not in str(said)


def test_an_address_stays_while_no_text_was_erased(replaced: Version, author: Account) -> None:
    slug = replaced.fact_check.slug
    erase.ask(author, replaced.log_entry, WHY)
    rule = "an_address_changes_only_when_a_text_was_erased"
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        FactCheck.objects.update(slug="dep-hon")
    assert FactCheck.objects.get().slug == slug
