"""What was lent is given back when it is due, and nothing else is touched."""

from datetime import timedelta

from django.conf import settings

from kiemtin.desk import jobs
from kiemtin.desk.flow import answer, reply_to, retention
from kiemtin.desk.models import Account, Desk, Job, Message, ReplyAddress, Sending
from kiemtin.desk.moment import at
from tests.desk import steps

DAYS = timedelta(days=settings.REPLY_DAYS)
LATER = timedelta(days=1)


def asked(desk: Desk, name: str, after: timedelta) -> Message:
    with at(steps.NOON + after):
        return steps.ask(desk, name, reply_to="0900 000 001")


def test_address_is_erased_on_its_day_and_not_before(desk: Desk, author: Account) -> None:
    message = asked(desk, "a", timedelta(0))
    with at(steps.NOON + DAYS - timedelta(seconds=1)):
        retention.erase()
    assert answer.reply_address(author, message)
    with at(steps.NOON + DAYS):
        retention.erase()
    assert answer.reply_address(author, message) == ""


def test_only_addresses_that_are_due_are_erased(desk: Desk) -> None:
    due, lent = asked(desk, "a", timedelta(0)), asked(desk, "b", LATER)
    with at(steps.NOON + DAYS):
        retention.erase()
    assert ReplyAddress.objects.get().message == lent
    assert set(Message.objects.all()) == {due, lent}
    due.refresh_from_db()
    assert due.text == lent.text


def test_finished_jobs_go_after_a_month_and_open_ones_stay(desk: Desk) -> None:
    with at(steps.NOON):
        for key in ("old", "open"):
            jobs.enqueue("erase", key)
        jobs.finish("old")
    with at(steps.NOON + LATER):
        jobs.enqueue("erase", "recent")
        jobs.finish("recent")
    with at(steps.NOON + retention.JOBS_KEPT):
        retention.erase()
    assert set(Job.objects.values_list("key", flat=True)) == {"open", "recent"}


def test_a_reply_that_never_went_out_keeps_no_address_longer_than_a_month(db: None) -> None:
    about = {"channel": "zalo_oa", "text": "help", "run_at": steps.NOON}
    sealed = reply_to.sealed("246845883529197922")
    Sending.objects.create(kind="reply", key="waits", sealed=sealed, **about)
    with at(steps.NOON + retention.JOBS_KEPT - timedelta(seconds=1)):
        retention.erase()
    assert Sending.objects.exists()
    with at(steps.NOON + retention.JOBS_KEPT):
        retention.erase()
    assert not Sending.objects.exists()
