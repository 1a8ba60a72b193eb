"""What a browser hands out when a person allows notices: where to send, and the keys to seal with.

It comes from outside and is judged as such: https to a public server, keys of the right form.
"""

import json
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec

from kiemtin.channels.addresses import AddressRefused, Reach, require_form
from kiemtin.channels.outbound import SendingFailed
from kiemtin.channels.payload import inner, word
from kiemtin.channels.web_push.settings import decode, encode, public_bytes

MAX_CHARS = 4096


@dataclass(frozen=True)
class Subscription:
    """`p256dh` is the browser's public key, `auth` the 16 bytes it shares (RFC 8291)."""

    endpoint: str = field(repr=False)
    p256dh: ec.EllipticCurvePublicKey = field(repr=False)
    auth: bytes = field(repr=False)


def read_subscription(raw: str, reach: Reach) -> Subscription:
    """Return what the JSON of a PushSubscription says (W3C Push API, toJSON).

    Raises SendingFailed (gone) for anything else: such an address can never be reached.
    """
    try:
        said = json.loads(raw[: MAX_CHARS + 1]) if len(raw) <= MAX_CHARS else None
        keys = inner(said, "keys") if isinstance(said, dict) else {}
        endpoint = word(said, "endpoint") if isinstance(said, dict) else ""
        point, auth = decode(word(keys, "p256dh")), decode(word(keys, "auth"))
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        require_form(endpoint, reach)
    except (ValueError, RecursionError, AddressRefused):
        raise SendingFailed("gone", "subscription") from None
    if len(auth) != 16 or len(point) != 65:
        raise SendingFailed("gone", "subscription")
    return Subscription(endpoint, key, auth)


def spelled(one: Subscription) -> str:
    """Return it as JSON in one spelling: the same browser is the same address."""
    keys = {"auth": encode(one.auth), "p256dh": encode(public_bytes(one.p256dh))}
    return json.dumps({"endpoint": one.endpoint, "keys": keys})
