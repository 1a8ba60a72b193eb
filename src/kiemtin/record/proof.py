"""Proof files of C2SP tlog-proof: one entry, its path in the tree, and the checkpoint it leads to.

Such a file holds without the log and without the network; only the log's public key is needed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kiemtin.record import merkle
from kiemtin.record.checkpoint import Checkpoint, open_checkpoint, read_checkpoint
from kiemtin.record.keys import VerifierKey
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.notes import MAX_BYTES, split_note
from kiemtin.record.reader import CHECKPOINT, LogFolder
from kiemtin.record.strict import read_base64, read_lines, read_number, read_text, write_base64
from kiemtin.record.verify import check_inclusion

HEADER = "c2sp.org/tlog-proof@v1"
SUFFIX = ".tlog-proof"
MAX_HASHES = 63
"""The longest path in a tree whose size is a signed 64-bit number."""


@dataclass(frozen=True)
class Proof:
    """Entry `index` is in the log of `checkpoint` (a signed note, as bytes); `hashes` lead there.

    `extra` is the application's own and proves nothing.
    """

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: bytes
    extra: bytes | None = None

    def to_bytes(self) -> bytes:
        """Return the proof as it stands in a file; raises RecordRefused (hash_length)."""
        merkle.require_hashes(*self.hashes)
        extra = [] if self.extra is None else [f"extra {write_base64(self.extra)}"]
        lines = [HEADER, *extra, f"index {self.index}", *map(write_base64, self.hashes)]
        return "".join(f"{line}\n" for line in lines).encode() + b"\n" + self.checkpoint


def read_proof(data: bytes) -> Proof:
    """Read a proof from exactly its text; raises LogRefused (proof_unreadable), NoteRefused."""
    try:
        if len(data) > MAX_BYTES:
            raise ValueError(len(data))
        head, border, checkpoint = data.partition(b"\n\n")
        lines = read_lines(read_text(head + border[:1]))
        proof = _proof(lines, checkpoint)
    except ValueError:
        raise LogRefused("proof_unreadable", {"expected": HEADER}) from None
    split_note(checkpoint)
    return proof


def make_proof(folder: LogFolder, index: int, extra: bytes | None = None) -> Proof:
    """Return the proof of entry `index` under the log's present checkpoint.

    Reads at most three tiles up to 16 million entries. Raises RecordRefused (out_of_range, …).
    """
    signed = folder.file(CHECKPOINT)
    size = read_checkpoint(split_note(signed)[0]).size
    hashes = merkle.inclusion_proof(folder.nodes(size), index, size)
    return Proof(index, tuple(hashes), signed, extra)


def check_proof(
    proof: Proof, entry: bytes, keys: Sequence[VerifierKey], origin: str | None = None
) -> Checkpoint:
    """Return the signed checkpoint when `entry` is in its log at the proof's place; else raise.

    Raises NoteRefused (not_signed, wrong_signature, wrong_origin …) and RecordRefused
    (out_of_range, hash_length, proof_length, root_differs).
    """
    checkpoint = open_checkpoint(proof.checkpoint, keys, origin)
    leaf = merkle.leaf_hash(entry)
    check_inclusion(leaf, proof.index, checkpoint.size, proof.hashes, checkpoint.root)
    return checkpoint


def _proof(lines: list[str], checkpoint: bytes) -> Proof:
    header, *rest = lines
    extra = _field(rest.pop(0), "extra ") if rest and rest[0].startswith("extra ") else None
    if header != HEADER or not rest or len(rest) > 1 + MAX_HASHES:
        raise ValueError(header)
    hashes = tuple(map(read_base64, rest[1:]))
    merkle.require_hashes(*hashes)
    index = read_number(_field(rest[0], "index "))
    return Proof(index, hashes, checkpoint, None if extra is None else read_base64(extra))


def _field(line: str, name: str) -> str:
    if not line.startswith(name):
        raise ValueError(line)
    return line.removeprefix(name)
