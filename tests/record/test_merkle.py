"""The tree of RFC 6962: the published hashes, and proofs of every size against a naive tree."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.merkle import EMPTY_ROOT, inclusion_proof, leaf_hash, node_hash
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


def test_a_leaf_and_a_node_never_hash_alike() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert leaf_hash(left + right) != node_hash(left, right)
    assert leaf_hash(b"").hex() == (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    )


def test_the_empty_root_is_the_hash_of_nothing() -> None:
    assert Tree().root() == EMPTY_ROOT == sha256(b"").digest()


@given(st.lists(st.binary(max_size=8), min_size=1, max_size=80))
def test_the_root_depends_on_every_leaf_and_its_place(data: list[bytes]) -> None:
    leaves = [leaf_hash(item) for item in data]
    assert Tree(leaves).root() == naive_root(leaves)
    if leaves != leaves[::-1]:
        assert Tree(leaves).root() != Tree(leaves[::-1]).root()


@pytest.mark.parametrize(("index", "size"), [(3, 3), (-1, 3), (0, 0), (0, 4)])
def test_no_inclusion_proof_outside_the_tree(index: int, size: int) -> None:
    with pytest.raises(RecordRefused) as caught:
        Tree(LEAVES[:3]).inclusion(index, size)
    assert caught.value.code == "out_of_range"


@pytest.mark.parametrize(
    ("old", "new", "code"), [(0, 3, "empty_tree"), (3, 2, "sizes_reversed"), (1, 4, "out_of_range")]
)
def test_no_consistency_proof_between_impossible_sizes(old: int, new: int, code: str) -> None:
    with pytest.raises(RecordRefused) as caught:
        Tree(LEAVES[:3]).consistency(old, new)
    assert caught.value.code == code


def test_a_proof_is_read_from_few_nodes() -> None:
    tree = Tree(leaf_hash(number.to_bytes(4, "big")) for number in range(5000))
    read: list[tuple[int, int]] = []

    def nodes(level: int, index: int) -> bytes:
        read.append((level, index))
        return tree.node(level, index)

    inclusion_proof(nodes, 1234, 5000)
    assert len(read) <= 2 * 13
