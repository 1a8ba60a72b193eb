"""Statements of origin made for the tests, signed with certificates that are thrown away."""

import io
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

MODEL = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
CAMERA = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
SIGNER = "Máy ảnh thử nghiệm"
BEGIN, END = datetime(2020, 1, 1, tzinfo=UTC), datetime(2120, 1, 1, tzinfo=UTC)


def _name(said: str) -> x509.Name:
    pairs = (NameOID.ORGANIZATION_NAME, said), (NameOID.COMMON_NAME, said)
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in pairs])


def _certificate(
    who: str, key: ec.EllipticCurvePrivateKey, by: ec.EllipticCurvePrivateKey, root: bool
) -> bytes:
    """A certificate signed by the root (`by`), in PEM."""
    usage = dict.fromkeys(
        (
            *("content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
            *("encipher_only", "decipher_only"),
        ),
        False,
    )
    usage |= {"digital_signature": not root, "key_cert_sign": root, "crl_sign": root}
    authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key())
    made = (
        x509.CertificateBuilder(_name("Gốc thử nghiệm"), _name(who), key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGIN)
        .not_valid_after(END)
        .add_extension(x509.BasicConstraints(ca=root, path_length=None), critical=True)
        .add_extension(authority, critical=False)
        .add_extension(x509.KeyUsage(**usage), critical=True)
    )
    if not root:
        mail = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        made = made.add_extension(mail, critical=False)
    return made.sign(by, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


@cache
def _keys() -> tuple[bytes, bytes]:
    """The chain of certificates and the key of the signer, in PEM."""
    root, own = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    chain = _certificate(SIGNER, own, root, root=False)
    chain += _certificate("Gốc thử nghiệm", root, root, root=True)
    key = own.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return chain, key


def sealed(
    data: bytes,
    media_type: str,
    actions: Sequence[str] = ("c2pa.edited",),
    source: str = CAMERA,
    remote: str = "",
) -> bytes:
    """The file with a statement that it was made from `source` and what was done to it; `remote`
    leaves the statement out and names where it would be."""
    done = [{"action": "c2pa.created", "digitalSourceType": source}]
    done += [{"action": action} for action in actions]
    manifest = {
        "claim_generator_info": [{"name": "Phòng tối", "version": "1.2"}],
        "title": "Cầu",
        "assertions": [{"label": "c2pa.actions", "data": {"actions": done}}],
    }
    chain, key = _keys()
    out = io.BytesIO()
    info = c2pa.C2paSignerInfo(b"es256", chain, key, None)
    with c2pa.Signer.from_info(info) as signer, c2pa.Builder(json.dumps(manifest)) as builder:
        if remote:
            builder.set_no_embed()
            builder.set_remote_url(remote)
        builder.sign(signer, media_type, io.BytesIO(data), out)
    return out.getvalue()
