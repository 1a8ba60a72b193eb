"""Whether a message puts another word where the claim has its own: "giá nếp" for "giá lúa".

Numbers, dates, places and names are compared for themselves. What is left of a message that
follows the claim word by word shows by a word in the place of another that it says something else.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from kiemtin.matching.names import one_letter_off
from kiemtin.matching.reading import Reading
from kiemtin.matching.synonyms import Term
from kiemtin.matching.things import thing_rows
from kiemtin.matching.types import Row, Span
from kiemtin.text.fold import fold

FOLLOWS = 0.6
"""Share of the claim's words that a message must have for its other words to be laid beside."""
LONGEST = 6
"""Words on either side; more are a clause of their own."""
_MOST = 80


def swap_rows(message: Reading, claim: Reading) -> list[Row]:
    """Return one row for each word of the claim in whose place the message has another.

    Without any, one for a thing of the claim of which the message has nothing (`things`). It is a
    doubt and no conflict by itself: the other word may mean the same.
    """
    return _in_place(message, claim) or thing_rows(message, claim)


def _in_place(message: Reading, claim: Reading) -> list[Row]:
    """Return the rows of a message that follows the claim word by word, else none."""
    said, stated = message.terms[:_MOST], claim.terms_for(message)[:_MOST]
    keys, others = [one.key for one in said], [one.key for one in stated]
    matcher = SequenceMatcher(None, keys, others, autojunk=False)
    follows = sum(block.size for block in matcher.get_matching_blocks())
    if not others or follows < FOLLOWS * len(others):
        return []
    rows = []
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "replace":
            mine = _own(said[first:last], set(others))
            theirs = _own(stated[start:end], set(keys))
            rows += _row(mine, theirs, message.text, claim.text)
    return rows


def _own(run: Sequence[Term], others: set[str]) -> list[Term]:
    """Return what only this side has, outside of all that is compared for itself."""
    return [one for one in run if one.key not in others and not one.told]


def _row(mine: list[Term], theirs: list[Term], text: str, claim: str) -> list[Row]:
    if not (0 < len(mine) <= LONGEST and 0 < len(theirs) <= LONGEST):
        return []
    if _spelled_alike(mine, theirs):
        return []
    said, stated = _whole(mine), _whole(theirs)
    return [Row("word", text[slice(*said)], claim[slice(*stated)], "conflict", said, stated)]


def _spelled_alike(mine: list[Term], theirs: list[Term]) -> bool:
    """Tell whether both sides are one word spelled otherwise, or share half of their syllables."""
    left, right = (fold(" ".join(one.written for one in side)).split() for side in (mine, theirs))
    known = all(one.key.startswith("=") for one in (*mine, *theirs))
    shared: set[str] = (
        set() if known else set(left) & set(right)
    )  # "bạn trai" is no other "bạn gái"
    if (shared and shared == set(left)) or 2 * len(shared) >= max(len(left), len(right)):
        return True
    return one_letter_off("".join(left), "".join(right))


def _whole(run: list[Term]) -> Span:
    return run[0].span[0], run[-1].span[1]
