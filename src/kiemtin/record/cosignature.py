"""Cosignatures of C2SP tlog-cosignature 1.0.1: a witness says when it saw which checkpoint.

Only the Ed25519 form, `cosignature/v1`, is known here; those of other kinds are passed over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from kiemtin.record.keys import (
    KEY_BYTES,
    SignerKey,
    is_signed,
    key_parts,
    key_text,
    make_id,
    require_id,
    require_name,
)
from kiemtin.record.note_refusal import NoteRefused
from kiemtin.record.notes import Signature, split_note

COSIGNATURE = 4
"""The signature type of timestamped Ed25519 cosignatures."""

WITNESS_FORM = "NAME+ID+BASE64"
TIME_BYTES = 8
SIGNATURE_BYTES = 64
LAST_TIME = 253_402_300_799
"""The last second of the year 9999: what a date can show; the standard allows 2^63 − 1."""


@dataclass(frozen=True)
class WitnessKey:
    """Whose cosignatures are believed: a name and a 32-byte Ed25519 public key.

    Raises NoteRefused (key_name, key_type).
    """

    name: str
    public: bytes

    def __post_init__(self) -> None:
        require_name(self.name)
        if len(self.public) != KEY_BYTES:
            fields = {"expected": COSIGNATURE, "type": COSIGNATURE, "length": len(self.public)}
            raise NoteRefused("key_type", fields)

    @property
    def key_id(self) -> bytes:
        """The four bytes that stand before each cosignature of this key."""
        return make_id(self.name, COSIGNATURE, self.public)

    def __str__(self) -> str:
        """The text form, as it is published."""
        return key_text(self.name, COSIGNATURE, self.public)


@dataclass(frozen=True)
class Cosignature:
    """The witness `key` saw the checkpoint at `time` (aware, whole seconds), and none longer."""

    key: WitnessKey
    time: datetime


def read_witness(text: str) -> WitnessKey:
    """Read a witness's key from exactly its text form; raises NoteRefused (key_…)."""
    name, key_id, public = key_parts(text, WITNESS_FORM, COSIGNATURE)
    key = WitnessKey(name, public)
    require_id(key.name, key.key_id, key_id)
    return key


def witness_key(signer: SignerKey) -> WitnessKey:
    """Return the witness key of a pair that signs nothing but cosignatures."""
    return WitnessKey(signer.name, signer.verifier.public)


def cosign(text: str, signer: SignerKey, seconds: int) -> Signature:
    """Return the signature line with which a witness cosigns a checkpoint's text.

    `seconds` since 1970. For witnesses: a desk asks for cosignatures, it makes none.
    """
    signed = signer.sign(_message(text, seconds))
    value = seconds.to_bytes(TIME_BYTES, "big") + signed
    return Signature(signer.name, witness_key(signer).key_id, value)


def witnessed(data: bytes, witnesses: Sequence[WitnessKey]) -> list[Cosignature]:
    """Return who of `witnesses` cosigned a note, each once with its newest time.

    Lines of unknown keys are passed over; one wrong line of a known witness refuses the note.
    Whether the log itself signed is for `open_checkpoint` to say. Raises NoteRefused
    (note_unreadable, wrong_signature …).
    """
    text, signatures = split_note(data)
    return check_lines(text, signatures, witnesses)


def check_lines(
    text: str, signatures: Sequence[Signature], witnesses: Sequence[WitnessKey]
) -> list[Cosignature]:
    """As `witnessed`, over lines that came apart from their note."""
    known = {(key.name, key.key_id): key for key in witnesses}
    newest: dict[WitnessKey, datetime] = {}
    for signature in signatures:
        key = known.get((signature.name, signature.key_id))
        if key is not None:
            time = _check(text, signature, key)
            newest[key] = max(time, newest.get(key, time))
    return [Cosignature(key, time) for key, time in newest.items()]


def _check(text: str, signature: Signature, key: WitnessKey) -> datetime:
    seconds = int.from_bytes(signature.value[:TIME_BYTES], "big")
    signed = signature.value[TIME_BYTES:]
    fits = len(signed) == SIGNATURE_BYTES and seconds <= LAST_TIME
    if not fits or not is_signed(key.public, _message(text, seconds), signed):
        raise NoteRefused("wrong_signature", {"name": key.name})
    return datetime.fromtimestamp(seconds, UTC)


def _message(text: str, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()
