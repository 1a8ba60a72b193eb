"""Make a text shorter without cutting a word, and say with an ellipsis that it was cut."""

import re
import unicodedata

ELLIPSIS = "…"
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)]*(?=\s|$)")


def one_line(text: str) -> str:
    """Return the text in NFC, its spaces and line breaks as single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def whole_sentences(text: str, limit: int) -> str:
    """Return as many whole sentences from the start as `limit` characters hold; "" if not one.

    A sentence is never cut: half of one can say the opposite of the whole.
    """
    if len(text) <= limit:
        return text
    ends = [found.end() for found in _SENTENCE_END.finditer(text) if found.end() <= limit]
    return text[: ends[-1]] if ends else ""


def whole_words(text: str, limit: int) -> str:
    """Return the start of the text in at most `limit` characters, cut between words, with "…".

    "" when not even the first word fits. Not for a fact or an advice: see `whole_sentences`.
    """
    if len(text) <= limit:
        return text
    start = text[: max(0, limit - len(ELLIPSIS)) + 1]
    words = start.rpartition(" ")[0].rstrip(" ,;:–-")
    return words + ELLIPSIS if words else ""
