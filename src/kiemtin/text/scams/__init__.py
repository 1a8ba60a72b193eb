"""Signs of known kinds of scam in a message, for a person to judge; never of who wrote it."""

from kiemtin.text.scams.kinds import LIMIT
from kiemtin.text.scams.look import ScamHint, Sign, scam_hints, warns

__all__ = ["LIMIT", "ScamHint", "Sign", "scam_hints", "warns"]
