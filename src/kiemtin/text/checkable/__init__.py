"""Suggests whether a message states something that can be checked, with reasons; a person decides.

In doubt the suggestion is "checkable" or "unsure": a rumour that is missed is worse than a
greeting that somebody looks at. What a message is about, whom it criticises and which side it
takes play no part: only how it is said, and which facts it names.
"""

import datetime as dt

from kiemtin.text.checkable.types import OPEN, Kind, Reason, Suggestion
from kiemtin.text.checkable.weigh import Sentence, weigh
from kiemtin.text.sentences import sentences

__all__ = ["OPEN", "Kind", "Reason", "Suggestion", "suggest"]

MOST_SENTENCES = 40
"""Sentences that are looked at; a longer message without any fact in these is unclear."""
MOST_REASONS = 4


def suggest(text: str, day: dt.date | None = None) -> Suggestion:
    """Suggest what `text`, written on `day` (today when None), is. Never raises.

    A message is what its most checkable sentence is: a greeting beside a claim is a claim. Of
    sentences that state nothing, the one with the clearest sign names the kind. Text typed
    without marks or in the short forms of messages is read as well; English by a few words.
    """
    today = day or dt.datetime.now().astimezone().date()
    spans = sentences(text)
    read = [weigh(text, span, today) for span in spans[:MOST_SENTENCES]]
    if not read:
        return Suggestion("vague", (Reason("no_fact"),))
    best = max(read, key=_rank)
    if best.kind not in OPEN and (len(spans) > MOST_SENTENCES or _asked_about(read)):
        return Suggestion("unsure", (Reason("states"),))
    return Suggestion(best.kind, best.reasons[:MOST_REASONS])


def _asked_about(read: list[Sentence]) -> bool:
    """Whether one sentence asks if it is true, or says who told it, what another one states."""
    return any(one.passes_on for one in read) and any(one.pro for one in read)


def _rank(one: Sentence) -> tuple[int, int]:
    """Checkable before unsure before all others; of those the clearest first, the vague last."""
    if one.kind in OPEN:
        return (3 if one.kind == "checkable" else 2), one.pro
    return (0 if one.kind in {"vague", "chat"} else 1), one.contra
