"""Checking proofs of RFC 6962 trees: needs the proof and the roots, and trusts nobody.

A check returns nothing when it holds and raises with the reason when it does not.
"""

from collections.abc import Sequence

from kiemtin.record.merkle import node_hash, require_growth, require_hashes, require_index
from kiemtin.record.refusal import RecordRefused


def check_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], expected_root: bytes
) -> None:
    """Return when `leaf` (a leaf hash) is entry `index` under `expected_root`; else raise.

    The algorithm of RFC 9162, 2.1.3.2. Raises RecordRefused (out_of_range, hash_length,
    proof_length, root_differs).
    """
    require_index(index, size)
    require_hashes(leaf, expected_root, *proof)
    inner = _inner_length(index, size)
    _require_length(proof, inner + (index >> inner).bit_count())
    result = _chain_inner(leaf, proof[:inner], index)
    result = _chain_right(result, proof[inner:])
    if result != expected_root:
        raise RecordRefused("root_differs")


def check_consistency(
    old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> None:
    """Return when the tree of `new` leaves contains that of `old` unchanged; else raise.

    The algorithm of RFC 9162, 2.1.4.2. An old size of 0 is refused, with or without a proof and to
    size 0 too: the RFC defines proofs from size 1 on, whatever follows an empty log is consistent
    with it, and who took such a proof would believe that something was checked. Raises
    RecordRefused (empty_tree, sizes_reversed, hash_length, proof_length, old_root_differs,
    root_differs).
    """
    require_growth(old, new)
    require_hashes(old_root, new_root, *proof)
    if old == new:
        _require_length(proof, 0)
        if old_root != new_root:
            raise RecordRefused("old_root_differs")
        return
    _check_growth(old, new, proof, old_root, new_root)


def _check_growth(
    old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> None:
    level = (old & -old).bit_length() - 1
    inner = _inner_length(old - 1, new) - level
    # When the old tree is one complete subtree its root starts the path and is left out of it.
    seeded = old == 1 << level
    border = ((old - 1) >> (level + inner)).bit_count()
    _require_length(proof, inner + border + (0 if seeded else 1))
    seed, path = (old_root, proof) if seeded else (proof[0], proof[1:])
    index = (old - 1) >> level
    before = _chain_right(_chain_inner_left(seed, path[:inner], index), path[inner:])
    if before != old_root:
        raise RecordRefused("old_root_differs")
    after = _chain_right(_chain_inner(seed, path[:inner], index), path[inner:])
    if after != new_root:
        raise RecordRefused("root_differs")


def _inner_length(index: int, size: int) -> int:
    """How many steps up the path of `index` still has neighbours on either side."""
    return (index ^ (size - 1)).bit_length()


def _chain_inner(seed: bytes, path: Sequence[bytes], index: int) -> bytes:
    for level, neighbour in enumerate(path):
        left = (index >> level) & 1
        seed = node_hash(neighbour, seed) if left else node_hash(seed, neighbour)
    return seed


def _chain_inner_left(seed: bytes, path: Sequence[bytes], index: int) -> bytes:
    for level, neighbour in enumerate(path):
        if (index >> level) & 1:
            seed = node_hash(neighbour, seed)
    return seed


def _chain_right(seed: bytes, path: Sequence[bytes]) -> bytes:
    for neighbour in path:
        seed = node_hash(neighbour, seed)
    return seed


def _require_length(proof: Sequence[bytes], expected: int) -> None:
    if len(proof) != expected:
        raise RecordRefused("proof_length", {"expected": expected, "got": len(proof)})
