"""The hash that an approval is bound to: any change of what goes out makes it another one."""

from collections.abc import Mapping
from hashlib import sha256

from kiemtin.canonical_json import NotCanonical, canonical_json

__all__ = ["TAG", "NotCanonical", "content_hash"]

TAG = b"kiemtin-content-v1\n"
"""Tells these hashes from every other use of SHA-256 here; a new form gets a new tag."""


def content_hash(content: Mapping[str, object]) -> str:
    """Return the SHA-256, in hex, of the tag and the canonical JSON of all fields.

    The order of keys, NFC or NFD, and the zone in which an instant is written make no difference;
    nothing else is forgiven. Raises NotCanonical for what has no single form.
    """
    return sha256(TAG + canonical_json(content)).hexdigest()
