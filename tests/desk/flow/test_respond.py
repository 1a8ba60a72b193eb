"""An answer is never overwritten: notes correct it, words are held back, errors corrected."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from kiemtin.desk import moment
from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import drafts, listen, publish, respond, review
from kiemtin.desk.models import Account, FactCheck, LogEntry, Objection, Rumour, Version
from kiemtin.desk.words import HeldBack, ObjectionOutcome, Role, VersionKind
from tests.desk.conftest import Maker
from tests.desk.steps import NOON, correct, release, sign

YES, NO = ObjectionOutcome.ACCEPTED, ObjectionOutcome.REFUSED


@pytest.fixture
def objection(noon: object, author: Account, colleague: Account, rumour: Rumour) -> Objection:
    """What a reader said of a published page, at noon."""
    fact_check = release(author, colleague, rumour).fact_check
    fact_check.refresh_from_db()
    return listen.object_to(fact_check, "Giờ đo ghi sai.", external_id="one").objection


@contextmanager
def refused(code: str) -> Iterator[None]:
    """The step inside is refused with this code."""
    with pytest.raises(FlowError) as refusal:
        yield
    assert refusal.value.code == code


def correction(author: Account, signer: Account, fact_check: FactCheck) -> Version:
    """The open draft, finished and published."""
    draft = fact_check.rumour.drafts.get(is_open=True)
    wrong = {"what_was_wrong": "Ghi sai giờ đo."}
    draft = drafts.save(author, draft, wrong, based_on=draft.revision)
    return publish.publish(signer, sign(signer, draft))


def test_an_admitted_error_waits_for_its_correction_and_the_log_tells_both(
    author: Account, colleague: Account, objection: Objection
) -> None:
    listen.answer_objection(author, objection, YES, "Đúng, sẽ sửa.")
    with moment.at(NOON + timedelta(days=2)):
        version = correction(author, colleague, objection.fact_check)
    objection.refresh_from_db()
    assert objection.corrected_in == version
    assert LogEntry.objects.get(kind="error_corrected").body == {
        "fact_check": objection.fact_check_id,
        "objection": objection.pk,
        "version": 2,
        "days": 2,
    }
    assert version.log_entry.number < LogEntry.objects.get(kind="error_corrected").number


def test_a_correction_of_the_desks_own_finding_corrects_no_objection(
    author: Account, colleague: Account, objection: Objection
) -> None:
    listen.answer_objection(colleague, objection, NO, "Giờ đo đúng.")
    correct(author, colleague, objection.fact_check)
    objection.refresh_from_db()
    assert objection.corrected_in is None
    assert not LogEntry.objects.filter(kind="error_corrected").exists()


def test_a_withdrawal_corrects_too(
    author: Account, colleague: Account, objection: Objection
) -> None:
    drafts.amend(author, objection.fact_check, VersionKind.WITHDRAWAL)
    listen.answer_objection(author, objection, YES, "Đúng, rút bài.")
    version = correction(author, colleague, objection.fact_check)
    objection.refresh_from_db()
    assert (objection.corrected_in, version.kind) == (version, VersionKind.WITHDRAWAL)


def test_a_note_stands_under_the_answer_that_stays(
    colleague: Account, author: Account, objection: Objection
) -> None:
    with refused("not_answered"):
        respond.add_note(colleague, objection, "Xin nói thêm.")
    listen.answer_objection(colleague, objection, NO, "Giờ đo đúng.")
    with refused("no_reason"):
        respond.add_note(colleague, objection, " ")
    with refused("same_outcome"):
        respond.add_note(colleague, objection, "Vẫn vậy.", NO)
    note = respond.add_note(author, objection, "Xin nói thêm.")
    objection.refresh_from_db()
    assert (objection.answer, objection.standing) == ("Giờ đo đúng.", NO)
    assert LogEntry.objects.latest("number").said()["note"] == note.pk


def test_the_desk_changes_its_mind_in_public(
    author: Account, colleague: Account, objection: Objection
) -> None:
    listen.answer_objection(colleague, objection, NO, "Giờ đo đúng.")
    respond.add_note(colleague, objection, "Chúng tôi xem lại: bạn đúng.", YES)
    objection.refresh_from_db()
    assert (objection.outcome, objection.standing) == (NO, YES)
    assert objection.amend_by is not None
    version = correction(author, colleague, objection.fact_check)
    objection.refresh_from_db()
    assert objection.corrected_in == version
    with refused("corrected"):
        respond.add_note(colleague, objection, "Không, vẫn đúng.", NO)


def test_what_was_admitted_by_mistake_needs_no_correction_and_another_person_says_so(
    author: Account, colleague: Account, objection: Objection
) -> None:
    listen.answer_objection(author, objection, YES, "Đúng, sẽ sửa.")
    with refused("is_author"):
        respond.add_note(author, objection, "Tôi nhầm.", NO)
    respond.add_note(colleague, objection, "Xem lại: giờ đo đúng.", NO)
    objection.refresh_from_db()
    assert (objection.standing, objection.amend_by) == (NO, None)
    correction(author, colleague, objection.fact_check)
    objection.refresh_from_db()
    assert objection.corrected_in is None


@pytest.mark.parametrize("accepts", ["author", "colleague"])
@pytest.mark.parametrize("writes", ["author", "colleague"])
def test_at_a_desk_of_two_either_admits_the_error_and_either_writes_what_the_other_signs(
    author: Account, colleague: Account, objection: Objection, accepts: str, writes: str
) -> None:
    two = {"author": author, "colleague": colleague}
    listen.answer_objection(two[accepts], objection, YES, "Đúng, sẽ sửa.")
    writer = two.pop(writes)
    (signer,) = two.values()
    version = correction(writer, signer, objection.fact_check)
    wrote = version.draft.authors.values_list("account", flat=True)
    assert (version.author, version.spokesperson, list(wrote)) == (writer, signer, [writer.pk])


def test_what_nobody_has_written_is_signed_by_nobody(
    author: Account, colleague: Account, objection: Objection
) -> None:
    listen.answer_objection(colleague, objection, YES, "Đúng, sẽ sửa.")
    draft = objection.fact_check.rumour.drafts.get(is_open=True)
    for one in (author, colleague):
        with refused("incomplete"):
            sign(one, draft)
    draft = drafts.save(colleague, draft, {"what_was_wrong": "Sai giờ."}, based_on=draft.revision)
    with refused("is_author"):
        sign(colleague, draft)


def test_words_are_held_back_by_a_reviewer_who_wrote_nothing_of_it(
    author: Account, colleague: Account, person: Maker, objection: Objection
) -> None:
    checker = person("checker", objection.fact_check.desk, Role.CHECKER)
    with pytest.raises(NotAllowed):
        respond.hold_back(checker, objection, HeldBack.ABUSE)
    with refused("is_author"):
        respond.hold_back(author, objection, HeldBack.ABUSE)
    for _ in range(2):
        held = respond.hold_back(colleague, objection, HeldBack.ABUSE)
    assert (held.held_back, held.text) == ("abuse", "Giờ đo ghi sai.")
    assert respond.hold_back(colleague, objection, None).held_back == ""
    said = [one.said()["held_back"] for one in LogEntry.objects.filter(kind="objection_answered")]
    assert said == ["abuse", ""]


def test_who_has_an_interest_holds_nothing_back(colleague: Account, objection: Objection) -> None:
    review.declare_conflict(colleague, objection.fact_check.rumour, "Người nhà làm ở nhà máy")
    with refused("conflict"):
        respond.hold_back(colleague, objection, HeldBack.ABUSE)
