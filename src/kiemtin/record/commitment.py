"""A salted commitment: binds the log to a body without revealing it, and lets the body be erased.

Once body and salt are deleted nothing can be learnt from the commitment, and proofs still hold.
"""

import hmac
import secrets
from collections.abc import Mapping
from hashlib import sha256

from kiemtin.canonical_json import canonical_json
from kiemtin.record.refusal import RecordRefused

SALT_BYTES = 32
"""As long as the hash, so that guessing the body needs guessing 256 random bits too."""

TAG = b"kiemtin-commitment-v1\n"
"""Keeps these hashes apart from every other use of SHA-256 in the project."""


def new_salt() -> bytes:
    """Return 32 fresh random bytes; one salt for one body."""
    return secrets.token_bytes(SALT_BYTES)


def canonical_body(body: Mapping[str, object]) -> bytes:
    """Return the bytes of a body that are committed to; raises NotCanonical."""
    return canonical_json(body)


def commit(salt: bytes, body: bytes) -> bytes:
    """Return the 32-byte commitment SHA-256(tag ‖ salt ‖ body); raises RecordRefused (salt_length).

    The salt has one length only, so no other salt and body give the same input.
    """
    if len(salt) != SALT_BYTES:
        raise RecordRefused("salt_length", {"length": len(salt)})
    return sha256(TAG + salt + body).digest()


def check_commitment(commitment: bytes, salt: bytes, body: bytes) -> None:
    """Return when salt and body open the commitment; raises RecordRefused (commitment_differs)."""
    if not hmac.compare_digest(commit(salt, body), commitment):
        raise RecordRefused("commitment_differs")
