"""Checkpoints of C2SP tlog-checkpoint: a log's name, size and root, signed by its key."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiemtin.record.keys import SignerKey, VerifierKey
from kiemtin.record.merkle import EMPTY_ROOT, require_hashes
from kiemtin.record.note_refusal import NoteRefused
from kiemtin.record.notes import open_note, sign_note
from kiemtin.record.strict import (
    MAX_NUMBER,
    read_base64,
    read_lines,
    read_number,
    read_text,
    write_base64,
)


@dataclass(frozen=True)
class Checkpoint:
    """What a log says of itself: `size` leaves under the 32-byte `root`.

    An empty log has the root of nothing, and only that one: another would be a second statement
    about the same log. Raises NoteRefused (checkpoint_unreadable), RecordRefused (hash_length).
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_hashes(self.root)
        lines = (self.origin, *self.extensions)
        if not all(map(_is_line, lines)) or not 0 <= self.size <= MAX_NUMBER:
            raise NoteRefused("checkpoint_unreadable")
        if (self.size == 0) != (self.root == EMPTY_ROOT):
            raise NoteRefused("checkpoint_unreadable")

    def __str__(self) -> str:
        """The text that is signed."""
        lines = (self.origin, str(self.size), write_base64(self.root), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


def read_checkpoint(text: str) -> Checkpoint:
    """Read the text of a note back; raises NoteRefused (checkpoint_unreadable)."""
    try:
        origin, size, root, *extensions = read_lines(text)
        number, digest = read_number(size), read_base64(root)
        if len(digest) != len(EMPTY_ROOT):
            raise ValueError(root)
    except ValueError:
        raise NoteRefused("checkpoint_unreadable") from None
    return Checkpoint(origin, number, digest, tuple(extensions))


def sign_checkpoint(checkpoint: Checkpoint, signers: Iterable[SignerKey]) -> bytes:
    """Return the signed checkpoint."""
    return sign_note(str(checkpoint), signers)


def open_checkpoint(
    data: bytes, keys: Sequence[VerifierKey], origin: str | None = None
) -> Checkpoint:
    """Return the checkpoint that one of `keys` signed for the log `origin`.

    The default origin is the name of the first key; the keys that a log had one after the other
    have one name.

    Raises NoteRefused (note_…, not_signed, wrong_signature, checkpoint_unreadable, wrong_origin).
    """
    checkpoint = read_checkpoint(open_note(data, keys).text)
    expected = keys[0].name if origin is None else origin
    if checkpoint.origin != expected:
        fields = {"expected": expected, "got": checkpoint.origin[:80]}
        raise NoteRefused("wrong_origin", fields)
    return checkpoint


def _is_line(line: str) -> bool:
    try:
        return line != "" and "\n" not in line and read_text(line.encode()) == line
    except ValueError:
        return False
