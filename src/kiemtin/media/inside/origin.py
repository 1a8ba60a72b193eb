"""The C2PA statement of origin in a file: whether it fits, who signed it, what it says was done.

Read only, without any network. That a file has none says nothing against it.
"""

from collections.abc import Mapping

from kiemtin.media.apart.reader import read
from kiemtin.media.apart.refusal import ReaderRefused
from kiemtin.media.inside import doubt
from kiemtin.media.inside.hints import Hint
from kiemtin.media.inside.shape import Found, Origin

TYPES = {
    "pdf": "application/pdf",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
}
"""The kinds whose files can hold a statement, and what C2PA calls them."""

MAX_ACTIONS = 30


def stated(data: bytes, kind: str) -> Found:
    """Return the origin that the file states and what to notice about it; raises ReaderRefused."""
    head, _body = read("origin", data, {"type": TYPES[kind]})
    why = head.get("none")
    if why in {"origin_absent", "origin_remote", "origin_unread"}:
        return Found(warnings=(Hint(str(why)),))
    try:
        origin = _origin(head)
    except (KeyError, TypeError, ValueError):
        raise ReaderRefused("broken") from None
    return Found(origin=origin, warnings=_warnings(origin))


def _origin(head: Mapping[str, object]) -> Origin:
    return Origin(
        intact=_flag(head, "intact"),
        trusted=_flag(head, "trusted"),
        issuer=doubt.clean(head["issuer"]),
        generator=doubt.clean(head["generator"]),
        title=doubt.clean(head["title"]),
        signed_at=doubt.clean(head["signed_at"], 40),
        actions=_words(head, "actions"),
        machine_made=_flag(head, "machine_made"),
        failures=_words(head, "failures"),
    )


def _flag(head: Mapping[str, object], name: str) -> bool:
    said = head[name]
    if not isinstance(said, bool):
        raise TypeError(f"{name} is yes or no")
    return said


def _words(head: Mapping[str, object], name: str) -> tuple[str, ...]:
    said = head[name]
    if not isinstance(said, list):
        raise TypeError(f"{name} are a list")
    return tuple(doubt.clean(one, 80) for one in said[:MAX_ACTIONS])


def _warnings(origin: Origin) -> tuple[Hint, ...]:
    codes = []
    if not origin.intact:
        codes.append("origin_broken")
    elif not origin.trusted:
        codes.append("origin_untrusted")
    if origin.machine_made:
        codes.append("machine_made")
    return tuple(Hint(code) for code in codes)
