"""Incoming: what a peer tells us is stored sealed at once and worked on later, each event once.

Nothing of it can be read in the database; when it has been worked on nothing of it is left.
"""

import json
import logging
import threading
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F

from kiemtin.channels.inbound import Event
from kiemtin.channels.shape import Inbound, InboundRefused
from kiemtin.desk import keep_on, receipts
from kiemtin.desk.addresses import lookup
from kiemtin.desk.flow import (
    conversation,
    holding,
    joining,
    leaving,
    match,
    outbox,
    reply_to,
    sending,
)
from kiemtin.desk.flow.receive import receive
from kiemtin.desk.models import Delivery, Desk, Incoming, Message, Sending
from kiemtin.desk.moment import now, today
from kiemtin.desk.sealing import seal, unseal
from kiemtin.desk.words_reach import SendingKind
from kiemtin.text.canonical import TextRefused

log = logging.getLogger(__name__)
ATTEMPTS = 30
"""With waits of up to an hour: about a day, for a full disk or a key that is missing."""

LONGEST_WAIT = 3600
JUST_SENT = timedelta(minutes=2)
"""A word about a message of ours may come before we have written down that it was sent."""

REMEMBERED = timedelta(days=28)
"""What happened before may have been worked on and forgotten (retention keeps names for a month): a
mailbox that is numbered anew, or a call that is made again, would be answered twice.
"""
IDLE_SECONDS = 0.5
HEARD = {"zalo_oa": "zalo", "zalo_bot": "zalo", "sms_gate": "sms", "smpp": "sms"}
HEARD_MORE = {"messenger": "facebook"}


def store(channel: str, events: Iterable[Event]) -> int:
    """Keep events until they are worked on; what came before is not kept twice, nor what is older
    than is REMEMBERED. Return how many are kept.
    """
    moment = now()
    rows = [
        Incoming(
            channel=channel,
            item=receipts.item(channel, f"{one.kind}:{one.external_id}"),
            sealed=_sealed(one),
            came_at=moment,
            run_at=moment,
        )
        for one in events
        if one.happened_at > moment - REMEMBERED
    ]
    Incoming.objects.bulk_create(rows, batch_size=200, ignore_conflicts=True)
    log.info("incoming.stored channel=%s events=%s", channel, len(rows))
    return len(rows)


def start(stop: threading.Event) -> threading.Thread:
    """Begin to work on what comes in, in a thread of its own."""
    return keep_on.start("incoming", step, stop, IDLE_SECONDS)


def work_all() -> int:
    """Work on everything that is due; return how many events."""
    done = 0
    while step():
        done += 1
    return done


def step() -> bool:
    """Work on the oldest event that is due; False when there is none. Twice does no harm: whatever
    an event leads to has its name.
    """
    due = Incoming.objects.filter(done_at=None, run_at__lte=now()).order_by("run_at", "id")
    one = due.first()
    if one is None or one.sealed is None:
        return False
    wait = timedelta(seconds=min(LONGEST_WAIT, 10 * 2 ** min(one.attempts, 10)))
    Incoming.objects.filter(pk=one.pk).update(attempts=F("attempts") + 1, run_at=now() + wait)
    if one.attempts >= ATTEMPTS:  # it has ended every worker that took it
        _done(one, "given_up")
        return True
    try:
        done = _work(one.channel, _opened(bytes(one.sealed)))
    except Exception as error:
        _failed(one, error)
    else:
        if done:
            _done(one, "")
    return True


def _failed(one: Incoming, error: Exception) -> None:
    name = getattr(error, "code", type(error).__name__)
    log.error("incoming.failed id=%s channel=%s error=%s", one.pk, one.channel, name)
    if one.attempts + 1 >= ATTEMPTS:
        _done(one, str(name))


def _done(one: Incoming, error: str) -> None:
    Incoming.objects.filter(pk=one.pk).update(sealed=None, done_at=now(), error=error[:40])


def _work(channel: str, event: Event) -> bool:
    """Do what follows from an event; False when it is about something that is not written yet."""
    if event.kind == "message":
        _message(channel, event)
    elif event.kind == "unfollow":
        leaving.leave_all(channel, event.sender)
    elif event.kind in {"received", "seen", "failed"}:
        return _fate(channel, event) or now() - event.happened_at > JUST_SENT
    return True


def _fate(channel: str, event: Event) -> bool:
    """What became of a message of ours; False when none of that name is known."""
    if event.kind == "failed":
        return sending.undelivered(channel, event.ours, event.why)
    return sending.told(channel, event.ours, event.happened_at, seen=event.kind == "seen")


@dataclass(frozen=True)
class Caller:
    """Who wrote, as far as an answer needs it: the channel, and the event that came over it."""

    channel: str
    event: Event

    def reply(self, text: str, params: dict[str, str], code: str = "") -> None:
        """Queue a reply, once for an event; `code` is the receipt that goes along."""
        self._queue(
            f"reply:{receipts.item(self.channel, self.event.external_id)}", text, params, code
        )

    def reply_once_a_day(self, text: str) -> None:
        """A row of stickers gets one word back, not a row of them."""
        self._queue(
            f"{text}:{lookup(self.channel, self.event.sender)}:{today():%Y%m%d}", text, {}, ""
        )

    def reply_to_wrong_code(self) -> None:
        """Queue the reply by which wrong codes of an address are counted."""
        item = receipts.item(self.channel, self.event.external_id)
        self._queue(joining.wrong_key(self.channel, self.event.sender, item), joining.WRONG, {}, "")

    def _queue(self, key: str, text: str, params: dict[str, str], code: str) -> None:
        if not self.event.sender or not reply_to.sends_over(self.channel):
            return
        sealed = reply_to.sealed(self.event.sender, code)
        about = {"key": key, "text": text, "params": params, "sealed": sealed}
        kind, moment = SendingKind.REPLY, now()
        outbox.queue(
            [Sending(kind=kind, channel=self.channel, run_at=moment, urgent=True, **about)]
        )


def _message(channel: str, event: Event) -> None:
    caller = Caller(channel, event)
    found = conversation.command(event.text) or conversation.names_somebody(event.text)
    if found and event.sender:
        return _obey(caller, *found)
    if not event.text.strip():
        return caller.reply_once_a_day("write") if event.attachments else None
    return _question(caller)


def _obey(caller: Caller, verb: conversation.Verb, rest: str) -> None:
    said = conversation.obey(caller.channel, caller.event.sender, verb, rest)
    if said.text == joining.WRONG:
        caller.reply_to_wrong_code()
    elif said != conversation.NOTHING:
        caller.reply(said.text, said.params)


def _question(caller: Caller) -> None:
    """Store it as a message, match it, and say what became of it."""
    desk = Desk.objects.filter(parent=None).order_by("id").first()
    if desk is None:
        raise LookupError
    code = receipts.code(caller.channel, caller.event.external_id)
    try:
        received = receive(_inbound(caller.channel, caller.event, code), desk)
    except (TextRefused, InboundRefused):
        return caller.reply_once_a_day("too_long")
    match.match_message(received.message)
    received.message.refresh_from_db()
    if not Delivery.objects.filter(message__in=received.message.claims()).exists():
        _say_what_is_known(caller, code, received.message)
    return None


def _inbound(channel: str, event: Event, code: str) -> Inbound:
    answers = bool(event.sender) and reply_to.sends_over(channel)
    return Inbound(
        channel=channel,
        external_id=event.external_id,
        text=event.text,
        received_at=event.happened_at,
        heard_via=(HEARD | HEARD_MORE).get(channel, "other"),
        wants_answer=answers,
        reply_to=reply_to.pack(event.sender, code) if answers else None,
    )


def _say_what_is_known(caller: Caller, code: str, message: Message) -> None:
    """What to do now where a holding line stands; else that it was received."""
    for claim in message.claims().select_related("sighting__rumour"):
        sighting = getattr(claim, "sighting", None)
        line = holding.in_force(sighting.rumour) if sighting else None
        if line is not None:
            return caller.reply("checking", {"safe_action": line.safe_action}, code)
    return caller.reply("received", {}, code)


def _sealed(event: Event) -> bytes:
    said = asdict(event) | {"happened_at": event.happened_at.isoformat()}
    return seal(json.dumps(said, ensure_ascii=False))


def _opened(sealed: bytes) -> Event:
    said: dict[str, Any] = json.loads(unseal(sealed))
    said["happened_at"] = datetime.fromisoformat(said["happened_at"])
    said["attachments"] = tuple(said["attachments"])
    return Event(**said)
