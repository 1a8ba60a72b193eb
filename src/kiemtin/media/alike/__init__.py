"""Finds the picture that a forwarded one came from: cut, framed, stamped, turned, re-compressed.

`grey` gives the pixels of a cleaned picture, `fingerprint` what is kept of them, `compare` says how
alike two are and why, `Index` finds the alike among many.
"""

from kiemtin.media.alike.fingerprint import Fingerprint, fingerprint, mirrored, read
from kiemtin.media.alike.index import Hit, Index
from kiemtin.media.alike.likeness import Likeness, compare
from kiemtin.media.alike.pixels import Grey, grey
from kiemtin.media.alike.refusal import NotAlikeable

__all__ = [
    "Fingerprint",
    "Grey",
    "Hit",
    "Index",
    "Likeness",
    "NotAlikeable",
    "compare",
    "fingerprint",
    "grey",
    "mirrored",
    "read",
]
