"""Whether two pictures are copies of one, by which rule, and why; in both languages."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from kiemtin.media.alike.agree import Agreement, agreement
from kiemtin.media.alike.fingerprint import Fingerprint, mirrored
from kiemtin.media.alike.place import Placing, place, whole
from kiemtin.refusal import Say

Rule = Literal["whole", "part", "layout", "different"]

SAME = 0.7
"""Share of the detail that has to agree. Set on the tuning pictures of benchmarks/drawn.py."""
BLOCKS = 16
"""Blocks with detail that have to be there before they say anything."""
INSIDE = 0.3
"""Share of one of the pictures that has to lie in the other."""
WHOLE = 0.9
"""Share of both pictures from which one is the other, not a part of it."""
CLOSE = 60
"""Bits of PDQ (of 256) up to which the pictures are also laid over each other as they are."""
LAYOUT = 0.25


@dataclass(frozen=True)
class Likeness:
    """`alike`: copies of one picture; `score`: share of the detail that agrees, 0 to 1;
    `mirrored`: left and right are changed; `first`, `second`: share of each that lies in the other.

    `rule`: "whole", one is the other; "part", one holds a part of the other or is cut from it;
    "layout", they lie on each other but too much differs; "different", nothing in common."""

    alike: bool
    score: float
    rule: Rule
    mirrored: bool
    first: float
    second: float

    def reasons(self) -> list[Say]:
        """Return why, as sentences; numbers are whole percent."""
        return _reasons(self)


DIFFERENT = Likeness(alike=False, score=0.0, rule="different", mirrored=False, first=0, second=0)


def compare(first: Fingerprint, second: Fingerprint) -> Likeness:
    """Return how alike two pictures are, also where one is turned a little, cut, framed, stamped or
    mirrored."""
    straight = one_way(first, second)
    if straight.alike:
        return straight
    return max(straight, one_way(mirrored(first), second, turned=True), key=_rank)


def _rank(one: Likeness) -> tuple[bool, float]:
    return one.alike, one.score


def one_way(first: Fingerprint, second: Fingerprint, *, turned: bool = False) -> Likeness:
    """Return how alike the pictures are as they are; `turned` says that `first` was mirrored."""
    tried = [_judged(first, second, placing, turned) for placing in _placings(first, second)]
    return max(tried, key=_rank, default=DIFFERENT)


def _placings(first: Fingerprint, second: Fingerprint) -> list[Placing]:
    found = place(first, second)
    placings = [found] if found else []
    if int(np.count_nonzero(first.pdq != second.pdq)) <= CLOSE:
        placings.append(whole(first, second))
    return placings


def _judged(first: Fingerprint, second: Fingerprint, placing: Placing, turned: bool) -> Likeness:
    found = agreement(first, second, placing)
    said = found.blocks >= BLOCKS and max(found.first, found.second) >= INSIDE
    alike = said and found.same >= SAME
    score = found.same if said else 0.0
    return Likeness(alike, score, _rule(found, alike), turned, found.first, found.second)


def _rule(found: Agreement, alike: bool) -> Rule:
    if alike:
        return "whole" if min(found.first, found.second) >= WHOLE else "part"
    return "layout" if found.same >= LAYOUT else "different"


_BY_RULE: dict[str, Say] = {
    "whole": Say(
        "Hai ảnh trùng nhau: {score}% chi tiết khớp sau khi đặt chồng lên nhau.",
        "The two pictures are the same: laid over each other, {score} % of the detail agrees.",
    ),
    "part": Say(
        "Ảnh này nằm trong ảnh kia hoặc được cắt ra từ ảnh kia: phần chung chiếm {first}% ảnh thứ "
        "nhất, {second}% ảnh thứ hai; {score}% chi tiết trong phần chung khớp nhau.",
        "One picture lies in the other or is cut from it: what they share is {first} % of the "
        "first and {second} % of the second; {score} % of the detail in it agrees.",
    ),
    "layout": Say(
        "Hai ảnh cùng bố cục nhưng nội dung khác nhau: chỉ {score}% chi tiết khớp.",
        "The two pictures are laid out alike, but show different things: only {score} % of the "
        "detail agrees.",
    ),
    "different": Say(
        "Không tìm thấy phần chung nào đủ lớn giữa hai ảnh.",
        "No part that is large enough was found in both pictures.",
    ),
}
_MIRRORED = Say("Ảnh đã bị lật trái sang phải.", "Left and right have been changed.")
_CHANGED = Say(
    "Phần còn lại ({rest}%) khác nhau: có thể đã bị che, đóng dấu, thêm chữ hoặc sửa. Hãy so sánh "
    "hai ảnh bằng mắt.",
    "The rest ({rest} %) differs: it may have been covered, stamped, written on or altered. "
    "Compare the two pictures by eye.",
)
_SEEN = 0.95
"""Agreement below which a person is asked to look at what differs."""


def _reasons(one: Likeness) -> list[Say]:
    numbers = {
        "score": round(one.score * 100),
        "rest": 100 - round(one.score * 100),
        "first": round(one.first * 100),
        "second": round(one.second * 100),
    }
    said = [_BY_RULE[one.rule]]
    if one.mirrored and one.rule != "different":
        said.append(_MIRRORED)
    if one.alike and one.score < _SEEN:
        said.append(_CHANGED)
    return [Say(say.vi.format(**numbers), say.en.format(**numbers)) for say in said]
