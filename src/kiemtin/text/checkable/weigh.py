"""Weighs what a sentence states against what shows that it states nothing that can be checked.

A sentence is taken for not checkable only when more speaks against a fact than for one.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final, cast

from kiemtin.text.checkable import evidence, facts, signs
from kiemtin.text.checkable.reader import Span, Word, words_of
from kiemtin.text.checkable.types import Kind, Reason
from kiemtin.text.fold import fold
from kiemtin.text.words import words

LONG: Final = 20
"""So many words say something, whatever else stands in a sentence: one point for a fact."""
LITTLE: Final = 2
"""Words of weight that a greeting may have beside it and still be one."""
MOST: Final = 1_000
"""Characters of a sentence that are read; a longer one is no sentence."""
_REACH: Final = {"question": 25, "chat": 12, "laugh": 15, "own": 25}
"""Words of a sentence up to which such a sign says what the whole of it is."""
_ASIDE: Final = frozenset({"confirm", "hearsay"})
"""What passes on or asks about a fact and is none itself."""
_OPENING: Final = 15
"""Characters within which a sentence opens: "Dạ em xin chúc"."""
_ORDER: Final[tuple[Kind, ...]] = (
    "satire", "wish", "belief", "prediction", "question", "personal", "opinion", "chat",
)  # fmt: skip
_KIND_OF: Final[dict[str, Kind]] = {
    "habit": "opinion", "advice": "opinion", "laugh": "chat", "own": "personal",
    "request": "question",
}  # fmt: skip
_FILLERS: Final = words(
    """em anh chi co chu bac ba ong oi o toi t minh m con chau cac ca nha moi nguoi mn ae ad
    admin shop ban gr nhom a nhe ne ni nay kia day do vay the thi la ma voi giup cho xin cua
    da vang roi cung va hay khong ai nao sao gi may tin cai vu viec that hoi biet chua dung
    phai to hen ha nhi luon yeu qua cam on please you all everyone is this it"""
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one sentence seems to be: the points for a fact and against one, and the reasons."""

    kind: Kind
    pro: int
    contra: int
    reasons: tuple[Reason, ...]
    passes_on: bool = False  # hearsay, or asks whether something is true, here or beside it


def weigh(text: str, span: Span, day: dt.date) -> Sentence:
    """Weigh the sentence of `text` at `span`, written on `day`."""
    start, end = span[0], min(span[1], span[0] + MOST)
    given = text[start:end]
    said, bare = words_of(given)
    stated = evidence.stated(given, said, day, bare=bare)
    against = evidence.against(given, said, stated, bare=bare)
    stated = evidence.beside(stated, against)
    left = _left(said, [*against, *(one for one in stated if one.code in _ASIDE)])
    against = [one for one in against if len(said) <= _REACH.get(one.code, len(said))]
    found = _decide(stated, against, left, len(said))
    passes_on = not _ASIDE.isdisjoint(one.code for one in stated)
    return replace(found, reasons=_in_order(found.reasons, start), passes_on=passes_on)


def _left(said: list[Word], against: list[Reason]) -> int:
    """How many words of weight stand outside of what speaks against a fact."""
    spans = [one.span for one in against if one.span]
    return sum(
        word.flat not in _FILLERS
        and not any(start <= word.span[0] and word.span[1] <= end for start, end in spans)
        for word in said
    )


def _decide(stated: list[Reason], against: list[Reason], left: int, length: int) -> Sentence:
    weights = _against(against)
    if _names_only(against) and not _ASIDE & {one.code for one in stated}:
        stated = [one for one in stated if one.code not in facts.ASKED_ABOUT]
    pro, contra = _for(stated) + length // LONG, sum(weights.values())
    if weights and (contra > pro or (not stated and left <= LITTLE)):
        kind = _strongest(weights)
        return Sentence(kind, pro, contra, tuple(one for one in against if _kind(one) == kind))
    if left <= LITTLE and {one.code for one in stated} <= _ASIDE:
        return Sentence("vague", 0, 1, (Reason("no_fact"),))
    if pro > max(contra, 1):
        return Sentence("checkable", pro, contra, tuple(stated))
    return Sentence("unsure", pro, contra, tuple(stated) or (Reason("states"),))


def _names_only(against: list[Reason]) -> bool:
    """Whether places and offices are only asked after or wished well: "UBND xã mấy giờ mở cửa"."""
    return any(one.code in {"question", "request"} or _opens_with_a_wish(one) for one in against)


def _opens_with_a_wish(one: Reason) -> bool:
    opens = one.span is not None and one.span[0] < _OPENING
    return one.code == "wish" and opens and "chuc" in fold(one.params["text"])


def _against(reasons: list[Reason]) -> dict[str, int]:
    """Points by group; the same group counts at most twice."""
    points: dict[str, int] = {}
    for one in reasons:
        weight = signs.WEIGHTS[one.code]
        points[one.code] = min(points.get(one.code, 0) + weight, 2 * weight)
    return points


def _for(reasons: list[Reason]) -> int:
    """The points for a fact, each code once; a day in figures is worth one more."""
    points: dict[str, int] = {}
    for one in reasons:
        dated = one.code == "date" and any(map(str.isdigit, one.params["text"]))
        points[one.code] = max(points.get(one.code, 0), facts.WEIGHTS[one.code] + dated)
    return sum(points.values())


def _kind(reason: Reason) -> Kind:
    return _KIND_OF.get(reason.code, cast("Kind", reason.code))


def _strongest(weights: dict[str, int]) -> Kind:
    """The kind that most speaks for; of equals the more particular one."""
    sums: dict[Kind, int] = {}
    for code, weight in weights.items():
        kind = _KIND_OF.get(code, cast("Kind", code))
        sums[kind] = sums.get(kind, 0) + weight
    return max(_ORDER, key=lambda kind: (sums.get(kind, 0), -_ORDER.index(kind)))


def _in_order(reasons: tuple[Reason, ...], start: int) -> tuple[Reason, ...]:
    """The reasons in the order of the text, with their places in the whole of it, each once."""
    ordered = sorted(reasons, key=lambda one: one.span or (0, 0))
    once = {(one.code, one.params.get("text", "").lower()): one for one in reversed(ordered)}
    return tuple(
        replace(one, span=one.span and (one.span[0] + start, one.span[1] + start))
        for one in reversed(once.values())
    )
