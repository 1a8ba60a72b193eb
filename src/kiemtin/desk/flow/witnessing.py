"""Witnessing: outside witnesses are asked about the published log, apart from all other work.

The network is slow and may be silent, so this runs in a thread of its own and holds no transaction.
Nothing waits for it: the checkpoint is public before anyone is asked.
"""

import logging
import threading
import time
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

from kiemtin.desk import log_folder
from kiemtin.desk.flow import seal
from kiemtin.desk.moment import now
from kiemtin.record.cosigning import COSIGNED, LastAnswer, cosign, last_answers
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.witness import Witness
from kiemtin.record.writer import LogWriter

log = logging.getLogger(__name__)
BETWEEN = timedelta(minutes=1)
"""A desk that logs often asks no oftener."""

AFTER_REFUSAL = timedelta(minutes=10)
FRESH = timedelta(hours=24)
"""A cosignature says when it was made: one of today says that the log of today is the newest."""

IDLE_SECONDS = 2.0
BUSY_TRIES = 20
BUSY_SECONDS = 0.1


def ask_due() -> dict[str, LastAnswer]:
    """Ask the witnesses whose turn it is; see `ask`."""
    return ask(due(now()))


def ask(witnesses: Sequence[Witness]) -> dict[str, LastAnswer]:
    """Ask some witnesses and publish what they sign; return what each said, by its key's text.

    Does nothing without a key, or before the first entry. Raises RecordRefused when the log cannot
    be read or written.
    """
    if not witnesses or not log_folder.size() or not seal.can_write():
        return {}
    answers = cosign(log_folder.folder(), witnesses, _open)
    for witness in witnesses:
        _tell(witness, answers[str(witness.key)])
    return answers


def due(moment: datetime) -> list[Witness]:
    """The witnesses to ask at `moment` (aware)."""
    if not settings.WITNESSES:
        return []
    size = log_folder.size()
    said = last_answers(log_folder.folder())
    return [one for one in settings.WITNESSES if _is_due(one, said, size, moment)]


def _is_due(witness: Witness, said: Mapping[str, LastAnswer], size: int, moment: datetime) -> bool:
    last = said.get(str(witness.key))
    if last is None or not last.asked_at:
        return True
    waited = moment - datetime.fromisoformat(last.asked_at)
    if waited < timedelta(0):
        # The clock was set back: what was to come is not waited for.
        return True
    if last.outcome != COSIGNED:
        return waited >= AFTER_REFUSAL
    return waited >= (BETWEEN if last.size != size else FRESH)


def run_forever(stop: threading.Event) -> None:
    """Ask whoever is due until `stop` is set."""
    while not stop.is_set():
        try:
            ask_due()
        except Exception as error:
            log.error("log.unwitnessed error=%s", getattr(error, "code", type(error).__name__))
        finally:
            connection.close()
        stop.wait(IDLE_SECONDS)


def start(stop: threading.Event) -> threading.Thread | None:
    """Begin to ask in a thread of its own, if there is anyone to ask."""
    if not settings.WITNESSES:
        return None
    thread = threading.Thread(target=run_forever, args=(stop,), name="witnesses", daemon=True)
    thread.start()
    return thread


def _open() -> LogWriter:
    """The log, as soon as nobody seals; raises LogRefused (busy) when that takes too long."""
    for _ in range(BUSY_TRIES):
        try:
            return seal.open_log()
        except LogRefused as refused:
            if refused.code != "busy":
                raise
            time.sleep(BUSY_SECONDS)
    return seal.open_log()


def _tell(witness: Witness, answer: LastAnswer) -> None:
    level = logging.INFO if answer.outcome == COSIGNED else logging.WARNING
    if answer.is_alarm:
        level = logging.CRITICAL
    log.log(level, "log.witness name=%s outcome=%s", witness.key.name, answer.outcome)
