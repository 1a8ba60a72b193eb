"""Hints that explain, never a conclusion: copies in a picture, its pressing, addresses, captions.

Each hint says what was found, where, and what it cannot say. A person looks and decides.
"""

from kiemtin.media.forensics.addresses import address_hints
from kiemtin.media.forensics.captions import caption_differs
from kiemtin.media.forensics.clone import clone_hint
from kiemtin.media.forensics.hint import Box, Hint
from kiemtin.media.forensics.pressing import Pressing, pressing

__all__ = ["Box", "Hint", "Pressing", "address_hints", "caption_differs", "clone_hint", "pressing"]
