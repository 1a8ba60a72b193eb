"""What a bulletin's code is worth: whether it holds, and if not, in which of the known ways.

The browser's page says the same of the same code: web/static/kiemtin/js/bulletin-judge.js.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kiemtin.record.handover import KnownKey
from kiemtin.record.known_list import KnownList, Newest
from kiemtin.record.statement import Signed
from kiemtin.record.statement_code import from_code
from kiemtin.record.statement_refusal import StatementRefused

STATES = (
    "holds",
    "superseded",
    "withdrawn",
    "expired",
    "key_ended",
    "key_doubtful",
    "altered",
    "unknown_key",
    "malformed",
)
"""From best to worst. key_ended: dated after its key had ended. key_doubtful: dated before, but the
key may since have been in other hands, and whoever holds a key can write any date."""

SIGNED = STATES[: STATES.index("altered")]
"""States in which one of the desk's keys signed the statement."""

SHOWN = tuple(state for state in SIGNED if state != "key_ended")
"""States in which what it says may be shown: the rest is not, or hardly, the desk's word."""


@dataclass(frozen=True)
class Judgement:
    """One of STATES. `signed` is there unless the code cannot be read, `key` when it is the desk's,
    `newest` when the list names a newer version, `refused` when the code is not the desk's,
    `as_of` when the desk last said what is newest (None: nobody knows whether it still is).
    """

    state: str
    signed: Signed | None = None
    key: KnownKey | None = None
    newest: Newest | None = None
    refused: StatementRefused | None = None
    as_of: datetime | None = None


def judge(text: str, keys: Sequence[KnownKey], known: KnownList | None, today: date) -> Judgement:
    """Judge a code, or an address with it, by the desk's keys and the newest list at hand."""
    try:
        signed = from_code(text)
    except StatementRefused as refused:
        return Judgement("malformed", refused=refused)
    as_of = known.made_at if known else None
    key = _signer(signed, keys)
    if key is None:
        forged = StatementRefused("unknown_key", {"got": signed.key_id.hex()})
        return Judgement("unknown_key", signed, refused=forged, as_of=as_of)
    if not signed.holds(key.verifier):
        altered = StatementRefused("altered", {"name": key.verifier.name})
        return Judgement("altered", signed, key, refused=altered, as_of=as_of)
    newest = known.newest.get(signed.statement.number) if known else None
    state = _by_key(signed, key) or _by_list(signed, newest) or _by_day(signed, known, today)
    newer = newest if newest and newest.version > signed.statement.version else None
    return Judgement(state, signed, key, newer, as_of=as_of)


def _signer(signed: Signed, keys: Sequence[KnownKey]) -> KnownKey | None:
    """The key that it names. Four bytes can collide: the one that holds goes first."""
    named = [key for key in keys if key.verifier.key_id == signed.key_id]
    return next((key for key in named if signed.holds(key.verifier)), next(iter(named), None))


def _by_key(signed: Signed, key: KnownKey) -> str:
    if key.ended_at is None:
        return ""
    if signed.statement.published_at > key.ended_at:
        return "key_ended"
    return "" if key.ended_why == "rotated" else "key_doubtful"


def _by_list(signed: Signed, newest: Newest | None) -> str:
    if newest and newest.version > signed.statement.version:
        return "withdrawn" if newest.kind == "withdrawal" else "superseded"
    return "withdrawn" if signed.statement.kind == "withdrawal" else ""


def _by_day(signed: Signed, known: KnownList | None, today: date) -> str:
    # A clock that is behind must not make an old bulletin good again.
    latest = max(today, known.made_at.date()) if known else today
    until = signed.statement.valid_until
    return "expired" if until and until < latest else "holds"
