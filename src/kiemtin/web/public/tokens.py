"""One-time ids of forms: signed, good for some hours; the same form sent twice is one message.

The id of an item is a keyed hash of what the form says under the form's own random number: sent
again it is the same item, corrected and sent again it is another, so nothing typed is lost.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.core import signing

GOOD_FOR = timedelta(hours=6)


class FormExpired(ValueError):
    """The form's id is missing, forged or too old; a fresh one must be sent."""


def new(purpose: str, size: int = 16) -> str:
    """A fresh id for a form, around `size` random bytes; `purpose` keeps the forms of two pages
    apart.
    """
    return signing.TimestampSigner(salt=purpose).sign(secrets.token_urlsafe(size))


def number(token: str, purpose: str) -> str:
    """The form's own random number, in base64. Raises FormExpired."""
    try:
        return signing.TimestampSigner(salt=purpose).unsign(token, max_age=GOOD_FOR)
    except signing.BadSignature:
        raise FormExpired from None


def external_id(token: str, purpose: str, said: Iterable[str | bytes]) -> str:
    """The id of what this form says, 48 hex digits. Raises FormExpired."""
    mac = hmac.new(number(token, purpose).encode(), digestmod=hashlib.sha256)
    for part in said:
        data = part.encode() if isinstance(part, str) else part
        mac.update(len(data).to_bytes(8, "big") + data)
    return mac.hexdigest()[:48]
