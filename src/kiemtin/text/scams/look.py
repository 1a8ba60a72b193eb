"""Finds the signs of known kinds of scam in a message: who claims to speak, what presses, what is
asked; a person judges.

The text is judged, never a person, and no number, account or name is kept. Who warns of a scam or
reports on one is not taken for one.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from kiemtin.refusal import Say
from kiemtin.text.checkable.reader import Found, Phrases, Span, Word, words_of
from kiemtin.text.scams.kinds import KINDS, LIMIT, Kind
from kiemtin.text.scams.signs import DENIES, OFFICIAL, REPORTS, SIGNS
from kiemtin.text.sentences import sentences

Role = Literal["who", "about", "press", "ask"]

MOST_CHARS: Final = 10_000
"""Characters that are looked at, as many as a message may have."""
BEFORE: Final = 25
"""Characters between a denial and what is asked within which it turns that around."""
_NEW_PART: Final = re.compile(r"[,;:.!?\n]")

_SIGNS: Final = Phrases(SIGNS)
_REPORTS: Final = Phrases({"report": REPORTS})
_OFFICIAL: Final = Phrases({"official": OFFICIAL})
_DENIES: Final = Phrases({"deny": DENIES})


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: its part in the whole, its group in `signs.SIGNS`, its place in characters."""

    role: Role
    group: str
    span: Span


@dataclass(frozen=True, slots=True)
class ScamHint:
    """A known kind whose signs stand together in a text, in the order of the text.

    `strength` is "some" where all of who, pressure and request were found, else "low"; `works` says
    how the kind goes, `do` what helps, `limit` what the hint cannot say.
    """

    code: str
    strength: Literal["low", "some"]
    name: Say
    works: Say
    do: Say
    signs: tuple[Sign, ...]
    limit: Say = LIMIT


def scam_hints(text: str) -> tuple[ScamHint, ...]:
    """Return the known kinds of scam that `text` (canonical) has the signs of, the most first.

    Text typed without marks or in the short forms of messages is read as well. Never raises.
    """
    text = text[:MOST_CHARS]
    if warns(text):
        return ()
    signs = [sign for span in sentences(text) for sign in _in_sentence(text, span)]
    hints = [_hint(kind, signs) for kind in KINDS if _fits(kind, signs)]
    return tuple(sorted(hints, key=lambda one: (one.strength == "low", -len(one.signs))))


def warns(text: str) -> bool:
    """Tell whether a text speaks about scams, as warnings and news do: two such words or more."""
    words, bare = words_of(text[:MOST_CHARS])
    return len({_written(words, found) for found in _REPORTS.find(words, bare=bare)}) > 1


def _written(words: list[Word], found: Found) -> str:
    return " ".join(word.flat for word in words[found.first : found.last])


def _in_sentence(text: str, span: Span) -> list[Sign]:
    """Return the signs of one sentence; none where it reports, and no request that is denied."""
    start, end = span
    words, bare = words_of(text[start:end])
    if any(_REPORTS.find(words, bare=bare)):
        return []
    denied = [found.span[1] + start for found in _DENIES.find(words, bare=bare)]
    official = any(_OFFICIAL.find(words, bare=bare))
    return [
        Sign(_role(found.group), found.group, (found.span[0] + start, found.span[1] + start))
        for found in _SIGNS.find(words, bare=bare)
        if not _is_denied(text, found, start, denied)
        and not (official and found.group == "ask_money")
    ]


def _is_denied(text: str, found: Found, start: int, denied: list[int]) -> bool:
    """Tell whether a request stands shortly after a denial, in the same part of the sentence."""
    if not found.group.startswith("ask_"):
        return False
    between = (text[end : found.span[0] + start] for end in denied if end <= found.span[0] + start)
    return any(len(one) <= BEFORE and _NEW_PART.search(one) is None for one in between)


def _role(group: str) -> Role:
    roles: dict[str, Role] = {"who": "who", "about": "about", "press": "press", "ask": "ask"}
    return roles[group.partition("_")[0]]


def _fits(kind: Kind, signs: list[Sign]) -> bool:
    groups = {sign.group for sign in signs}
    if not groups.isdisjoint(kind.unless):
        return False
    return all(not groups.isdisjoint(some) for some in kind.needs)


def _hint(kind: Kind, signs: list[Sign]) -> ScamHint:
    wanted = {group for some in kind.needs for group in some}
    own = tuple(sign for sign in signs if sign.group in wanted)
    full = {"press", "ask"} <= {sign.role for sign in own} and len({one.group for one in own}) > 2
    return ScamHint(kind.code, "some" if full else "low", kind.name, kind.works, kind.do, own)
