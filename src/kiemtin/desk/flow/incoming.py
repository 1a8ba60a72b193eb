"""Incoming: what a peer tells us is stored sealed at once and worked on later, each event once.

Nothing of it can be read in the database; when it has been worked on nothing of it is left.
"""

import json
import logging
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F

from kiemtin.channels.inbound import Event, Sent
from kiemtin.channels.shape import Inbound, InboundRefused
from kiemtin.desk import keep_on, receipts
from kiemtin.desk.flow import (
    by_picture,
    conversation,
    forwarded,
    holding,
    joining,
    leaving,
    match,
    reply_to,
    sending,
)
from kiemtin.desk.flow.caller import Caller
from kiemtin.desk.flow.receive import Beside, receive
from kiemtin.desk.models import Delivery, Desk, Incoming, Message
from kiemtin.desk.moment import now
from kiemtin.desk.sealing import seal, unseal
from kiemtin.text.canonical import TextRefused

log = logging.getLogger(__name__)
ATTEMPTS = 30
"""With waits of up to an hour: about a day, for a full disk or a key that is missing."""

LONGEST_WAIT = 3600
PICTURES_WAIT = 180
"""Seconds until an event with pictures is tried again: longer than one try takes at the most."""

PICTURE_TRIES = 3
"""A picture that may come later is waited for so often; then the text goes on without it."""

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
            with_pictures=bool(one.pictures),
            came_at=moment,
            run_at=moment,
        )
        for one in events
        if one.happened_at > moment - REMEMBERED
    ]
    Incoming.objects.bulk_create(rows, batch_size=200, ignore_conflicts=True)
    log.info("incoming.stored channel=%s events=%s", channel, len(rows))
    return len(rows)


def start(stop: threading.Event) -> list[threading.Thread]:
    """Begin to work on what comes in, in threads of its own."""
    return [
        keep_on.start("incoming", step, stop, IDLE_SECONDS),
        keep_on.start("incoming.pictures", step_with_pictures, stop, IDLE_SECONDS),
    ]


def work_all() -> int:
    """Work on everything that is due; return how many events."""
    done = 0
    while step() or step_with_pictures():
        done += 1
    return done


def step() -> bool:
    """Work on the oldest event that is due; False when there is none. Twice does no harm: whatever
    an event leads to has its name.
    """
    return _step(with_pictures=False)


def step_with_pictures() -> bool:
    """The same for the oldest event with pictures; a thread of its own works on these, so that a
    slow picture stops nothing else.
    """
    return _step(with_pictures=True)


def _step(*, with_pictures: bool) -> bool:
    waiting = Incoming.objects.filter(done_at=None, with_pictures=with_pictures)
    one = waiting.filter(run_at__lte=now()).order_by("run_at", "id").first()
    if one is None or one.sealed is None:
        return False
    seconds = max(10 * 2 ** min(one.attempts, 10), PICTURES_WAIT if with_pictures else 0)
    wait = timedelta(seconds=min(LONGEST_WAIT, seconds))
    Incoming.objects.filter(pk=one.pk).update(attempts=F("attempts") + 1, run_at=now() + wait)
    if one.attempts >= ATTEMPTS:  # it has ended every worker that took it
        _done(one, "given_up")
        return True
    try:
        event = _opened(bytes(one.sealed))
        done = _work(one.channel, event, last=one.attempts + 1 >= PICTURE_TRIES)
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


def _work(channel: str, event: Event, *, last: bool) -> bool:
    """Do what follows from an event; False when it is about something that is not written yet, or
    a picture may still come; it is not waited for at the `last` try.
    """
    if event.kind == "message":
        return _message(channel, event, last=last)
    if event.kind == "unfollow":
        leaving.leave_all(channel, event.sender)
    elif event.kind in {"received", "seen", "failed"}:
        return _fate(channel, event) or now() - event.happened_at > JUST_SENT
    return True


def _fate(channel: str, event: Event) -> bool:
    """What became of a message of ours; False when none of that name is known."""
    if event.kind == "failed":
        return sending.undelivered(channel, event.ours, event.why)
    return sending.told(channel, event.ours, event.happened_at, seen=event.kind == "seen")


def _message(channel: str, event: Event, *, last: bool) -> bool:
    caller = Caller(channel, event)
    found = conversation.command(event.text) or conversation.names_somebody(event.text)
    if found and event.sender:
        _obey(caller, *found)
    elif event.text.strip() or event.pictures:
        return _question(caller, last=last)
    elif event.attachments:
        caller.reply_once_a_day("write")
    return True


def _obey(caller: Caller, verb: conversation.Verb, rest: str) -> None:
    said = conversation.obey(caller.channel, caller.event.sender, verb, rest)
    if said.text == joining.WRONG:
        caller.reply_to_wrong_code()
    elif said != conversation.NOTHING:
        caller.reply(said.text, said.params)


def _question(caller: Caller, *, last: bool) -> bool:
    """Store it as a message, match it, and say what became of it."""
    desk = Desk.objects.filter(parent=None).order_by("id").first()
    if desk is None:
        raise LookupError
    code = receipts.code(caller.channel, caller.event.external_id)
    known = Message.objects.filter(receipt=receipts.lookup(code)).exists()
    had = forwarded.Had() if known else forwarded.have(caller.channel, caller.event)
    if had.may_pass and not last:
        return False
    if not caller.event.text.strip() and not had.taken and not known:
        caller.reply_about("no_picture", had)
        return True
    try:
        message = _stored(caller, desk, code, had)
    except (TextRefused, InboundRefused):
        caller.reply_once_a_day("too_long")
        return True
    _answer(caller, code, message, had)
    return True


def _stored(caller: Caller, desk: Desk, code: str, had: forwarded.Had) -> Message:
    """The message; without words of its own it says what can be read in its pictures."""
    text = forwarded.own_words(caller.event.text) if had.taken else caller.event.text
    ask = forwarded.asks_by_picture(text, had.taken)
    taken = had.taken if text else forwarded.read(had.taken)
    text = text or forwarded.words(taken) or by_picture.NO_WORDS
    inbound = _inbound(caller.channel, replace(caller.event, text=text), code)
    return receive(inbound, desk, beside=Beside(taken, ask=ask)).message


def _answer(caller: Caller, code: str, message: Message, had: forwarded.Had) -> None:
    if by_picture.is_left(message):
        if message.text != by_picture.NO_WORDS:
            match.suggest(message)
        return caller.reply_about("looked_at", had, code)
    match.match_message(message)
    message.refresh_from_db()
    if not Delivery.objects.filter(message__in=message.claims()).exists():
        return _say_what_is_known(caller, code, message, had)
    return caller.reply_about("by_text", had) if had.missing else None


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


def _say_what_is_known(caller: Caller, code: str, message: Message, had: forwarded.Had) -> None:
    """What to do now where a holding line stands; else that it was received."""
    for claim in message.claims().select_related("sighting__rumour"):
        sighting = getattr(claim, "sighting", None)
        line = holding.in_force(sighting.rumour) if sighting else None
        if line is not None:
            return caller.reply_about("checking", had, code, safe_action=line.safe_action)
    return caller.reply_about("received", had, code)


def _sealed(event: Event) -> bytes:
    pictures = [(one.address, one.name, b64encode(one.data).decode()) for one in event.pictures]
    said = asdict(replace(event, pictures=())) | {"pictures": pictures}
    said["happened_at"] = event.happened_at.isoformat()
    return seal(json.dumps(said, ensure_ascii=False))


def _opened(sealed: bytes) -> Event:
    said: dict[str, Any] = json.loads(unseal(sealed))
    said["happened_at"] = datetime.fromisoformat(said["happened_at"])
    said["attachments"] = tuple(said["attachments"])
    held = said.get("pictures", ())  # what was stored by an earlier version has none
    said["pictures"] = tuple(Sent(address, name, b64decode(data)) for address, name, data in held)
    return Event(**said)
