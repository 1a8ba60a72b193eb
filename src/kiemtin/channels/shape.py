"""The one shape in which every channel hands a message on; what does not fit it is refused here.

It is the raw item: nothing is redacted yet, so it is never stored, logged or shown as it is.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone

from kiemtin.channels.refusal import InboundRefused

__all__ = ["HEARD_VIA", "MAX_PICTURES", "VIETNAM", "Inbound", "InboundRefused", "phone_number"]

HEARD_VIA = (
    "word_of_mouth",
    "phone_call",
    "sms",
    "zalo",
    "facebook",
    "tiktok",
    "website",
    "loudspeaker",
    "paper",
    "other",
)
"""How what was heard reached the person who asks; never from whom."""

VIETNAM = timezone(timedelta(hours=7), "ICT")
"""The one zone of the country, without summer time since 1975: days are counted in it."""

MAX_ID_CHARS = 200
MAX_PICTURES = 4
"""Each picture costs a process and up to 10 MB; more can come in another message."""

_CHANNEL = re.compile(r"[a-z][a-z0-9_-]{0,31}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BETWEEN_DIGITS = re.compile(r"[\s().\-]+")
_HOME = re.compile(r"(?:0|(?:\+|00)?84)(\d{9,10})", re.ASCII)


@dataclass(frozen=True)
class Inbound:
    """One incoming item; channel and external id together name it for ever.

    `text` is what was written, possibly "" beside pictures; `received_at` is aware; `place` is a
    code of `kiemtin.text.places` or None; `heard_via` is one of HEARD_VIA; `reply_to` is where an
    answer may go and is given only when one is wanted. Raises InboundRefused.
    """

    channel: str
    external_id: str
    text: str = field(repr=False)
    received_at: datetime
    place: str | None = None
    heard_via: str = "other"
    heard_on: date | None = None
    wants_answer: bool = False
    reply_to: str | None = field(default=None, repr=False)
    pictures: tuple[bytes, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        self._check_name()
        self._check_content()
        self._check_times()
        if self.heard_via not in HEARD_VIA:
            allowed = ", ".join(HEARD_VIA)
            raise InboundRefused("heard_via", {"allowed": allowed, "got": self.heard_via[:40]})
        if self.reply_to is not None and not self.wants_answer:
            raise InboundRefused("reply_not_wanted")

    def _check_name(self) -> None:
        if not _CHANNEL.fullmatch(self.channel):
            raise InboundRefused("channel", {"got": self.channel[:40]})
        length = len(self.external_id)
        if not 1 <= length <= MAX_ID_CHARS or _CONTROL.search(self.external_id):
            raise InboundRefused("external_id", {"length": length})

    def _check_content(self) -> None:
        if not self.text.strip() and not self.pictures:
            raise InboundRefused("nothing")
        if _SURROGATE.search(self.text) or _SURROGATE.search(self.reply_to or ""):
            raise InboundRefused("characters")
        if len(self.pictures) > MAX_PICTURES:
            params = {"limit": MAX_PICTURES, "got": len(self.pictures)}
            raise InboundRefused("too_many_pictures", params)

    def _check_times(self) -> None:
        if self.received_at.utcoffset() is None:
            raise InboundRefused("time_zone")
        received_on = self.received_at.astimezone(VIETNAM).date()
        if self.heard_on is not None and self.heard_on > received_on:
            params = {"heard_on": self.heard_on, "received_on": received_on}
            raise InboundRefused("heard_later", params)


def phone_number(raw: str) -> str:
    """Return one spelling of a telephone number, so that a person has one address.

    A Vietnamese number becomes +84 with nine digits (ten for a fixed line), another international
    one + and its digits; what is no number (a short code, a name) stays as it is.
    """
    number = _BETWEEN_DIGITS.sub("", raw)
    if home := _HOME.fullmatch(number):
        return "+84" + home[1]
    if number.startswith("00") and number.isascii() and number.isdecimal():
        return "+" + number[2:]
    return number if number.lstrip("+").isdecimal() else raw.strip()
