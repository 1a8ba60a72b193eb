"""What a claim beside a passage looks like in numbers, for the trees that suggest.

Every number says something that a person would look at too: which words and details of the claim
the passage has, has otherwise, or does not have.
"""

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np

from kiemtin.matching.features import HOW, KINDS
from kiemtin.matching.reading import Reading
from kiemtin.matching.stance.words import (
    Bools,
    Floats,
    Words,
    beside,
    capitals,
    cut,
    figures,
    turns,
)
from kiemtin.matching.types import Comparison, Row
from kiemtin.text.sentences import sentences
from kiemtin.text.words import words as listed

DENYING = listed("không chưa chẳng chả đừng cấm ngừng thôi hết mất thiếu bác phủ sai")
EXTENT = listed("nhất duy đầu toàn tất cả mọi chỉ luôn hoàn bất hơn kém")
_SHORT = 3
"""Words that stand in place of others: "chiều" for "sáng"; a longer stretch is said anew."""
_KINDS = (*KINDS, "word")


@dataclass(frozen=True)
class Sides:
    """A claim and a passage, cut and read, and how their details compare."""

    claim: Words
    passage: Words
    comparison: Comparison
    text: str
    read: tuple[Reading, Reading]


def named(sides: Sides) -> dict[str, float]:
    """Return each feature by its name."""
    claim, passage = sides.claim, sides.passage
    lost, left = claim.strange(passage), passage.strange(claim)
    found = _covered(sides, lost, left)
    found |= _stretches(claim, lost, "claim") | _stretches(passage, left, "passage")
    found |= _sizes(claim, passage) | _figures(claim, passage) | _capitals(claim, passage)
    found |= _listed(claim, passage, DENYING, "denying")
    found |= _listed(claim, passage, EXTENT, "extent")
    found |= _in_place(claim, passage, lost, left) | _compared(sides.comparison)
    return found | _meanings(sides)


def vector(sides: Sides) -> Floats:
    """Return the features in the order of NAMES, shape (len(NAMES),)."""
    return np.array(list(named(sides).values()), np.float64)


def _covered(sides: Sides, lost: Bools, left: Bools) -> dict[str, float]:
    claim, passage = sides.claim, sides.passage
    best = max(
        (_share(claim, cut(sides.text[a:b], {})) for a, b in sentences(sides.text)), default=0.0
    )
    return {
        "claim_covered": 1 - _part(claim.rarity, lost),
        "passage_covered": 1 - _part(passage.rarity, left),
        "best_sentence": best,
        "pairs": _grams(claim, passage, 2),
        "threes": _grams(claim, passage, 3),
        "passage_pairs": _grams(passage, claim, 2),
    }


def _share(claim: Words, sentence: Words) -> float:
    return 1 - _part(claim.rarity, claim.strange(sentence))


def _part(weights: Floats, mask: Bools) -> float:
    whole = float(weights.sum())
    return float(weights[mask].sum()) / whole if whole > 0 else 0.0


def _grams(one: Words, other: Words, size: int) -> float:
    held = set(other.grams(size))
    own = [gram in held for gram in one.grams(size)]
    return sum(own) / len(own) if own else 0.0


def _stretches(words: Words, mask: Bools, side: str) -> dict[str, float]:
    """Measure what only this side says: how much, how rare, in how many stretches, where."""
    runs = words.runs(mask)
    sizes = [run.size for run in runs]
    held = np.flatnonzero(~mask)
    return {
        f"{side}_only": float(mask.sum()),
        f"{side}_only_weight": float(words.rarity[mask].sum()),
        f"{side}_only_rarest": float(words.rarity[mask].max(initial=0.0)),
        f"{side}_only_longest": float(max(sizes, default=0)),
        f"{side}_only_heaviest": max((run.weight for run in runs), default=0.0),
        f"{side}_only_runs": float(len(runs)),
        f"{side}_only_single": float(sizes.count(1)),
        f"{side}_only_double": float(sizes.count(2)),
        f"{side}_only_long": float(sum(size >= _SHORT for size in sizes)),
        f"{side}_only_at_start": float(held[0] if len(held) else len(mask)),
        f"{side}_only_at_end": float(len(mask) - 1 - held[-1] if len(held) else len(mask)),
    }


def _sizes(claim: Words, passage: Words) -> dict[str, float]:
    own, other = len(claim.plain), len(passage.plain)
    return {"claim_size": own, "passage_size": other, "size_share": own / (other + 1)}


def _figures(claim: Words, passage: Words) -> dict[str, float]:
    said, told = figures(claim), figures(passage)
    lost = sum(one not in passage.held for one in said)
    left = sum(one not in claim.held for one in told)
    return {
        "figures": float(len(said)),
        "figures_lost": float(lost),
        "figures_left": float(left),
        "figures_against": float(min(lost, left)),
        "figures_added": float(max(0, lost - left)),
        "figures_instead": _instead(claim, passage),
    }


def _instead(claim: Words, passage: Words) -> float:
    """Count the figures of the claim beside whose words the passage has another figure."""
    others = [
        beside(passage, at)
        for at, word in enumerate(passage.plain)
        if word[0].isdecimal() and word not in claim.held
    ]
    own = [
        beside(claim, at)
        for at, word in enumerate(claim.plain)
        if word[0].isdecimal() and word not in passage.held
    ]
    return float(sum(max((len(one & other) for other in others), default=0) for one in own))


def _capitals(claim: Words, passage: Words) -> dict[str, float]:
    lost = sum(one not in passage.held for one in capitals(claim))
    left = sum(one not in claim.held for one in capitals(passage))
    return {
        "capitals_lost": float(lost),
        "capitals_left": float(left),
        "capitals_against": float(min(lost, left)),
    }


def _listed(claim: Words, passage: Words, words: frozenset[str], name: str) -> dict[str, float]:
    said = Counter(word for word in claim.plain if word in words)
    told = Counter(word for word in passage.plain if word in words)
    return {
        f"{name}_in_claim": float(sum((said - told).values())),
        f"{name}_in_passage": float(sum((told - said).values())),
        f"{name}_not": float(said["không"] - told["không"]),
        f"{name}_not_yet": float(said["chưa"] - told["chưa"]),
    }


def _in_place(claim: Words, passage: Words, lost: Bools, left: Bools) -> dict[str, float]:
    """Lay the words beside each other: what stands in place of what, and what was put in."""
    matcher = SequenceMatcher(None, claim.plain, passage.plain, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    codes = matcher.get_opcodes()
    swaps = [code[1:] for code in codes if code[0] == "replace"]
    added = [slice(a, b) for what, a, b, _, _ in codes if what == "delete"]
    short = [(a, b, c, d) for a, b, c, d in swaps if b - a <= _SHORT and d - c <= _SHORT + 1]
    size = max(len(claim.plain), 1)
    first = {word: at for at, word in reversed(list(enumerate(passage.plain)))}
    return {
        "in_order": sum(block.size for block in blocks) / size,
        "longest_in_order": max((block.size for block in blocks), default=0) / size,
        "turns": float(turns([first[word] for word in claim.plain if word in first])),
        "swaps": float(len(swaps)),
        "short_swaps": float(len(short)),
        "short_swaps_strange": float(
            sum(bool(lost[a:b].any() and left[c:d].any()) for a, b, c, d in short)
        ),
        "swapped_strange": float(sum(lost[a:b].sum() for a, b, _, _ in swaps)),
        "added": float(len(added)),
        "added_strange": float(sum(lost[one].sum() for one in added)),
        "added_weight": float(sum((claim.rarity * lost)[one].sum() for one in added)),
    }


def _compared(comparison: Comparison) -> dict[str, float]:
    counted = Counter((row.kind, _how(row)) for row in comparison.rows)
    found = {f"{kind}_{how}": float(min(counted[kind, how], 4)) for kind in _KINDS for how in HOW}
    return found | {"conflicts": float(len(comparison.conflicts))}


def _how(row: Row) -> str:
    if row.verdict != "absent":
        return row.verdict
    if row.query_value is None:
        return "missing"
    return "extra" if row.entry_value is None else "less exact"


def _meanings(sides: Sides) -> dict[str, float]:
    """Count the words of the claim that the passage has in no form that may stand for them."""
    claim, passage = sides.read
    stated = {term.key for term in passage.terms_for(claim)}
    said = [term for term in claim.terms if not term.told]
    lost = [term for term in said if term.key not in stated]
    held = {term.key for term in claim.terms}
    left = [one for one in passage.terms_for(claim) if not one.told and one.key not in held]
    return {
        "terms_lost": float(len(lost)),
        "terms_lost_share": len(lost) / max(len(said), 1),
        "terms_left": float(len(left)),
    }
