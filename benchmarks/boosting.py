"""Fits small trees by gradient boosting: each one on what the ones before it got wrong.

Formulas: Chen and Guestrin, "XGBoost" (2016), equations 6 and 7, with the softmax of the kinds.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.stance.trees import DEPTH, Trees, softmax

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
NODES = 2**DEPTH - 1
NEVER = np.float32(np.inf)
"""A node that divides nothing sends everything left."""


@dataclass(frozen=True)
class Plan:
    """How to fit: `rounds` trees a kind, each adding `rate` of its step; `ridge` on the leaves.

    `columns`: share of the features that one tree may look at; `least`: weight (sum of p (1 - p))
    that either side of a division keeps; `bins`: values at which a feature may divide.
    """

    rounds: int = 250
    rate: float = 0.06
    ridge: float = 5.0
    columns: float = 0.3
    least: float = 4.0
    bins: int = 24
    seed: int = 1


def fit(rows: Floats, kinds: Ints, plan: Plan) -> Trees:
    """Return trees for `rows` (n, features) and their `kinds` (n,), 0 to the last kind."""
    chance = np.random.default_rng(plan.seed)
    edges = [_edges(column, plan.bins) for column in rows.T]
    binned = np.stack(
        [np.searchsorted(edge, column) for edge, column in zip(edges, rows.T, strict=True)], axis=1
    )
    wanted = np.eye(int(kinds.max()) + 1)[kinds]
    start = np.log(wanted.mean(axis=0))
    scores = np.repeat(start[None], len(rows), axis=0)
    grown = []
    for _ in range(plan.rounds):
        odds = softmax(scores)
        for kind in range(wanted.shape[1]):
            chosen = chance.random(rows.shape[1]) < plan.columns
            columns = np.flatnonzero(chosen)
            slope, bend = odds[:, kind] - wanted[:, kind], odds[:, kind] * (1 - odds[:, kind])
            tree = _grow(binned, columns, slope, bend, plan)
            scores[:, kind] += tree[2][tree[3]]
            grown.append(tree)
    above = [[_edge(edges, f, b) for f, b in zip(one[0], one[1], strict=True)] for one in grown]
    return Trees(
        np.array([one[0] for one in grown], np.int32),
        np.array(above, np.float32),
        np.array([one[2] for one in grown], np.float32),
        start,
    )


def _edges(column: Floats, bins: int) -> Floats:
    # float32, as the trees will compare it.
    values = column.astype(np.float32).astype(np.float64)
    return np.unique(np.quantile(values, np.linspace(0, 1, bins + 1)[1:-1], method="lower"))


def _edge(edges: list[Floats], feature: int, at: int) -> np.float32:
    return NEVER if at >= len(edges[feature]) else np.float32(edges[feature][at])


def _grow(
    binned: Ints, columns: Ints, slope: Floats, bend: Floats, plan: Plan
) -> tuple[Ints, Ints, Floats, Ints]:
    """Return features and places of the nodes, leaves, and the leaf of each row."""
    features, places = np.zeros(NODES, np.int64), np.full(NODES, plan.bins, np.int64)
    node = np.zeros(len(binned), np.int64)
    picked = binned[:, columns]
    for depth in range(DEPTH):
        first, count = 2**depth - 1, 2**depth
        gains, at = _divisions(picked, node - first, count, (slope, bend), plan)
        for local in np.flatnonzero(gains > 0):
            column, place = divmod(int(at[local]), plan.bins)
            features[first + local], places[first + local] = columns[column], place
        right = binned[np.arange(len(node)), features[node]] > places[node]
        node = 2 * node + 1 + right
    leaf = node - NODES
    slopes = np.bincount(leaf, slope, NODES + 1)
    bends = np.bincount(leaf, bend, NODES + 1)
    return features, places, -plan.rate * slopes / (bends + plan.ridge), leaf


def _divisions(
    picked: Ints, node: Ints, count: int, steps: tuple[Floats, Floats], plan: Plan
) -> tuple[Floats, Ints]:
    """Return for each node the gain of its best division and where it is (column and place)."""
    (slope, bend), columns = steps, picked.shape[1]
    where = (node[:, None] * columns + np.arange(columns)) * plan.bins + np.minimum(
        picked, plan.bins - 1
    )
    size = count * columns * plan.bins
    shape = (count, columns, plan.bins)
    flat = where.ravel()
    left_slope = np.bincount(flat, np.repeat(slope, columns), size).reshape(shape).cumsum(axis=2)
    left_bend = np.bincount(flat, np.repeat(bend, columns), size).reshape(shape).cumsum(axis=2)
    all_slope, all_bend = left_slope[:, :, -1:], left_bend[:, :, -1:]
    right_slope, right_bend = all_slope - left_slope, all_bend - left_bend

    def worth(slopes: Floats, bends: Floats) -> Floats:
        return slopes**2 / (bends + plan.ridge)

    gain = worth(left_slope, left_bend) + worth(right_slope, right_bend)
    gain -= worth(all_slope, all_bend)
    gain[(left_bend < plan.least) | (right_bend < plan.least)] = 0.0
    flat_gain = gain.reshape(count, -1)
    best = flat_gain.argmax(axis=1)
    return flat_gain[np.arange(count), best], best
