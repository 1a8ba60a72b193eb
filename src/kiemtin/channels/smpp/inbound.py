"""Text messages and receipts from the message centre, read over a connection that is kept up.

Sources: SMPP 3.4, 4.6 (deliver_sm), 4.11 (enquire_link), 5.2.12 (esm_class).
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from smpplib import consts

from kiemtin.channels.inbound import Event
from kiemtin.channels.outbound import SendingFailed
from kiemtin.channels.payload import clean, name_of
from kiemtin.channels.shape import phone_number
from kiemtin.channels.smpp.alphabet import decode
from kiemtin.channels.smpp.link import Link, LinkLost, bound
from kiemtin.channels.smpp.parts import Joiner, Key, Place, header
from kiemtin.channels.smpp.receipts import read_receipt
from kiemtin.channels.smpp.settings import Settings

UDHI, RECEIPT_BITS, RECEIPT = 0x40, 0x3C, 0x04
SAME_WITHIN = 600
"""Seconds: SMPP gives a person's message no id, so the same text of the same person in the same ten
minutes is one message that came twice."""

MOST_ADDRESS = 65
"""Characters of an address or an id; the standard has 21 and 65."""

log = logging.getLogger(__name__)
Take = Callable[[Event], None]


@dataclass(frozen=True)
class Pace:
    """Seconds: how soon a stop is seen, how often the centre is asked whether it is there, how long
    it may be silent, and how long we wait before connecting again (doubled each time)."""

    tick: float = 1.0
    ask: float = 30.0
    silence: float = 75.0
    first_wait: float = 1.0
    most_wait: float = 60.0


PACE = Pace()


def listen(settings: Settings, take: Take, stop: threading.Event, pace: Pace = PACE) -> None:
    """Read until `stop` is set, connecting again whenever the connection is lost.

    A message is acknowledged once `take` has returned; when `take` raises, the centre is told to
    send it again. Parts of a long message are acknowledged before the rest is there: they are in
    memory only, and handed on as they are when the listening ends.
    """
    reader = Reader(settings, take)
    wait = pace.first_wait / 2
    try:
        while not stop.is_set():
            began = monotonic()
            try:
                with bound(settings, "receiver", pace.tick) as link:
                    log.info("channel.smpp.bound")
                    _attend(link, reader, stop, pace)
            except (SendingFailed, LinkLost) as lost:
                log.warning("channel.smpp.lost %s", getattr(lost, "code", "link"))
                # A connection that held is soon made again, one that never holds ever more slowly.
                held = monotonic() - began > pace.most_wait
                wait = pace.first_wait if held else min(wait * 2, pace.most_wait)
                stop.wait(wait)
    finally:
        reader.give_up(None)


def _attend(link: Link, reader: "Reader", stop: threading.Event, pace: Pace) -> None:
    heard = asked = monotonic()
    while not stop.is_set():
        pdu = link.read()
        now = monotonic()
        if pdu is not None:
            heard = now
            reader.handle(link, pdu)
        reader.give_up(datetime.now(UTC))
        if now - heard > pace.silence:
            raise LinkLost("silence")
        if now - max(heard, asked) > pace.ask:
            link.ask("enquire_link")
            asked = now


class Reader:
    """What a PDU means; keeps the parts of long messages."""

    def __init__(self, settings: Settings, take: Take) -> None:
        self._settings = settings
        self._take = take
        self._parts = Joiner()

    def handle(self, link: Link, pdu: Any) -> None:
        """Do what the centre asks; raises LinkLost."""
        if pdu.command == "enquire_link":
            link.reply("enquire_link_resp", pdu.sequence)
        elif pdu.command == "unbind":
            link.reply("unbind_resp", pdu.sequence)
            raise LinkLost("unbind")
        elif pdu.command == "deliver_sm":
            self._deliver(link, pdu)
        elif pdu.is_request():
            link.reply("generic_nack", pdu.sequence, consts.SMPP_ESME_RINVCMDID)

    def _deliver(self, link: Link, pdu: Any) -> None:
        status = consts.SMPP_ESME_ROK
        try:
            self._hand_on(pdu, datetime.now(UTC))
        except Exception as error:
            # Storing failed: a listener outlives any one message, and the centre keeps this one.
            log.error("channel.smpp.not_taken %s", type(error).__name__)
            status = consts.SMPP_ESME_RX_T_APPN
        link.reply("deliver_sm_resp", pdu.sequence, status)

    def _hand_on(self, pdu: Any, now: datetime) -> None:
        event, key = self.event(pdu, now)
        if event is not None:
            self._take(event)
        if event is not None and key is not None:
            self._parts.forget(key)

    def event(self, pdu: Any, now: datetime) -> tuple[Event | None, Key | None]:
        """Return what a deliver_sm says and the key of its parts; no event while parts lack."""
        data = bytes(pdu.short_message or getattr(pdu, "message_payload", None) or b"")
        flags = int(pdu.esm_class or 0)
        if flags & RECEIPT_BITS == RECEIPT:
            return self._receipt(pdu, data, now), None
        place, data = header(data) if flags & UDHI else (_sar(pdu), data)
        text = decode(data, int(pdu.data_coding or 0), self._settings.alphabet)
        who = _number(pdu)
        if text is None:
            return _message(who, "", now, ("file",), data.hex()), None
        if place is not None:
            whole = self._parts.add(who, place, text, now)
            key = (who, place.reference, place.total)
            return (None if whole is None else _message(who, whole, now)), key
        return _message(who, text, now), None

    def give_up(self, now: datetime | None) -> None:
        """Hand on what waited too long for its other parts; without `now`, all that waits."""
        for key, text in self._parts.overdue(now):
            try:
                self._take(_message(key[0], text, now or datetime.now(UTC)))
            except Exception as error:
                log.error("channel.smpp.not_taken %s", type(error).__name__)
            else:
                self._parts.forget(key)

    def _receipt(self, pdu: Any, data: bytes, now: datetime) -> Event:
        named = _text(getattr(pdu, "receipted_message_id", None))
        state = getattr(pdu, "message_state", None)
        receipt = read_receipt(data.decode("latin-1"), named, state, self._settings.hex_ids)
        name = name_of("receipt", receipt.ours, receipt.state, "" if receipt.ours else data.hex())
        if not receipt.ours:
            return Event("other", name, now)
        why = "refused" if receipt.kind == "failed" else ""
        return Event(receipt.kind, name, now, ours=clean(receipt.ours), why=why)


def _message(
    who: str, text: str, now: datetime, attachments: tuple[str, ...] = (), data: str = ""
) -> Event:
    when = str(int(now.timestamp()) // SAME_WITHIN)
    name = name_of("message", who, text, data, when)
    return Event("message", name, now, sender=who, text=clean(text), attachments=attachments)


def _sar(pdu: Any) -> Place | None:
    """The place that the parameters sar_… name."""
    names = ("sar_msg_ref_num", "sar_total_segments", "sar_segment_seqnum")
    values = [getattr(pdu, name, None) for name in names]
    if any(value is None for value in values):
        return None
    place = Place(*(int(value) for value in values if value is not None))
    return place if place.makes_sense else None


def _number(pdu: Any) -> str:
    """The sender in one spelling; type 1 is an international number, written without its +."""
    raw = _text(pdu.source_addr)
    international = pdu.source_addr_ton == 1 and raw.isascii() and raw.isdecimal()
    return phone_number("+" + raw if international else raw)


def _text(raw: object) -> str:
    text = raw.decode("ascii", "replace") if isinstance(raw, bytes) else str(raw or "")
    return clean(text.rstrip("\x00")[:MOST_ADDRESS])
