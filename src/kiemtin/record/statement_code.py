"""A bulletin's code: the signed statement as text behind the `#` of an address, cut to fit a QR.

The code is base64url without padding. What stands behind the `#` never reaches a server.
"""

import base64
import re
from dataclasses import replace

from kiemtin.record.compact import as_shown
from kiemtin.record.keys import ID_BYTES, SignerKey
from kiemtin.record.statement import (
    SIGNATURE_BYTES,
    Signed,
    Statement,
    read_statement,
    sign_statement,
)
from kiemtin.record.statement_refusal import StatementRefused

QR_BYTES = 412
"""What a QR code of version 15 at level M holds in byte mode (ISO/IEC 18004, table 7)."""

PAGE = "/ma/"
MAX_CODE = 2_000
"""Far above what fits a QR code, so that whoever pastes a whole page is told at once."""

MAX_DESK_BYTES, MAX_CLAIM_BYTES = 60, 150
LEAST_SIGNED = 84
"""Bytes of the shortest statement that there can be: one letter of desk and claim each."""

LEAST_BYTES = 16
"""Less says nothing: room for both texts below it is refused."""

ELLIPSIS = "…"
_CODE = re.compile(r"[A-Za-z0-9_-]+")


def address(site: str, signed: Signed) -> str:
    """Return the address that the QR code holds; `site` is the desk's, without the last slash."""
    return f"{site}{PAGE}#{to_code(signed)}"


def to_code(signed: Signed) -> str:
    """Return base64url without padding."""
    return base64.urlsafe_b64encode(signed.to_bytes()).decode().rstrip("=")


def from_code(text: str) -> Signed:
    """Read a code, or an address with it behind the `#`; spaces and line breaks are passed over.

    Raises StatementRefused (not_a_code, too_long, and those of read_statement).
    """
    code = "".join(text.split()).rpartition("#")[2]
    if len(code) > MAX_CODE:
        raise StatementRefused("too_long", {"limit": MAX_CODE, "got": len(code)})
    if not _CODE.fullmatch(code) or len(code) % 4 == 1:
        raise StatementRefused("not_a_code")
    data = base64.urlsafe_b64decode(code + "=" * (-len(code) % 4))
    # A word that somebody typed can be base64 too.
    if len(data) < LEAST_SIGNED:
        raise StatementRefused("not_a_code")
    signed = read_statement(data)
    if to_code(signed) != code:
        raise StatementRefused("not_a_code")
    return signed


def sign_fitting(site: str, statement: Statement, signer: SignerKey) -> Signed:
    """Sign with the desk's name and the claim cut so that the address fits the QR code.

    Raises StatementRefused (address) when `site` leaves no room.
    """
    desk, claim = as_shown(statement.desk), as_shown(statement.claim)
    room = _room(site, statement)
    if room < LEAST_BYTES:
        fields = {"address": site[:80], "least": LEAST_BYTES, "left": max(0, room)}
        raise StatementRefused("address", fields)
    desk = cut(desk, min(MAX_DESK_BYTES, max(room // 3, room - len(claim.encode()))))
    claim = cut(claim, min(MAX_CLAIM_BYTES, room - len(desk.encode())))
    return sign_statement(replace(statement, desk=desk, claim=claim), signer)


def cut(text: str, limit: int) -> str:
    """Return the start of the text in at most `limit` bytes, between words if one fits, with …"""
    if len(text.encode()) <= limit:
        return text
    start = text.encode()[: limit - len(ELLIPSIS.encode())].decode(errors="ignore")
    whole = text[: len(start) + 1].rpartition(" ")[0].rstrip(" ,;:–-")
    return (whole or start.rstrip()) + ELLIPSIS


def _room(site: str, statement: Statement) -> int:
    """How many bytes are left for both texts; each is behind one or two bytes of length."""
    fixed = replace(statement, desk="-", claim="-").to_bytes()
    length_bytes = len(fixed) - 2 + 1 + ID_BYTES + SIGNATURE_BYTES + 1
    return (QR_BYTES - len(f"{site}{PAGE}#".encode())) * 3 // 4 - length_bytes
