"""Who has said nothing is reminded once on each channel, at a time by priority; then it is for the
telephone.
"""

from datetime import UTC, datetime, timedelta

import pytest

from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import broadcasting, deliver, reminding
from kiemtin.desk.models import (
    Account,
    Acknowledgement,
    Broadcast,
    Communicator,
    Desk,
    Job,
    Sending,
    Version,
)
from kiemtin.desk.moment import at, now
from kiemtin.desk.words_reach import Done, Priority, SendingKind, SendingState
from tests.desk import steps
from tests.support.spread import BAC_HA, BAT_XAT, communicator, said

MINUTE = timedelta(minutes=1)
NIGHT = datetime(2025, 10, 1, 15, tzinfo=UTC)  # 22:00 in Vietnam
MORNING = datetime(2025, 10, 1, 22, 30, tzinfo=UTC)  # 05:30


@pytest.fixture
def two(desk: Desk, author: Account) -> list[Communicator]:
    """Two communes, one of them with two ways."""
    return [
        communicator(desk, author, BAC_HA, "Bắc Hà", ["sms", "zalo_oa"]),
        communicator(desk, author, BAT_XAT, "Bát Xát", ["sms"]),
    ]


def go_out(broadcast: Broadcast) -> None:
    """The sender did its work."""
    rows = broadcast.sendings.filter(state=SendingState.QUEUED, run_at__lte=now())
    rows.update(state=SendingState.SENT, sent_at=now())


def reminders() -> list[tuple[str, str]]:
    rows = Sending.objects.filter(kind=SendingKind.REMINDER)
    return sorted(rows.values_list("communicator__name", "channel"))


@pytest.mark.parametrize(
    ("priority", "after"),
    [
        (Priority.URGENT, timedelta(minutes=10)),
        (Priority.FIRST, timedelta(hours=2)),
        (Priority.NORMAL, MORNING - steps.NOON),
    ],
)
def test_the_worker_reminds_when_it_is_time(
    published: Version,
    author: Account,
    two: list[Communicator],
    priority: Priority,
    after: timedelta,
) -> None:
    broadcast = broadcasting.order(author, published, priority, ["15"])
    go_out(broadcast)
    said(two[1], broadcast)
    with at(steps.NOON + after - MINUTE):
        deliver.run_due()
        assert reminders() == []
    with at(steps.NOON + after):
        deliver.run_due()
        assert reminders() == [("Bắc Hà", "sms"), ("Bắc Hà", "zalo_oa")]
    reminder = Sending.objects.filter(kind=SendingKind.REMINDER).first()
    assert reminder is not None
    assert reminder.key == f"b{broadcast.pk}:c{two[0].pk}:sms:r"
    assert reminder.run_at == steps.NOON + after
    broadcast.refresh_from_db()
    assert broadcast.reminded_at == steps.NOON + after
    with at(steps.NOON + after + timedelta(days=2)):
        deliver.run_due()
    assert not Job.objects.filter(kind="remind", state="queued").exists()
    assert len(reminders()) == 2


def test_what_waits_for_the_morning_is_not_reminded_at_night(
    published: Version, author: Account, two: list[Communicator]
) -> None:
    with at(NIGHT):
        broadcast = broadcasting.order(author, published, Priority.FIRST, ["15"])
    assert Job.objects.get(kind="remind").run_at == MORNING + timedelta(hours=2)
    with at(MORNING):
        go_out(broadcast)
    with at(MORNING + timedelta(hours=2)):
        deliver.run_due()
    assert len(reminders()) == 3


def test_what_hangs_in_a_channel_is_looked_at_again(
    published: Version, author: Account, two: list[Communicator]
) -> None:
    broadcast = broadcasting.order(author, published, Priority.URGENT, ["15"])
    for minutes in (10, 20):
        with at(steps.NOON + minutes * MINUTE):
            deliver.run_due()
            assert reminders() == []
    with at(steps.NOON + 21 * MINUTE):
        go_out(broadcast)
    with at(steps.NOON + 31 * MINUTE):
        deliver.run_due()
    assert len(reminders()) == 3


def test_looking_ends_after_three_days(
    published: Version, author: Account, desk: Desk, two: list[Communicator]
) -> None:
    broadcast = broadcasting.order(author, published, Priority.NORMAL, ["15"])
    assert reminding.remind(broadcast, steps.NOON) is not None
    assert reminding.remind(broadcast, steps.NOON + reminding.GIVEN_UP + MINUTE) is None
    with at(steps.NOON + reminding.GIVEN_UP):
        communicator(desk, author, BAC_HA, "Mới")
        broadcasting.order(author, published, Priority.NORMAL, ["15"])
    assert reminding.remind(broadcast, steps.NOON + reminding.GIVEN_UP + MINUTE) is not None


def test_a_stopped_or_overtaken_one_is_not_reminded(
    published: Version, author: Account, colleague: Account, two: list[Communicator]
) -> None:
    broadcast = broadcasting.order(author, published, Priority.URGENT, ["15"])
    go_out(broadcast)
    steps.correct(author, colleague, published.fact_check)
    late = steps.NOON + timedelta(minutes=20)
    assert reminding.remind(Broadcast.objects.get(), late) is None
    with pytest.raises(FlowError):
        reminding.remind_now(author, broadcast)
    broadcasting.stop(author, broadcast)
    assert reminding.remind(Broadcast.objects.get(), late) is None
    assert reminders() == []


def test_the_desk_reminds_at_once_and_only_once(
    published: Version, author: Account, two: list[Communicator], stranger: Account
) -> None:
    broadcast = broadcasting.order(author, published, Priority.NORMAL, ["15"])
    assert reminding.remind_now(author, broadcast) == 0  # nothing has gone out yet
    go_out(broadcast)
    with pytest.raises(NotAllowed):
        reminding.remind_now(stranger, broadcast)
    assert reminding.remind_now(author, broadcast) == 3
    assert reminding.remind_now(author, broadcast) == 0
    assert len(reminders()) == 3


def test_who_left_is_not_reminded(
    published: Version, author: Account, two: list[Communicator]
) -> None:
    broadcast = broadcasting.order(author, published, Priority.NORMAL, ["15"])
    go_out(broadcast)
    Communicator.objects.filter(pk=two[0].pk).update(ended_at=now())
    assert reminding.remind_now(author, broadcast) == 1


def test_the_desk_enters_what_it_heard_by_telephone(
    published: Version, author: Account, two: list[Communicator], desk: Desk, stranger: Account
) -> None:
    broadcast = broadcasting.order(author, published, Priority.NORMAL, [BAC_HA])
    noted = reminding.note_by_phone(author, broadcast, two[0], Done.READ_ALOUD, "hmn")
    assert (noted.done, noted.language, noted.happened_at) == ("read_aloud", "hmn", steps.NOON)
    again = reminding.note_by_phone(author, broadcast, two[0], Done.READ_ALOUD)
    assert again.pk == noted.pk
    assert Acknowledgement.objects.count() == 1
    with pytest.raises(FlowError) as refused:
        reminding.note_by_phone(author, broadcast, two[1], Done.RECEIVED)
    assert refused.value.code == "not_theirs"
    with pytest.raises(NotAllowed):
        reminding.note_by_phone(stranger, broadcast, two[0], Done.RECEIVED)
