"""Turns a written text into one to be spoken: numbers, dates, units and abbreviations as words.

The result holds letters, spaces and . , ? ! only, so that a loudspeaker, a synthetic voice and a
person at a microphone say the same. The same text always gives the same words.
"""

from kiemtin.bulletin.spoken.numbers import number_words
from kiemtin.bulletin.spoken.say import spoken

__all__ = ["number_words", "spoken"]
