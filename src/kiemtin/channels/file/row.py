"""One row's known fields, as text, made into an Inbound with a name of its own."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime
from hashlib import sha256

from kiemtin.canonical_json import canonical_json
from kiemtin.channels.file.dates import read_moment
from kiemtin.channels.file.settings import CHANNEL
from kiemtin.channels.file.words import read_heard_via, read_yes_no
from kiemtin.channels.refusal import RowRefused
from kiemtin.channels.shape import VIETNAM, Inbound
from kiemtin.text.canonical import check_text

_UNREADABLE = re.compile(r"[\ud800-\udfff]")
PlaceReader = Callable[[str], str | None]


class Rows:
    """Turns rows of one file into messages and remembers which names it has given."""

    def __init__(self, now: datetime, read_place: PlaceReader) -> None:
        self._now = now
        self._read_place = read_place
        self._seen: Counter[str] = Counter()
        self._ids: dict[str, tuple[int, str]] = {}

    def inbound(self, line: int, written: Mapping[str, str]) -> Inbound:
        """Return the message of a row; raises RowRefused, InboundRefused or TextRefused."""
        row = {field: _tidy(value) for field, value in written.items()}
        check_text(row.get("text", ""))
        digest = sha256(canonical_json({f: v for f, v in row.items() if v})).hexdigest()
        wants_answer, reply_to = _answer(row)
        heard_on = row.get("heard_on", "")
        received_at = row.get("received_at", "")
        read = read_moment
        return Inbound(
            channel=CHANNEL,
            external_id=self._name(line, row.get("id", ""), digest),
            text=row["text"],
            received_at=read(received_at, "received_at", self._now) if received_at else self._now,
            place=self._read_place(row.get("place", "")),
            heard_via=read_heard_via(row.get("heard_via", "")),
            heard_on=_day(read(heard_on, "heard_on", self._now)) if heard_on else None,
            wants_answer=wants_answer,
            reply_to=reply_to,
        )

    def _name(self, line: int, given: str, digest: str) -> str:
        """The given id, or the row's own hash and how often it came: the same file, the same names.

        Raises RowRefused (same_id) when one id names two different rows.
        """
        if given:
            first, known = self._ids.setdefault(given, (line, digest))
            if known != digest:
                raise RowRefused("same_id", {"line": first})
            return given
        self._seen[digest] += 1
        return f"row:{digest}:{self._seen[digest]}"


def _tidy(value: str) -> str:
    if "\x00" in value:
        raise RowRefused("nul")
    if _UNREADABLE.search(value):
        raise RowRefused("bytes")
    return unicodedata.normalize("NFC", value).strip()


def _day(moment: datetime) -> date:
    return moment.astimezone(VIETNAM).date()


def _answer(row: Mapping[str, str]) -> tuple[bool, str | None]:
    """An address alone asks for an answer; a plain no means that the address is not kept."""
    said, reply_to = row.get("wants_answer", ""), row.get("reply_to", "")
    wants = read_yes_no(said, "wants_answer") if said else bool(reply_to)
    return wants, (reply_to or None) if wants else None
