"""What opens an entry's commitment, as it travels in the `extra` line of a proof: the entry, and
unless they were erased the salt and the body, with the text that the body names by its hash.

Whoever leaves salt and body out can say that they were erased: only the tombstone's own proof shows
that the desk logged it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from kiemtin.canonical_json import canonical_json
from kiemtin.record.commitment import SALT_BYTES, canonical_body, check_commitment
from kiemtin.record.entry import Entry, read_entry
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.strict import MAX_NUMBER, read_base64, write_base64


@dataclass(frozen=True)
class Opening:
    """The bytes of an entry with the salt and body that it commits to; both None once erased,
    with `erased_by`, the number of the entry that says so.

    `content` is what was published, where the body has its `content_hash`; whoever shows it checks
    that hash first (kiemtin.bulletin.content_hash).
    """

    entry: bytes
    salt: bytes | None = None
    body: Mapping[str, object] | None = None
    content: Mapping[str, object] | None = None
    erased_by: int | None = None

    def to_bytes(self) -> bytes:
        """Return canonical JSON with `entry` (base64) and, where there, `salt` (hex), `body` and
        `content`, or `erased_by`.
        """
        fields: dict[str, object] = {"entry": write_base64(self.entry)}
        if self.salt is not None and self.body is not None:
            fields |= {"salt": self.salt.hex(), "body": dict(self.body)}
            if self.content is not None:
                fields["content"] = dict(self.content)
        elif self.erased_by is not None:
            fields["erased_by"] = self.erased_by
        return canonical_json(fields)

    def act(self) -> Entry:
        """Return the entry; raises RecordRefused (entry_unreadable, commitment_differs).

        With salt and body at hand, they are checked against its commitment.
        """
        entry = read_entry(self.entry)
        if self.salt is not None and self.body is not None:
            check_commitment(entry.commitment, self.salt, canonical_body(self.body))
        return entry


def read_opening(data: bytes) -> Opening:
    """Read an opening; raises LogRefused (opening_unreadable)."""
    try:
        return _parse(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise LogRefused("opening_unreadable") from None


def _parse(fields: dict[str, object]) -> Opening:
    opened = {"entry", "salt", "body"}
    if set(fields) not in ({"entry"}, {"entry", "erased_by"}, opened, opened | {"content"}):
        raise ValueError(sorted(fields))
    entry = read_base64(str(fields["entry"]))
    if "salt" not in fields:
        return Opening(entry, erased_by=_number(fields.get("erased_by")))
    salt, body = bytes.fromhex(str(fields["salt"])), fields["body"]
    content = fields.get("content")
    if len(salt) != SALT_BYTES or not isinstance(body, dict):
        raise ValueError(len(salt))
    if content is not None and not isinstance(content, dict):
        raise ValueError(type(content))
    return Opening(entry, salt, body, content)


def _number(value: object) -> int | None:
    if value is not None and (type(value) is not int or not 0 <= value <= MAX_NUMBER):
        raise ValueError(value)
    return value
