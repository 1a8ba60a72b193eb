"""The desk's signed list for phones: its keys, and which fact-checks have a newer version.

A C2SP signed note. Lines: kiemtin-known-v1, the name of the log, the time, a `key` line for each
key (oldest first), a `newest` line for each fact-check that has more than one version.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType

from kiemtin.record.handover import ENDS, KnownKey, reaches
from kiemtin.record.keys import SignerKey, VerifierKey, read_verifier
from kiemtin.record.notes import open_note, sign_note, split_note
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.statement import KINDS, SIGNATURE_BYTES
from kiemtin.record.statement_refusal import StatementRefused
from kiemtin.record.strict import read_base64, read_lines, read_number, write_base64

VERSION = "kiemtin-known-v1"
NONE = "-"
MOMENT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True)
class Newest:
    """The newest version of a fact-check, and its kind."""

    version: int
    kind: str


@dataclass(frozen=True)
class KnownList:
    """What the desk says at `made_at` (UTC, whole seconds); `newest` is by fact-check number.

    Raises StatementRefused (list_unreadable) unless exactly the last key is in use.
    """

    origin: str
    made_at: datetime
    keys: tuple[KnownKey, ...]
    newest: Mapping[int, Newest] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        in_use = [key.ended_at is None for key in self.keys]
        if not in_use or in_use != [False] * (len(in_use) - 1) + [True]:
            raise unreadable()

    def __str__(self) -> str:
        """The text that is signed."""
        lines = [VERSION, self.origin, _moment(self.made_at), *map(_key_line, self.keys)]
        for number, newest in sorted(self.newest.items()):
            lines.append(f"newest {number} {newest.version} {newest.kind}")
        return "".join(f"{line}\n" for line in lines)


def sign_list(known: KnownList, signer: SignerKey) -> bytes:
    """Return the signed list."""
    return sign_note(str(known), [signer])


def open_list(data: bytes, trusted: Sequence[VerifierKey]) -> KnownList:
    """Return the list when its key in use signed it and one of `trusted` is, or vouched for, it.

    Raises NoteRefused (note_…, not_signed, wrong_signature) or StatementRefused (list_unreadable,
    not_handed_over, other_log).
    """
    known = read_list(split_note(data)[0])
    current = known.keys[-1].verifier
    if not any(reaches(key, known.keys) for key in trusted):
        fields = {"got": _short(current), "name": ", ".join(map(_short, trusted))}
        raise StatementRefused("not_handed_over", fields)
    open_note(data, [current])
    if known.origin != current.name:
        raise StatementRefused("other_log", {"expected": current.name, "got": known.origin[:80]})
    return known


def read_list(text: str) -> KnownList:
    """Read the text of a list from exactly what it writes; raises StatementRefused."""
    try:
        known = _parse(read_lines(text))
    except (ValueError, KeyError, RecordRefused):
        raise unreadable() from None
    if str(known) != text:
        raise unreadable()
    return known


def unreadable() -> StatementRefused:
    """The refusal of what is no list."""
    return StatementRefused("list_unreadable", {"expected": VERSION})


def _parse(lines: list[str]) -> KnownList:
    version, origin, made_at, *rest = lines
    if version != VERSION:
        raise ValueError(version)
    keys = [_key(line) for line in rest if line.startswith("key ")]
    newest = dict(_newest(line) for line in rest[len(keys) :])
    return KnownList(origin, _read_moment(made_at), tuple(keys), newest)


def _newest(line: str) -> tuple[int, Newest]:
    word, number, version, kind = line.split(" ")
    if word != "newest" or kind not in KINDS:
        raise ValueError(line)
    return read_number(number), Newest(read_number(version), kind)


def _key_line(key: KnownKey) -> str:
    ended = _moment(key.ended_at) if key.ended_at else NONE
    handover = write_base64(key.handover) if key.handover else NONE
    return f"key {key.verifier} {_moment(key.since)} {ended} {key.ended_why or NONE} {handover}"


def _key(line: str) -> KnownKey:
    _word, verifier, since, ended, why, handover = line.split(" ")
    signature = None if handover == NONE else read_base64(handover)
    if (why in ENDS) != (ended != NONE) or (signature and len(signature) != SIGNATURE_BYTES):
        raise ValueError(line)
    return KnownKey(
        read_verifier(verifier),
        _read_moment(since),
        None if ended == NONE else _read_moment(ended),
        "" if why == NONE else why,
        signature,
    )


def _short(key: VerifierKey) -> str:
    return f"{key.name}+{key.key_id.hex()}"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(MOMENT)


def _read_moment(text: str) -> datetime:
    return datetime.strptime(text, MOMENT).replace(tzinfo=UTC)
