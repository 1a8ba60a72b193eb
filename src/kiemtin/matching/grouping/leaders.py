"""Gives each item, in the order told, to the earlier leader that it is nearest to, or makes it one.

Items are compared with leaders only, never with those that follow them, so likeness does not chain.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from kiemtin.matching.grouping.compiled import distinct, inlined, loop
from kiemtin.matching.grouping.features import TABLE_BITS, Features, Longs, Shorts, Values


@dataclass(frozen=True, slots=True)
class Rule:
    """How near is near enough, in hundredths of weight, and how much work to find it.

    `alike`: words held in common of all words of both. `held`: words held in common of the
    words of the one that has less, where both have 8 words. `looks`: leaders looked at through
    keys held in common; `crowd`: a key of more leaders than this tells nothing.
    """

    alike: int
    held: int
    looks: int
    crowd: int


@inlined
def _ones(value: int) -> int:
    count = 0
    while value:
        value &= value - 1
        count += 1
    return count


@inlined
def _strange(names: Any, start: int, end: int, others: Any, other: int, other_end: int) -> bool:
    """Tell whether a name at start:end has no like, up to one letter, at other:other_end."""
    for at in range(start, end):
        near = False
        for to in range(other, other_end):
            near = near or _ones(names[at] ^ others[to]) < 2
        if not near:
            return True
    return False


@inlined
def conflict(details: Any, start: int, end: int, others: Any, other: int, other_end: int) -> Any:
    """Tell whether details[start:end] and others[other:other_end] each have one of a role that the
    other lacks.

    An item that only leaves details out, or adds some, is in no conflict.
    """
    names = 4 * 4294967296
    at, to, role, left, right = start, other, 0, False, False
    while at < end or to < other_end:
        first = details[at] if at < end else names
        second = others[to] if to < other_end else names
        if first >= names and second >= names:
            break
        now = min(first, second) >> 32
        if now != role:
            role, left, right = now, False, False
        left, right = left or first < second, right or second < first
        if left and right:
            return True
        at, to = at + (first <= second), to + (second <= first)
    if not _strange(details, at, end, others, to, other_end):
        return False
    return _strange(others, to, other_end, details, at, end)


@inlined
def _common(words: Any, weights: Any, start: int, end: int, other: int, other_end: int) -> int:
    """Return the weight of the words of both."""
    total = 0
    at, to = start, other
    while at < end and to < other_end:
        first, second = words[at], words[to]  # no branch, which the processor would guess wrong
        total += weights[at] * (first == second)
        at, to = at + (first <= second), to + (second <= first)
    return total


@inlined
def _meet(item: int, keys: Any, table: Any, room: Any, looks: int, crowd: int) -> Any:
    """Write the leaders that hold keys of `item`; returns how many and the most keys of one."""
    values, ends = keys
    slots, entries = table  # of a key: leaders, last entry; of an entry: leader, entry before
    hits, found, lists = room
    mask, count = len(slots) // 2 - 1, 0
    for at in range(ends[item], ends[item + 1]):
        key = 2 * (values[at] & mask)
        if 0 < slots[key] <= crowd:
            lists[count] = slots[key] * 4294967296 + key
            count += 1
    count = distinct(lists, 0, count)
    met = most = 0
    for at in range(count):
        looks -= lists[at] >> 32
        if looks < 0:
            break
        entry = slots[(lists[at] & 4294967295) + 1]
        while entry >= 0:
            leader = entries[entry]
            if hits[leader] == 0:
                found[met] = leader
                met += 1
            hits[leader] += 1
            most = max(most, hits[leader])
            entry = entries[entry + 1]
    return met, most


@inlined
def _nearest(
    item: int, met: int, most: int, said: Any, leading: Any, room: Any, alike: int, held: int
) -> int:
    """Return the nearest of the leaders met that is near enough and in no conflict, or -1."""
    words, words_end, weights, totals, details, details_end = said
    chiefs, told, told_end = leading
    hits, found, _ = room
    best, best_common, best_whole = -1, 0, 1
    start, end = words_end[item], words_end[item + 1]
    first, last = details_end[item], details_end[item + 1]
    for sweep in range(2):  # those met most often first: mostly one of them is it
        for at in range(met):
            one = found[at]
            often = hits[one]
            if (often == most) != (sweep == 0) or often * 2 < most:
                continue
            if conflict(details, first, last, told, told_end[one], told_end[one + 1]):
                continue
            one = chiefs[one]
            other, other_end = words_end[one], words_end[one + 1]
            common = _common(words, weights, start, end, other, other_end)
            whole, less = totals[item] + totals[one] - common, min(totals[item], totals[one])
            full = end - start >= 8 and other_end - other >= 8
            if common * 100 >= alike * whole or (full and common * 100 >= held * less):
                if held < 100:
                    whole = less
                if common * best_whole > best_common * whole:
                    best, best_common, best_whole = one, common, whole
                    if common * 100 >= whole * 85:
                        break
        if best_common * 100 >= best_whole * 70:
            break
    for at in range(met):
        hits[found[at]] = 0
    return best


@loop
def _lead(
    order: Any, said: Any, keys: Any, table: Any, leading: Any, room: Any, rule: Any, leaders: Any
) -> None:
    """Write the leader of each item of `order`."""
    details, details_end = said[4], said[5]
    values, ends = keys
    slots, entries = table
    chiefs, told, told_end = leading  # leaders in the order that they become one; their details
    alike, held, looks, crowd = rule
    mask, used, many = len(slots) // 2 - 1, 0, 0
    for place in range(len(order)):
        item = order[place]
        met, most = _meet(item, keys, table, room, looks, crowd)
        best = _nearest(item, met, most, said, leading, room, alike, held)
        leaders[item] = best
        if best >= 0:
            continue
        leaders[item] = item
        filled = told_end[many]
        for at in range(details_end[item], details_end[item + 1]):
            told[filled] = details[at]
            filled += 1
        for at in range(ends[item], ends[item + 1]):
            key = 2 * (values[at] & mask)
            before = slots[key + 1] if slots[key] else -1
            entries[used], entries[used + 1], slots[key + 1] = many, before, used
            slots[key] += 1
            used += 2
        chiefs[many], told_end[many + 1] = item, filled
        many += 1


@loop
def _weigh(words: Any, ends: Any, weights: Any, each: Any, totals: Any) -> None:
    """Write the weight of each word and their sum for each item."""
    mask = len(weights) - 1
    for item in range(len(totals)):
        total = 0
        for at in range(ends[item], ends[item + 1]):
            each[at] = weights[words[at] & mask]
            total += each[at]
        totals[item] = total


def lead(order: Longs, features: Features, weights: Shorts, keys: Values, rule: Rule) -> Longs:
    """Return for each item of `order` the item that leads it, for others -1.

    `weights`: table over hashes of words, a power of two long. `keys`: what leaders are found by.
    """
    items, many = len(features), len(keys.values)
    words, details = features.words, features.details
    each, totals = np.zeros(len(words.values), np.int16), np.zeros(items, np.int32)
    _weigh(words.values, words.ends, weights, each, totals)
    said = (words.values, words.ends, each, totals)
    slots = 1 << min(TABLE_BITS + 1, max(8, many.bit_length()))
    leaders = np.full(items, -1, np.int64)
    lists = np.zeros(2 * int(np.diff(keys.ends).max(initial=0)), np.int64)
    _lead(
        order,
        (*said, details.values, details.ends),
        (keys.values, keys.ends),
        (np.zeros(2 * slots, np.int32), np.zeros(2 * many, np.int32)),
        (np.zeros(items, np.int32), np.zeros_like(details.values), np.zeros(items + 1, np.int64)),
        (np.zeros(items, np.int32), np.zeros(items, np.int32), lists),
        (rule.alike, rule.held, rule.looks, rule.crowd),
        leaders,
    )
    return leaders
