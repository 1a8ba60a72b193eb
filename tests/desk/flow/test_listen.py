"""Anyone objects without account; the desk answers once, in public, within seven working days, and
nobody throws out what is said against their own text.
"""

from datetime import date, timedelta

import pytest

from kiemtin.bulletin.content_hash import content_hash
from kiemtin.desk import moment
from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import drafts, listen, review
from kiemtin.desk.models import Account, FactCheck, LogEntry, Objection, Rumour
from kiemtin.desk.words import ApprovalKind, ObjectionKind, ObjectionOutcome, VersionKind
from kiemtin.media.document import CopyRefused
from kiemtin.media.magic import kind_of
from kiemtin.text.canonical import TextRefused
from tests.desk.steps import NOON, correct, release
from tests.media.pictures import SECRET, drawing, encoded, exif

TEXT = "Giờ đo ghi sai: trạm đo lúc 22 giờ."
YES, NO = ObjectionOutcome.ACCEPTED, ObjectionOutcome.REFUSED


@pytest.fixture
def fact_check(author: Account, colleague: Account, rumour: Rumour) -> FactCheck:
    """What somebody objects to."""
    return release(author, colleague, rumour).fact_check


def object_to(fact_check: FactCheck, external_id: str = "form-1") -> Objection:
    """The objection as stored."""
    fact_check.refresh_from_db()
    return listen.object_to(fact_check, TEXT, external_id=external_id).objection


def test_one_form_is_one_objection(fact_check: FactCheck) -> None:
    fact_check.refresh_from_db()
    first, again = (listen.object_to(fact_check, TEXT, external_id="form-1") for _ in range(2))
    assert (first.created, again.created) == (True, False)
    assert (first.objection, first.receipt) == (again.objection, again.receipt)
    assert object_to(fact_check, "form-2") != first.objection
    assert LogEntry.objects.filter(kind="objection_received").count() == 2


def test_answer_is_due_after_seven_working_days(fact_check: FactCheck) -> None:
    with moment.at(NOON):  # a Wednesday
        assert object_to(fact_check).due_on == date(2025, 10, 10)


def test_text_is_redacted_and_never_empty(fact_check: FactCheck) -> None:
    fact_check.refresh_from_db()
    found = listen.object_to(
        fact_check,
        "Gọi tôi 0900 000 001",
        external_id="form-1",
        link="https://www.facebook.com/nguyen.van.x",
    ).objection
    assert "0900" not in found.text
    assert not found.link
    with pytest.raises(TextRefused):
        listen.object_to(fact_check, " ", external_id="form-2")


def test_a_file_is_kept_once_without_its_name_and_what_the_camera_wrote(
    fact_check: FactCheck,
) -> None:
    fact_check.refresh_from_db()
    beside = listen.Beside(
        ObjectionKind.EVIDENCE, encoded(drawing(), "JPEG", exif=exif()), "anh-cua-toi.jpg"
    )
    for _ in range(2):
        found = listen.object_to(fact_check, TEXT, external_id="form-1", beside=beside).objection
    with found.copy.open("rb") as file:
        kept = file.read()
    assert kind_of(kept) == "png"
    assert SECRET not in kept
    assert "anh-cua-toi" not in str(found.copy.name)
    assert len(found.copy_sha256) == 64
    assert found.kind == ObjectionKind.EVIDENCE


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"PK\x03\x04" + b"0" * 99, "a.zip"), (b"MZ\x90\x00" + b"\x00" * 99, "a.exe"), (b"a", "a.js")],
)
def test_a_file_that_could_harm_is_refused_and_nothing_is_stored(
    fact_check: FactCheck, data: bytes, name: str
) -> None:
    fact_check.refresh_from_db()
    beside = listen.Beside(ObjectionKind.EVIDENCE, data, name)
    with pytest.raises(CopyRefused):
        listen.object_to(fact_check, TEXT, external_id="form-1", beside=beside)
    assert not Objection.objects.exists()


def test_the_log_tells_of_it_without_a_word_of_it(
    noon: object, colleague: Account, fact_check: FactCheck
) -> None:
    objection = object_to(fact_check)
    with moment.at(NOON + timedelta(days=6)):
        listen.answer_objection(colleague, objection, NO, "Giờ đo đúng.")
    came, answered = (
        LogEntry.objects.get(kind=kind).body
        for kind in ("objection_received", "objection_answered")
    )
    same = {"fact_check": fact_check.pk, "objection": objection.pk}
    assert came == same | {"kind": "wrong", "version": 1}
    hashed = content_hash({"answer": "Giờ đo đúng."})
    assert answered == same | {"outcome": "refused", "days": 4, "content_hash": hashed}


def test_it_is_answered_once_with_a_reason(
    author: Account, colleague: Account, stranger: Account, fact_check: FactCheck
) -> None:
    objection = object_to(fact_check)
    with pytest.raises(NotAllowed):
        listen.answer_objection(stranger, objection, NO, "Không.")
    with pytest.raises(FlowError) as refused:
        listen.answer_objection(colleague, objection, NO, " ")
    assert refused.value.code == "no_reason"
    listen.answer_objection(colleague, objection, NO, "Giờ đo đúng.")
    with pytest.raises(FlowError) as refused:
        listen.answer_objection(author, objection, YES, "Đúng vậy.")
    assert refused.value.code == "already_answered"
    objection.refresh_from_db()
    assert (objection.outcome, objection.answer) == (NO, "Giờ đo đúng.")
    assert (objection.standing, objection.amend_by) == (NO, None)
    assert not fact_check.rumour.drafts.filter(is_open=True).exists()


def test_an_author_admits_an_error_and_never_says_there_is_none(
    author: Account, fact_check: FactCheck
) -> None:
    first, second = object_to(fact_check, "form-1"), object_to(fact_check, "form-2")
    with pytest.raises(FlowError) as refused:
        listen.answer_objection(author, first, NO, "Không sai.")
    assert refused.value.code == "is_author"
    assert listen.answer_objection(author, second, YES, "Đúng vậy.").standing == YES


def test_who_has_an_interest_answers_nothing(colleague: Account, fact_check: FactCheck) -> None:
    objection = object_to(fact_check)
    review.declare_conflict(colleague, fact_check.rumour, "Người nhà làm ở nhà máy")
    for outcome in (YES, NO):
        with pytest.raises(FlowError) as refused:
            listen.answer_objection(colleague, objection, outcome, "Vì thế.")
        assert refused.value.code == "conflict"


def test_accepted_objection_opens_an_amendment(author: Account, fact_check: FactCheck) -> None:
    with moment.at(NOON):
        objection = object_to(fact_check)
        listen.answer_objection(author, objection, YES, "Cảm ơn, sẽ sửa.")
    draft = fact_check.rumour.drafts.get(is_open=True)
    fact_check.refresh_from_db()
    objection.refresh_from_db()
    assert objection.amend_by == date(2025, 10, 6)
    assert draft.kind == VersionKind.AMENDMENT
    assert fact_check.current is not None
    assert draft.content() == fact_check.current.content()
    assert draft.content_hash == drafts.hash_of(draft)
    entry = LogEntry.objects.get(kind="objection_answered")
    assert entry.said()["outcome"] == "accepted"


def test_an_update_under_way_becomes_the_correction(
    author: Account, colleague: Account, fact_check: FactCheck
) -> None:
    fact_check.refresh_from_db()
    draft = drafts.amend(author, fact_check, VersionKind.UPDATE)
    approval = review.approve(colleague, draft, ApprovalKind.REVIEW, draft.content_hash)
    listen.answer_objection(author, object_to(fact_check), YES, "Cảm ơn, sẽ sửa.")
    draft.refresh_from_db()
    assert draft.kind == VersionKind.AMENDMENT
    assert draft.revision > approval.revision
    assert draft.content_hash == drafts.hash_of(draft)


def test_a_second_error_admitted_ends_the_signatures_under_the_correction(
    author: Account, colleague: Account, fact_check: FactCheck
) -> None:
    listen.answer_objection(author, object_to(fact_check), YES, "Cảm ơn, sẽ sửa.")
    draft = fact_check.rumour.drafts.get(is_open=True)
    wrong = {"what_was_wrong": "Ghi sai giờ đo."}
    draft = drafts.save(author, draft, wrong, based_on=draft.revision)
    review.approve(colleague, draft, ApprovalKind.REVIEW, draft.content_hash)
    listen.answer_objection(author, object_to(fact_check, "form-2"), YES, "Cũng đúng.")
    draft.refresh_from_db()
    assert review.in_force(draft, ApprovalKind.REVIEW) is None


def test_what_was_admitted_is_corrected_before_anything_new_is_said(
    author: Account, colleague: Account, fact_check: FactCheck
) -> None:
    objection = object_to(fact_check)
    listen.answer_objection(author, objection, YES, "Cảm ơn, sẽ sửa.")
    draft = fact_check.rumour.drafts.get(is_open=True)
    type(draft).objects.filter(pk=draft.pk).update(is_open=False)
    with pytest.raises(FlowError) as refused:
        drafts.amend(author, fact_check, VersionKind.UPDATE)
    assert refused.value.code == "accepted_first"
    version = correct(author, colleague, fact_check)
    objection.refresh_from_db()
    assert objection.corrected_in == version
