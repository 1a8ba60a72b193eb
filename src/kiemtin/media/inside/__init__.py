"""What a file says, in one shape for every kind: its words, its facts, its origin, its oddities.

`look` starts processes apart for it and reads nothing itself; nothing it says is a verdict.
"""

from kiemtin.media.apart.refusal import ReaderRefused
from kiemtin.media.inside.hints import Hint
from kiemtin.media.inside.look import look
from kiemtin.media.inside.shape import Fact, Inside, Origin, Print
from kiemtin.media.refusal import CopyRefused

__all__ = ["CopyRefused", "Fact", "Hint", "Inside", "Origin", "Print", "ReaderRefused", "look"]
