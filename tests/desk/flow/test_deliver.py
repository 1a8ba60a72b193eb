"""The outbox does each job once; everyone who got a version hears of the next one, once."""

from datetime import timedelta

import pytest

from kiemtin.desk import jobs, moment, receipts
from kiemtin.desk.flow import deliver, match, triage
from kiemtin.desk.models import Account, Delivery, Desk, Job, Message, Version
from kiemtin.desk.words import JobState, MessageState, VersionKind
from tests.desk.steps import NOON, ask
from tests.support.publishing import Staff


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    """The author writes, the colleague signs."""
    return Staff(desk, author, colleague)


def told(message: Message) -> list[int]:
    """The numbers of the versions that reached the asker, in order."""
    rows = message.deliveries.order_by("version__number")
    return list(rows.values_list("version__number", flat=True))


def announced(staff: Staff, *askers: Message) -> Version:
    """The first version of a rumour that these people asked about, delivered."""
    rumour = staff.open()
    for message in askers:
        triage.attach(staff.author, message, rumour)
    version = staff.publish(rumour)
    assert deliver.run_due() == 2  # announced, and spoken
    return version


def test_a_job_is_claimed_by_one_of_two_workers(db: None) -> None:
    jobs.enqueue("erase", "erase:today")
    jobs.enqueue("erase", "erase:today")
    claimed = deliver.claim("first")
    assert claimed is not None
    assert (claimed.state, claimed.claimed_by) == (JobState.RUNNING, "first")
    assert deliver.claim("second") is None
    assert Job.objects.get().claimed_by == "first"


def test_job_of_a_lost_worker_is_taken_over_but_no_sooner(db: None) -> None:
    with moment.at(NOON):
        jobs.enqueue("erase", "erase:today")
        deliver.claim("lost")
    with moment.at(NOON + deliver.ABANDONED):
        assert deliver.claim("other") is None
    with moment.at(NOON + deliver.ABANDONED + timedelta(seconds=1)):
        assert deliver.claim("other") is not None


def test_job_that_loses_every_worker_fails_for_good(db: None) -> None:
    with moment.at(NOON):
        jobs.enqueue("erase", "erase:today")
    for days in range(deliver.ATTEMPTS):
        with moment.at(NOON + timedelta(days=days)):
            assert deliver.claim("lost") is not None
    with moment.at(NOON + timedelta(days=30)):
        assert deliver.claim("last") is None
    job = Job.objects.get()
    assert (job.state, job.attempts, job.error) == (JobState.FAILED, deliver.ATTEMPTS, "abandoned")


def test_failing_job_waits_longer_each_time_and_then_fails_for_good(db: None) -> None:
    with moment.at(NOON):
        jobs.enqueue("announce", "announce:0", version=0)
    waits: list[timedelta] = []
    here = NOON
    for attempt in range(1, deliver.ATTEMPTS + 1):
        with moment.at(here):
            assert deliver.run_once()
            assert not deliver.run_once()
        job = Job.objects.get()
        assert (job.attempts, job.error) == (attempt, "DoesNotExist")
        waits.append(job.run_at - here)
        here = job.run_at
    assert waits == sorted(set(waits))
    assert job.state == JobState.FAILED
    with moment.at(here + timedelta(days=9)):
        assert not deliver.run_once()


def test_announcing_again_tells_nobody_twice(staff: Staff) -> None:
    message = ask(staff.desk, "one")
    version = announced(staff, message)
    assert told(message) == [1]
    deliver.announce(version.pk)
    assert Delivery.objects.count() == 1


def test_answer_for_another_place_is_not_given(staff: Staff) -> None:
    here, elsewhere = ask(staff.desk, "here"), ask(staff.desk, "elsewhere", place="14")
    announced(staff, here, elsewhere)
    assert told(here) == [1]
    assert told(elsewhere) == []


def test_amendment_reaches_who_got_the_first_version_once_and_not_who_refused_it(
    staff: Staff,
) -> None:
    reader, refuser = ask(staff.desk, "reader"), ask(staff.desk, "refuser")
    version = announced(staff, reader, refuser)
    match.not_what_i_asked(receipts.code("web", "refuser"))
    wrong = {"fact": "Đập vững lúc 22 giờ.", "what_was_wrong": "Ghi sai giờ đo."}
    second = staff.again(version.fact_check, VersionKind.AMENDMENT, **wrong)
    assert deliver.run_due() == 2  # announced, and spoken
    deliver.announce(second.pk)
    deliver.announce(version.pk)
    assert told(reader) == [1, 2]
    assert told(refuser) == [1]
    refuser.refresh_from_db()
    assert refuser.state == MessageState.INBOX


def test_withdrawal_reaches_who_got_the_first_version_and_no_new_asker(staff: Staff) -> None:
    reader, late = ask(staff.desk, "reader"), ask(staff.desk, "late")
    version = announced(staff, reader)
    gone = staff.again(version.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Nguồn sai.")
    triage.attach(staff.author, late, gone.fact_check.rumour)
    deliver.run_due()
    assert told(reader) == [1, 2]
    assert told(late) == []


def test_a_long_reading_is_taken_over_later_than_other_work(db: None) -> None:
    with moment.at(NOON):
        jobs.enqueue("read_file", "read_file:1", reading=1)
        deliver.claim("slow", deliver.Work.FILES)
    with moment.at(NOON + timedelta(minutes=20)):
        assert deliver.claim("other") is None, "a transcript may take a quarter of an hour"
    with moment.at(NOON + deliver.READ_BY + timedelta(seconds=1)):
        assert deliver.claim("other") is not None


def test_a_page_waits_for_no_recording(db: None) -> None:
    jobs.enqueue("read_file", "read_file:1", reading=1)
    jobs.enqueue("capture", "capture:1", capture=1)
    jobs.enqueue("erase", "erase:today")
    for work, kind in (
        (deliver.Work.PAGES, "capture"),
        (deliver.Work.FILES, "read_file"),
        (deliver.Work.QUICK, "erase"),
    ):
        claimed = deliver.claim("one", work)
        assert claimed
        assert claimed.kind == kind
        assert deliver.claim("one", work) is None
