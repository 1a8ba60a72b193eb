"""Caller: somebody who wrote over a channel gets the desk's own short words back, once for each
thing that they wrote.
"""

from dataclasses import dataclass

from kiemtin.channels.inbound import Event
from kiemtin.desk import receipts
from kiemtin.desk.addresses import lookup
from kiemtin.desk.flow import joining, outbox, reply_to
from kiemtin.desk.flow.forwarded import Had
from kiemtin.desk.models import Sending
from kiemtin.desk.moment import now, today
from kiemtin.desk.words_reach import SendingKind


@dataclass(frozen=True)
class Caller:
    """Who wrote, as far as an answer needs it: the channel, and the event that came over it."""

    channel: str
    event: Event

    def reply(self, text: str, params: dict[str, str], code: str = "") -> None:
        """Queue a reply, once for an event or for all of an album; `code` is the receipt that goes
        along.
        """
        album = f"{self.event.sender}:{self.event.album}" if self.event.album else ""
        name = receipts.item(self.channel, album or self.event.external_id)
        self._queue(f"reply:{name}", text, params, code)

    def reply_once_a_day(self, text: str) -> None:
        """A row of stickers gets one word back, not a row of them."""
        self._queue(
            f"{text}:{lookup(self.channel, self.event.sender)}:{today():%Y%m%d}", text, {}, ""
        )

    def reply_about(self, text: str, had: Had, code: str = "", **params: str) -> None:
        """The same with a sentence about pictures that could not be had."""
        missing = {"picture": had.missing} if had.missing else {}
        self.reply(text, params | missing, code)

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
