"""Takes out of a message what names a private person, and leaves what decides its claim."""

from kiemtin.text.redact.redaction import redact
from kiemtin.text.redact.types import KINDS, MARKERS, Kind, Redaction, Removed

__all__ = ["KINDS", "MARKERS", "Kind", "Redaction", "Removed", "redact"]
