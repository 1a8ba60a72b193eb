"""A tree grows leaf by leaf and answers for every size that it had."""

from hashlib import sha256

import pytest

from kiemtin.record.merkle import leaf_hash, node_hash
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.tree import Tree

LEAVES = [leaf_hash(bytes([number])) for number in range(40)]


def naive_root(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962, 2.1, written as the text has it."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node_hash(naive_root(leaves[:split]), naive_root(leaves[split:]))


@pytest.mark.parametrize("size", range(41))
def test_every_root_is_the_one_of_the_definition(size: int) -> None:
    assert Tree(LEAVES).root(size) == naive_root(LEAVES[:size])
    assert Tree(LEAVES[:size]).root() == naive_root(LEAVES[:size])


def test_appending_tells_the_index() -> None:
    tree = Tree()
    assert [tree.append(leaf) for leaf in LEAVES[:3]] == [0, 1, 2]
    assert tree.size == 3


@pytest.mark.parametrize("length", [0, 31, 33])
def test_only_hashes_are_appended(length: int) -> None:
    tree = Tree()
    with pytest.raises(RecordRefused, match="32 bytes"):
        tree.append(b"x" * length)
    assert tree.size == 0
