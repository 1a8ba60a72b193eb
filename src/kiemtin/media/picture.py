"""Take in a picture that a stranger sent: what comes out is a new picture without any metadata.

No byte of the original is kept; where it was taken, by what and when are lost on purpose.
"""

from dataclasses import dataclass, field
from hashlib import sha256

from kiemtin.media.magic import kind_of
from kiemtin.media.refusal import PictureRefused
from kiemtin.media.sandbox import MIB, Limits, run_decoder

__all__ = ["LIMITS", "Limits", "Picture", "PictureRefused", "clean"]

LIMITS = Limits()
_TAKEN = {"jpeg", "png", "gif", "webp"}
_NOT_READ = {"heic": "HEIC", "avif": "AVIF"}


@dataclass(frozen=True)
class Picture:
    """A safe picture: JPEG or PNG bytes, their type, size in pixels and SHA-256 in hex."""

    data: bytes = field(repr=False)
    content_type: str
    width: int
    height: int
    sha256: str


def clean(data: bytes, limits: Limits = LIMITS) -> Picture:
    """Return the picture upright, at most `limits.longest` pixels a side, first frame only.

    Starts a process for every picture that looks like one, and waits for it. Raises PictureRefused
    with a code of its `sentences`.
    """
    kind = _taken_kind(data, limits)
    made = run_decoder(data, kind, limits)
    digest = sha256(made.data).hexdigest()
    return Picture(made.data, made.content_type, made.width, made.height, digest)


def _taken_kind(data: bytes, limits: Limits) -> str:
    if not data:
        raise PictureRefused("empty")
    if len(data) > limits.file_bytes:
        size, limit = -(-len(data) // MIB), limits.file_bytes // MIB
        raise PictureRefused("too_big", {"size": size, "limit": limit})
    kind = kind_of(data)
    if kind == "svg":
        raise PictureRefused("svg")
    if kind in _NOT_READ:
        raise PictureRefused("heic", {"format": _NOT_READ[kind]})
    if kind not in _TAKEN:
        raise PictureRefused("not_a_picture")
    return kind
