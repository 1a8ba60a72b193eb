"""What a person decided of a wording holds for the next one who says the same: the latest wins,
undo restores, a merge moves it, and apart never returns.
"""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck
from hypothesis import settings as bounds
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from pytest_django import Settings

from kiemtin.desk import receipts
from kiemtin.desk.flow import index, match, retention, split, triage
from kiemtin.desk.models import (
    Account,
    Delivery,
    Desk,
    MatchRecord,
    Membership,
    Merge,
    Message,
    Remembered,
    Rumour,
    Version,
)
from kiemtin.desk.moment import at, now
from kiemtin.desk.words import Decision, MessageState, NotCheckable, Role, VersionKind
from tests.desk import steps

SAID = "Nghe nói cái đập trên kia vỡ tan rồi hả mọi người"
OTHER = "Mai học sinh cả tỉnh được nghỉ học phải không"
TONIGHT = "Tối nay bên ấy có chuyện lớn lắm phải không mọi người"
KNOWN = "Đập thủy điện Nậm Mẫu bị vỡ phải không ạ"


def asked(desk: Desk, name: str, text: str = SAID, **changes: object) -> Message:
    """Somebody asks and is matched."""
    message = steps.ask(desk, name, text, **changes)
    match.match_message(message)
    message.refresh_from_db()
    return message


def in_force(message: Message) -> MatchRecord:
    return MatchRecord.objects.get(message=message, superseded_at=None)


def codes(message: Message) -> list[str]:
    return [one["code"] for one in in_force(message).reasons]


def belongs(message: Message) -> Rumour | None:
    """The rumour that a fresh message was put into."""
    sighting = getattr(message, "sighting", None)
    return sighting.rumour if sighting else None


@pytest.fixture
def bridge(author: Account, desk: Desk) -> Rumour:
    """A rumour of the desk that the machine finds nothing like."""
    return triage.notice(author, desk, "Cầu Cốc Lếu sắp đóng", "15")


def test_what_a_person_put_together_stays_together(
    author: Account, desk: Desk, bridge: Rumour
) -> None:
    triage.attach(author, asked(desk, "1"), bridge)
    again = asked(desk, "2", SAID.upper() + "!")
    record = in_force(again)
    assert belongs(again) == bridge
    assert (record.decision, record.rumour, record.by) == (Decision.SAME, bridge, None)
    assert codes(again) == ["remembered_together"]


def test_another_wording_is_judged_by_the_machine(
    author: Account, desk: Desk, bridge: Rumour
) -> None:
    triage.attach(author, asked(desk, "1"), bridge)
    assert belongs(asked(desk, "2", SAID, place="14")) != bridge
    assert belongs(asked(desk, "3", SAID.replace("vỡ tan", "còn nguyên"))) != bridge


def test_a_wording_that_was_found_new_goes_to_the_rumour_it_opened(
    published: Version, author: Account, desk: Desk
) -> None:
    opened = triage.open_rumour(author, asked(desk, "1", KNOWN))
    again = asked(desk, "2", KNOWN)
    assert belongs(again) == opened
    assert not Delivery.objects.filter(message=again).exists()


def test_the_latest_judgement_wins(author: Account, desk: Desk, bridge: Rumour) -> None:
    other = triage.notice(author, desk, "Chợ phiên dời sang thứ bảy", "15")
    message = asked(desk, "1")
    triage.attach(author, message, bridge)
    triage.attach(author, message, other)
    assert belongs(asked(desk, "2")) == other
    triage.attach(author, message, bridge)
    assert belongs(asked(desk, "3")) == bridge


def test_undo_takes_back_what_was_remembered(author: Account, desk: Desk, bridge: Rumour) -> None:
    first, second = asked(desk, "1"), asked(desk, "2", OTHER)
    other = triage.notice(author, desk, "Chợ phiên dời sang thứ bảy", "15")
    triage.attach(author, first, bridge)
    second = asked(desk, "3")
    triage.attach(author, second, other)
    triage.undo(author, second)
    assert belongs(asked(desk, "4")) == bridge, "the one before holds again"
    triage.undo(author, first)
    assert belongs(asked(desk, "5")) != bridge


@pytest.mark.parametrize("step", [triage.set_aside, None], ids=["set aside", "not checkable"])
def test_a_message_that_is_closed_remembers_nothing(
    author: Account, desk: Desk, bridge: Rumour, step: object
) -> None:
    message = asked(desk, "1")
    triage.attach(author, message, bridge)
    if step:
        triage.set_aside(author, message)
    else:
        triage.not_checkable(author, message, NotCheckable.WISH)
    assert belongs(asked(desk, "2")) != bridge


def test_what_a_person_took_out_is_never_put_back(
    published: Version, author: Account, desk: Desk
) -> None:
    rumour = published.fact_check.rumour
    split.take_out(author, asked(desk, "1", KNOWN), rumour)
    again = asked(desk, "2", KNOWN)
    assert belongs(again) != rumour
    assert in_force(again).rumour != rumour
    assert rumour.pk not in [one["id"] for one in in_force(again).candidates]
    assert codes(again)[0] == "remembered_apart"
    assert not Delivery.objects.filter(message=again).exists()


def test_the_next_best_is_taken_when_the_nearest_is_apart(
    published: Version, author: Account, desk: Desk
) -> None:
    sibling = triage.notice(author, desk, "Đập thủy điện Nậm Mẫu bị vỡ rồi", "15")
    triage.attach(author, asked(desk, "0", "Đập Nậm Mẫu bị vỡ thật rồi bà con ạ"), sibling)
    split.take_out(author, _attached(author, desk, published), published.fact_check.rumour)
    assert in_force(asked(desk, "2", KNOWN)).rumour == sibling


def _attached(author: Account, desk: Desk, published: Version) -> Message:
    message = asked(desk, "1", KNOWN)
    triage.attach(author, message, published.fact_check.rumour)
    return message


def test_a_merge_moves_what_is_remembered_and_taking_it_apart_moves_it_back(
    author: Account, desk: Desk, bridge: Rumour
) -> None:
    other = triage.notice(author, desk, "Chợ phiên dời sang thứ bảy", "15")
    triage.attach(author, asked(desk, "1"), bridge)
    triage.merge(author, bridge, other)
    assert belongs(asked(desk, "2")) == other
    split.take_apart(author, Merge.objects.get())
    assert belongs(asked(desk, "3")) == bridge


def test_what_is_apart_from_a_rumour_is_apart_from_what_it_was_merged_into(
    published: Version, author: Account, desk: Desk, bridge: Rumour
) -> None:
    message = steps.ask(desk, "1", KNOWN)
    triage.attach(author, message, bridge)
    split.take_out(author, message, bridge)
    triage.merge(author, bridge, published.fact_check.rumour)
    assert in_force(asked(desk, "2", KNOWN)).rumour != published.fact_check.rumour


def test_what_the_machine_had_put_into_a_merged_rumour_goes_where_the_rumour_went(
    author: Account, desk: Desk, bridge: Rumour
) -> None:
    opened = belongs(asked(desk, "1", OTHER))
    assert opened is not None
    triage.merge(author, opened, bridge)
    assert belongs(asked(desk, "2", OTHER)) == bridge
    split.take_apart(author, Merge.objects.get())
    assert belongs(asked(desk, "3", OTHER)) != bridge


def test_a_published_answer_that_does_not_hold_that_day_asks_a_person(
    noon: datetime, author: Account, colleague: Account, rumour: Rumour, desk: Desk
) -> None:
    steps.release(author, colleague, rumour, valid_until=date(2025, 10, 1))
    triage.attach(author, asked(desk, "1"), rumour)
    assert Delivery.objects.filter(message=asked(desk, "2")).exists()
    with at(steps.NOON + timedelta(days=1)):
        late = asked(desk, "3", received_at=now())
    assert in_force(late).decision == Decision.MAYBE
    assert in_force(late).rumour == rumour
    assert codes(late) == ["remembered_together", "no_longer_valid"]
    assert not Delivery.objects.filter(message=late).exists()


def test_a_detail_that_differs_from_the_published_claim_asks_a_person(
    published: Version, author: Account, desk: Desk
) -> None:
    denied = "Đập thủy điện Nậm Mẫu không bị vỡ đúng không"
    triage.attach(author, asked(desk, "1", denied), published.fact_check.rumour)
    again = asked(desk, "2", denied)
    assert in_force(again).decision == Decision.MAYBE
    assert codes(again)[:2] == ["remembered_together", "negated"]
    assert in_force(again).candidates[0]["id"] == published.fact_check.rumour_id


def test_a_withdrawn_answer_asks_a_person(
    published: Version, author: Account, colleague: Account, desk: Desk
) -> None:
    triage.attach(author, asked(desk, "1"), published.fact_check.rumour)
    steps.correct(author, colleague, published.fact_check, kind=VersionKind.WITHDRAWAL)
    again = asked(desk, "2")
    assert in_force(again).decision == Decision.MAYBE
    assert codes(again)[:2] == ["remembered_together", "remembered_closed"]


def test_a_rumour_found_not_checkable_takes_nothing_more(
    author: Account, desk: Desk, bridge: Rumour
) -> None:
    triage.attach(author, asked(desk, "1"), bridge)
    triage.rumour_not_checkable(author, bridge, NotCheckable.WISH)
    again = asked(desk, "2")
    assert belongs(again) != bridge
    assert in_force(again).decision != Decision.SAME


def test_words_that_mean_a_day_are_remembered_for_that_day(
    noon: datetime, author: Account, desk: Desk, bridge: Rumour
) -> None:
    triage.attach(author, asked(desk, "1", TONIGHT), bridge)
    assert belongs(asked(desk, "2", TONIGHT)) == bridge
    with at(steps.NOON + timedelta(days=1)):
        assert belongs(asked(desk, "3", TONIGHT, received_at=now())) != bridge


def test_what_an_asker_refused_is_not_answered_unasked_until_a_person_decides(
    published: Version, author: Account, desk: Desk
) -> None:
    first = asked(desk, "1", KNOWN)
    match.not_what_i_asked(receipts.code("web", "1"))
    again = asked(desk, "2", KNOWN)
    assert (again.state, in_force(again).decision) == (MessageState.INBOX, Decision.MAYBE)
    assert in_force(again).rumour == published.fact_check.rumour, "a person may still choose it"
    assert codes(again)[0] == "remembered_refused"
    first.refresh_from_db()
    triage.attach(author, first, published.fact_check.rumour)
    assert Delivery.objects.filter(message=asked(desk, "3", KNOWN)).exists()
    match.not_what_i_asked(receipts.code("web", "3"))
    assert Delivery.objects.filter(message=asked(desk, "4", KNOWN)).exists(), "a person decided"


def test_a_message_with_several_claims_stays_whole_when_a_person_put_it_together(
    author: Account, desk: Desk, bridge: Rumour
) -> None:
    text = f"{KNOWN}. {OTHER}"
    for name, one in (("a", KNOWN), ("b", OTHER)):
        asked(desk, name, one)
    message = steps.ask(desk, "1", text)
    triage.attach(author, message, bridge)
    again = asked(desk, "2", text)
    assert belongs(again) == bridge
    assert not again.parts.exists()


def test_no_word_of_the_message_is_kept_with_what_is_remembered(
    author: Account, desk: Desk, bridge: Rumour
) -> None:
    triage.attach(author, asked(desk, "1"), bridge)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM desk_remembered")
        rows = cursor.fetchall()
    assert rows
    assert not any(word in str(rows) for word in (*SAID.split(), "web", "dap"))


def test_it_is_the_same_after_a_restart_and_lost_with_the_secret(
    author: Account, desk: Desk, bridge: Rumour, settings: Settings
) -> None:
    triage.attach(author, asked(desk, "1"), bridge)
    index.forget()
    assert belongs(asked(desk, "2")) == bridge
    settings.SECRET_KEY = "another-secret-of-another-desk-0123456789"
    assert belongs(asked(desk, "3")) != bridge


def test_it_goes_with_its_rumour_and_what_was_taken_back_goes_after_a_month(
    author: Account, desk: Desk, bridge: Rumour
) -> None:
    message = asked(desk, "1")
    triage.attach(author, message, bridge)
    triage.undo(author, message)
    retention.erase()
    assert Remembered.objects.exists()
    with at(now() + timedelta(days=31)):
        retention.erase()
    assert not Remembered.objects.exists()
    other = triage.notice(author, desk, "Chợ phiên dời sang thứ bảy", "15")
    triage.attach(author, message, other)
    MatchRecord.objects.all().delete()
    message.sighting.delete()
    other.indexed.delete()
    other.delete()
    assert not Remembered.objects.filter(together=True).exists()


def test_the_database_lets_nobody_but_the_desk_say_together(bridge: Rumour) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Remembered.objects.create(wording="0" * 64, rumour=bridge, together=True, made_at=now())


class Memory(RuleBasedStateMachine):
    """People put one wording together with rumours, apart from them, and take it back; a model of
    three lines says where the next one who says it must, and must never, be put.
    """

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        index.forget()
        desk = Desk.objects.create(slug="lao-cai", name="Bàn Lào Cai", place="15")
        self.person = Account.objects.create(email="an@example.vn", name="an")
        Membership.objects.create(account=self.person, desk=desk, role=Role.CHECKER)
        self.desk, self.items = desk, 0
        claims = ("Cầu Cốc Lếu sắp đóng", "Chợ phiên dời sang thứ bảy", "Đèo Ô Quy Hồ cấm xe")
        self.rumours = [triage.notice(self.person, desk, one, "15") for one in claims]
        self.into = list(range(len(claims)))
        self.said: list[tuple[Message, int, bool]] = []

    def teardown(self) -> None:
        """Leave nothing in the database."""
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)
        index.forget()

    def _ask(self) -> Message:
        self.items += 1
        return asked(self.desk, f"item-{self.items}")

    def _root(self, number: int) -> int:
        while self.into[number] != number:
            number = self.into[number]
        return number

    @rule(to=st.integers(0, 2))
    def together(self, to: int) -> None:
        message, here = self._ask(), self._root(to)
        came_from = belongs(message)
        triage.attach(self.person, message, Rumour.objects.get(pk=self.rumours[here].pk))
        left = [no for no, one in enumerate(self.rumours) if one == came_from and no != here]
        self.said += [(message, no, False) for no in left] + [(message, here, True)]

    @rule()
    def apart(self) -> None:
        message = self._ask()
        found = belongs(message)
        if found in self.rumours:
            split.take_out(self.person, message, found)
            self.said.append((message, self.rumours.index(found), False))

    @rule(back=st.integers(0, 3))
    def taken_back(self, back: int) -> None:
        decided = [one for one, _to, _together in self.said if one.pk > 0]
        if decided:
            message = decided[-1 - back % len(decided)]
            message.refresh_from_db()
            triage.undo(self.person, message)
            self.said = [one for one in self.said if one[0].pk != message.pk]

    @rule(one=st.integers(0, 2), into=st.integers(0, 2))
    def merged(self, one: int, into: int) -> None:
        if self.into[one] == one and self._root(into) != one:
            rows = [Rumour.objects.get(pk=self.rumours[no].pk) for no in (one, self._root(into))]
            inside = Message.objects.filter(sighting__rumour=rows[0]).exists()
            triage.merge(self.person, rows[0], rows[1])
            self.into[one] = self._root(into)
            if inside:
                marker = Message(pk=-Merge.objects.latest("id").pk)
                self.said.append((marker, self.into[one], True))

    @rule(one=st.integers(0, 2))
    def taken_apart(self, one: int) -> None:
        merge = Merge.objects.filter(rumour=self.rumours[one], undone_at=None).first()
        if merge is not None:
            split.take_apart(self.person, merge)
            self.into[one] = one
            self.said = [row for row in self.said if row[0].pk != -merge.pk]

    @invariant()
    def the_next_one_is_put_where_people_said(self) -> None:
        message = self._ask()
        found = belongs(message)
        home, never = None, set()
        for _message, to, together in self.said:
            here = self._root(to)
            never.discard(here)
            if together:
                home = here
            else:
                never.add(here)
                home = None if home == here else home
        assert found not in [self.rumours[one] for one in never]
        if home is not None:
            assert found == self.rumours[home]


@pytest.mark.django_db
def test_in_any_order_the_latest_judgement_that_stands_decides() -> None:
    quick = bounds(
        max_examples=12,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Memory, settings=quick)
