"""Plain SQL, past every line of Python, cannot publish or unpublish what the principles forbid."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from kiemtin.desk.models import (
    Account,
    Approval,
    ConflictOfInterest,
    ContactAttempt,
    Desk,
    Draft,
    DraftAuthor,
    Evidence,
    FactCheck,
    HoldingLine,
    LogEntry,
    Message,
    Objection,
    ObjectionNote,
    Rumour,
    Sighting,
    Version,
)
from kiemtin.desk.words import Role

NOW = datetime(2024, 9, 9, 13, tzinfo=UTC)
HASH = "a" * 64
CONTENT = {
    "claim": "Đập vỡ",
    "verdict": "false",
    "fact": "Đập không vỡ",
    "said": "Có tin đồn rằng đập vỡ",
    "why": "Nhà máy đo mực nước bình thường",
    "todo": "Ở yên, theo dõi loa xã",
    "about": "nobody",
}


@pytest.fixture
def evidence(rumour: Rumour, author: Account) -> Evidence:
    """One primary source with an archived copy: enough to publish on."""
    return Evidence.objects.create(
        rumour=rumour,
        kind="primary",
        stance="against",
        source="Trạm đo",
        title="Bảng mực nước",
        origin="tram-do",
        copy_sha256=HASH,
        added_by=author,
        added_at=NOW,
    )


@pytest.fixture
def draft(rumour: Rumour, author: Account, evidence: Evidence) -> Draft:
    """A complete draft by the author."""
    draft = Draft.objects.create(
        rumour=rumour, content_hash=HASH, started_at=NOW, edited_at=NOW, **CONTENT
    )
    DraftAuthor.objects.create(draft=draft, account=author, first_at=NOW)
    return draft


@pytest.fixture
def signed(draft: Draft, colleague: Account) -> Draft:
    """The draft with both signatures of the colleague."""
    for kind in ("review", "sign_off"):
        sign(draft, colleague, kind)
    return draft


@pytest.fixture
def published(signed: Draft, author: Account, colleague: Account) -> Version:
    """The signed draft as the first version."""
    version = publish(signed, author, colleague)
    FactCheck.objects.filter(pk=version.fact_check_id).update(current=version)
    Draft.objects.filter(pk=signed.pk).update(is_open=False)
    return version


def sign(draft: Draft, account: Account, kind: str, **changes: Any) -> Approval:
    """Insert an approval row as it stands in the draft."""
    row = {"revision": draft.revision, "content_hash": draft.content_hash, "made_at": NOW}
    return Approval.objects.create(draft=draft, kind=kind, account=account, **(row | changes))


def publish(draft: Draft, author: Account, signer: Account, **changes: Any) -> Version:
    """Insert fact-check, log entry and version rows, without any code of the flow."""
    fact_check, _new = FactCheck.objects.get_or_create(
        rumour=draft.rumour,
        defaults={"desk": draft.rumour.desk, "slug": "dap", "first_published_at": NOW},
    )
    entry = log_entry()
    row = draft.content() | {
        "number": 1,
        "kind": draft.kind,
        "content_hash": draft.content_hash,
        "evidence": [],
        "author": author,
        "reviewer": signer,
        "spokesperson": signer,
        "published_at": NOW,
    }
    return Version.objects.create(
        fact_check=fact_check, draft=draft, log_entry=entry, **(row | changes)
    )


def log_entry() -> LogEntry:
    """The next entry of the log."""
    return LogEntry.objects.create(
        number=LogEntry.objects.count(),
        kind="publication",
        made_at=NOW,
        salt=b"0" * 32,
        body={},
        commitment=HASH,
    )


@contextmanager
def refused_by(rule: str) -> Iterator[None]:
    """The statement inside is refused by the rule of this name."""
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        yield


def sql(statement: str, *params: Any) -> None:
    """Run one statement as typed into a database shell."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def test_complete_work_of_two_people_is_published(published: Version) -> None:
    assert published.fact_check.versions.count() == 1


def test_author_cannot_approve(draft: Draft, author: Account) -> None:
    with refused_by("approval_is_not_by_an_author"):
        sign(draft, author, "review")


def test_every_later_author_is_an_author(draft: Draft, colleague: Account) -> None:
    DraftAuthor.objects.create(draft=draft, account=colleague, first_at=NOW)
    with refused_by("approval_is_not_by_an_author"):
        sign(draft, colleague, "review")


def test_approver_cannot_become_author_of_the_approved_text(
    signed: Draft, colleague: Account
) -> None:
    with refused_by("author_has_not_approved"):
        DraftAuthor.objects.create(draft=signed, account=colleague, first_at=NOW)


def test_author_row_cannot_be_taken_away(draft: Draft, author: Account) -> None:
    with refused_by("draft_author_is_never_removed"):
        sql("DELETE FROM desk_draftauthor")
    with refused_by("draft_author_is_never_changed"):
        sql("UPDATE desk_draftauthor SET draft_id = draft_id")


def test_approval_of_another_text_is_refused(draft: Draft, colleague: Account) -> None:
    with refused_by("approval_is_of_the_text_as_it_stands"):
        sign(draft, colleague, "review", content_hash="b" * 64)


def test_approval_of_another_revision_is_refused(draft: Draft, colleague: Account) -> None:
    with refused_by("approval_is_of_the_text_as_it_stands"):
        sign(draft, colleague, "review", revision=draft.revision + 1)


@pytest.mark.parametrize(
    ("kind", "role", "rule"),
    [
        ("review", Role.SPOKESPERSON, "approval_is_by_a_reviewer"),
        ("sign_off", Role.REVIEWER, "sign_off_is_by_a_spokesperson"),
    ],
)
def test_each_signature_needs_its_role(
    draft: Draft, person: Callable[..., Account], kind: str, role: Role, rule: str
) -> None:
    other = person("other", draft.rumour.desk, role)
    with refused_by(rule):
        sign(draft, other, kind)


def test_stranger_of_another_desk_cannot_sign(draft: Draft, stranger: Account) -> None:
    with refused_by("approval_is_by_a_reviewer"):
        sign(draft, stranger, "review")


def test_role_at_the_desk_above_is_enough(
    draft: Draft, person: Callable[..., Account], other_desk: Any
) -> None:
    rumour = draft.rumour
    rumour.desk.parent = other_desk
    rumour.desk.save()
    assert sign(draft, person("above", other_desk, Role.REVIEWER), "review")


def test_closed_account_cannot_sign(draft: Draft, colleague: Account) -> None:
    Account.objects.filter(pk=colleague.pk).update(is_active=False)
    with refused_by("approval_is_by_a_reviewer"):
        sign(draft, colleague, "review")


def test_declared_interest_bars_writing_and_signing(draft: Draft, colleague: Account) -> None:
    ConflictOfInterest.objects.create(
        rumour=draft.rumour, account=colleague, reason="người nhà", declared_at=NOW
    )
    with refused_by("approval_is_not_by_one_with_an_interest"):
        sign(draft, colleague, "review")
    with refused_by("author_has_no_interest"):
        DraftAuthor.objects.create(draft=draft, account=colleague, first_at=NOW)
    with refused_by("conflict_of_interest_is_never_removed"):
        sql("DELETE FROM desk_conflictofinterest")


def test_interest_declared_after_signing_bars_publication(
    signed: Draft, author: Account, colleague: Account
) -> None:
    ConflictOfInterest.objects.create(
        rumour=signed.rumour, account=author, reason="có cổ phần", declared_at=NOW
    )
    with refused_by("no_conflict_behind_a_version"):
        publish(signed, author, colleague)


def test_text_cannot_change_under_its_approvals(signed: Draft) -> None:
    with refused_by("an_edit_raises_the_revision"):
        sql("UPDATE desk_draft SET fact = 'Đập đã vỡ'")
    with refused_by("an_edit_raises_the_revision"):
        sql("UPDATE desk_draft SET valid_until = '2030-01-01'")


def test_kind_of_a_draft_is_part_of_what_is_signed(signed: Draft) -> None:
    with refused_by("an_edit_raises_the_revision"):
        sql("UPDATE desk_draft SET kind = 'update'")


def test_draft_does_not_take_the_place_of_a_signed_one(signed: Draft, desk: Desk) -> None:
    other = Rumour.objects.create(desk=desk, claim="Khác", checkable=True, opened_at=NOW)
    Draft.objects.create(
        rumour=other, content_hash=HASH, started_at=NOW, edited_at=NOW, **(CONTENT | {"fact": "x"})
    )
    replace = "OR REPLACE " if connection.vendor == "sqlite" else ""
    with refused_by("a_revision_never_goes_back"):
        sql(f"UPDATE {replace}desk_draft SET id = %s WHERE fact = 'x'", signed.pk)


def test_evidence_led_elsewhere_voids_signatures_on_both_sides(
    signed: Draft, author: Account, colleague: Account, desk: Desk
) -> None:
    other = Rumour.objects.create(desk=desk, claim="Khác", checkable=True, opened_at=NOW)
    second = Draft.objects.create(
        rumour=other, content_hash=HASH, started_at=NOW, edited_at=NOW, **CONTENT
    )
    sql("UPDATE desk_evidence SET rumour_id = %s", other.pk)
    revisions = Draft.objects.order_by("id").values_list("revision", flat=True)
    assert list(revisions) == [signed.revision + 1, second.revision + 1]


def test_only_the_first_version_is_a_first_one(
    published: Version, author: Account, colleague: Account
) -> None:
    again = Draft.objects.create(
        rumour=published.fact_check.rumour,
        content_hash=HASH,
        started_at=NOW,
        edited_at=NOW,
        **CONTENT,
    )
    DraftAuthor.objects.create(draft=again, account=author, first_at=NOW)
    for kind in ("review", "sign_off"):
        sign(again, colleague, kind)
    with refused_by("only_the_first_version_is_first"):
        publish(again, author, colleague, number=2)
    sql("UPDATE desk_draft SET kind = 'update', revision = revision + 1 WHERE id = %s", again.pk)
    again.refresh_from_db()
    for kind in ("review", "sign_off"):
        sign(again, colleague, kind)
    assert publish(again, author, colleague, number=2)


def test_edited_text_is_not_published_on_old_signatures(
    signed: Draft, author: Account, colleague: Account
) -> None:
    sql("UPDATE desk_draft SET fact = 'Đập đã vỡ', revision = revision + 1")
    signed.refresh_from_db()
    with refused_by("a_version_has_a_(review|sign_off)"):
        publish(signed, author, colleague)


def test_an_edit_and_back_does_not_revive_signatures(
    signed: Draft, author: Account, colleague: Account
) -> None:
    for fact in ("Đập đã vỡ", CONTENT["fact"]):
        sql("UPDATE desk_draft SET fact = %s, revision = revision + 1", fact)
    signed.refresh_from_db()
    with refused_by("a_version_has_a_(review|sign_off)"):
        publish(signed, author, colleague)
    with refused_by("a_revision_never_goes_back"):
        sql("UPDATE desk_draft SET revision = 1")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE desk_evidence SET quote = 'khác'",
        "DELETE FROM desk_evidence",
    ],
)
def test_changed_evidence_voids_signatures(
    signed: Draft, author: Account, colleague: Account, statement: str
) -> None:
    sql(statement)
    signed.refresh_from_db()
    with refused_by("a_version_(has_a_(review|sign_off)|stands_on_evidence)"):
        publish(signed, author, colleague)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE desk_contactattempt SET answer = 'Đập đã vỡ'", "DELETE FROM desk_contactattempt"],
)
def test_a_changed_contact_voids_signatures(
    draft: Draft, author: Account, colleague: Account, statement: str
) -> None:
    add_contact(draft.rumour, author)
    draft.refresh_from_db()
    for kind in ("review", "sign_off"):
        sign(draft, colleague, kind)
    sql(statement)
    draft.refresh_from_db()
    with refused_by("a_version_has_a_(review|sign_off)"):
        publish(draft, author, colleague)


def test_a_new_contact_voids_signatures(signed: Draft, author: Account, colleague: Account) -> None:
    add_contact(signed.rumour, author)
    signed.refresh_from_db()
    with refused_by("a_version_has_a_(review|sign_off)"):
        publish(signed, author, colleague)


def test_version_must_say_what_was_approved(
    signed: Draft, author: Account, colleague: Account
) -> None:
    for changed in ({"fact": "Đập đã vỡ"}, {"verdict": "true"}, {"place": "14"}):
        with refused_by("a_version_says_what_was_approved"):
            publish(signed, author, colleague, **changed)


def test_version_needs_both_signatures(draft: Draft, author: Account, colleague: Account) -> None:
    sign(draft, colleague, "review")
    with refused_by("a_version_has_a_sign_off"):
        publish(draft, author, colleague)


def test_version_names_who_really_wrote_and_signed(
    signed: Draft, author: Account, colleague: Account, person: Callable[..., Account]
) -> None:
    other = person("other", signed.rumour.desk, *Role)
    with refused_by("a_version_names_its_author"):
        publish(signed, other, colleague)
    with refused_by("a_version_has_a_(review|sign_off)"):
        publish(signed, author, other)
    with refused_by("a_version_has_a_(review|sign_off)|author_is_not"):
        publish(signed, author, author)


@pytest.mark.parametrize(
    "pieces",
    [
        [],
        [("secondary", "bao-a", False)],
        [("secondary", "bao-a", False), ("secondary", "bao-a", False)],
        [("primary", "uy-ban", True)],
        [("primary", "uy-ban", True), ("secondary", "uy-ban", True)],
    ],
    ids=["none", "one secondary", "two of one origin", "self-statement", "self-statement twice"],
)
def test_too_little_evidence_is_refused(
    draft: Draft, author: Account, colleague: Account, pieces: list[tuple[str, str, bool]]
) -> None:
    sql("DELETE FROM desk_evidence")
    for kind, origin, self_statement in pieces:
        add_evidence(draft.rumour, author, kind, origin, self_statement=self_statement)
    draft.refresh_from_db()
    for kind in ("review", "sign_off"):
        sign(draft, colleague, kind)
    with refused_by("a_version_stands_on_evidence"):
        publish(draft, author, colleague)


def test_two_independent_pieces_are_enough_and_copies_are_needed(
    draft: Draft, author: Account, colleague: Account
) -> None:
    sql("DELETE FROM desk_evidence")
    add_evidence(draft.rumour, author, "secondary", "bao-a")
    add_evidence(draft.rumour, author, "secondary", "bao-b", copy_sha256="")
    draft.refresh_from_db()
    for kind in ("review", "sign_off"):
        sign(draft, colleague, kind)
    with refused_by("a_version_stands_on_evidence"):
        publish(draft, author, colleague)
    sql("UPDATE desk_evidence SET copy_sha256 = %s", HASH)
    draft.refresh_from_db()
    for kind in ("review", "sign_off"):
        sign(draft, colleague, kind)
    assert publish(draft, author, colleague)


def add_contact(rumour: Rumour, by: Account) -> ContactAttempt:
    """One row about a body that was asked."""
    return ContactAttempt.objects.create(
        rumour=rumour, body="Trạm đo", how="thư", asked_at=NOW, made_by=by
    )


def add_evidence(rumour: Rumour, by: Account, kind: str, origin: str, **changes: Any) -> Evidence:
    """One piece of evidence row."""
    row: dict[str, Any] = {"stance": "against", "source": origin, "title": "", "added_at": NOW}
    return Evidence.objects.create(
        rumour=rumour, kind=kind, origin=origin, added_by=by,
        **(row | {"copy_sha256": HASH} | changes),
    )  # fmt: skip


def test_nothing_is_published_on_what_is_not_checkable(
    signed: Draft, author: Account, colleague: Account
) -> None:
    sql(
        "UPDATE desk_rumour SET state = 'not_checkable', checkable = FALSE, harm = NULL, "
        "due_at = NULL"
    )
    with refused_by("a_version_is_of_a_checkable_claim"):
        publish(signed, author, colleague)
    with refused_by("no_draft_on_what_is_not_checkable"):
        Draft.objects.create(
            rumour=signed.rumour, content_hash=HASH, started_at=NOW, edited_at=NOW, is_open=False
        )


def test_not_checkable_has_no_priority(rumour: Rumour) -> None:
    with refused_by("not_checkable_has_no_priority"):
        sql("UPDATE desk_rumour SET state = 'not_checkable', checkable = FALSE, harm = 3")


def test_what_is_published_stays_checkable(published: Version) -> None:
    with refused_by("what_is_published_stays_checkable"):
        sql(
            "UPDATE desk_rumour SET state = 'not_checkable', checkable = FALSE, harm = NULL, "
            "due_at = NULL"
        )


@pytest.mark.parametrize("table", ["version", "logentry", "approval", "factcheck", "draft"])
def test_what_was_published_cannot_be_removed(published: Version, table: str) -> None:
    with refused_by("is_never_removed|FOREIGN KEY|violates foreign key"):
        sql(f"DELETE FROM desk_{table}")


@pytest.mark.parametrize(
    ("table", "column"),
    [("version", "fact"), ("version", "verdict"), ("logentry", "commitment"), ("approval", "kind")],
)
def test_what_was_published_cannot_be_changed(published: Version, table: str, column: str) -> None:
    with refused_by("is_never_changed|only_loses_its_text"):
        sql(f"UPDATE desk_{table} SET {column} = {column}")


def test_the_page_shows_the_newest_version(published: Version) -> None:
    with refused_by("fact_check_shows_its_newest_version"):
        sql("UPDATE desk_factcheck SET current_id = NULL")


@pytest.mark.parametrize("table", ["version", "logentry", "approval"])
def test_no_bulk_statement_gets_round_the_rules(published: Version, table: str) -> None:
    statements = {
        "sqlite": f"INSERT OR REPLACE INTO desk_{table} SELECT * FROM desk_{table}",
        "postgresql": f"TRUNCATE desk_{table} CASCADE",
    }
    connection.check_constraints()  # settles what PostgreSQL would refuse to truncate under
    with refused_by("is_never_(replaced|removed)|in_order"):
        sql(statements[connection.vendor])


def test_log_has_no_gaps(rumour: Rumour) -> None:
    log_entry()
    with refused_by("log_entries_are_numbered_in_order"):
        LogEntry.objects.create(
            number=5, kind="update", made_at=NOW, salt=b"", body={}, commitment=HASH
        )


def test_holding_line_needs_a_spokesperson_of_the_desk(rumour: Rumour, stranger: Account) -> None:
    with refused_by("holding_line_is_by_a_spokesperson"):
        holding_line(rumour, stranger)


def test_no_holding_line_on_what_is_not_checkable(rumour: Rumour, colleague: Account) -> None:
    sql(
        "UPDATE desk_rumour SET state = 'not_checkable', checkable = FALSE, harm = NULL, "
        "due_at = NULL"
    )
    with refused_by("holding_line_is_for_what_is_being_checked"):
        holding_line(rumour, colleague)


def holding_line(rumour: Rumour, by: Account) -> HoldingLine:
    """One holding line row."""
    return HoldingLine.objects.create(
        rumour=rumour,
        safe_action="Lên chỗ cao",
        checking="Đang hỏi nhà máy",
        published_at=NOW,
        next_update_at=NOW.replace(hour=14),
        expires_at=NOW.replace(hour=15),
        published_by=by,
        log_entry=log_entry(),
    )


TEXT = "Đập vỡ 😀, cầu sập"


def send(desk: Desk, **changes: Any) -> Message:
    """One message row."""
    row: dict[str, Any] = {"text": TEXT, "state": "divided", "received_at": NOW, "receipt": HASH}
    row = {"channel": "web", "external_id": "1"} | row | changes
    return Message.objects.create(desk=desk, **row)


def part(whole: Message, start: int, end: int, **changes: Any) -> Message:
    """One row of a part of it."""
    row = {"text": TEXT[start:end], "receipt": None, "external_id": f"{start}-{end}"}
    place = {"part_of": whole, "part_start": start, "part_end": end, "state": "inbox"}
    return send(whole.desk, **(row | place | changes))


def test_parts_stand_in_the_text_of_the_whole_and_apart(desk: Desk) -> None:
    whole = send(desk)
    first = part(whole, 0, 8)
    for start, end, text in ((8, 10, "khác"), (10, 30, "cầu sập"), (8, 9, "")):
        with refused_by("a_part_says_what_the_whole_says|message_text_not_empty"):
            part(whole, start, end, text=text)
    assert part(whole, 10, 17).text == "cầu sập"
    with refused_by("parts_do_not_overlap"):
        part(whole, 7, 9)
    for column, value in (("text", "khác"), ("part_start", 1), ("part_of_id", first.pk)):
        with refused_by("a_part_stays_where_it_stands"):
            sql(f"UPDATE desk_message SET {column} = %s WHERE id = %s", value, first.pk)


def test_a_part_has_no_receipt_and_no_parts(desk: Desk) -> None:
    whole = send(desk)
    with refused_by("only_the_whole_has_a_receipt"):
        part(whole, 0, 8, receipt="b" * 64)
    with refused_by("only_the_whole_has_a_receipt"):
        send(desk, receipt=None, external_id="2")
    with refused_by("a_part_is_never_divided"):
        part(whole, 0, 8, state="divided")
    with refused_by("a_part_says_what_the_whole_says"):
        part(part(whole, 0, 8), 0, 4)
    with refused_by("a_part_says_where_it_stands"):
        send(desk, receipt="b" * 64, external_id="3", part_start=1, part_end=2)


def test_parts_are_of_a_divided_message_that_stays_as_it_is(desk: Desk, other_desk: Desk) -> None:
    whole = send(desk, state="inbox")
    with refused_by("a_part_says_what_the_whole_says"):
        part(whole, 0, 8)
    sql("UPDATE desk_message SET state = 'divided'")
    with refused_by("a_part_says_what_the_whole_says"):
        part(whole, 0, 8, desk_id=other_desk.pk)
    part(whole, 0, 8)
    for column, value in (("state", "inbox"), ("text", "khác")):
        with refused_by("a_divided_message_stays_as_it_is"):
            sql(f"UPDATE desk_message SET {column} = %s WHERE id = %s", value, whole.pk)


def test_a_divided_message_is_counted_by_its_parts(desk: Desk, rumour: Rumour) -> None:
    whole = send(desk)
    seen = {"rumour": rumour, "seen_on": NOW.date()}
    with refused_by("a_divided_message_is_counted_by_its_parts_insert"):
        Sighting.objects.create(message=whole, **seen)
    counted = Sighting.objects.create(message=part(whole, 0, 8), **seen)
    with refused_by("a_divided_message_is_counted_by_its_parts_update"):
        sql("UPDATE desk_sighting SET message_id = %s", whole.pk)
    other = send(desk, state="attached", receipt="b" * 64, external_id="2")
    sql("UPDATE desk_sighting SET message_id = %s WHERE id = %s", other.pk, counted.pk)
    with refused_by("what_is_counted_is_not_divided"):
        sql("UPDATE desk_message SET state = 'divided' WHERE id = %s", other.pk)


@pytest.fixture
def objection(published: Version) -> Objection:
    """What a reader said of the first version."""
    return Objection.objects.create(
        fact_check=published.fact_check, version=published, external_id="a", receipt="b",
        text="Sai giờ", received_at=NOW, due_on=NOW.date(),
    )  # fmt: skip


def answer(account: Account, outcome: str) -> None:
    """Answer the only objection, by plain SQL."""
    sql(
        "UPDATE desk_objection SET outcome = %s, standing = %s, answer = 'vì thế', "
        "answered_at = %s, answered_by_id = %s, amend_by = %s",
        outcome, outcome, NOW, account.pk, NOW.date(),
    )  # fmt: skip


def test_what_was_brought_stays(objection: Objection) -> None:
    for column in ("text", "link", "copy", "external_id"):
        with refused_by("what_was_brought_stays_as_it_came"):
            sql(f"UPDATE desk_objection SET {column} = 'khác'")
    with refused_by("an_objection_stays"):
        sql("DELETE FROM desk_objection")


def test_an_author_refuses_no_objection_to_the_own_text(
    objection: Objection, author: Account, colleague: Account
) -> None:
    with refused_by("an_author_refuses_no_objection"):
        answer(author, "refused")
    with refused_by("an_author_holds_no_objection_back"):
        sql(
            "UPDATE desk_objection SET held_back = 'abuse', held_at = %s, held_by_id = %s",
            NOW, author.pk,
        )  # fmt: skip
    ConflictOfInterest.objects.create(
        rumour=objection.fact_check.rumour, account=colleague, reason="x", declared_at=NOW
    )
    with refused_by("who_has_an_interest_answers_no_objection"):
        answer(colleague, "refused")
    answer(author, "accepted")


def test_who_has_an_interest_holds_no_words_back_and_shows_none_again(
    objection: Objection, colleague: Account
) -> None:
    hold = "UPDATE desk_objection SET held_back = %s, held_at = %s, held_by_id = %s"
    sql(hold, "abuse", NOW, colleague.pk)
    ConflictOfInterest.objects.create(
        rumour=objection.fact_check.rumour, account=colleague, reason="x", declared_at=NOW
    )
    for why in ("private", ""):
        with refused_by("who_has_an_interest_holds_no_objection_back"):
            sql(hold, why, NOW, colleague.pk)


def test_an_answer_is_never_overwritten(objection: Objection, colleague: Account) -> None:
    answer(colleague, "refused")
    for change in ("answer = 'khác'", "outcome = 'accepted'", "outcome = ''"):
        with refused_by("an_answer_is_never_overwritten|an_answered_objection|stands_as_answered"):
            sql(f"UPDATE desk_objection SET {change}")
    with refused_by("a_note_says_when_an_answer_stands_no_more"):
        sql("UPDATE desk_objection SET standing = 'accepted'")
    note(objection, colleague, "accepted")
    sql("UPDATE desk_objection SET standing = 'accepted'")


def note(objection: Objection, by: Account, outcome: str = "") -> ObjectionNote:
    """One note row."""
    return ObjectionNote.objects.create(
        objection=objection, text="Xem lại", outcome=outcome, by=by, made_at=NOW
    )


def test_a_note_stands_under_an_answer_and_stays(
    objection: Objection, author: Account, colleague: Account
) -> None:
    with refused_by("a_note_is_on_an_answer"):
        note(objection, colleague)
    answer(colleague, "accepted")
    with refused_by("an_author_refuses_by_no_note"):
        note(objection, author, "refused")
    note(objection, author)
    with refused_by("objection_note_only_loses_its_text"):
        sql("UPDATE desk_objectionnote SET text = 'khác'")
    with refused_by("objection_note_is_never_removed"):
        sql("DELETE FROM desk_objectionnote")


def test_an_error_is_corrected_by_a_later_version(objection: Objection, author: Account) -> None:
    answer(author, "accepted")
    with refused_by("an_error_is_corrected_once_in_a_later_version"):
        sql("UPDATE desk_objection SET corrected_in_id = version_id")


def about(draft: Draft, colleague: Account, **changes: Any) -> None:
    """The signed draft says whom it is about."""
    Draft.objects.filter(pk=draft.pk).update(revision=draft.revision + 1, **changes)
    draft.refresh_from_db()
    for kind in ("review", "sign_off"):
        sign(draft, colleague, kind)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"about": ""}, "a_version_says_whom_it_is_about"),
        ({"about": "body"}, "a_version_names_a_body|was_offered_a_reply"),
        ({"about": "body", "about_body": "Trạm đo"}, "was_offered_a_reply"),
        ({"about": "private"}, "was_offered_a_reply"),
        (
            {"about": "private", "not_asked": "life_safety", "not_asked_why": "lũ"},
            "not_to_wait_is_for_danger_to_life",
        ),
        ({"about": "private", "not_asked": "endangers"}, "says_why_it_did_not_ask"),
    ],
)
def test_whom_it_is_about_was_offered_a_reply(
    draft: Draft, author: Account, colleague: Account, changes: dict[str, str], rule: str
) -> None:
    add_contact(draft.rumour, author)
    draft.refresh_from_db()
    about(draft, colleague, **changes)
    with refused_by(rule):
        publish(draft, author, colleague)


def test_an_offer_counts_when_it_was_answered_or_its_time_is_over(
    draft: Draft, author: Account, colleague: Account
) -> None:
    later = NOW + timedelta(microseconds=1)
    offer = {"rumour": draft.rumour, "body": "Trạm đo", "how": "thư", "made_by": author}
    early = {"asked_at": NOW - timedelta(hours=1), "purpose": "reply"}
    ContactAttempt.objects.create(answer_by=NOW, **offer, **early)
    open_one = ContactAttempt.objects.create(answer_by=later, **offer, **early)
    draft.refresh_from_db()
    about(draft, colleague, about="body", about_body="Trạm đo")
    with refused_by("whom_a_version_is_about_was_offered_a_reply"):
        publish(draft, author, colleague)
    ContactAttempt.objects.filter(pk=open_one.pk).update(answer="Đập vững", answered_at=NOW)
    draft.refresh_from_db()
    for kind in ("review", "sign_off"):
        sign(draft, colleague, kind)
    assert publish(draft, author, colleague).about == "body"


def test_a_private_person_has_no_name_here(draft: Draft, author: Account) -> None:
    with refused_by("a_draft_names_no_private_person"):
        sql("UPDATE desk_draft SET about = 'private', about_body = 'Ai', revision = revision + 1")
    add_contact(draft.rumour, author)
    with refused_by("a_private_person_who_was_asked_is_not_named"):
        sql("UPDATE desk_contactattempt SET purpose = 'private'")
    with refused_by("an_offer_of_a_reply_says_until_when"):
        sql("UPDATE desk_contactattempt SET purpose = 'reply'")


def test_what_was_accepted_is_corrected_before_an_update(
    objection: Objection, author: Account, colleague: Account
) -> None:
    answer(colleague, "accepted")
    draft = Draft.objects.create(
        rumour=objection.fact_check.rumour, content_hash=HASH, started_at=NOW, edited_at=NOW,
        kind="update", **CONTENT,
    )  # fmt: skip
    DraftAuthor.objects.create(draft=draft, account=author, first_at=NOW)
    for kind in ("review", "sign_off"):
        sign(draft, colleague, kind)
    with refused_by("what_was_accepted_is_corrected_first"):
        publish(draft, author, colleague, number=2)
