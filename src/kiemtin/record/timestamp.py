"""Time-stamps of RFC 3161: what is asked of an authority, and whether its answer holds.

Requests are of one fixed form, so that reading one back needs no parser. Responses are read and
checked by `rfc3161-client`.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from rfc3161_client import (
    PKIStatus,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from kiemtin.record.anchor_refusal import AnchorRefused
from kiemtin.record.der import sort_certificates

BEFORE = bytes.fromhex("30430201013031300d060960864801650304020105000420")
"""TimeStampReq version 1 with a SHA-256 imprint (RFC 3161, 2.4.1), up to the 32 bytes of it."""

BETWEEN = bytes.fromhex("0208")
AFTER = bytes.fromhex("0101ff")
"""A nonce of eight bytes; the certificate shall come with the answer."""

NONCE_BYTES = 8
SHA256_OID = "2.16.840.1.101.3.4.2.1"
MAX_BYTES = 200_000
DAMAGED = (
    ValueError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)
"""What the readers of certificates raise over bytes that are none."""


@dataclass(frozen=True)
class Request:
    """What an authority is asked to stamp: 32 bytes, and a number that its answer repeats."""

    imprint: bytes
    nonce: int

    def to_bytes(self) -> bytes:
        """Return the DER form, as it is sent."""
        return BEFORE + self.imprint + BETWEEN + self.nonce.to_bytes(NONCE_BYTES, "big") + AFTER


@dataclass(frozen=True)
class Stamp:
    """That something existed at `time` (aware) says `authority`; "" when that was not checked."""

    time: datetime
    authority: str = ""


def imprint(text: str) -> bytes:
    """Return the 32 bytes that stand for a text."""
    return sha256(text.encode()).digest()


def new_request(text: str) -> Request:
    """Ask for a stamp on a text, under a fresh number."""
    # The first bit 0 and the second 1: positive, and always eight bytes in DER.
    high = 1 << (8 * NONCE_BYTES - 2)
    return Request(imprint(text), high | secrets.randbelow(high))


def read_request(data: bytes, path: str = "") -> Request:
    """Read a request of ours from exactly its bytes; raises AnchorRefused (request_unreadable)."""
    start = len(BEFORE)
    middle = start + 32 + len(BETWEEN)
    nonce = int.from_bytes(data[middle : middle + NONCE_BYTES], "big")
    request = Request(data[start : start + 32], nonce)
    if request.to_bytes() != data:
        raise AnchorRefused("request_unreadable", {"path": path})
    return request


def read_certificates(data: bytes, path: str = "") -> list[x509.Certificate]:
    """Read certificates in PEM form; raises AnchorRefused (certificates)."""
    try:
        return x509.load_pem_x509_certificates(data)
    except DAMAGED:
        raise AnchorRefused("certificates", {"path": path}) from None


def stamped(data: bytes, path: str = "") -> bytes:
    """Return the imprint that a response is about, unchecked; raises AnchorRefused."""
    return _imprint(_granted(data, path))


@dataclass(frozen=True)
class Expected:
    """What a response must be about: the checkpoint's `text`, of a log of `size`, asked under
    `nonce` (None: not known any more).
    """

    text: str
    size: int
    nonce: int | None = None


def check_response(
    data: bytes, expected: Expected, roots: Sequence[x509.Certificate] = (), path: str = ""
) -> Stamp:
    """Return the stamp when a response is about what was asked and leads to `roots`.

    Without `roots` the signature is not checked and the stamp names no authority. `path` is for
    the sentences. Raises AnchorRefused.
    """
    response = _granted(data, path)
    wanted = imprint(expected.text)
    if _imprint(response) != wanted:
        raise AnchorRefused("other_text", {"path": path, "size": expected.size})
    if expected.nonce is not None and response.tst_info.nonce != expected.nonce:
        raise AnchorRefused("other_nonce", {"path": path})
    if not roots:
        return Stamp(response.tst_info.gen_time)
    try:
        VerifierBuilder(roots=list(roots)).build().verify(response, wanted)
    except (VerificationError, *DAMAGED) as error:
        raise AnchorRefused("not_verified", {"path": path, "problem": str(error)[:200]}) from None
    return Stamp(response.tst_info.gen_time, _authority(response))


def _granted(data: bytes, path: str) -> TimeStampResponse:
    if len(data) > MAX_BYTES:
        raise AnchorRefused("response_too_long", {"path": path, "limit": MAX_BYTES})
    try:
        response = decode_timestamp_response(sort_certificates(data))
        status = response.status
        if status == PKIStatus.GRANTED:
            # What a rejection has no token for must be there now.
            _imprint(response)
            return response
    except ValueError:
        raise AnchorRefused("response_unreadable", {"path": path}) from None
    raise AnchorRefused("not_granted", {"path": path, "status": status})


def _imprint(response: TimeStampResponse) -> bytes:
    found = response.tst_info.message_imprint
    return found.message if found.hash_algorithm.dotted_string == SHA256_OID else b""


def _authority(response: TimeStampResponse) -> str:
    """The subject of the certificate that signed, as the library has checked it."""
    (signer,) = response.signed_data.signer_infos
    for data in response.signed_data.certificates:
        certificate = x509.load_der_x509_certificate(data)
        if (certificate.issuer, certificate.serial_number) == (signer.issuer, signer.serial_number):
            return certificate.subject.rfc4514_string()
    return signer.issuer.rfc4514_string()
