"""The hash tree of RFC 6962: hashes, roots and proofs, made from stored nodes.

Nodes of complete subtrees are read through `Nodes`, so that a list in memory, a table or tiles can
stand behind it. Checking a proof is in `verify`.
"""

from collections.abc import Callable
from hashlib import sha256

from kiemtin.record.refusal import RecordRefused

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()
"""The root of a log without entries (RFC 6962, 2.1)."""

Nodes = Callable[[int, int], bytes]
"""`nodes(level, index)`: the hash over leaves [index · 2^level, (index + 1) · 2^level)."""


def leaf_hash(data: bytes) -> bytes:
    """Return the 32-byte hash of a leaf: SHA-256(0x00 ‖ data)."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the 32-byte hash of an inner node: SHA-256(0x01 ‖ left ‖ right)."""
    return sha256(b"\x01" + left + right).digest()


def root(nodes: Nodes, size: int) -> bytes:
    """Return the root over the first `size` leaves; reads at most log2(size) nodes."""
    return _subtree(nodes, 0, size) if size else EMPTY_ROOT


def inclusion_proof(nodes: Nodes, index: int, size: int) -> list[bytes]:
    """Return the audit path of leaf `index` in the tree of `size` leaves (RFC 6962, 2.1.1).

    Raises RecordRefused (out_of_range).
    """
    require_index(index, size)
    return _path(nodes, index, 0, size)


def consistency_proof(nodes: Nodes, old: int, new: int) -> list[bytes]:
    """Return the proof that the first `old` of `new` leaves are unchanged (RFC 6962, 2.1.2).

    Empty when both sizes are equal. Raises RecordRefused (empty_tree, sizes_reversed).
    """
    require_growth(old, new)
    return [] if old == new else _subproof(nodes, old, 0, new, whole=True)


def _subtree(nodes: Nodes, start: int, end: int) -> bytes:
    size = end - start
    if size & (size - 1) == 0:
        level = size.bit_length() - 1
        return nodes(level, start >> level)
    middle = start + _split(size)
    return node_hash(_subtree(nodes, start, middle), _subtree(nodes, middle, end))


def _path(nodes: Nodes, index: int, start: int, end: int) -> list[bytes]:
    if end - start == 1:
        return []
    middle = start + _split(end - start)
    if index < middle:
        return [*_path(nodes, index, start, middle), _subtree(nodes, middle, end)]
    return [*_path(nodes, index, middle, end), _subtree(nodes, start, middle)]


def _subproof(nodes: Nodes, old: int, start: int, end: int, *, whole: bool) -> list[bytes]:
    """`whole`: the verifier knows the root of [start, old) already, as the old tree's root."""
    if old == end:
        return [] if whole else [_subtree(nodes, start, end)]
    middle = start + _split(end - start)
    if old <= middle:
        known = _subproof(nodes, old, start, middle, whole=whole)
        return [*known, _subtree(nodes, middle, end)]
    known = _subproof(nodes, old, middle, end, whole=False)
    return [*known, _subtree(nodes, start, middle)]


def _split(size: int) -> int:
    """The largest power of two below `size` (size ≥ 2)."""
    return 1 << ((size - 1).bit_length() - 1)


def require_index(index: int, size: int) -> None:
    """Raise RecordRefused (out_of_range) unless 0 ≤ index < size."""
    if not 0 <= index < size:
        raise RecordRefused("out_of_range", {"index": index, "last": size - 1})


def require_growth(old: int, new: int) -> None:
    """Raise RecordRefused (empty_tree, sizes_reversed) unless 1 ≤ old ≤ new."""
    if old < 1:
        raise RecordRefused("empty_tree")
    if old > new:
        raise RecordRefused("sizes_reversed", {"old": old, "new": new})


def require_hashes(*hashes: bytes) -> None:
    """Raise RecordRefused (hash_length) unless each is 32 bytes."""
    for value in hashes:
        if len(value) != HASH_BYTES:
            raise RecordRefused("hash_length", {"length": len(value)})
