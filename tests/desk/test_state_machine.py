"""Every order of steps, roles and edits: nobody publishes alone, without evidence, on what is not
checkable or on stale approvals; what is refused changes nothing.
"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from django.db import transaction
from django.db.models import Model
from hypothesis import HealthCheck
from hypothesis import settings as bounds
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from pytest_django import Settings

from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import (
    answer,
    deliver,
    divide,
    drafts,
    holding,
    index,
    investigate,
    listen,
    match,
    publish,
    receive,
    respond,
    retention,
    review,
    split,
    triage,
)
from kiemtin.desk.models import (
    Account,
    ContactAttempt,
    Desk,
    Draft,
    Evidence,
    FactCheck,
    Membership,
    Merge,
    Message,
    Objection,
    Rumour,
    Version,
)
from kiemtin.desk.moment import at, today
from kiemtin.desk.words import (
    ApprovalKind,
    Asking,
    EvidenceKind,
    HeldBack,
    MessageState,
    NotCheckable,
    ObjectionOutcome,
    Role,
    Subject,
    VersionKind,
)
from kiemtin.text.sentences import clauses
from tests.desk import steps
from tests.desk.principles import Watch, holds_for

Row = TypeVar("Row", bound=Model)
BEGINNINGS = ("nothing", "assessed", "written", "signed", "published", "amended")
Period = tuple[int | None, int | None]  # days from today
PEOPLE = {
    "an": (Role.CHECKER, Role.REVIEWER, Role.SPOKESPERSON),
    "binh": (Role.CHECKER, Role.REVIEWER),
    "chi": (Role.REVIEWER, Role.SPOKESPERSON),
}
TEXTS = (
    "Đập thủy điện Nậm Mẫu bị vỡ phải không ạ",
    "Nghe nói đập thủy điện Nậm Mẫu bị vỡ",
    "dap thuy dien nam mau bi vo roi ha ad",
    "Đập thủy điện Nậm Mẫu không bị vỡ đúng không",
    "Mai học sinh cả tỉnh được nghỉ học phải không",
    "Có người gọi xưng công an bắt cài phần mềm lạ",
    "Đập thủy điện Nậm Mẫu bị vỡ phải không ạ? Còn mai học sinh cả tỉnh được nghỉ học à, hay bịa",
)
FACTS = ("Đập không vỡ.", "Đập vẫn an toàn.", "Đập vẫn an toàn.", "", "dài " * 99)
PLACES = ("15", "15", "14", "")
ORIGINS = ("Trạm đo", "trạm  ĐO ", "Báo A", "Báo B")
NOBODY, STATION = {"about": "nobody"}, {"about": "body", "about_body": "Nhà máy"}
LIFE = {"not_asked": "life_safety", "not_asked_why": "Dân đang chạy lũ."}
ABOUTS: tuple[dict[str, str], ...] = (
    *(NOBODY, NOBODY, STATION, STATION | LIFE, {"about": "private"}, {"about": ""}),
)
PERIODS: tuple[Period, ...] = ((None, None), (None, None), (None, 0), (1, None), (2, 1))

# Mostly the people of the desk and the newest row: steps that go on are worth more than strangers.
who = st.sampled_from(["an", "binh", "chi", "an", "binh", "chi", "stranger"])
nth = st.sampled_from([0, 0, 0, 0, 1, 1, 2, 3])
rarely = st.sampled_from([False] * 5 + [True])
kinds = st.sampled_from(list(VersionKind))
BOUNDS = bounds(max_examples=6, stateful_step_count=40, suppress_health_check=list(HealthCheck))


class DeskWork(RuleBasedStateMachine):
    """Three people of mixed roles, a stranger, and anything that can be done, in any order."""

    stage = 0

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        index.forget()
        self.moment = steps.NOON
        self.items = self.objections = 0
        self.earlier: dict[tuple[type[Model], int], Model] = {}
        self.desk = Desk.objects.create(slug="lao-cai", name="Bàn Lào Cai", place="15")
        other = Desk.objects.create(slug="son-la", name="Bàn Sơn La", place="14")
        self.people = {name: _account(name, self.desk, roles) for name, roles in PEOPLE.items()}
        self.people["stranger"] = _account("stranger", other, tuple(Role))
        self.watch = Watch(self.people["stranger"])

    def teardown(self) -> None:
        """Leave nothing in the database."""
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)
        index.forget()

    # What the rules are made of

    def take(self, step: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """Do one step and look; when it is refused, nothing may have changed."""
        with at(self.moment):
            try:
                done = step(*given, **named)
            except FlowError:
                self.watch.nothing_changed()
                return None
            self.watch.look(today())
        return done

    def row(self, model: type[Row], back: int, stale: bool = False) -> Row | None:
        """One of the rows, newest first; `stale`: as it was when it was first looked at."""
        numbers = list(model._default_manager.order_by("-pk").values_list("pk", flat=True))
        if not numbers:
            return None
        pk = numbers[back % len(numbers)]
        fresh: Row = model._default_manager.get(pk=pk)
        seen = self.earlier.setdefault((model, pk), fresh)
        return seen if stale and isinstance(seen, model) else fresh

    def told(self, text: str, place: str) -> Message:
        """Somebody asks, and the machine matches it."""
        self.items += 1
        given = {"place": place or None, "received_at": self.moment, "reply_to": "0900 000 001"}
        item = steps.item(f"item-{self.items}", text, **given)
        message: Message = self.take(receive.receive, item, self.desk).message
        self.take(match.match_message, message)
        return message

    # How a run begins: from nothing, or with work already under way

    @initialize()
    def begin(self) -> None:
        an, chi = self.people["an"], self.people["chi"]
        with at(self.moment):
            if self.stage >= BEGINNINGS.index("assessed"):
                self.told(TEXTS[0], "15")
                rumour = self.take(steps.assess, an, Rumour.objects.get())
            if self.stage >= BEGINNINGS.index("written"):
                self.take(steps.prove, an, rumour)
                draft = self.take(steps.write, an, rumour)
            if self.stage >= BEGINNINGS.index("signed"):
                self.take(steps.sign, chi, draft)
            if self.stage >= BEGINNINGS.index("published"):
                version = self.take(publish.publish, chi, draft)
                self.take(deliver.run_due)
            if self.stage >= BEGINNINGS.index("amended"):
                self.told(TEXTS[0], "15")
                self.take(steps.correct, an, chi, version.fact_check)
                self.take(deliver.run_due)

    # Receive, match, answer

    @rule(text=st.sampled_from(TEXTS), place=st.sampled_from(PLACES))
    def somebody_asks(self, text: str, place: str) -> None:
        with at(self.moment):
            self.told(text, place)

    @precondition(lambda self: self.items)
    @rule(back=nth)
    def the_same_item_comes_again(self, back: int) -> None:
        again = steps.item(f"item-{1 + back % self.items}", "cùng một tin, gửi lại")
        received = self.take(receive.receive, again, self.desk)
        assert not received.created

    @rule(back=nth)
    def asker_reads(self, back: int) -> None:
        if message := self.row(Message, back):
            self.take(answer.seen, message)

    @rule(back=nth)
    def asker_says_it_is_something_else(self, back: int) -> None:
        if self.items:
            self.take(match.not_what_i_asked, _receipt(1 + back % self.items))

    # Triage

    @rule(name=who, back=nth, onto=nth, stale=rarely)
    def attach(self, name: str, back: int, onto: int, stale: bool) -> None:
        message, rumour = self.row(Message, back, stale), self.row(Rumour, onto, stale)
        if message and rumour:
            self.take(triage.attach, self.people[name], message, rumour)

    @rule(name=who, back=nth, stale=rarely)
    def open_rumour(self, name: str, back: int, stale: bool) -> None:
        if message := self.row(Message, back, stale):
            self.take(triage.open_rumour, self.people[name], message)

    @rule(name=who, back=nth, aside=st.booleans(), stale=rarely)
    def close_message(self, name: str, back: int, aside: bool, stale: bool) -> None:
        message = self.row(Message, back, stale)
        if message and aside:
            self.take(triage.set_aside, self.people[name], message)
        elif message:
            self.take(triage.not_checkable, self.people[name], message, NotCheckable.WISH)

    @rule(name=who, back=nth, stale=rarely)
    def undo(self, name: str, back: int, stale: bool) -> None:
        if message := self.row(Message, back, stale):
            self.take(triage.undo, self.people[name], message)

    @rule(name=who, back=nth, cuts=st.sets(st.integers(0, 3), max_size=2), stale=rarely)
    def divide(self, name: str, back: int, cuts: set[int], stale: bool) -> None:
        if message := self.row(Message, back, stale):
            begun = [start for start, _end in clauses(message.text)]
            starts = {begun[at] for at in cuts if at < len(begun)}
            self.take(divide.divide, self.people[name], message, starts)

    @rule(name=who, back=nth, stale=rarely)
    def put_together(self, name: str, back: int, stale: bool) -> None:
        if message := self.row(Message, back, stale):
            self.take(divide.put_together, self.people[name], message)

    @rule(name=who)
    def notice(self, name: str) -> None:
        self.take(triage.notice, self.people[name], self.desk, "Cầu Cốc Lếu sắp đóng", "15")

    @rule(name=who, back=nth, harm=st.integers(-1, 4), life=rarely, stale=rarely)
    def assess(self, name: str, back: int, harm: int, life: bool, stale: bool) -> None:
        found = triage.Assessment(steps.CLAIM, Subject.DAM, harm, life, "15")
        if rumour := self.row(Rumour, back, stale):
            based_on = rumour.revision
            self.take(triage.assess, self.people[name], rumour, found, based_on=based_on)

    @rule(name=who, back=nth, stale=rarely)
    def rumour_not_checkable(self, name: str, back: int, stale: bool) -> None:
        if rumour := self.row(Rumour, back, stale):
            why = NotCheckable.OPINION
            self.take(triage.rumour_not_checkable, self.people[name], rumour, why)

    @rule(name=who, holder=st.none() | who, back=nth, stale=rarely)
    def hold(self, name: str, holder: str | None, back: int, stale: bool) -> None:
        if rumour := self.row(Rumour, back, stale):
            other = self.people[holder] if holder else None
            self.take(triage.take, self.people[name], rumour, other)

    @rule(name=who, back=nth, into=nth, stale=rarely)
    def merge(self, name: str, back: int, into: int, stale: bool) -> None:
        rumour, target = self.row(Rumour, back, stale), self.row(Rumour, into, stale)
        if rumour and target:
            self.take(triage.merge, self.people[name], rumour, target)

    @rule(name=who, back=nth, stale=rarely)
    def take_apart(self, name: str, back: int, stale: bool) -> None:
        if merge := self.row(Merge, back, stale):
            self.take(split.take_apart, self.people[name], merge)

    @rule(name=who, back=nth, out=nth, again=st.booleans(), stale=rarely)
    def take_out(self, name: str, back: int, out: int, again: bool, stale: bool) -> None:
        message, rumour = self.row(Message, back, stale), self.row(Rumour, out, stale)
        if message and rumour:
            self.take(split.take_out, self.people[name], message, rumour)
            if again:
                self.take(split.put_back, self.people[name], message, rumour)

    @rule(name=who, back=nth, stale=rarely)
    def speak_while_checking(self, name: str, back: int, stale: bool) -> None:
        if rumour := self.row(Rumour, back, stale):
            words = {"safe_action": "Lên chỗ cao", "checking": "Đang hỏi nhà máy"}
            self.take(holding.publish_holding_line, self.people[name], rumour, **words)

    # Investigate

    @rule(
        name=who,
        back=nth,
        kind=st.sampled_from(list(EvidenceKind)),
        origin=st.sampled_from(ORIGINS),
        own=st.booleans(),
        copy=st.booleans(),
        stale=rarely,
    )
    def add_evidence(
        self, name: str, back: int, kind: EvidenceKind, origin: str, own: bool, copy: bool,
        stale: bool,
    ) -> None:  # fmt: skip
        if rumour := self.row(Rumour, back, stale):
            changes = {"kind": kind, "origin": origin, "self_statement": own}
            source = investigate.Source(**(vars(steps.SOURCE) | changes))
            data = steps.COPY if copy else b""
            self.take(investigate.add_evidence, self.people[name], rumour, source, data, "a.txt")

    @rule(name=who, back=nth, stale=rarely)
    def add_copy(self, name: str, back: int, stale: bool) -> None:
        if piece := self.row(Evidence, back, stale):
            self.take(investigate.add_copy, self.people[name], piece, steps.COPY, "a.txt")

    @rule(name=who, back=nth)
    def remove_evidence(self, name: str, back: int) -> None:
        if piece := self.row(Evidence, back):
            self.take(investigate.remove_evidence, self.people[name], piece)

    @rule(name=who, back=nth, answer=st.sampled_from(["", "Đập vững."]), stale=rarely)
    def ask_an_office(self, name: str, back: int, answer: str, stale: bool) -> None:
        if rumour := self.row(Rumour, back, stale):
            contact = investigate.Contact("Trạm đo", "điện thoại", self.moment, answer)
            self.take(investigate.record_contact, self.people[name], rumour, contact)

    @rule(
        name=who,
        back=nth,
        purpose=st.sampled_from([Asking.REPLY, Asking.PRIVATE]),
        hours=st.sampled_from([1, 24]),
        stale=rarely,
    )
    def offer_a_reply(
        self, name: str, back: int, purpose: Asking, hours: int, stale: bool
    ) -> None:  # fmt: skip
        if rumour := self.row(Rumour, back, stale):
            body = "" if purpose == Asking.PRIVATE else "Nhà máy"
            until = self.moment + timedelta(hours=hours)
            contact = investigate.Contact(
                body, "công văn", self.moment, purpose=purpose, answer_by=until
            )
            self.take(investigate.record_contact, self.people[name], rumour, contact)

    @rule(name=who, back=nth, stale=rarely)
    def an_office_answers(self, name: str, back: int, stale: bool) -> None:
        if asked := self.row(ContactAttempt, back, stale):
            self.take(investigate.record_answer, self.people[name], asked, "Đập vững.")

    # Write, review, publish

    @rule(name=who, back=nth, kind=kinds, plain=st.booleans(), stale=rarely)
    def begin_draft(
        self, name: str, back: int, kind: VersionKind, plain: bool, stale: bool
    ) -> None:
        rumour = self.row(Rumour, back, stale)
        if rumour and plain:
            self.take(drafts.open_draft, self.people[name], rumour)
        elif rumour:
            self.take(drafts.begin, self.people[name], rumour, steps.CONTENT, kind)

    @rule(name=who, back=nth, kind=kinds, stale=rarely)
    def amend(self, name: str, back: int, kind: VersionKind, stale: bool) -> None:
        if fact_check := self.row(FactCheck, back, stale):
            self.take(drafts.amend, self.people[name], fact_check, kind)

    @rule(
        name=who,
        back=nth,
        fact=st.sampled_from(FACTS),
        place=st.sampled_from(PLACES),
        period=st.sampled_from(PERIODS),
        wrong=st.sampled_from(["Ghi sai giờ.", "Ghi sai giờ.", ""]),
        about=st.sampled_from(ABOUTS),
        behind=rarely,
        stale=rarely,
    )  # fmt: skip
    def save(
        self, name: str, back: int, fact: str, place: str, period: Period, wrong: str,
        about: dict[str, str], behind: bool, stale: bool,
    ) -> None:  # fmt: skip
        if draft := self.row(Draft, back, stale):
            changes = {"fact": fact, "place": place, "what_was_wrong": wrong} | about
            with at(self.moment):
                content = steps.CONTENT | changes | _days(period)
            based_on = draft.revision - behind
            self.take(drafts.save, self.people[name], draft, content, based_on=based_on)

    @rule(name=who, back=nth, sure=rarely, sign=st.booleans())
    def declare_conflict(self, name: str, back: int, sure: bool, sign: bool) -> None:
        rumour = self.row(Rumour, back)
        if rumour and sure:
            self.take(review.declare_conflict, self.people[name], rumour, "người nhà")
            if sign:
                self.approve_both(name, 0, False)

    @rule(name=who, back=nth, stale=rarely)
    def submit(self, name: str, back: int, stale: bool) -> None:
        if draft := self.row(Draft, back, stale):
            self.take(review.submit, self.people[name], draft)

    @rule(name=who, back=nth, kind=st.sampled_from(list(ApprovalKind)), stale=rarely)
    def approve(self, name: str, back: int, kind: ApprovalKind, stale: bool) -> None:
        if draft := self.row(Draft, back, stale):
            self.take(review.approve, self.people[name], draft, kind, draft.content_hash)

    @rule(name=who, back=nth, stale=rarely)
    def approve_both(self, name: str, back: int, stale: bool) -> None:
        for kind in ApprovalKind:
            self.approve(name, back, kind, stale)

    @rule(name=who, back=nth, stale=rarely)
    def send_back(self, name: str, back: int, stale: bool) -> None:
        if draft := self.row(Draft, back, stale):
            self.take(review.send_back, self.people[name], draft, "thiếu nguồn")

    @rule(name=who, back=nth, stale=rarely)
    def publish(self, name: str, back: int, stale: bool) -> None:
        if draft := self.row(Draft, back, stale):
            self.take(publish.publish, self.people[name], draft)

    @rule(
        author=st.sampled_from(["an", "binh"]),
        signer=st.sampled_from(["chi", "chi", "an"]),
        back=nth,
        kind=st.sampled_from([one for one in VersionKind if one != VersionKind.FIRST]),
        place=st.sampled_from(PLACES),
        period=st.sampled_from(PERIODS),
        about=st.sampled_from(ABOUTS),
    )
    def work_all_the_way(
        self, author: str, signer: str, back: int, kind: VersionKind, place: str, period: Period,
        about: dict[str, str],
    ) -> None:  # fmt: skip
        """What two people do on a good day, from wherever the rumour stands."""
        rumour, person = self.row(Rumour, back), self.people[author]
        if rumour is None:
            return
        fact_check = FactCheck.objects.filter(rumour=rumour).first()
        if fact_check is None:
            self.take(steps.assess, person, rumour)
            self.take(steps.prove, person, rumour)
            draft = self.take(drafts.begin, person, rumour, steps.CONTENT, VersionKind.FIRST)
        else:
            draft = self.take(drafts.amend, person, fact_check, kind)
        if draft is not None:
            with at(self.moment):
                changes = {"place": place, "what_was_wrong": "Ghi sai giờ."} | _days(period)
            changes |= about
            self.save_and_sign(person, self.people[signer], draft, steps.CONTENT | changes)
            self.outbox_is_worked_off()

    def save_and_sign(
        self, author: Account, signer: Account, draft: Draft, content: dict[str, Any]
    ) -> None:
        self.take(drafts.save, author, draft, content, based_on=draft.revision)
        draft.refresh_from_db()
        for kind in ApprovalKind:
            self.take(review.approve, signer, draft, kind, draft.content_hash)
        self.take(publish.publish, signer, draft)

    # Deliver and listen

    @rule()
    def outbox_is_worked_off(self) -> None:
        with at(self.moment):
            self.take(deliver.run_due)
            for version in Version.objects.filter(published_at=self.moment):
                if version.fact_check.current_id == version.pk:
                    _everyone_was_told(version)

    @rule(hours=st.sampled_from([1, 1, 30, 24 * 31]))
    def time_passes(self, hours: int) -> None:
        self.moment += timedelta(hours=hours)
        self.take(retention.erase)

    @rule(back=nth, again=st.booleans())
    def somebody_objects(self, back: int, again: bool) -> None:
        if fact_check := self.row(FactCheck, back):
            self.objections += not again
            name = f"objection-{self.objections}"
            self.take(listen.object_to, fact_check, "Giờ đo ghi sai", external_id=name)

    @rule(name=who, back=nth, outcome=st.sampled_from(list(ObjectionOutcome)), stale=rarely)
    def answer_objection(
        self, name: str, back: int, outcome: ObjectionOutcome, stale: bool
    ) -> None:
        if objection := self.row(Objection, back, stale):
            person = self.people[name]
            self.take(listen.answer_objection, person, objection, outcome, "Đã xem lại")

    @rule(name=who, back=nth, outcome=st.sampled_from([None, *ObjectionOutcome]), stale=rarely)
    def add_to_an_answer(
        self, name: str, back: int, outcome: ObjectionOutcome | None, stale: bool
    ) -> None:
        if objection := self.row(Objection, back, stale):
            self.take(respond.add_note, self.people[name], objection, "Xin nói thêm", outcome)

    @rule(name=who, back=nth, why=st.sampled_from([None, *HeldBack]), stale=rarely)
    def hold_back(self, name: str, back: int, why: HeldBack | None, stale: bool) -> None:
        if objection := self.row(Objection, back, stale):
            self.take(respond.hold_back, self.people[name], objection, why)


def _account(name: str, desk: Desk, roles: tuple[Role, ...]) -> Account:
    account = Account.objects.create(email=f"{name}@example.vn", name=name, password="!")
    for role in roles:
        Membership.objects.create(account=account, desk=desk, role=role)
    return account


def _receipt(number: int) -> str:
    from kiemtin.desk import receipts

    return receipts.code("web", f"item-{number}")


def _days(period: Period) -> dict[str, date | None]:
    names = ("valid_from", "valid_until")
    days = (None if one is None else today() + timedelta(days=one) for one in period)
    return dict(zip(names, days, strict=True))


def _everyone_was_told(version: Version) -> None:
    asked = Message.objects.filter(
        sighting__rumour=version.fact_check.rumour_id, state=MessageState.ATTACHED
    )
    for message in asked:
        told = message.deliveries.filter(version=version).exists()
        assert told or not holds_for(version, message.place, today()), f"{message} was left out"


@pytest.mark.django_db
@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_no_order_of_steps_gets_round_the_principles(
    tmp_path: Path, settings: Settings, beginning: str
) -> None:
    settings.MEDIA_ROOT = tmp_path
    stage = {"stage": BEGINNINGS.index(beginning)}
    run_state_machine_as_test(type("DeskWork", (DeskWork,), stage), settings=BOUNDS)
