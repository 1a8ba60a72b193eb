"""Groups messages one by one as they come, as a desk does; what a person decided always holds.

A message joins a leader, never one that follows, so likeness does not chain; and never a leader
with a conflicting detail. Messages that have nothing in common never change each other's groups.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from kiemtin.matching.grouping.features import DATE, HOUR, NAME, NAME_SHARE, OTHER
from kiemtin.matching.grouping.tokens import CAPITAL, NUMBER, tokenise
from kiemtin.matching.grouping.tokens import DATE as DATED
from kiemtin.matching.grouping.tokens import HOUR as TIMED

NEAR, FAR, FULL = (25, 40), (50, 70), 8
"""A leader is near enough when messages hold so many hundredths of the words of both in common, or
of the words of the shorter one where both have `FULL` words; the first two when they also have a
detail in common. Measured on `benchmarks/archive.py`."""

KEYS, DETAILS = 48, 5
"""Pairs of words and details that a leader is found by."""

LOOKS, CROWD = 32, 64
"""Leaders that a message is compared with; a key of more leaders than `CROWD` tells nothing."""

Pair = tuple[int, int]


class UnknownMessage(KeyError):
    """No message, or no group, has this id."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is remembered of a message: at most 300 words and what is drawn from them.

    `spelled`: the letters of each two neighbouring words, where a name may stand in small letters.
    """

    words: frozenset[int]
    pairs: tuple[Pair, ...]
    details: tuple[Pair, ...]
    spelled: frozenset[int]


@dataclass(slots=True)
class _Held:
    """A message in its group; `follows` is the place of its leader, or its own."""

    name: str
    said: Said
    group: int
    follows: int


@dataclass
class Groups:
    """Messages in groups, numbered from 1 as they are founded.

    The same calls in the same order give the same groups. Of a message at most 300 words are
    kept, however long it is, and never its text.
    """

    _messages: list[_Held] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict)
    _first: dict[tuple[Pair, ...], int] = field(default_factory=dict)
    _members: dict[int, list[int]] = field(default_factory=dict)
    _leaders: dict[Pair, list[int]] = field(default_factory=lambda: defaultdict(list))
    _uses: Counter[Pair] = field(default_factory=Counter)
    _named: Counter[Pair] = field(default_factory=Counter)
    _founded: int = 0

    def __len__(self) -> int:
        """Return the number of messages."""
        return len(self._places)

    def group_of(self, name: str) -> int:
        """Return the group of a message; raises UnknownMessage."""
        return self._messages[self._place(name)].group

    def members(self, group: int) -> list[str]:
        """Return the ids of a group's messages in the order they came; raises UnknownMessage."""
        self._known(group)
        return [self._messages[at].name for at in sorted(self._members[group])]

    def add(self, name: str, text: str) -> int:
        """Return the group of the message `name`; one that is known already stays where it is."""
        if name in self._places:
            return self.group_of(name)
        tokens = tokenise([text])
        hashes, flags = tokens.hashes.tolist(), tokens.flags.tolist()
        said = self._read(hashes, flags, tokens.letters.tolist())
        contents = tuple((one, flag & ~CAPITAL) for one, flag in zip(hashes, flags, strict=True))
        copied = self._first.get(contents) if contents else None
        at = self._places[name] = len(self._messages)
        leader = self._nearest(said) if copied is None else self._messages[copied].follows
        group = self._found() if leader is None else self._messages[leader].group
        self._messages.append(_Held(name, said, group, at if leader is None else leader))
        self._members[group].append(at)
        if leader is None:
            self._index(at)
        if contents:
            self._first.setdefault(contents, at)
        return group

    def merge(self, one: int, other: int) -> int:
        """Make two groups one, whatever they say; return its number, the smaller of both.

        Later messages join it by any leader of either. Raises UnknownMessage.
        """
        self._known(one)
        self._known(other)
        kept, gone = min(one, other), max(one, other)
        if kept != gone:
            self._move(self._members.pop(gone), kept)
        return kept

    def split(self, name: str, group: int) -> int:
        """Take a message out of its group for good; return the number of its own, new group.

        A leader of a group with several takes along those that follow it, which undoes a merge;
        of a group's only leader the followers stay, and follow the first of them. A message that
        is in another group already, or alone, stays. Raises UnknownMessage.
        """
        self._known(group)
        at = self._place(name)
        held = self._messages[at]
        members = self._members[group]
        if held.group != group or len(members) == 1:
            return held.group
        leaders = set(map(self._follows, members))
        alone = at not in leaders or len(leaders) == 1
        leaving = {one for one in members if one == at or (not alone and self._follows(one) == at)}
        self._members[group] = [one for one in members if one not in leaving]
        new = self._found()
        self._move(sorted(leaving), new)
        self._lead_anew(at, group)
        return new

    def _follows(self, at: int) -> int:
        return self._messages[at].follows

    def _lead_anew(self, at: int, group: int) -> None:
        """Let a message that left lead itself, and those that it led follow their first."""
        if self._messages[at].follows != at:
            self._messages[at].follows = at
            self._index(at)
        orphans = [one for one in self._members[group] if self._follows(one) == at]
        for one in orphans:
            self._messages[one].follows = orphans[0]
        if orphans:
            self._index(orphans[0])

    def _found(self) -> int:
        self._founded += 1
        self._members[self._founded] = []
        return self._founded

    def _move(self, members: list[int], group: int) -> None:
        for one in members:
            self._messages[one].group = group
        self._members[group].extend(members)

    def _place(self, name: str) -> int:
        if name not in self._places:
            raise UnknownMessage(name)
        return self._places[name]

    def _known(self, group: int) -> None:
        if group not in self._members:
            raise UnknownMessage(group)

    def _read(self, hashes: list[int], flags: list[int], letters: list[int]) -> Said:
        """Return what a message says; names are known as in an archive, from what came so far."""
        loud = 2 * sum(flag & CAPITAL != 0 for flag in flags) > len(flags)
        words = {~one if flag & NUMBER else one for one, flag in zip(hashes, flags, strict=True)}
        details = {
            (_role(flag), one) for one, flag in zip(hashes, flags, strict=True) if flag & NUMBER
        }
        pairs: dict[Pair, int] = {}
        for at, (first, second) in enumerate(pairwise(hashes)):
            if (flags[at] | flags[at + 1]) & NUMBER:
                continue
            pair = (first, second)
            pairs[pair] = letters[at] | letters[at + 1]
            self._uses[pair] += 1
            capital = flags[at] & flags[at + 1] & CAPITAL and not loud
            self._named[pair] += bool(capital)
            if capital or 1 < self._named[pair] * NAME_SHARE >= self._uses[pair]:
                details.add((NAME, pairs[pair]))
        spelled = frozenset(pairs.values())
        return Said(frozenset(words), tuple(pairs), tuple(sorted(details)), spelled)

    def _nearest(self, said: Said) -> int | None:
        """Return the leader that says most of the same, of several the earliest; None when far."""
        met = Counter(
            leader
            for key in _keys(said)
            if len(leaders := self._leaders.get(key, ())) <= CROWD
            for leader in leaders
        )
        looked = sorted(met, key=lambda one: (-met[one], one))[:LOOKS]
        shares = ((_share(said, self._messages[one].said), -one) for one in looked)
        best, place = max(shares, default=(0.0, 0))
        return -place if best > 0 else None

    def _index(self, at: int) -> None:
        for key in _keys(self._messages[at].said):
            leaders = self._leaders[key]
            if len(leaders) <= CROWD:
                leaders.append(at)


def _role(flag: int) -> int:
    return DATE if flag & DATED else HOUR if flag & TIMED else OTHER


def _keys(said: Said) -> Iterator[Pair]:
    """Yield what a message is found by: every two details, pairs of words, or its only word."""
    yield from ((hash(one), hash(two)) for one, two in combinations(said.details[:DETAILS], 2))
    yield from said.pairs[:KEYS]
    if not said.pairs:
        yield from ((word, -1) for word in said.words)


def _share(one: Said, other: Said) -> float:
    """Return how much of the words of both is the same, 0 when too little, or in conflict."""
    common = 100 * len(one.words & other.words)
    whole, less = len(one.words | other.words), min(len(one.words), len(other.words))
    alike, held = FAR if set(one.details).isdisjoint(other.details) else NEAR
    near = common >= alike * whole or (less >= FULL and common >= held * less)
    if not near or in_conflict(one.details, other.details):
        return 0.0
    return 0.0 if _elsewhere(one, other) or _elsewhere(other, one) else common / whole


def _elsewhere(one: Said, other: Said) -> bool:
    """Tell whether one message has names, and the other none of them in any writing.

    Few names are known as names when the first messages come, so this errs on the side of two
    groups, which a person merges with one call.
    """
    names = [value for role, value in one.details if role == NAME]
    return bool(names) and all(_strange([name], list(other.spelled)) for name in names)


def in_conflict(one: tuple[Pair, ...], other: tuple[Pair, ...]) -> bool:
    """Tell whether in some role each of two messages has a detail that the other lacks."""
    left, right = set(one) - set(other), set(other) - set(one)
    if any(
        (role, True) for role in {role for role, _ in left} & {role for role, _ in right} - {NAME}
    ):
        return True
    names, others = ([value for role, value in said if role == NAME] for said in (one, other))
    return _strange(names, others) and _strange(others, names)


def _strange(names: list[int], others: list[int]) -> bool:
    """Tell whether one of `names` has no like, up to one letter, among `others`."""
    return any(all((name ^ other).bit_count() > 1 for other in others) for name in names)
