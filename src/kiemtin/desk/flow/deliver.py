"""Deliver: the outbox's worker; at least once, one effect, and who has been told is in the
ledger.
"""

import logging
import secrets
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum, auto
from functools import cache, partial

from django.db import connection, transaction
from django.db.models import F, Q

from kiemtin.desk import jobs, keep_on
from kiemtin.desk.flow import (
    answer,
    broadcasting,
    capturing,
    erase,
    forms,
    holding,
    incoming,
    judge,
    looking_again,
    match,
    outbox,
    polling,
    reading,
    reminding,
    retention,
    seal,
    sending,
    subscriptions,
    witnessing,
)
from kiemtin.desk.models import Delivery, HoldingLine, Job, Message, Version
from kiemtin.desk.moment import now, today
from kiemtin.desk.words import JobState, MessageState
from kiemtin.refusal import Refusal

log = logging.getLogger(__name__)
ATTEMPTS = 8
ABANDONED = timedelta(minutes=10)
READ_BY = timedelta(minutes=30)
"""The same of a file that is read: its readers and a transcript may take 20 minutes together."""
IDLE_SECONDS = 1.0
STOP_SECONDS = 5.0
"""How long a witness that is being asked may keep a worker from stopping."""


def announce(version: int) -> None:
    """Tell everyone who asked: those still waiting, and those who got an earlier version.

    In few statements however many they are: while it lasts, SQLite takes in nothing else. Then
    communicators who pass it on, and those who subscribed.
    """
    current = Version.objects.select_related("fact_check").get(pk=version)
    if current.fact_check.current_id != current.pk:
        return
    asked = Message.objects.filter(
        sighting__rumour=current.fact_check.rumour_id, state=MessageState.ATTACHED
    )
    earlier = Delivery.objects.filter(version__fact_check=current.fact_check, refused_at=None)
    told = set(earlier.values_list("message_id", flat=True))
    holds = cache(partial(answer.valid_for, current, day=today()))
    waiting = asked.exclude(deliveries__version=current).iterator()
    answer.deliver_to_all((one for one in waiting if one.pk in told or holds(one.place)), current)
    broadcasting.follow(current)
    subscriptions.announce(current)
    outbox.stop(holding_line__rumour=current.fact_check.rumour_id)


def announce_line(line: int) -> None:
    """Tell those who subscribed that something is being checked, and what to do now."""
    found = HoldingLine.objects.select_related("rumour__desk").get(pk=line)
    if holding.in_force(found.rumour) == found:
        subscriptions.announce_line(found)


def match_late(message: int) -> None:
    """Match a message whose request ended before it was matched."""
    waiting = Message.objects.filter(pk=message, state=MessageState.INBOX).first()
    if waiting is not None:
        match.match_message(waiting)


HANDLERS: dict[str, Callable[..., None]] = {
    "announce": announce,
    "announce_line": announce_line,
    "match": match_late,
    "erase": retention.erase,
    "judge": judge.judge_all,
    "plan_looks": looking_again.plan,
    "remind": reminding.remind_late,
}
PAGES: dict[str, Callable[..., None]] = {
    "capture": capturing.keep,
    "look_again": looking_again.look,
}
FILES: dict[str, Callable[..., None]] = {"read_file": reading.read_file}
LOOKING = PAGES | FILES
"""What may take a minute, or a quarter of an hour for a transcript: threads of their own do it, so
that no answer waits for a picture, and no page for a recording."""

OUTSIDE: dict[str, Callable[..., None]] = {
    "scrub": erase.scrub,
    "forms": forms.make_for,
    **LOOKING,
}
"""What no transaction may be around; done twice it does no harm."""

GIVEN_UP: dict[str, Callable[..., None]] = {
    "capture": capturing.give_up,
    "read_file": reading.give_up,
}
"""Who says so, when something failed as often as it is tried."""


class Work(Enum):
    """Which jobs a thread takes."""

    ALL = auto()
    QUICK = auto()
    PAGES = auto()
    FILES = auto()


_TAKES = {Work.PAGES: PAGES, Work.FILES: FILES}


def claim(worker: str, work: Work = Work.ALL) -> Job | None:
    """Take the next due job; one UPDATE whose row count says who won. None when nothing is due."""
    moment = now()
    _take_back(moment)
    due = Job.objects.filter(state=JobState.QUEUED, run_at__lte=moment)
    if work in _TAKES:
        due = due.filter(kind__in=_TAKES[work])
    elif work == Work.QUICK:
        due = due.exclude(kind__in=LOOKING)
    for pk in list(due.values_list("pk", flat=True)[:10]):
        won = Job.objects.filter(pk=pk, state=JobState.QUEUED).update(
            state=JobState.RUNNING, claimed_by=worker, claimed_at=moment
        )
        if won:
            return Job.objects.get(pk=pk)
    return None


def _take_back(moment: datetime) -> None:
    """Queue again what a lost worker had, as often as any failure: it may be what killed it."""
    files = Q(kind__in=FILES)
    late = (files & Q(claimed_at__lt=moment - READ_BY)) | (
        ~files & Q(claimed_at__lt=moment - ABANDONED)
    )
    lost = Job.objects.filter(late, state=JobState.RUNNING)
    for job in lost.filter(attempts__gte=ATTEMPTS - 1):
        last = Job.objects.filter(pk=job.pk, state=JobState.RUNNING, claimed_at=job.claimed_at)
        if last.update(state=JobState.FAILED, attempts=ATTEMPTS, error="abandoned"):
            _give_up(job)
    lost.update(state=JobState.QUEUED, attempts=F("attempts") + 1)


def _give_up(job: Job) -> None:
    if job.kind in GIVEN_UP:
        GIVEN_UP[job.kind](**job.payload)


def run_once(worker: str = "here", work: Work = Work.ALL) -> bool:
    """Do one due job; False when there was none. A failure is tried again later, with back-off."""
    job = claim(worker, work)
    if job is None:
        return False
    try:
        if job.kind in OUTSIDE:
            OUTSIDE[job.kind](**job.payload)
        with transaction.atomic():
            if job.kind not in OUTSIDE:
                HANDLERS[job.kind](**job.payload)
            Job.objects.filter(pk=job.pk).update(state=JobState.DONE, done_at=now())
    except Exception as error:
        _failed(job, error)
    return True


def _failed(job: Job, error: Exception) -> None:
    attempts = job.attempts + 1
    wait = timedelta(seconds=min(3600, 5 * 2**attempts))
    state = JobState.QUEUED if attempts < ATTEMPTS else JobState.FAILED
    Job.objects.filter(pk=job.pk).update(
        state=state,
        attempts=attempts,
        error=type(error).__name__,
        run_at=now() + wait,
    )
    log.warning("job.failed id=%s kind=%s error=%s", job.pk, job.kind, type(error).__name__)
    if state == JobState.FAILED:
        _give_up(job)


def run_due() -> int:
    """Do every due job and return how many; used by commands and tests."""
    done = 0
    while run_once():
        done += 1
    return done


def seal_what_waits() -> bool:
    """Sign what was logged; True when there was something. What stops it is logged by its code."""
    try:
        return seal.catch_up() > 0
    except Refusal as refused:
        log.error("log.unsealed error=%s", refused.code)
        return False


def run_forever(stop: threading.Event) -> None:
    """Work until `stop` is set; the daily erasure and judgement are queued on the way."""
    worker = secrets.token_hex(8)
    asking = [witnessing.start(stop), *incoming.start(stop), *sending.start(stop)]
    asking += polling.start(stop)
    for work in _TAKES:
        name = f"looking.{work.name.lower()}"
        step = partial(run_once, f"{worker}-{work.name.lower()}", work)
        asking.append(keep_on.start(name, step, stop, IDLE_SECONDS))
    while not stop.is_set():
        day = today()
        try:
            jobs.enqueue("erase", f"erase:{day.isoformat()}")
            jobs.enqueue("judge", f"judge:{day.isoformat()}")
            looking_again.plan_today(day)
            busy = any([run_once(worker, Work.QUICK), seal_what_waits()])
        except Exception as error:
            log.error("worker.failed error=%s", type(error).__name__)
            connection.close()
            busy = False
        if not busy:
            stop.wait(IDLE_SECONDS)
    for thread in asking:
        if thread is not None:
            thread.join(STOP_SECONDS)
    connection.close()
