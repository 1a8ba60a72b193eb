"""Sending: what waits goes out over its channel, each once, and the ledger says what became of it.

A row is taken by one UPDATE before its peer is called. What may have arrived and whose peer keeps
no keys is left as uncertain: it is said so, and only a person sends it again.
"""

import logging
import threading
from datetime import datetime, timedelta
from time import monotonic, sleep

import httpx
from django.db import transaction
from django.db.models import F, QuerySet

from kiemtin.channels.outbound import Outgoing, SendingFailed, Tokens, client
from kiemtin.desk import keep_on
from kiemtin.desk.connectors import Connector, connectors
from kiemtin.desk.flow import answer, holding, hours, leaving, reply_to, said, tokens
from kiemtin.desk.keyed import mac
from kiemtin.desk.models import Sending, Version
from kiemtin.desk.moment import now, today
from kiemtin.desk.words_reach import Priority, SendingKind, SendingState
from kiemtin.refusal import Refusal

log = logging.getLogger(__name__)
ATTEMPTS = 8
LONGEST_WAIT = 3600.0
ABANDONED = timedelta(minutes=5)
"""A worker that took a sending and was not heard of since is lost: a peer answers within 30 s."""

IDLE_SECONDS = 1.0
LOOK_BACK_SECONDS = 30.0
SHORT_SECONDS = 0.25
OF_THE_CHANNEL = {"busy", "token", "unreachable"}
"""What hinders one sending hinders all: the others wait, and do not use up their tries."""


def start(stop: threading.Event) -> list[threading.Thread]:
    """Begin to send, a thread a channel, so that a slow peer holds up no other."""
    return [
        keep_on.start(f"sending.{one.name}", Line(one).step, stop, IDLE_SECONDS)
        for one in connectors()
        if one.sender is not None
    ]


def send_due() -> int:
    """Send everything that is due over every channel and return how many went out or failed."""
    lines = [Line(one) for one in connectors() if one.sender is not None]
    return sum(line.run_dry() for line in lines)


class Line:
    """One channel's way out: its client, its pace, and the pause that its peer asked for."""

    def __init__(self, channel: Connector) -> None:
        assert channel.sender is not None
        self.channel, self.sender = channel, channel.sender
        self.http: httpx.Client = client()
        self.gap = 1.0 / channel.sender.A_SECOND
        self.free_at = 0.0
        self.look_back_at = 0.0

    def step(self) -> bool:
        """Send what is due next, if the pace allows; False when there was nothing to do."""
        ahead = self.free_at - monotonic()
        if ahead > SHORT_SECONDS:
            return False
        if ahead > 0:  # the pace itself: to lay the thread down for it would cost a second each
            sleep(ahead)
        self.free_at = monotonic() + self.gap
        self._look_back()
        taken = claim(self.channel)
        if taken is None:
            return False
        self._send(taken)
        return True

    def run_dry(self) -> int:
        """Send all that is due now, without regard to pace; for commands and tests."""
        done = 0
        self._look_back()
        with self.http:
            while (taken := claim(self.channel)) is not None:
                self._send(taken)
                done += 1
        return done

    def _look_back(self) -> None:
        """What a lost worker had is looked for now and then, not with each sending."""
        if monotonic() >= self.look_back_at:
            take_back(self.channel, now())
            self.look_back_at = monotonic() + LOOK_BACK_SECONDS

    def _send(self, taken: Sending) -> None:
        why = no_longer(taken)
        if why:
            return end(taken, SendingState.STOPPED, why)
        due, moment = _allowed(taken, now()), now()
        if due > moment:  # it waited in a queue, or for a worker, into the night
            return _write(taken, state=SendingState.QUEUED, run_at=due)
        try:
            out = said.outgoing(taken, self.channel)
            lent = tokens.current(self.channel, self.http)
        except reply_to.Nobody:
            return end(taken, SendingState.STOPPED, "nobody")
        except SendingFailed as failed:
            return self._wait(taken, failed)  # nothing has left yet
        except Refusal as refused:
            return end(taken, SendingState.FAILED, refused.code)
        return self._give(taken, lent, out)

    def _give(self, taken: Sending, lent: Tokens | None, out: Outgoing) -> None:
        try:
            peer_id = self.sender.send(self.channel.settings, self.http, lent, out)
        except SendingFailed as failed:
            return self._failed(taken, failed)
        return sent(taken, peer_id)

    def _failed(self, taken: Sending, failed: SendingFailed) -> None:
        if failed.code == "token" and self.channel.lender is not None:
            tokens.spent(self.channel)
        if failed.code == "gone":
            leaving.gone(taken)
        if failed.uncertain and not self.sender.KNOWS_KEYS:
            return end(taken, SendingState.UNCERTAIN, failed.code)
        return self._wait(taken, failed)

    def _wait(self, taken: Sending, failed: SendingFailed) -> None:
        if failed.permanent or taken.attempts + 1 >= ATTEMPTS:
            return end(taken, SendingState.FAILED, failed.code)
        wait = failed.wait if failed.wait is not None else min(LONGEST_WAIT, 5 * 2**taken.attempts)
        if failed.code in OF_THE_CHANNEL:
            self.free_at = monotonic() + wait
        return later(taken, failed.code, wait)


def claim(channel: Connector) -> Sending | None:
    """Take the next due sending of a channel, urgent ones first; None when nothing is due."""
    moment = now()
    rows = Sending.objects.filter(channel=channel.name, state=SendingState.QUEUED)
    due = rows.filter(run_at__lte=moment).order_by("-urgent", "run_at", "id")
    for pk in list(due.values_list("pk", flat=True)[:5]):
        won = rows.filter(pk=pk).update(state=SendingState.SENDING, claimed_at=moment)
        if won:
            return Sending.objects.select_related(
                "version__fact_check__desk",
                "holding_line__rumour__desk",
                "communicator",
                "broadcast",
            ).get(pk=pk)
    return None


def take_back(channel: Connector, moment: datetime) -> None:
    """What a lost worker had: asked again where the peer knows keys, else nobody can say."""
    lost = Sending.objects.filter(
        channel=channel.name, state=SendingState.SENDING, claimed_at__lt=moment - ABANDONED
    )
    if channel.sender is not None and channel.sender.KNOWS_KEYS:
        given_up = lost.filter(attempts__gte=ATTEMPTS - 1)
        given_up.update(state=SendingState.FAILED, error="abandoned", sealed=None)
        lost.update(state=SendingState.QUEUED, attempts=F("attempts") + 1)
    else:
        lost.update(state=SendingState.UNCERTAIN, error="abandoned", sealed=None)


def no_longer(sending: Sending) -> str:
    """Why a sending that waited is not sent any more, "" when it is."""
    version, line = sending.version, sending.holding_line
    if version is not None:
        if version.fact_check.current_id != version.pk:
            return "superseded"
        if version.valid_until and version.valid_until < today():
            return "expired"
    if line is not None and holding.in_force(line.rumour) != line:
        return "superseded"
    if sending.broadcast is not None and sending.broadcast.stopped_at is not None:
        return "stopped"
    if sending.kind == SendingKind.SUBSCRIBED and not _has_recipient(sending):
        return "left"
    return ""


def _has_recipient(sending: Sending) -> bool:
    return sending.subscription_id is not None or "partner" in sending.params


def sent(taken: Sending, peer_id: str) -> None:
    """The peer has it: the address that was lent for it is gone."""
    with transaction.atomic():
        name = peer_name(taken.channel, peer_id)
        _write(taken, state=SendingState.SENT, sent_at=now(), peer_id=name, sealed=None)
        if taken.kind == SendingKind.ANSWER and taken.message is not None:
            answer.told(taken.message)
    log.info("sending.sent id=%s channel=%s", taken.pk, taken.channel)


def end(taken: Sending, state: SendingState, why: str) -> None:
    """It goes out no more, and why."""
    _write(taken, state=state, error=why[:40], sealed=None)
    log.warning("sending.%s id=%s channel=%s error=%s", state, taken.pk, taken.channel, why)


def later(taken: Sending, why: str, wait: float) -> None:
    """It is tried again in `wait` seconds, or after the quiet hours where it respects them."""
    run_at = _allowed(taken, now() + timedelta(seconds=wait))
    _write(taken, state=SendingState.QUEUED, error=why[:40], run_at=run_at, attempts=taken.attempts)
    Sending.objects.filter(pk=taken.pk).update(attempts=F("attempts") + 1)
    log.info("sending.later id=%s channel=%s error=%s", taken.pk, taken.channel, why)


def _allowed(taken: Sending, moment: datetime) -> datetime:
    """The earliest moment: answers and replies were asked for, machines do not sleep, urgent waits
    for no hour.
    """
    asked = taken.kind in (SendingKind.ANSWER, SendingKind.REPLY)
    if taken.urgent or asked or "partner" in taken.params:
        return moment
    about = taken.version or taken.holding_line
    assert about is not None
    desk = (about.fact_check if isinstance(about, Version) else about.rumour).desk
    place = taken.communicator.place if taken.communicator else about.place
    return hours.free(desk, place, moment, Priority.FIRST)


def _write(taken: Sending, **changes: object) -> None:
    """Only while the sending is still ours: a worker that was taken for lost changes nothing."""
    mine = {"state": SendingState.SENDING, "claimed_at": taken.claimed_at}
    Sending.objects.filter(pk=taken.pk, **mine).update(**changes)


def peer_name(channel: str, peer_id: str) -> str:
    """What is kept of a peer's name for a message of ours, "" for none: 64 hex digits. WhatsApp's
    names hold the number that was written to.
    """
    return mac("peer", f"{channel}\0{peer_id}").hex() if peer_id else ""


def told(channel: str, peer_id: str, moment: datetime, *, seen: bool = False) -> bool:
    """The peer says that a message of ours arrived, or was seen; the first word of it counts.
    False when no message of that name is known.
    """
    rows = _sent_as(channel, peer_id)
    rows.filter(received_at=None).update(received_at=moment)
    if seen:
        rows.filter(seen_at=None).update(seen_at=moment)
    return rows.exists()


def undelivered(channel: str, peer_id: str, why: str) -> bool:
    """The peer took a message of ours and says later that it did not arrive. False when no message
    of that name is known.
    """
    rows = _sent_as(channel, peer_id)
    for row in rows.filter(state=SendingState.SENT, received_at=None):
        Sending.objects.filter(pk=row.pk).update(state=SendingState.FAILED, error=why[:40])
        if why == "gone":
            leaving.gone(row)
    return rows.exists()


def _sent_as(channel: str, peer_id: str) -> QuerySet[Sending]:
    name = peer_name(channel, peer_id)
    return Sending.objects.filter(channel=channel, peer_id=name).exclude(peer_id="")


def again(sending: Sending) -> None:
    """A person sends once more what failed or is uncertain; that it may come twice was said. A
    reply's address is gone by then.
    """
    rows = Sending.objects.filter(
        pk=sending.pk, state__in=[SendingState.FAILED, SendingState.UNCERTAIN]
    ).exclude(kind=SendingKind.REPLY)
    rows.update(state=SendingState.QUEUED, run_at=now(), attempts=0, error="")
