"""What every webhook has to stand: any body, and documented ones with one value changed."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from kiemtin.channels.inbound import Event, WebhookRefused

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)

EMOJI = "😱🌊❗"
KINDS = {"message", "follow", "unfollow", "received", "seen", "failed", "other"}

_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["\ud800", "\x00", "9" * 400, "-1", "1e400", "NaN"])
)
ANY_JSON = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def bodies(*samples: dict[str, Any]) -> st.SearchStrategy[bytes]:
    """Return bytes, JSON, and the samples with one value anywhere replaced by anything."""
    places = [(sample, path) for sample in samples for path in paths(sample)]
    changed = st.builds(
        lambda place, value: _dump(put(place[0], place[1], value)),
        st.sampled_from(places),
        ANY_JSON,
    )
    return st.binary(max_size=200) | ANY_JSON.map(_dump) | changed


def paths(value: object, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value inside, the whole included."""
    yield above
    named: list[tuple[Any, object]] = []
    if isinstance(value, dict):
        named = list(value.items())
    elif isinstance(value, list):
        named = list(enumerate(value))
    for name, one in named:
        yield from paths(one, (*above, name))


def put(value: Any, path: tuple[Any, ...], other: object) -> Any:
    """Return a copy with what lies at the path replaced."""
    if not path:
        return other
    copy = value.copy()
    copy[path[0]] = put(value[path[0]], path[1:], other)
    return copy


def require_read_or_refused(read: Callable[[bytes], list[Event]], body: bytes) -> None:
    """Assert that nothing but WebhookRefused comes out, and events that can be kept."""
    try:
        events = read(body)
    except WebhookRefused:
        return
    for one in events:
        assert one.kind in KINDS
        assert 0 < len(one.external_id) <= 200
        assert one.happened_at.utcoffset() is not None
        assert one.happened_at <= NOW
        for text in (one.external_id, one.sender, one.text, one.ours):
            assert "\x00" not in text
            text.encode()


def _dump(value: object) -> bytes:
    return json.dumps(value).encode()
