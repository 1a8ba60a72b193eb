"""Two workers on one database never take the same job, and what they do together happens once."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.support.live import PATIENCE, Home

BEGIN = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "kiemtin.web.settings"
import django
django.setup()
"""
QUEUE = """
from kiemtin.desk import jobs
from kiemtin.desk.models import Desk
for number in range(40):
    jobs.enqueue("match", f"match:{number}", message=number)
Desk.objects.create(slug="ban", name="Bàn", place="15")
"""
TAKE = """
from kiemtin.desk.flow import deliver
print("ready", flush=True)
sys.stdin.readline()
while True:
    job = deliver.claim(sys.argv[1])
    if job is None:
        break
    print(job.pk, job.claimed_by)
"""
RECEIVE = """
from datetime import datetime, UTC
from kiemtin.channels.shape import Inbound
from kiemtin.desk.flow import match, receive
from kiemtin.desk.models import Desk
desk = Desk.objects.get()
print("ready", flush=True)
sys.stdin.readline()
item = Inbound("sms", "one", "Đập Nậm Mẫu bị vỡ phải không", datetime.now(UTC))
received = receive.receive(item, desk)
match.match_message(received.message)
print(received.receipt)
"""
COUNT = """
from kiemtin.desk.models import MatchRecord, Message, Rumour
print(Message.objects.count(), MatchRecord.objects.count(), Rumour.objects.count())
"""


def at_once(home: Home, code: str, count: int = 2) -> list[list[str]]:
    """Run the code in several processes that begin together; what each of them printed."""
    command = [sys.executable, "-c", BEGIN + code]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    workers = [
        subprocess.Popen([*command, str(number)], env=home.environ, **pipes)
        for number in range(count)
    ]
    for worker in workers:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
    with ThreadPoolExecutor(count) as threads:
        said = threads.map(lambda one: one.communicate("go\n", timeout=PATIENCE)[0], workers)
        told = [text.splitlines() for text in said]
    assert [worker.returncode for worker in workers] == [0] * count
    return told


@pytest.fixture
def queued(home: Home) -> Home:
    """A desk with forty jobs in its outbox."""
    done = home.python(BEGIN + QUEUE)
    assert done.returncode == 0, done.stderr
    return home


def test_two_workers_share_the_jobs_and_take_none_twice(queued: Home) -> None:
    taken = [line.split() for told in at_once(queued, TAKE) for line in told]
    assert len({pk for pk, _worker in taken}) == len(taken) == 40
    assert {worker for _pk, worker in taken} <= {"0", "1"}


def test_one_message_that_comes_twice_at_once_is_one_message(queued: Home) -> None:
    receipts = at_once(queued, RECEIVE, 3)
    assert len({receipt for told in receipts for receipt in told}) == 1
    assert queued.python(BEGIN + COUNT).stdout.split() == ["1", "1", "1"]
