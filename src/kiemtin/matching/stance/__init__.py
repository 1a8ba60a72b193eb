"""What a passage seems to say of a claim: a suggestion with reasons, never a verdict."""

from kiemtin.matching.stance.reasons import Reason
from kiemtin.matching.stance.suggest import suggest
from kiemtin.matching.stance.types import KINDS, Kind, Reliability, Suggestion

__all__ = ["KINDS", "Kind", "Reason", "Reliability", "Suggestion", "suggest"]
