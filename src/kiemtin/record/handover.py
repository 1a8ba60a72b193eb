"""How a desk's key vouches for the next one, so that whoever knows the old one need not be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kiemtin.record.keys import SignerKey, VerifierKey

TAG = b"kiemtin-key-change-v1\n"
"""Keeps these signatures apart from those under notes, checkpoints and bulletins."""

ENDS = ("rotated", "revoked", "lost")
"""Why a key ended: replaced as planned, withdrawn because it may be known to others, gone."""


@dataclass(frozen=True)
class KnownKey:
    """A key of the desk: in use since when, ended when and why (one of ENDS, "" while in use).

    `handover` is the 64-byte signature of the key before it; None for the first key, and where the
    one before was lost or is no longer believed.
    """

    verifier: VerifierKey
    since: datetime
    ended_at: datetime | None = None
    ended_why: str = ""
    handover: bytes | None = None


def hand_over(old: SignerKey, new: VerifierKey) -> bytes:
    """Return the old key's signature under the new one."""
    return old.sign(_text(new))


def handed_over(old: VerifierKey, new: KnownKey) -> bool:
    """Whether `old` vouched for `new`."""
    return new.handover is not None and old.holds(_text(new.verifier), new.handover)


def reaches(known: VerifierKey, keys: Iterable[KnownKey]) -> bool:
    """Whether `known` is the last of `keys` (oldest first), or vouched for it link by link."""
    at: VerifierKey | None = None
    for key in keys:
        if key.verifier == known or (at is not None and handed_over(at, key)):
            at = key.verifier
        else:
            at = None
    return at is not None


def _text(new: VerifierKey) -> bytes:
    return TAG + str(new).encode()
