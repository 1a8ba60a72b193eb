"""What readers of the drill say back: an error they found, a refusal, words held back, and two who
still wait, one of them for too long. Their words are made up.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kiemtin.desk.flow import listen, respond
from kiemtin.desk.models import Account, FactCheck, Objection
from kiemtin.desk.moment import at
from kiemtin.desk.words import HeldBack, ObjectionKind, ObjectionOutcome

AMENDED = "tau-la-an-duong-vuong-2025"
LONG = timedelta(days=15)


@dataclass(frozen=True)
class Said:
    """One objection: to which story, what, how long after its publication or (`ago`) before the
    drill began, and what the desk answered after how long.
    """

    story: str
    text: str
    after: timedelta = timedelta()
    ago: timedelta = timedelta()
    kind: ObjectionKind = ObjectionKind.WRONG
    answer: str = ""
    outcome: ObjectionOutcome = ObjectionOutcome.REFUSED
    took: timedelta = timedelta()
    held_back: HeldBack | None = None


TOLD = (
    Said(
        story=AMENDED,
        text="Bờ kè An Dương Vương thuộc phường Lào Cai, không phải phường Cam Đường.",
        after=timedelta(minutes=30),
        answer="Đúng là bài ghi sai tên phường. Cảm ơn bạn; chúng tôi đính chính ngay.",
        outcome=ObjectionOutcome.ACCEPTED,
        took=timedelta(minutes=40),
    ),
    Said(
        story="coc-ly-vo-dap",
        text="Tôi thấy nước sông lên rất nhanh tối hôm đó, nên chắc đập đã vỡ.",
        after=timedelta(days=1),
        answer="Nước lên nhanh vì hồ xả và mưa lớn, bài đã ghi số đo. Chưa có bằng chứng nào cho "
        "thấy đập vỡ.",
        took=timedelta(days=4),
    ),
    Said(
        story="scb-mat-tien-gui-2022",
        text="Bài này dở, ai viết ra thì đúng là đồ ngốc.",
        after=timedelta(days=2),
        answer="Phản hồi không nêu chi tiết nào sai. Nếu bạn thấy chỗ sai, hãy cho chúng tôi biết.",
        took=timedelta(days=6),
        held_back=HeldBack.ABUSE,
    ),
    Said(
        story="ql4d-sat-lo-cam-duong-2025",
        text="Đường đã thông lại, bài nên ghi giờ thông đường.",
        ago=LONG,
        kind=ObjectionKind.EVIDENCE,
    ),
    Said(
        story="link-nhan-100-nghin-2025",
        text="Ở xã tôi có thêm một mẫu tin nhắn khác, đường dẫn cũng đòi nhập mã OTP.",
        ago=timedelta(days=2),
        kind=ObjectionKind.EVIDENCE,
    ),
)


def moment_of(said: Said, published: datetime, start: datetime) -> datetime:
    """When it was said."""
    return start - said.ago if said.ago else published + said.after


def say(said: Said, fact_check: FactCheck) -> Objection:
    """Somebody objects."""
    name = f"demo:{said.story}"
    beside = listen.Beside(said.kind)
    return listen.object_to(fact_check, said.text, external_id=name, beside=beside).objection


def answer(said: Said, objection: Objection, checker: Account, reviewer: Account) -> None:
    """The desk answers, at the moment it took: yes by who wrote it, no by another."""
    with at(objection.received_at + said.took):
        if said.held_back:
            respond.hold_back(reviewer, objection, said.held_back)
        who = checker if said.outcome == ObjectionOutcome.ACCEPTED else reviewer
        listen.answer_objection(who, objection, said.outcome, said.answer)
