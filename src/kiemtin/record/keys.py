"""The Ed25519 keys of signed notes, in the text forms of C2SP signed-note.

A verifier key is public: NAME+ID+BASE64. A signer key is secret: PRIVATE+KEY+NAME+ID+BASE64. The ID
is the first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ public key), in hex.
"""

from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiemtin.record.note_refusal import NoteRefused
from kiemtin.record.strict import read_base64, write_base64

ED25519 = 1
"""The signature type of C2SP signed-note."""

KEY_BYTES = 32
ID_BYTES = 4
MAX_NAME_BYTES = 255
"""The longest name that C2SP tlog-cosignature can carry."""

PUBLIC_FORM = "NAME+ID+BASE64"
SIGNER_PREFIX = "PRIVATE+KEY+"
SIGNER_FORM = SIGNER_PREFIX + PUBLIC_FORM


@dataclass(frozen=True)
class VerifierKey:
    """Whose signatures are believed: a name and a 32-byte Ed25519 public key.

    Raises NoteRefused (key_name, key_type).
    """

    name: str
    public: bytes

    def __post_init__(self) -> None:
        require_name(self.name)
        if len(self.public) != KEY_BYTES:
            raise NoteRefused(
                "key_type", {"expected": ED25519, "type": ED25519, "length": len(self.public)}
            )

    @property
    def key_id(self) -> bytes:
        """The four bytes that stand before each signature of this key."""
        return make_id(self.name, ED25519, self.public)

    def __str__(self) -> str:
        """The text form, as it is published."""
        return key_text(self.name, ED25519, self.public)

    def holds(self, text: bytes, signature: bytes) -> bool:
        """Whether `signature` (64 bytes) is this key's over `text`."""
        return is_signed(self.public, text, signature)


@dataclass(frozen=True)
class SignerKey:
    """Who signs: a name and a 32-byte Ed25519 seed, which no message or repr shows.

    Raises NoteRefused (key_name, key_type).
    """

    name: str
    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        require_name(self.name)
        if len(self.seed) != KEY_BYTES:
            raise NoteRefused(
                "key_type", {"expected": ED25519, "type": ED25519, "length": len(self.seed)}
            )

    @property
    def verifier(self) -> VerifierKey:
        """The public half."""
        private = Ed25519PrivateKey.from_private_bytes(self.seed)
        return VerifierKey(self.name, private.public_key().public_bytes_raw())

    def secret_text(self) -> str:
        """The text form, to be kept where only the desk can read it."""
        return (
            f"{SIGNER_PREFIX}{self.name}+{self.verifier.key_id.hex()}+{_typed(ED25519, self.seed)}"
        )

    def sign(self, text: bytes) -> bytes:
        """Return the 64-byte signature; the same text always gets the same one (RFC 8032)."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(text)


def new_signer(name: str) -> SignerKey:
    """Make a key from the system's randomness; raises NoteRefused (key_name)."""
    return SignerKey(name, Ed25519PrivateKey.generate().private_bytes_raw())


def read_verifier(text: str) -> VerifierKey:
    """Read a verifier key from exactly its text form; raises NoteRefused (key_…)."""
    name, key_id, public = key_parts(text, PUBLIC_FORM)
    key = VerifierKey(name, public)
    require_id(key.name, key.key_id, key_id)
    return key


def read_signer(text: str) -> SignerKey:
    """Read a signer key from exactly its text form; raises NoteRefused (key_…)."""
    if not text.startswith(SIGNER_PREFIX):
        raise NoteRefused("key_text", {"expected": SIGNER_FORM})
    name, key_id, seed = key_parts(text.removeprefix(SIGNER_PREFIX), SIGNER_FORM)
    key = SignerKey(name, seed)
    require_id(key.name, key.verifier.key_id, key_id)
    return key


def require_name(name: str) -> None:
    """Raise NoteRefused (key_name) unless a signature line can carry the name."""
    # Lone surrogates have no bytes, so they count as control characters here.
    length = len(name.encode(errors="replace"))
    odd = any(char.isspace() or char < " " or char == "+" or _lone(char) for char in name)
    if odd or not 1 <= length <= MAX_NAME_BYTES:
        raise NoteRefused("key_name", {"limit": MAX_NAME_BYTES})


def _lone(char: str) -> bool:
    return "\ud800" <= char <= "\udfff"


def is_signed(public: bytes, text: bytes, signature: bytes) -> bool:
    """Whether the Ed25519 key `public` (32 bytes) made `signature` (64 bytes) over `text`."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def make_id(name: str, kind: int, public: bytes) -> bytes:
    """Return the four bytes that stand before each signature of a key of this kind."""
    return sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:ID_BYTES]


def key_text(name: str, kind: int, public: bytes) -> str:
    """Return the text form of a public key of this kind."""
    return f"{name}+{make_id(name, kind, public).hex()}+{_typed(kind, public)}"


def _typed(kind: int, key: bytes) -> str:
    return write_base64(bytes([kind]) + key)


def key_parts(text: str, expected: str, kind: int = ED25519) -> tuple[str, str, bytes]:
    """Return name, id as written, and the key without its type; raises NoteRefused (key_…)."""
    try:
        # Base64 may hold a plus itself; names and ids may not.
        name, key_id, code = text.split("+", 2)
        typed = read_base64(code)
    except ValueError:
        raise NoteRefused("key_text", {"expected": expected}) from None
    if len(typed) != 1 + KEY_BYTES or typed[0] != kind:
        fields = {"expected": kind, "type": typed[0] if typed else "?"}
        raise NoteRefused("key_type", {**fields, "length": max(0, len(typed) - 1)})
    return name, key_id, typed[1:]


def require_id(name: str, key_id: bytes, written: str) -> None:
    """Raise NoteRefused (key_id) unless the id is written as it must be."""
    if written != key_id.hex():
        fields = {"name": name, "expected": key_id.hex(), "got": written[:16]}
        raise NoteRefused("key_id", fields)
