"""However publications, amendments, withdrawals, erasures, changes of key and crashes follow each
other: an act and its entry stand both or neither, and whatever was proven once holds for good.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings as django_settings
from django.db import transaction
from django.db.models import Model
from hypothesis import HealthCheck
from hypothesis import settings as bounds
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from pytest_django import Settings

from kiemtin.desk import log_folder
from kiemtin.desk.flow import erase, holding, index, keys, seal
from kiemtin.desk.models import (
    Desk,
    Erasure,
    FactCheck,
    HoldingLine,
    LogEntry,
    LogKey,
    Rumour,
    Version,
)
from kiemtin.desk.moment import at
from kiemtin.desk.queries import sealed
from kiemtin.desk.words import KeyEnd, Role, RumourState, VersionKind
from kiemtin.record import disk
from kiemtin.record.keys import SignerKey, VerifierKey
from kiemtin.record.opening import read_opening
from kiemtin.record.proof import check_proof, read_proof
from kiemtin.record.verify_folder import verify_folder
from tests.desk import steps
from tests.support.logs import quick_folder
from tests.support.people import account

NAME = "desk.example/log"
ROLES = (Role.CHECKER, Role.REVIEWER, Role.SPOKESPERSON)
ACTS: tuple[type[Model], ...] = (Version, HoldingLine, LogKey, Erasure)
CALLS = ("write", "prepare", "link", "replace", "remove", "sync_folder")
BOUNDS = bounds(max_examples=10, stateful_step_count=16, suppress_health_check=list(HealthCheck))


class Crash(BaseException):
    """The process is gone."""


@contextmanager
def crash_at(call: int) -> Iterator[None]:
    """The process goes at the `call`-th call that touches the disk."""
    left = [call]

    def guarded(real: Callable[..., object]) -> Callable[..., object]:
        def run(*given: object) -> object:
            if not left[0]:
                raise Crash
            left[0] -= 1
            return real(*given)

        return run

    calls: dict[str, Any] = {name: guarded(getattr(disk, name)) for name in CALLS}
    with patch.multiple(disk, **calls), suppress(Crash):
        yield


class Log(RuleBasedStateMachine):
    """Two people, a growing number of rumours, and a log that somebody keeps proofs of."""

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        index.forget()
        self.quick = quick_folder()
        django_settings.LOG_FOLDER = self.quick.__enter__() / "log"
        self.day = datetime(2025, 10, 1, 5, tzinfo=UTC)
        self.count = self.changes = 0
        self.kept: dict[int, bytes] = {}
        self.proofs: dict[int, bytes] = {}
        self.desk = Desk.objects.create(slug="lao-cai", name="Bàn Lào Cai", place="15")
        self.an, self.binh = (account(name, self.desk, ROLES) for name in ("an", "binh"))
        self.key()

    def teardown(self) -> None:
        """Leave nothing in the database."""
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)
        self.quick.__exit__(None, None, None)
        index.forget()

    def key(self, why: KeyEnd | None = None) -> None:
        """The first key, or one in the place of the last."""
        key = SignerKey(NAME, bytes([self.changes + 1]) * 32)
        self.changes += 1
        before = [SignerKey(NAME, bytes([number]) * 32) for number in range(1, self.changes)]
        django_settings.LOG_KEYS = [one.secret_text() for one in (key, *before)]
        if not before:
            keys.begin(key)
        elif why is None:
            keys.rotate(before[-1], key)
        else:
            keys.give_up(key, why)

    def rumour(self) -> Rumour:
        """A rumour that is being checked."""
        self.count += 1
        return Rumour.objects.create(
            desk=self.desk,
            claim=f"{steps.CLAIM} lần {self.count}",
            place="15",
            state=RumourState.CHECKING,
            checkable=True,
            harm=3,
            opened_at=self.day,
        )

    @contextmanager
    def today(self) -> Iterator[None]:
        """Each step is a day later."""
        self.day += timedelta(days=1)
        with at(self.day):
            yield

    @rule()
    def publish(self) -> None:
        with self.today():
            steps.release(self.an, self.binh, self.rumour())

    @rule()
    def publish_and_fail(self) -> None:
        with self.today(), suppress(Crash), transaction.atomic():
            steps.release(self.an, self.binh, self.rumour())
            raise Crash

    @precondition(lambda self: FactCheck.objects.exclude(current__kind="withdrawal").exists())
    @rule(kind=st.sampled_from(list(VersionKind)[1:]), back=st.integers(0, 3))
    def change(self, kind: VersionKind, back: int) -> None:
        standing = list(FactCheck.objects.exclude(current__kind="withdrawal").order_by("-pk"))
        with self.today():
            fact_check = standing[back % len(standing)]
            steps.correct(self.an, self.binh, fact_check, kind=kind, fact=f"Lần {self.day}.")

    @rule()
    def hold(self) -> None:
        with self.today():
            holding.publish_holding_line(
                self.binh, self.rumour(), safe_action="Lên chỗ cao.", checking="Đập có vỡ không?"
            )

    @rule()
    def erase(self) -> None:
        old = Version.objects.filter(fact_check__current__number__gt=1, number=1)
        waiting = old.filter(log_entry__erasure=None).first()
        if waiting is not None:
            with self.today():
                erase.do(self.binh, erase.ask(self.an, waiting.log_entry, "dữ liệu riêng tư"))

    @rule(why=st.sampled_from([None, None, KeyEnd.LOST, KeyEnd.REVOKED]))
    def change_key(self, why: KeyEnd | None) -> None:
        with self.today():
            self.key(why)

    @rule()
    def sign(self) -> None:
        self._sign()

    @rule(call=st.integers(0, 40))
    def crash(self, call: int) -> None:
        with crash_at(call):
            seal.catch_up()
        self._sign()

    def _sign(self) -> None:
        seal.catch_up()
        size = LogEntry.objects.count()
        assert log_folder.size() == size
        folder = log_folder.folder()
        assert {number: to for number, to in folder.kept().items() if number in self.kept} == {
            number: f"checkpoint.{number}" for number in self.kept
        }
        report = verify_folder(folder, self.verifiers(), known=self._known())
        assert report.holds, [str(one) for one in report.findings]
        self.kept[size] = folder.file("checkpoint")
        newest = LogEntry.objects.latest("number")
        self.proofs[newest.number] = sealed.proof(newest) or b""

    def verifiers(self) -> list[VerifierKey]:
        """Every public key so far, the newest first."""
        return [SignerKey(NAME, bytes([n]) * 32).verifier for n in range(self.changes, 0, -1)]

    def _known(self) -> dict[str, bytes]:
        return {f"of {size}": data for size, data in self.kept.items() if size}

    @invariant()
    def act_and_entry_stand_both_or_neither(self) -> None:
        done = sum(one._default_manager.count() for one in ACTS)
        assert LogEntry.objects.count() == done
        numbers = list(LogEntry.objects.order_by("number").values_list("number", flat=True))
        assert numbers == list(range(len(numbers)))

    @invariant()
    def what_was_proven_holds(self) -> None:
        for number, data in self.proofs.items():
            proof = read_proof(data)
            opening = read_opening(proof.extra or b"")
            opening.act()
            check_proof(proof, opening.entry, self.verifiers())
            entry = LogEntry.objects.get(number=number)
            assert seal.to_bytes(entry) == opening.entry


@pytest.mark.django_db
def test_no_order_of_acts_and_crashes_breaks_the_log(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT, settings.LOG_FOLDER, settings.LOG_KEYS = tmp_path, tmp_path / "log", []
    run_state_machine_as_test(Log, settings=BOUNDS)
