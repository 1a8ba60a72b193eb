"""Passages of kept articles: how they are cut, found for a claim, and put in order."""

from kiemtin.matching.passages.cut import passages
from kiemtin.matching.passages.index import PassageIndex
from kiemtin.matching.passages.types import Found, Key, Passage

__all__ = ["Found", "Key", "Passage", "PassageIndex", "passages"]
