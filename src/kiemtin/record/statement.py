"""A bulletin's signed statement: what a desk said of a claim, small enough for a QR code.

Bytes: format, key id, fact-check, version, verdict, kind, minute of publication, last day, number
in the log, desk, claim, signature. docs/bulletins.md has the table and an example.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from kiemtin.record.compact import Reader, require_shown, write_number, write_text
from kiemtin.record.keys import ID_BYTES, SignerKey, VerifierKey
from kiemtin.record.statement_refusal import StatementRefused

FORMAT = 1
TAG = b"kiemtin-bulletin-v1\n"
"""Keeps these signatures apart from those under notes and checkpoints of the same key."""

SIGNATURE_BYTES = 64
VERDICTS = ("true", "mostly_true", "misleading", "false", "unproven")
KINDS = ("first", "amendment", "update", "withdrawal")
"""Both are written as their place in the table, counted from 1: a byte of zero says nothing."""

DAY_ZERO = date(1970, 1, 1)
MINUTE_BYTES, DAY_BYTES = 4, 2
MINUTES = (1 << 8 * DAY_BYTES) * 24 * 60
"""Minutes end with the days, in 2149: the calendars of Python and browsers go that far alike."""


@dataclass(frozen=True)
class Statement:
    """What is signed. `number` is the fact-check's, `version` counts from 1, `published_at` is
    aware and a whole minute, `valid_until` the last day, `log_index` the entry's number from 0.

    Raises StatementRefused (number, word, date, text).
    """

    number: int
    version: int
    verdict: str
    kind: str
    published_at: datetime
    valid_until: date | None
    log_index: int
    desk: str
    claim: str

    def __post_init__(self) -> None:
        if self.number < 1 or self.version < 1:
            raise StatementRefused("number")
        if self.verdict not in VERDICTS or self.kind not in KINDS:
            raise StatementRefused("word")
        for text in (self.desk, self.claim):
            require_shown(text)
        self.to_bytes()

    def to_bytes(self) -> bytes:
        """Return the bytes between the key id and the signature."""
        return b"".join(
            (
                write_number(self.number),
                write_number(self.version),
                bytes([VERDICTS.index(self.verdict) + 1, KINDS.index(self.kind) + 1]),
                _minute(self.published_at),
                _day(self.valid_until),
                write_number(self.log_index),
                write_text(self.desk),
                write_text(self.claim),
            )
        )


@dataclass(frozen=True)
class Signed:
    """A statement as it came: under which key, it says, and with which signature. Not checked."""

    statement: Statement
    key_id: bytes
    signature: bytes

    def to_bytes(self) -> bytes:
        """Return the whole, as the code carries it."""
        return _head(self.key_id, self.statement) + self.signature

    def holds(self, key: VerifierKey) -> bool:
        """Whether `key` signed exactly this."""
        text = TAG + _head(self.key_id, self.statement)
        return self.key_id == key.key_id and key.holds(text, self.signature)


def sign_statement(statement: Statement, signer: SignerKey) -> Signed:
    """Sign; the same statement and key always give the same bytes."""
    key_id = signer.verifier.key_id
    return Signed(statement, key_id, signer.sign(TAG + _head(key_id, statement)))


def read_statement(data: bytes) -> Signed:
    """Read a statement from exactly its bytes; the signature is not checked.

    Raises StatementRefused (format, length, number, word, date, text).
    """
    reader = Reader(data)
    found = reader.whole(1)
    if found != FORMAT:
        raise StatementRefused("format", {"expected": FORMAT, "got": found})
    key_id = reader.take(ID_BYTES)
    statement = _read(reader)
    signature = reader.take(SIGNATURE_BYTES)
    reader.end()
    return Signed(statement, key_id, signature)


def _head(key_id: bytes, statement: Statement) -> bytes:
    return bytes([FORMAT]) + key_id + statement.to_bytes()


def _read(reader: Reader) -> Statement:
    # The order of the arguments is the order of the bytes.
    return Statement(
        number=reader.number(),
        version=reader.number(),
        verdict=_word(reader, VERDICTS),
        kind=_word(reader, KINDS),
        published_at=_read_minute(reader),
        valid_until=_read_day(reader),
        log_index=reader.number(),
        desk=reader.text(),
        claim=reader.text(),
    )


def _word(reader: Reader, table: tuple[str, ...]) -> str:
    place = reader.whole(1)
    if not 1 <= place <= len(table):
        raise StatementRefused("word")
    return table[place - 1]


def _read_minute(reader: Reader) -> datetime:
    minutes = reader.whole(MINUTE_BYTES)
    if minutes >= MINUTES:
        raise StatementRefused("date")
    return datetime.fromtimestamp(60 * minutes, UTC)


def _read_day(reader: Reader) -> date | None:
    days = reader.whole(DAY_BYTES)
    return DAY_ZERO + timedelta(days) if days else None


def _minute(moment: datetime) -> bytes:
    if moment.utcoffset() is None or moment.timestamp() % 60:
        raise StatementRefused("date")
    minutes = int(moment.timestamp()) // 60
    return _unsigned(minutes if minutes < MINUTES else -1, MINUTE_BYTES)


def _day(day: date | None) -> bytes:
    days = (day - DAY_ZERO).days if day else 0
    if day and not days:
        raise StatementRefused("date")
    return _unsigned(days, DAY_BYTES)


def _unsigned(value: int, count: int) -> bytes:
    try:
        return value.to_bytes(count, "big")
    except OverflowError:
        raise StatementRefused("date") from None
