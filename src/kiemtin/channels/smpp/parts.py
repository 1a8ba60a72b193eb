"""One message in several short ones: cut for sending, joined when it comes.

Source: 3GPP TS 23.040, 9.2.3.24.1 (concatenation, in a header before the text) and 9.2.3.24.8 (with
16-bit reference); SMPP 3.4, 5.3.2.22–24 (sar_… parameters).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

MOST_PARTS = 255
UCS2_WHOLE, UCS2_PART = 140, 134
SEPTETS_WHOLE, SEPTETS_PART = 160, 153
"""Octets as SMPP carries them: 140 octets hold 160 septets, and a header of 6 takes 7 of these."""

PART_WAIT = timedelta(minutes=10)
"""After so long what came is handed on: half a question is better than none."""

MOST_WAITING = 500
GAP = " … "


def cut(characters: Sequence[bytes], whole: int, part: int, reference: int) -> list[bytes]:
    """Return the texts of the messages, with headers where there are several.

    No character is cut. Raises ValueError when more than MOST_PARTS are needed.
    """
    if sum(map(len, characters)) <= whole:
        return [b"".join(characters)]
    pieces = [b""]
    for one in characters:
        if len(pieces[-1]) + len(one) > part:
            pieces.append(b"")
        pieces[-1] += one
    if len(pieces) > MOST_PARTS:
        raise ValueError(f"expected at most {MOST_PARTS} parts, got {len(pieces)}")
    header = bytes([5, 0, 3, reference & 0xFF, len(pieces)])
    return [header + bytes([number]) + piece for number, piece in enumerate(pieces, 1)]


@dataclass(frozen=True)
class Place:
    """Which part this is of which message: `number` of `total`, both from 1."""

    reference: int
    total: int
    number: int

    @property
    def makes_sense(self) -> bool:
        """Whether there can be such a part."""
        return self.total > 1 and 1 <= self.number <= self.total


def header(data: bytes) -> tuple[Place | None, bytes]:
    """Return the place that a user data header names, and the text after the header.

    A header that is broken is taken for text: nothing is lost.
    """
    if not data or data[0] >= len(data):
        return None, data
    elements, text = data[1 : data[0] + 1], data[data[0] + 1 :]
    while len(elements) >= 2:
        kind, length = elements[0], elements[1]
        value, elements = elements[2 : length + 2], elements[length + 2 :]
        place = _place(kind, value)
        if place is not None:
            return place if place.makes_sense else None, text
    return None, text


def _place(kind: int, value: bytes) -> Place | None:
    if kind == 0x00 and len(value) == 3:
        return Place(*value)
    if kind == 0x08 and len(value) == 4:
        return Place(int.from_bytes(value[:2]), value[2], value[3])
    return None


@dataclass
class _Waiting:
    since: datetime
    total: int
    texts: dict[int, str] = field(default_factory=dict, repr=False)

    def joined(self) -> str:
        """The parts in order, with a gap for each run that is missing."""
        text, last = "", 0
        for number in sorted(self.texts):
            text += (GAP if number > last + 1 else "") + self.texts[number]
            last = number
        return text + (GAP if last < self.total else "")


Key = tuple[str, int, int]
"""Sender, reference, number of parts."""


@dataclass
class Joiner:
    """Keeps parts, in memory only, until their message has been handed on."""

    _waiting: dict[Key, _Waiting] = field(default_factory=dict, repr=False)

    def add(self, sender: str, place: Place, text: str, now: datetime) -> str | None:
        """Take a part, in any order and however often; return the text if it is whole now."""
        key = (sender, place.reference, place.total)
        one = self._waiting.setdefault(key, _Waiting(now, place.total))
        one.texts.setdefault(place.number, text)
        return one.joined() if len(one.texts) == place.total else None

    def forget(self, key: Key) -> None:
        """Let go of a message that has been handed on."""
        self._waiting.pop(key, None)

    def overdue(self, now: datetime | None = None) -> list[tuple[Key, str]]:
        """Return what waited too long or is one too many; without `now`, all that waits."""
        by_age = sorted(self._waiting, key=lambda key: self._waiting[key].since)
        too_many = len(by_age) - MOST_WAITING
        return [
            (key, self._waiting[key].joined())
            for number, key in enumerate(by_age)
            if now is None or number < too_many or now - self._waiting[key].since >= PART_WAIT
        ]
