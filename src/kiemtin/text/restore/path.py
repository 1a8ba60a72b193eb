"""Finds the cheapest reading of a row of syllables: Viterbi over runs of one, two and three.

Whole numbers throughout, and the first of equals wins, so the same text gives the same reading.
"""

from collections.abc import Sequence
from operator import add
from typing import NamedTuple

from kiemtin.text.restore.table import Table

FREE = -1
_NEVER = 1 << 60

Node = tuple[int, "Node | None"]
"""A chosen place and the one before it."""

Reached = tuple[int, Node | None]
"""What it costs to be at a syllable, and the way that leads there."""


class Step(NamedTuple):
    """One syllable: its class, and its place there when it is given, else `FREE`."""

    group: int
    place: int


class _Front(NamedTuple):
    """All readings up to one syllable, by its place in its class.

    `costs` end here; `onward` adds what it costs to go on without a known run. `pairs` holds
    the readings whose last two syllables are a known pair, by their link.
    """

    group: int
    costs: list[int]
    nodes: list[Node | None]
    onward: list[int]
    onward_nodes: list[Node | None]
    pairs: dict[int, Reached]


def cheapest(table: Table, steps: Sequence[Step]) -> list[int]:
    """Return the chosen place of each step; time and memory grow with the number of steps."""
    stop = table.class_of["."]
    front = _Front(stop, [0], [None], [0], [None], {})
    before = stop
    for step in steps:
        before, front = front.group, _advance(table, before, front, step)
    last = min(range(len(front.costs)), key=front.costs.__getitem__)
    return _unroll((last, front.nodes[last]), len(steps))


def _unroll(node: Node | None, count: int) -> list[int]:
    places: list[int] = []
    while node is not None and len(places) < count:
        place, node = node
        places.append(place)
    return places[::-1]


def _advance(table: Table, before: int, front: _Front, step: Step) -> _Front:
    """Go on by one syllable: from the cheapest place, along known pairs, along runs of three."""
    group, given = step
    costs, nodes = _unlinked(table, front, step)
    onward, onward_nodes = costs[:], nodes[:]
    pairs: dict[int, Reached] = {}
    links, run_costs, leaving = table.pairs.links, table.pairs.costs, table.pair_backoffs
    span = table.pairs.span(front.group * table.classes + group)
    longer = _threes(table, before, front, group) if span and front.pairs else {}
    for at in span:
        link = links[at]
        place, here = link >> 4, link & 15
        if given not in (FREE, here):
            continue
        cost, node = front.onward[place] + run_costs[at], front.onward_nodes[place]
        if link in longer and longer[link][0] < cost:
            cost, node = longer[link]
        if cost >= _NEVER:
            continue
        chosen: Node = (place, node)
        pairs[link] = (cost, chosen)
        if cost < costs[here]:
            costs[here], nodes[here] = cost, chosen
        cost += leaving[at]
        if cost < onward[here]:
            onward[here], onward_nodes[here] = cost, chosen
    return _Front(group, costs, nodes, onward, onward_nodes, pairs)


def _unlinked(table: Table, front: _Front, step: Step) -> tuple[list[int], list[Node | None]]:
    """Go on from the cheapest place as if nothing were known of what follows it."""
    first = table.firsts[front.group]
    ways = list(map(add, front.onward, table.backoffs[first : first + len(front.onward)]))
    base = min(ways)
    chosen = ways.index(base)
    node: Node = (chosen, front.onward_nodes[chosen])
    costs = [base + cost for cost in table.class_costs[step.group]]
    if step.place != FREE:
        costs = [cost if at == step.place else _NEVER for at, cost in enumerate(costs)]
    return costs, [node] * len(costs)


def _threes(table: Table, before: int, front: _Front, group: int) -> dict[int, Reached]:
    """Return, by the link of their last two syllables, where known runs of three lead."""
    runs, size, pairs = table.triples, table.classes, front.pairs
    found: dict[int, Reached] = {}
    for at in runs.span((before * size + front.group) * size + group):
        link = runs.links[at]
        reached = pairs.get(link >> 4)
        if reached:
            cost, end = reached[0] + runs.costs[at], link & 255
            if end not in found or cost < found[end][0]:
                found[end] = (cost, reached[1])
    return found
