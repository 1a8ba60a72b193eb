"""One entry of the log as its bytes: what kind of act, when, and the commitment to what it was."""

import json
from dataclasses import dataclass
from datetime import datetime

from kiemtin.canonical_json import canonical_json
from kiemtin.record.merkle import leaf_hash, require_hashes
from kiemtin.record.refusal import RecordRefused

KINDS = (
    "publication",
    "amendment",
    "update",
    "withdrawal",
    "holding_line",
    "objection_received",
    "objection_answered",
    "error_corrected",
    "key_change",
    "erasure",
)
"""The public acts of a desk; `erasure` is the tombstone of a deleted body."""

MAX_BYTES = 300
"""An entry is shorter than this; C2SP logs allow 65,535."""

VERSION = "kiemtin-entry-v1"


@dataclass(frozen=True)
class Entry:
    """A leaf of the log. `made_at` is aware; `commitment` is 32 bytes.

    Raises RecordRefused (kind, hash_length) or NotCanonical (naive_time).
    """

    kind: str
    made_at: datetime
    commitment: bytes

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise RecordRefused("kind", {"allowed": ", ".join(KINDS), "got": self.kind[:40]})
        require_hashes(self.commitment)
        canonical_json(self.made_at)

    def to_bytes(self) -> bytes:
        """Return the canonical JSON of the entry: the data of its leaf, under MAX_BYTES."""
        return canonical_json(
            {
                "commitment": self.commitment.hex(),
                "kind": self.kind,
                "made_at": self.made_at,
                "v": VERSION,
            }
        )

    def leaf(self) -> bytes:
        """Return the leaf hash of the entry."""
        return leaf_hash(self.to_bytes())


def read_entry(data: bytes) -> Entry:
    """Read an entry back from exactly the bytes that it writes; raises RecordRefused."""
    try:
        entry = _parse(data)
    except (ValueError, KeyError, TypeError) as error:
        raise RecordRefused("entry_unreadable", {"expected": VERSION}) from error
    if entry.to_bytes() != data:
        raise RecordRefused("entry_unreadable", {"expected": VERSION})
    return entry


def _parse(data: bytes) -> Entry:
    # Nothing that long is an entry, and deeply nested JSON would exhaust the parser's stack.
    if len(data) > MAX_BYTES:
        raise ValueError(len(data))
    fields = json.loads(data)
    made_at = datetime.fromisoformat(fields["made_at"])
    return Entry(fields["kind"], made_at, bytes.fromhex(fields["commitment"]))
