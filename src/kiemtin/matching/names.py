"""Proper names in a claim, and whether a message mentions them in any spelling people type.

A name is what an edited claim writes with capitals; nothing is looked up, so a new fund, bank
or mountain pass counts like an old one. Messages are read without case and tone marks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kiemtin.matching.types import Span
from kiemtin.text.fold import fold

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(
    r"(?:^|[.!?:\n…\u203c\u2049\u2190-\u2bff\U0001f000-\U0001faff])[^\w.!?:\n…]*$"
)
"""Marks, arrows, signs and emoji after which a capital tells nothing."""
_LONG_ENOUGH = 6
"""Letters a name needs before one wrong letter is forgiven: "ban lau" is not "ban sau"."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, where it stands, and its folded syllables.

    `sure` leaves out a first syllable that may be capitalised only because it opens a sentence:
    "Đèo Lò Xo" is surely "lo xo".
    """

    text: str
    span: Span
    folded: tuple[str, ...]
    sure: tuple[str, ...]


def names(text: str) -> list[Name]:
    """Return the capitalised names of `text`, in order.

    A text written mostly in capitals has none; abbreviations such as ATM are not names.
    """
    letters = [char for char in text if char.isalpha()]
    if sum(char.isupper() for char in letters) * 2 > len(letters):
        return []
    found = [_name(text, run) for run in _runs(text)]
    return [name for name in found if name]


def mentions(name: Name, folded: Sequence[str]) -> bool:
    """Tell whether a message with these folded syllables mentions `name`.

    It may be whole, without its uncertain first syllable, as three or more initials ("mcc"),
    or, from six letters on, with one letter wrong, missing, added or swapped.
    """
    wanted = {name.folded, name.sure}
    if any(contains(folded, form) for form in wanted):
        return True
    if len(name.sure) > 2 and "".join(part[0] for part in name.sure) in folded:
        return True
    return any(_nearly_inside("".join(form), len(form), folded) for form in wanted)


def _runs(text: str) -> list[list[re.Match[str]]]:
    runs: list[list[re.Match[str]]] = []
    last_end = -2
    for word in _WORD.finditer(text):
        numbered = text[word.end() : word.end() + 1].isdecimal()  # "Ri6": see `identifiers`
        if numbered or not _capitalised(word.group()):
            continue
        joined = word.start() == last_end + 1 and text[last_end] == " "
        if joined:
            runs[-1].append(word)
        else:
            runs.append([word])
        last_end = word.end()
    return runs


def _capitalised(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or not word.isupper())


def _name(text: str, run: list[re.Match[str]]) -> Name | None:
    opens = _SENTENCE_END.search(text[: run[0].start()]) is not None
    folded = tuple(fold(word.group()) for word in run)
    if opens and len(run) == 1:
        return None
    span = (run[0].start(), run[-1].end())
    return Name(text[span[0] : span[1]], span, folded, folded[1:] if opens else folded)


def contains(folded: Sequence[str], wanted: Sequence[str]) -> bool:
    """Tell whether the syllables `wanted` stand in `folded`, one right after the other."""
    size, form = len(wanted), list(wanted)
    return any(list(folded[at : at + size]) == form for at in range(len(folded) - size + 1))


def _nearly_inside(joined: str, size: int, folded: Sequence[str]) -> bool:
    if len(joined) < _LONG_ENOUGH:
        return False
    windows = ("".join(folded[at : at + size]) for at in range(len(folded) - size + 1))
    return any(one_letter_off(joined, window) for window in windows)


def one_letter_off(left: str, right: str) -> bool:
    """Tell whether two strings differ by at most one letter changed, missing, added or swapped."""
    if abs(len(left) - len(right)) > 1:
        return False
    at = 0
    while at < min(len(left), len(right)) and left[at] == right[at]:
        at += 1
    a, b = left[at:], right[at:]
    swapped = a[:2] == b[1::-1] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]
