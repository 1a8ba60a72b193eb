"""However often it is asked for, a job with one key is one job."""

from datetime import UTC, datetime, timedelta

import pytest

from kiemtin.desk import jobs
from kiemtin.desk.models import Job
from kiemtin.desk.moment import at
from kiemtin.desk.words import JobState

NOON = datetime(2025, 9, 30, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_the_same_key_is_one_job() -> None:
    for _again in range(3):
        jobs.enqueue("announce", "announce:1", version=1)
    jobs.enqueue("announce", "announce:2", version=2)
    assert list(Job.objects.order_by("id").values_list("key", "payload")) == [
        ("announce:1", {"version": 1}),
        ("announce:2", {"version": 2}),
    ]


def test_a_job_done_is_not_queued_again() -> None:
    jobs.enqueue("announce", "announce:1", version=1)
    jobs.finish("announce:1")
    jobs.enqueue("announce", "announce:1", version=1)
    assert Job.objects.get().state == JobState.DONE


def test_delay_counts_from_now() -> None:
    with at(NOON):
        jobs.enqueue("match", "match:1", delay=timedelta(minutes=1), message=1)
    assert Job.objects.get().run_at == NOON + timedelta(minutes=1)


def test_finishing_what_was_never_queued_does_nothing() -> None:
    jobs.finish("match:7")
    assert not Job.objects.exists()
