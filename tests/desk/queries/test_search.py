"""What a pasted text repeats, and which fact-checks hold some words."""

from collections.abc import Iterator
from datetime import date

import pytest

from kiemtin.desk.flow import index, split, triage
from kiemtin.desk.models import Account, Desk
from kiemtin.desk.queries import search
from kiemtin.desk.words import VersionKind
from kiemtin.matching.types import Reason
from kiemtin.text.canonical import TextRefused
from tests.desk import steps
from tests.support.publishing import Staff


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    index.forget()
    search.forget()
    yield
    index.forget()
    search.forget()


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    return Staff(desk, author, colleague)


def test_a_published_claim_is_the_same(staff: Staff) -> None:
    version = staff.publish()
    answer = search.check(version.claim, "15")
    assert answer.decision == "same"
    assert answer.found[0].version == version
    assert answer.found[0].reasons


def test_nothing_known_is_new(staff: Staff) -> None:
    answer = search.check("Ngân hàng sắp khoá mọi thẻ chưa cập nhật khuôn mặt")
    assert (answer.decision, answer.found, answer.being_checked) == ("new", (), False)


def test_an_open_rumour_only_says_that_it_is_being_checked(staff: Staff) -> None:
    rumour = staff.open()
    answer = search.check(rumour.claim, "15")
    assert (answer.decision, answer.found) == ("new", ())
    assert answer.being_checked


def test_what_was_withdrawn_answers_nothing(staff: Staff) -> None:
    version = staff.publish()
    staff.again(version.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Nhầm.")
    assert search.check(version.claim, "15").found == ()


def test_one_that_is_no_longer_valid_is_shown_with_that_reason(staff: Staff) -> None:
    version = staff.publish(valid_until=date(2024, 9, 20))
    answer = search.check(version.claim, "15")
    assert answer.decision == "maybe"
    assert answer.found[0].version == version
    assert "no_longer_valid" in [reason.code for reason in answer.found[0].reasons]


def test_another_place_is_never_the_same(staff: Staff) -> None:
    version = staff.publish()
    assert search.check(version.claim, "14").decision != "same"


def test_a_text_that_cannot_be_read_is_refused(staff: Staff) -> None:
    with pytest.raises(TextRefused):
        search.check(" ")


def test_reasons_that_name_another_candidate_stay_inside() -> None:
    kept = Reason("nothing_close")
    assert search.public([Reason("another_candidate_close", {"entry": "7"}), kept]) == (kept,)


def test_words_are_found_without_marks_and_all_of_them_count(staff: Staff) -> None:
    dam = staff.publish().fact_check
    assert search.words().matching("DAP nam mau") == [dam.pk]
    assert search.words().matching("đập sông") == []


def test_words_follow_the_current_version(staff: Staff) -> None:
    dam = staff.publish().fact_check
    assert search.words().matching("tràn xả") == []
    staff.again(dam, VersionKind.UPDATE, fact="Tràn xả lũ vẫn chạy tốt.")
    assert search.words().matching("tràn xả") == [dam.pk]
    assert search.words().matching("xả theo quy trình") == []


BRIDGE = "Cầu Cốc Lếu sắp bị cấm xe tải"


def test_each_claim_of_a_text_is_looked_for_by_itself(staff: Staff) -> None:
    version, _bridge = staff.publish(), staff.open(claim=BRIDGE)
    answer = search.check(f"{version.claim}, với lại {BRIDGE} nhé. {version.claim}", "15")
    assert answer.decision == "maybe"
    assert {one.decision for one in answer.parts} == {"same", "new"}
    by_text = {one.text: one for one in answer.parts}
    (same,) = (one for one in answer.parts if one.decision == "same")
    assert same.found[0].version == version
    assert by_text[f"với lại {BRIDGE} nhé."].being_checked
    assert len(answer.parts) == 2, "what is said twice is one claim"


def test_a_single_claim_has_no_parts(staff: Staff) -> None:
    version = staff.publish()
    assert search.check(f"Chào bàn, {version.claim} đúng không ạ", "15").parts == ()


def test_what_a_person_decided_of_the_same_words_holds_for_who_pastes_them(
    staff: Staff, author: Account, desk: Desk
) -> None:
    version = staff.publish()
    said = "Nghe nói cái đập trên kia vỡ tan rồi hả mọi người"
    assert search.check(said).decision == "new"
    message = steps.ask(desk, "1", said, place=None)
    triage.attach(author, message, version.fact_check.rumour)
    answer = search.check(said.upper())
    assert (answer.decision, answer.found[0].version) == ("same", version)
    split.take_out(author, message, version.fact_check.rumour)
    assert search.check(said).found == ()


def test_a_published_claim_that_a_person_told_apart_is_no_longer_shown_for_the_words(
    staff: Staff, author: Account, desk: Desk
) -> None:
    version = staff.publish()
    message = steps.ask(desk, "1", version.claim, place=None)
    triage.attach(author, message, version.fact_check.rumour)
    split.take_out(author, message, version.fact_check.rumour)
    assert search.check(version.claim).decision == "new"
