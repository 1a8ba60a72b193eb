"""The desk's own pair of keys for web push (VAPID, RFC 8292); no account anywhere is needed."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Mapping
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kiemtin.channels.addresses import Reach
from kiemtin.channels.setting import Setting, given, wrong
from kiemtin.refusal import Say

NAME = "web_push"

SETTINGS = (
    Setting(
        "KIEMTIN_WEB_PUSH_KEY",
        Say(
            "Khoá bí mật VAPID, 43 ký tự base64url. Đổi khoá thì mọi người phải đăng ký lại.",
            "The secret VAPID key, 43 characters base64url. After a change all subscribe again.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_WEB_PUSH_CONTACT",
        Say(
            "Nơi dịch vụ thông báo có thể liên hệ: mailto:… hoặc https://…",
            "Where a push service can reach the desk: mailto:… or https://…",
        ),
    ),
)

_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of P-256 (SEC 2, secp256r1): a secret key lies between 1 and it."""


@dataclass(frozen=True)
class Settings:
    """`key` is the secret number; `reach` says which endpoints may be asked."""

    key: ec.EllipticCurvePrivateKey = field(repr=False)
    contact: str = ""
    reach: Reach = field(default_factory=Reach)

    @property
    def public_key(self) -> str:
        """What a page gives to the browser as applicationServerKey (base64url, 87 characters)."""
        return encode(public_bytes(self.key.public_key()))


def read(values: Mapping[str, str]) -> Settings:
    """Return the settings; raises SettingRefused (value)."""
    found = given(SETTINGS, values)
    contact = found["KIEMTIN_WEB_PUSH_CONTACT"]
    if not contact.startswith(("mailto:", "https://")) or not contact.isascii() or " " in contact:
        name = "KIEMTIN_WEB_PUSH_CONTACT"
        raise wrong(name, "mailto:… hoặc https://…", "mailto:… or https://…", contact)
    return Settings(_key(found["KIEMTIN_WEB_PUSH_KEY"]), contact)


def new_keys() -> tuple[str, str]:
    """Return a new secret key and its public key, both base64url."""
    key = ec.generate_private_key(ec.SECP256R1())
    number = key.private_numbers().private_value
    return encode(number.to_bytes(32, "big")), encode(public_bytes(key.public_key()))


def encode(raw: bytes) -> str:
    """Return base64url without padding, as every part of web push is written."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    """Return the bytes, padding or not; raises ValueError."""
    try:
        return urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))
    except (Error, ValueError):
        raise ValueError("not base64url") from None


def public_bytes(key: ec.EllipticCurvePublicKey) -> bytes:
    """Return the uncompressed point, 65 bytes."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _key(raw: str) -> ec.EllipticCurvePrivateKey:
    try:
        bytes_ = decode(raw)
    except ValueError:
        bytes_ = b""
    number = int.from_bytes(bytes_, "big")
    if len(bytes_) != 32 or not 0 < number < _ORDER:
        expected = "43 ký tự base64url", "43 characters base64url"
        raise wrong("KIEMTIN_WEB_PUSH_KEY", *expected, "…")
    return ec.derive_private_key(number, ec.SECP256R1())
