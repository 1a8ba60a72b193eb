"""Makes the machine's groups obey what a person decided, and changes nothing else."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from kiemtin.matching.grouping.decisions import Held

Near = Callable[[int, int], float]


def settle(leaders: Sequence[int], held: Held, order: Sequence[int], near: Near) -> list[int]:
    """Return for each message a number of its group: equal for those of one group.

    Groups with merged messages become one. A group with messages that are kept apart is divided:
    each of its messages goes to the one of these that it is nearest to. `order`: all messages, so
    that the result does not depend on theirs; `near` is larger for two that say more of the same.
    """
    whole = _united(leaders, held)
    torn = {whole[left] for left, right in held.apart if whole[left] == whole[right]}
    inside: dict[int, list[int]] = defaultdict(list)
    for message in order if torn else ():
        if whole[message] in torn:
            inside[whole[message]].append(message)
    fresh = len(whole)
    for members in inside.values():
        for part in _divided(members, held, near):
            for message in part:
                whole[message] = fresh
            fresh += 1
    return whole


def _united(leaders: Sequence[int], held: Held) -> list[int]:
    """Return the machine's groups, those that share a merged message as one."""
    above: dict[int, int] = {}

    def top(group: int) -> int:
        while group in above:
            group = above[group]
        return group

    for message, part in held.merged():
        left, right = top(leaders[message]), top(leaders[part])
        if left != right:
            above[max(left, right)] = min(left, right)
    return [top(leader) for leader in leaders] if above else list(leaders)


def _divided(members: Sequence[int], held: Held, near: Near) -> list[list[int]]:
    """Divide a group, its members in canonical order, so that those kept apart are apart."""
    seeds, loose = _seeds(members, held)
    parts: list[tuple[list[int], list[int]]] = []
    for seed, messages in seeds.items():
        free = [
            at
            for at, (owners, _) in enumerate(parts)
            if not any((seed, other) in held.apart for other in owners)
        ]
        if free:
            best = max(free, key=lambda at: (near(messages[0], parts[at][1][0]), -at))
            parts[best][0].append(seed)
            parts[best][1].extend(messages)
        else:
            parts.append(([seed], messages))
    anchors = [messages[0] for _, messages in parts]
    for message in loose:
        at = max(range(len(parts)), key=lambda at: (near(message, anchors[at]), -at))
        parts[at][1].append(message)
    return [messages for _, messages in parts]


def _seeds(members: Sequence[int], held: Held) -> tuple[dict[int, list[int]], list[int]]:
    """Return the messages that someone decided on, those merged together, and all others."""
    decided = {part for pair in held.apart for part in pair} | {part for _, part in held.merged()}
    seeds: dict[int, list[int]] = defaultdict(list)
    loose = []
    for message in members:
        if held.part[message] in decided:
            seeds[held.part[message]].append(message)
        else:
            loose.append(message)
    return seeds, loose
