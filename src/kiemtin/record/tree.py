"""A tree kept in memory: append leaves, ask for roots and proofs of any size that it had."""

from collections.abc import Iterable

from kiemtin.record import merkle


class Tree:
    """All complete subtrees of a log, by level; 64 bytes a leaf and Python's own overhead.

    A leaf comes in as its hash; appending hashes two nodes on average. Not for several threads.
    """

    def __init__(self, leaf_hashes: Iterable[bytes] = ()) -> None:
        self._levels: list[list[bytes]] = [[]]
        for leaf in leaf_hashes:
            self.append(leaf)

    @property
    def size(self) -> int:
        """How many leaves there are."""
        return len(self._levels[0])

    def append(self, leaf: bytes) -> int:
        """Add a leaf hash and return its index; raises RecordRefused (hash_length)."""
        merkle.require_hashes(leaf)
        index = self.size
        for level in range(index.bit_length() + 1):
            self._level(level).append(leaf)
            if not (index >> level) & 1:
                break
            leaf = merkle.node_hash(*self._levels[level][-2:])
        return index

    def node(self, level: int, index: int) -> bytes:
        """Return the hash of a complete subtree; the `Nodes` of this tree."""
        return self._levels[level][index]

    def root(self, size: int | None = None) -> bytes:
        """Return the root over the first `size` leaves (all, when left out)."""
        return merkle.root(self.node, self._upto(size))

    def inclusion(self, index: int, size: int | None = None) -> list[bytes]:
        """Return the proof that leaf `index` is in the tree of `size` leaves."""
        return merkle.inclusion_proof(self.node, index, self._upto(size))

    def consistency(self, old: int, new: int | None = None) -> list[bytes]:
        """Return the proof that the tree of `new` leaves begins with that of `old`."""
        return merkle.consistency_proof(self.node, old, self._upto(new))

    def _level(self, level: int) -> list[bytes]:
        if level == len(self._levels):
            self._levels.append([])
        return self._levels[level]

    def _upto(self, size: int | None) -> int:
        if size is None:
            return self.size
        merkle.require_index(size, self.size + 1)
        return size
