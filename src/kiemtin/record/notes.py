"""Signed notes of C2SP signed-note: a text, an empty line, and signature lines over the text.

Signatures of unknown keys are passed over; one wrong signature of a known key refuses the note.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiemtin.record.keys import ID_BYTES, SignerKey, VerifierKey, require_name
from kiemtin.record.note_refusal import NoteRefused
from kiemtin.record.strict import read_base64, read_lines, read_text, write_base64

MAX_BYTES = 1_000_000
MAX_SIGNATURES = 100
"""Both as in Go's note package; the standard asks for at least 16 signatures."""

DASH = "— "


@dataclass(frozen=True)
class Signature:
    """A signature line: who signed, as it says, and the bytes after the key id."""

    name: str
    key_id: bytes
    value: bytes

    def line(self) -> str:
        """The line as it stands in a note."""
        return f"{DASH}{self.name} {write_base64(self.key_id + self.value)}\n"


@dataclass(frozen=True)
class Note:
    """A text that `signed_by` vouch for; the other signature lines say nothing."""

    text: str
    signed_by: tuple[VerifierKey, ...]


def sign_note(text: str, signers: Iterable[SignerKey]) -> bytes:
    """Return the note of `text`, which ends with a newline, signed by each of `signers`.

    Raises NoteRefused (note_unreadable, note_too_long).
    """
    signed = text.encode(errors="replace")
    lines = [Signature(key.name, key.verifier.key_id, key.sign(signed)).line() for key in signers]
    note = f"{text}\n{''.join(lines)}".encode(errors="replace")
    if split_note(note)[0] != text:
        raise NoteRefused("note_unreadable")
    return note


def open_note(data: bytes, keys: Sequence[VerifierKey]) -> Note:
    """Return the text and who of `keys` signed it.

    Raises NoteRefused (note_too_long, note_unreadable, too_many_signatures, wrong_signature,
    not_signed).
    """
    text, signatures = split_note(data)
    known = {(key.name, key.key_id): key for key in keys}
    signed_by: dict[VerifierKey, None] = {}
    for signature in signatures:
        key = known.get((signature.name, signature.key_id))
        if key is None:
            continue
        if not key.holds(text.encode(), signature.value):
            raise NoteRefused("wrong_signature", {"name": key.name})
        signed_by[key] = None
    if not signed_by:
        expected = ", ".join(f"{key.name}+{key.key_id.hex()}" for key in keys)
        raise NoteRefused("not_signed", {"expected": expected})
    return Note(text, tuple(signed_by))


def split_note(data: bytes) -> tuple[str, list[Signature]]:
    """Return the text and the signature lines, none of them checked.

    Raises NoteRefused (note_too_long, note_unreadable, too_many_signatures).
    """
    if len(data) > MAX_BYTES:
        raise NoteRefused("note_too_long", {"limit": MAX_BYTES, "got": len(data)})
    try:
        text, lines = _split(read_text(data))
    except ValueError:
        raise NoteRefused("note_unreadable") from None
    if len(lines) > MAX_SIGNATURES:
        got = {"limit": MAX_SIGNATURES, "got": len(lines)}
        raise NoteRefused("too_many_signatures", got)
    try:
        return text, [_signature(line) for line in lines]
    except ValueError:
        raise NoteRefused("note_unreadable") from None


def read_signatures(data: bytes) -> list[Signature]:
    """Return signature lines that came without their note, none checked; raises ValueError."""
    return [_signature(line) for line in read_lines(read_text(data))]


def add_signatures(note: bytes, added: Iterable[Signature]) -> bytes:
    """Return a note with more signature lines; a line in the place of an older one of its key.

    Raises NoteRefused (note_…, too_many_signatures).
    """
    text, signatures = split_note(note)
    lines = {(one.name, one.key_id): one.line() for one in (*signatures, *added)}
    grown = f"{text}\n{''.join(lines.values())}".encode()
    split_note(grown)
    return grown


def _split(whole: str) -> tuple[str, list[str]]:
    # The text may hold empty lines itself: the last one is the border.
    border = whole.rindex("\n\n")
    return whole[: border + 1], read_lines(whole[border + 2 :])


def _signature(line: str) -> Signature:
    name, code = line.removeprefix(DASH).split(" ")
    data = read_base64(code)
    if not line.startswith(DASH) or len(data) <= ID_BYTES:
        raise ValueError(line)
    require_name(name)
    return Signature(name, data[:ID_BYTES], data[ID_BYTES:])
