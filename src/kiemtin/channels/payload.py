"""Reading a webhook's JSON: whatever comes, either a value of the wanted kind or nothing.

A peer adds fields and kinds without notice; only a body that is no JSON object at all is refused.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256

from kiemtin.channels.inbound import MAX_BODY, WebhookRefused

Json = dict[str, object]

MAX_TEXT = 10_000
"""Characters of one message that are kept: no channel here lets a person write more."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def require_size(body: bytes) -> None:
    """Raise WebhookRefused (too_big) before anything is computed over the body."""
    if len(body) > MAX_BODY:
        raise WebhookRefused("too_big", {"limit": MAX_BODY})


def read_object(body: bytes) -> Json:
    """Return the body's object; raises WebhookRefused (too_big, body)."""
    require_size(body)
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise WebhookRefused("body") from None
    if not isinstance(found, dict):
        raise WebhookRefused("body")
    return found


def inner(holder: Json, name: str) -> Json:
    """Return the object under `name`, or an empty one."""
    found = holder.get(name)
    return found if isinstance(found, dict) else {}


def each(holder: Json, name: str) -> Iterator[Json]:
    """Yield the objects of the list under `name`."""
    found = holder.get(name)
    yield from (one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()


def word(holder: Json, name: str, most: int = MAX_TEXT) -> str:
    """Return the text or number under `name` as text, without broken characters; else ""."""
    found = holder.get(name)
    if isinstance(found, int) and not isinstance(found, bool) and abs(found) < 10**30:
        return str(found)
    return clean(found[:most]) if isinstance(found, str) else ""


def clean(text: str) -> str:
    """Return the text with halves of characters and NUL, which no database takes, replaced."""
    return _SURROGATE.sub("\ufffd", text).replace("\x00", "\ufffd")


def moment(seconds: str, now: datetime, unit: int = 1) -> datetime:
    """Return the moment of a count since 1970 (`unit` of them a second), `now` where it is none.

    A moment after `now` is `now`: the peer's clock is not ours.
    """
    if not (seconds.isascii() and seconds.isdecimal() and len(seconds) < 15):
        return now
    try:
        return min(datetime.fromtimestamp(int(seconds) / unit, UTC), now)
    except (ValueError, OSError, OverflowError):
        return now


def name_of(*parts: str) -> str:
    """Return a name made of a hash, for what the peer gives no id."""
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:40]
