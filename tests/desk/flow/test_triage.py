"""People of the desk decide what a message is; strangers do not, and a decision can be undone."""

from collections.abc import Callable

import pytest

from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import answer, match, sightings, triage
from kiemtin.desk.models import Account, Delivery, Desk, MatchRecord, Message, Rumour, Sighting
from kiemtin.desk.queries import board
from kiemtin.desk.words import Decision, Level, MessageState, NotCheckable, RumourState, Subject
from tests.desk import steps
from tests.support.publishing import OPENED, Staff

FOUND = triage.Assessment("Đập Nậm Mẫu vỡ", Subject.DAM, 2, place="15")
Step = Callable[[Account, Message, Rumour, Rumour], object]
STEPS: dict[str, Step] = {
    "attach": lambda who, message, rumour, _: triage.attach(who, message, rumour),
    "open_rumour": lambda who, message, *_: triage.open_rumour(who, message),
    "notice": lambda who, message, *_: triage.notice(who, message.desk, "Đập vỡ"),
    "set_aside": lambda who, message, *_: triage.set_aside(who, message),
    "not_checkable": lambda who, message, *_: triage.not_checkable(
        who, message, NotCheckable.OPINION
    ),
    "undo": lambda who, message, *_: triage.undo(who, message),
    "assess": lambda who, _, rumour, __: triage.assess(who, rumour, FOUND, based_on=1),
    "rumour_not_checkable": lambda who, _, rumour, __: triage.rumour_not_checkable(
        who, rumour, NotCheckable.OPINION
    ),
    "take": lambda who, _, rumour, __: triage.take(who, rumour, who),
    "merge": lambda who, _, rumour, other: triage.merge(who, rumour, other),
}


@pytest.fixture
def message(desk: Desk) -> Message:
    """A message that nobody has looked at."""
    return steps.ask(desk, "a")


@pytest.fixture
def other(desk: Desk) -> Rumour:
    """Another rumour of the desk, as the machine opened it."""
    return sightings.open_rumour(steps.ask(desk, "b", "Cầu Cốc Lếu sắp sập"))


def everything() -> list[object]:
    models = (Message, Rumour, Sighting, MatchRecord)
    return [list(model._default_manager.order_by("pk").values()) for model in models]


@pytest.mark.parametrize("step", STEPS)
def test_stranger_takes_no_step(
    step: str, stranger: Account, message: Message, rumour: Rumour, other: Rumour
) -> None:
    before = everything()
    with pytest.raises(NotAllowed):
        STEPS[step](stranger, message, rumour, other)
    assert everything() == before


@pytest.mark.parametrize("step", STEPS)
def test_colleague_takes_every_step(
    step: str, colleague: Account, message: Message, rumour: Rumour, other: Rumour
) -> None:
    before = everything()
    STEPS[step](colleague, message, rumour, other)
    assert step == "undo" or everything() != before


def test_not_checkable_rumour_has_no_clock_and_its_askers_are_told(
    author: Account, message: Message, rumour: Rumour
) -> None:
    triage.attach(author, message, rumour)
    triage.rumour_not_checkable(author, rumour, NotCheckable.CRITICISM)
    message.refresh_from_db()
    assert (rumour.state, rumour.checkable) == (RumourState.NOT_CHECKABLE, False)
    assert (rumour.harm, rumour.due_at, rumour.holding_due_at) == (None, None, None)
    assert (message.state, message.not_checkable) == ("not_checkable", NotCheckable.CRITICISM)


def test_rumour_found_checkable_after_all_counts_its_askers_again(
    author: Account, message: Message, rumour: Rumour
) -> None:
    triage.attach(author, message, rumour)
    triage.rumour_not_checkable(author, rumour, NotCheckable.OPINION)
    rumour = triage.assess(author, rumour, FOUND, based_on=rumour.revision)
    message.refresh_from_db()
    assert (message.state, message.not_checkable) == (MessageState.ATTACHED, "")
    assert (rumour.state, rumour.level) == (RumourState.CHECKING, Level.AMBER)
    assert rumour.due_at is not None


def test_assessment_of_what_somebody_changed_meanwhile_is_refused(
    author: Account, colleague: Account, rumour: Rumour
) -> None:
    triage.assess(author, rumour, FOUND, based_on=1)
    late = triage.Assessment("Đập Nậm Mẫu chưa vỡ", Subject.DAM, 0)
    with pytest.raises(FlowError) as refused:
        triage.assess(colleague, rumour, late, based_on=1)
    assert refused.value.code == "stale_rumour"
    rumour.refresh_from_db()
    assert (rumour.claim, rumour.harm, rumour.revision) == (FOUND.claim, FOUND.harm, 2)


def test_merging_moves_the_sightings(author: Account, rumour: Rumour, other: Rumour) -> None:
    triage.merge(author, other, rumour)
    assert (other.state, other.merged_into, other.due_at) == (RumourState.MERGED, rumour, None)
    assert Sighting.objects.get().rumour == rumour


def test_rumours_that_cannot_be_merged_stay_apart(
    author: Account, rumour: Rumour, staff: Staff
) -> None:
    published = staff.publish().fact_check.rumour
    for one, into, code in (
        (rumour, rumour, "merge_target"),
        (published, rumour, "merge_published"),
    ):
        with pytest.raises(FlowError) as refused:
            triage.merge(author, one, into)
        assert refused.value.code == code


def test_undone_decision_leaves_the_machines_suggestion(
    desk: Desk, author: Account, message: Message, staff: Staff
) -> None:
    rumour = staff.publish().fact_check.rumour
    machine = match.match_message(message)
    triage.attach(author, message, rumour)
    assert Delivery.objects.filter(message=message).exists()
    triage.undo(author, message)
    message.refresh_from_db()
    last = MatchRecord.objects.get(message=message, superseded_at=None)
    assert message.state == MessageState.INBOX
    assert not Delivery.objects.exists()
    assert not Sighting.objects.filter(message=message).exists()
    assert (last.decision, last.by, last.candidates) == (Decision.MAYBE, None, machine.candidates)


def test_answer_that_was_read_is_not_undone(
    author: Account, message: Message, staff: Staff
) -> None:
    triage.attach(author, message, staff.publish().fact_check.rumour)
    answer.seen(message)
    with pytest.raises(FlowError) as refused:
        triage.undo(author, message)
    assert refused.value.code == "already_read"
    assert Delivery.objects.exists()


def test_nobody_is_given_a_rumour_of_another_desk(
    author: Account, stranger: Account, rumour: Rumour
) -> None:
    with pytest.raises(NotAllowed):
        triage.take(author, rumour, stranger)
    triage.take(author, rumour, author)
    rumour.refresh_from_db()
    assert (rumour.holder, rumour.opened_at) == (author, OPENED)


def test_what_the_desk_noticed_itself_stays_on_the_board_when_laid_back(
    author: Account, desk: Desk
) -> None:
    rumour = triage.notice(author, desk, "Cầu Cốc Lếu sắp đóng")
    triage.take(author, rumour, None)
    assert rumour in board.board([desk])
