"""Hints that explain, never a conclusion: copies within a picture, how it was pressed, addresses.

Each hint says what was found, where, and what it cannot say. A person looks and decides.
"""

from kiemtin.media.forensics.addresses import address_hints
from kiemtin.media.forensics.clone import clone_hint
from kiemtin.media.forensics.hint import Box, Hint
from kiemtin.media.forensics.pressing import Pressing, pressing

__all__ = ["Box", "Hint", "Pressing", "address_hints", "clone_hint", "pressing"]
