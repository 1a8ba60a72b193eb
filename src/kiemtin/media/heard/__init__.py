"""Finds the recording that a forwarded one came from: cut, louder, pressed, a little faster.

`sound_print` gives what is kept of samples, `at_speeds` what is asked with, `SoundIndex` finds the
alike among many. Files of strangers are decoded elsewhere (`kiemtin.media.inside.sound`).
"""

from kiemtin.media.heard.index import SoundHit, SoundIndex, same_sound
from kiemtin.media.heard.likeness import SoundLikeness
from kiemtin.media.heard.refusal import NotHeard
from kiemtin.media.heard.words import SPEEDS, SoundPrint, at_speeds, read, sound_print

__all__ = [
    "SPEEDS",
    "NotHeard",
    "SoundHit",
    "SoundIndex",
    "SoundLikeness",
    "SoundPrint",
    "at_speeds",
    "read",
    "same_sound",
    "sound_print",
]
