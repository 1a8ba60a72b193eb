"""What a picture's file says beside its colours: when, where, by what it claims to be made."""

from kiemtin.media.apart.reader import read
from kiemtin.media.inside import doubt
from kiemtin.media.inside.shape import Found
from kiemtin.media.picture import LIMITS


def facts(data: bytes, kind: str) -> Found:
    """Return size in pixels, metadata and oddities; raises ReaderRefused (bomb, broken …)."""
    return doubt.found(read("picture_facts", data, {"kind": kind, "pixels": LIMITS.pixels})[0])
