"""Text messages given to the message centre, long ones in parts that the telephone joins.

Sources: SMPP 3.4, 4.4 (submit_sm), 5.1.3 (command_status), 7.1.1 (times).
"""

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
from smpplib import consts

from kiemtin.channels.outbound import Outgoing, SendingFailed, Tokens
from kiemtin.channels.shape import phone_number
from kiemtin.channels.smpp.alphabet import UCS2, encode
from kiemtin.channels.smpp.link import ANSWER, Link, LinkLost, bound, ignore_others
from kiemtin.channels.smpp.parts import (
    SEPTETS_PART,
    SEPTETS_WHOLE,
    UCS2_PART,
    UCS2_WHOLE,
    cut,
)
from kiemtin.channels.smpp.receipts import message_id
from kiemtin.channels.smpp.settings import Settings

KNOWS_KEYS = False
"""submit_sm takes no id of ours that the centre would compare."""

MOST_CHARS = 670
"""Ten parts of 67 characters (UCS-2 with a header): more costs too much and arrives in pieces."""

A_SECOND = 10.0
"""What the smaller contracts of operators allow; more is answered with ESME_RTHROTTLED."""

TRIES = 5
"""For a later part that the centre finds too fast: its message has begun and should end."""

VALID = "000001000000000R"
"""One day, relative: what could not be delivered by then is given up."""

FAILURES = {
    consts.SMPP_ESME_RTHROTTLED: "busy",
    consts.SMPP_ESME_RMSGQFUL: "busy",
    consts.SMPP_ESME_RSYSERR: "server",
    consts.SMPP_ESME_RSUBMITFAIL: "server",
    consts.SMPP_ESME_RX_T_APPN: "server",
    consts.SMPP_ESME_RINVBNDSTS: "server",
    consts.SMPP_ESME_RINVDSTADR: "gone",
    consts.SMPP_ESME_RINVDSTTON: "gone",
    consts.SMPP_ESME_RINVDSTNPI: "gone",
}
"""By command_status; any other means that the message is refused."""


class Session:
    """A bound connection over which many messages go, one after the other."""

    def __init__(
        self, link: Link, settings: Settings, pause: Callable[[float], None] = time.sleep
    ) -> None:
        self._link = link
        self._settings = settings
        self._pause = pause

    def send(self, out: Outgoing) -> str:
        """Send a message and return the centre's id of its last part; raises SendingFailed.

        A receipt is asked for the last part alone. When a later part fails, the first has gone:
        that is `no_answer`, never a failure that would begin it anew.
        """
        coding, characters = encode(out.text, self._settings.alphabet)
        whole, part = (
            (SEPTETS_WHOLE, SEPTETS_PART)
            if coding != UCS2 and self._settings.alphabet == "gsm7"
            else (UCS2_WHOLE, UCS2_PART)
        )
        try:
            texts = cut(characters, whole, part, reference(out.key))
        except ValueError:
            raise SendingFailed("refused", "parts") from None
        given = ""
        for number, text in enumerate(texts, 1):
            try:
                given = self._part(out.to, coding, text, number, len(texts))
            except SendingFailed as failed:
                if number == 1:
                    raise
                raise SendingFailed("no_answer", failed.code) from None
        return given

    def _part(self, to: str, coding: int, text: bytes, number: int, total: int) -> str:
        for left in reversed(range(1 if number == 1 else TRIES)):
            try:
                return self._submit(to, coding, text, number, total)
            except SendingFailed as failed:
                if failed.code != "busy" or not left:
                    raise
                self._pause(1.0)
        raise SendingFailed("busy")

    def _submit(self, to: str, coding: int, text: bytes, number: int, total: int) -> str:
        try:
            asked = self._link.ask(
                "submit_sm",
                **addresses(self._settings.sender, to),
                esm_class=consts.SMPP_GSMFEAT_UDHI if total > 1 else 0,
                data_coding=coding,
                registered_delivery=1 if number == total else 0,
                validity_period=VALID,
                short_message=text,
            )
            answer = self._link.wait(asked, ANSWER, ignore_others(self._link))
        except LinkLost:
            raise SendingFailed("no_answer") from None
        if answer is None:
            raise SendingFailed("no_answer")
        if answer.status:
            code = FAILURES.get(answer.status, "refused")
            raise SendingFailed(code, f"0x{answer.status:08X}")
        raw = (getattr(answer, "message_id", None) or b"").decode("ascii", "replace")
        if not raw:
            raise SendingFailed("answer")
        return message_id(raw, self._settings.hex_ids, decimal=False)


@contextmanager
def session(settings: Settings) -> Iterator[Session]:
    """Bind for sending; raises SendingFailed."""
    with bound(settings, "transmitter") as link:
        yield Session(link, settings)


def send(settings: Settings, http: httpx.Client, tokens: Tokens | None, out: Outgoing) -> str:
    """Send one message over a connection of its own; raises SendingFailed. `session` sends many."""
    with session(settings) as one:
        return one.send(out)


def reference(key: str) -> int:
    """Return the number that joins the parts: the same for a key, so that a part which comes twice
    replaces itself on the telephone."""
    return hashlib.sha256(key.encode()).digest()[0]


def addresses(sender: str, to: str) -> dict[str, object]:
    """Return both addresses with their type and plan (5.2.5, 5.2.6)."""
    ton, npi = 5, 0
    if sender.lstrip("+").isdecimal():
        ton, npi = (1, 1) if len(sender) > 8 else (3, 0)
    number = phone_number(to)
    return {
        "source_addr_ton": ton,
        "source_addr_npi": npi,
        "source_addr": sender.lstrip("+"),
        "dest_addr_ton": 1 if number.startswith("+") else 0,
        "dest_addr_npi": 1,
        "destination_addr": number.lstrip("+")[:20].encode("ascii", "replace").decode(),
    }
