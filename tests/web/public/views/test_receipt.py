"""The receipt: every state of a question, for the one who holds the code and nobody else."""

from datetime import timedelta

import pytest
from django.test import Client

from kiemtin.desk import receipts
from kiemtin.desk.flow import deliver, holding, match, triage
from kiemtin.desk.models import Account, Delivery, Desk, Message, ReplyAddress, Rumour, Version
from kiemtin.desk.moment import at, now, today
from kiemtin.desk.words import MessageState, NotCheckable, VersionKind
from tests.support.publishing import Staff
from tests.web.public.pages import fields, send, text

HEARD = "Nghe nói cầu Cốc Lếu sắp sập, cấm xe từ tối nay"


def ask(reader: Client, said: str = HEARD, **more: str) -> str:
    """Report something; gives the address of the receipt."""
    answer = send(reader, "/hoi/", {"text": said} | more)
    assert answer.status_code == 302
    return str(answer["Location"])


def test_a_new_question_is_being_checked(reader: Client) -> None:
    page = reader.get(ask(reader))
    said = text(page)
    assert "Bàn đang kiểm tra" in said
    assert HEARD in said
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "same-origin"
    assert "noindex" in page["X-Robots-Tag"]


def test_a_question_waiting_for_a_person_is_received(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(message: Message) -> None:
        raise RuntimeError

    monkeypatch.setattr(match, "match_message", broken)
    assert "Đã nhận tin của bạn" in text(reader.get(ask(reader)))


def test_the_answer_has_the_fact_first(reader: Client, dam: Version) -> None:
    said = text(reader.get(ask(reader, dam.claim)))
    assert said.index("SAI") < said.index(dam.fact) < said.index("Nên làm gì")
    assert said.index("Nên làm gì") < said.index("Điều bạn đã gửi")


def test_an_answer_that_no_longer_holds_says_so(reader: Client, staff: Staff) -> None:
    version = staff.publish(valid_until=today())
    where = ask(reader, version.claim)
    assert "Chỉ đúng đến" not in text(reader.get(where))
    with at(now() + timedelta(days=1)):
        assert "Chỉ đúng đến" in text(reader.get(where))


def test_opening_the_answer_ends_the_loan_of_the_address(reader: Client, dam: Version) -> None:
    where = ask(reader, dam.claim, reply_to="0900 000 001")
    assert ReplyAddress.objects.count() == 1
    reader.head(where)
    assert ReplyAddress.objects.count() == 1
    reader.get(where)
    assert not ReplyAddress.objects.exists()
    assert Delivery.objects.get().seen_at is not None


def test_the_answer_comes_when_the_fact_check_is_published(reader: Client, staff: Staff) -> None:
    rumour = staff.open()
    where = ask(reader, rumour.claim)
    assert "Bàn đang kiểm tra" in text(reader.get(where))
    version = staff.publish(rumour)
    deliver.run_due()
    assert version.fact in text(reader.get(where))


def test_a_changed_answer_says_what_was_wrong(reader: Client, staff: Staff, dam: Version) -> None:
    where = ask(reader, dam.claim)
    staff.again(
        dam.fact_check,
        VersionKind.AMENDMENT,
        fact="Đập không vỡ, nhưng tràn xả lũ bị hỏng.",
        what_was_wrong="Chúng tôi đã bỏ sót tràn xả lũ bị hỏng.",
    )
    deliver.run_due()
    said = text(reader.get(where))
    assert "Câu trả lời đã thay đổi" in said
    assert said.index("bỏ sót tràn xả lũ") < said.index("tràn xả lũ bị hỏng. Tin được kiểm tra")
    assert f"/kiem-chung/{dam.fact_check.slug}/ban/1/" in reader.get(where).content.decode()


def test_a_withdrawn_answer_says_so(reader: Client, staff: Staff, dam: Version) -> None:
    where = ask(reader, dam.claim)
    staff.again(dam.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Chúng tôi nhầm đập.")
    deliver.run_due()
    said = text(reader.get(where))
    assert "đã được rút lại" in said
    assert "nhầm đập" in said


def test_this_is_not_what_i_asked_brings_it_back_to_a_person(reader: Client, dam: Version) -> None:
    where = ask(reader, dam.claim)
    action = where + "khong-dung/"
    answer = reader.post(action, fields(reader.get(where), action))
    assert answer["Location"] == where
    assert Message.objects.get().state == MessageState.INBOX
    said = text(reader.get(where))
    assert dam.fact not in said
    assert "Người của bàn sẽ đọc lại" in said


def test_refusing_twice_changes_nothing_more(reader: Client, dam: Version) -> None:
    where = ask(reader, dam.claim)
    action = where + "khong-dung/"
    said = fields(reader.get(where), action)
    reader.post(action, said)
    records = Message.objects.get().matches.count()
    assert reader.post(action, said).status_code == 302
    assert Message.objects.get().matches.count() == records


def test_refusing_needs_the_forms_token(reader: Client, dam: Version) -> None:
    where = ask(reader, dam.claim)
    assert reader.post(where + "khong-dung/").status_code == 403
    assert Message.objects.get().state == MessageState.ATTACHED


def test_a_person_who_finds_it_was_the_same_after_all_is_heard(
    reader: Client, author: Account, dam: Version
) -> None:
    where = ask(reader, dam.claim)
    action = where + "khong-dung/"
    reader.post(action, fields(reader.get(where), action))
    triage.attach(author, Message.objects.get(), dam.fact_check.rumour)
    said = text(reader.get(where))
    assert dam.fact in said
    assert "không phải điều tôi hỏi" not in said


def test_what_is_not_checkable_is_told_kindly_and_why(reader: Client, author: Account) -> None:
    where = ask(reader)
    triage.not_checkable(author, Message.objects.get(), NotCheckable.COMPLAINT)
    said = text(reader.get(where))
    assert "không thuộc diện kiểm chứng" in said
    assert "là phản ánh, kiến nghị" in said


def test_what_is_set_aside_says_what_would_help(reader: Client, author: Account) -> None:
    where = ask(reader)
    triage.set_aside(author, Message.objects.get())
    assert "chuyện gì, ở đâu, khi nào" in text(reader.get(where))


def test_a_holding_line_says_what_to_do_until_it_expires(
    reader: Client, colleague: Account
) -> None:
    where = ask(reader)
    line = holding.publish_holding_line(
        colleague,
        Rumour.objects.get(),
        safe_action="Đi cầu khác.",
        checking="Đang hỏi đơn vị quản lý cầu.",
        next_update_at=now() + timedelta(minutes=30),
    )
    said = text(reader.get(where))
    assert said.index("Đi cầu khác.") < said.index("Biên nhận của bạn")
    assert line.safe_action not in text(reader.get("/"))[: said.index("Đi cầu khác.")]


def test_an_answer_for_another_place_is_pointed_at_not_given(
    reader: Client, author: Account, staff: Staff
) -> None:
    dam = staff.publish(place="14")
    where = ask(reader, place="tỉnh Lào Cai")
    triage.attach(author, Message.objects.get(), dam.fact_check.rumour)
    said = text(reader.get(where))
    assert "chỉ áp dụng cho Tỉnh Sơn La" in said
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("typed", ["lower", "spaces", "letters for digits"])
def test_a_code_is_found_however_it_is_typed(reader: Client, typed: str) -> None:
    where = ask(reader)
    code = where.split("/")[2]
    given = {
        "lower": code.lower(),
        "spaces": code.replace("-", " "),
        "letters for digits": code.replace("0", "o").replace("1", "l"),
    }[typed]
    assert reader.get("/bien-nhan/", {"code": given})["Location"] == where


@pytest.mark.parametrize("code", ["7KQM-2XPA-9TB4", "x", "0" * 200, "ổ-gà"])
def test_a_wrong_code_is_told_kindly(reader: Client, code: str) -> None:
    for page in (reader.get("/bien-nhan/", {"code": code}), reader.get(f"/bien-nhan/{code}/")):
        assert page.status_code == 404
        assert "Không có biên nhận nào mang mã này" in text(page)
        assert page["Cache-Control"] == "no-store"


def test_nobody_without_the_code_sees_it_signed_in_or_not(
    reader: Client, stranger: Account, desk: Desk
) -> None:
    ask(reader)
    other = Client()
    other.force_login(stranger)
    guess = receipts.code("web", "some other id")
    assert other.get(f"/bien-nhan/{guess}/").status_code == 404


BRIDGE = "Cầu Cốc Lếu sắp bị cấm xe tải"


def ask_both(reader: Client, staff: Staff, dam: Version) -> str:
    """Ask about what is published and about something else in one message."""
    staff.open(claim=BRIDGE)
    return ask(reader, f"{dam.claim} phải không ạ? Với lại {BRIDGE} đúng không?")


def test_one_receipt_shows_each_claim_with_its_own_answer(
    reader: Client, staff: Staff, dam: Version
) -> None:
    said = text(reader.get(ask_both(reader, staff, dam)))
    assert "có 2 điều, mỗi điều được trả lời riêng" in said
    first, second = said.index(f"1. “{dam.claim}"), said.index(f"2. “Với lại {BRIDGE}")
    assert first < said.index(dam.fact) < second < said.index("Bàn đang kiểm tra")
    assert second < said.index("Biên nhận của bạn")
    assert Delivery.objects.get().seen_at is not None


def test_one_claim_of_several_may_be_something_else(
    reader: Client, staff: Staff, dam: Version
) -> None:
    where = ask_both(reader, staff, dam)
    action = where + "khong-dung/"
    given = fields(reader.get(where), action)
    reader.post(action, given | {"claim": "1"})
    assert dam.fact in text(reader.get(where)), "the other claim has no answer to refuse"
    assert reader.post(action, given | {"claim": "x"})["Location"] == where
    reader.post(action, given)
    said = text(reader.get(where))
    assert dam.fact not in said
    assert "Người của bàn sẽ đọc lại" in said
    states = {one.state for one in Message.objects.exclude(part_of=None)}
    assert states == {MessageState.INBOX, MessageState.ATTACHED}
