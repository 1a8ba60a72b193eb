"""Proofs: every true one holds, every altered one is refused with its reason, as in the vectors."""

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.merkle import EMPTY_ROOT, leaf_hash
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.tree import Tree
from kiemtin.record.verify import check_consistency, check_inclusion

SIZE = 33
TREE = Tree(leaf_hash(bytes([number])) for number in range(SIZE))
OWN = Path(__file__).parent / "vectors"
REPOSITORY = Path(__file__).parents[2]
# The full set of transparency-dev/merkle may lie beside a checkout; see vectors/README.md.
FULL = REPOSITORY.parent / "shared" / "vectors" / "rfc6962"
# Where we refuse what that set allows: its placeholder roots there are not 32 bytes long.
STRICTER = {"sizes-are-equal-one-and-proof-is-empty": "hash_length"}
FOLDERS = [folder for folder in (OWN, FULL) if folder.is_dir()]


def vectors(kind: str) -> list[Path]:
    return [path for folder in FOLDERS for path in sorted((folder / kind).rglob("*.json"))]


def decode(value: str | None) -> bytes:
    return base64.b64decode(value or "")


@pytest.mark.parametrize(
    "path", vectors("inclusion"), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_an_inclusion_vector_comes_out_as_it_says(path: Path) -> None:
    case = json.loads(path.read_text())
    proof = [decode(item) for item in case["proof"] or []]
    leaf, expected_root = decode(case["leafHash"]), decode(case["root"])
    if case["wantErr"]:
        with pytest.raises(RecordRefused):
            check_inclusion(leaf, case["leafIdx"], case["treeSize"], proof, expected_root)
    else:
        check_inclusion(leaf, case["leafIdx"], case["treeSize"], proof, expected_root)


@pytest.mark.parametrize(
    "path", vectors("consistency"), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_a_consistency_vector_comes_out_as_it_says(path: Path) -> None:
    case = json.loads(path.read_text())
    proof = [decode(item) for item in case["proof"] or []]
    roots = decode(case["root1"]), decode(case["root2"])
    if case["wantErr"] or path.stem in STRICTER:
        with pytest.raises(RecordRefused) as caught:
            check_consistency(case["size1"], case["size2"], proof, *roots)
        assert caught.value.code == STRICTER.get(path.stem, caught.value.code)
    else:
        check_consistency(case["size1"], case["size2"], proof, *roots)


def test_the_own_vectors_are_there() -> None:
    assert len(list(OWN.rglob("*.json"))) >= 12


@pytest.mark.parametrize("size", range(1, SIZE + 1))
def test_every_leaf_of_every_size_is_proven(size: int) -> None:
    for index in range(size):
        proof = TREE.inclusion(index, size)
        check_inclusion(TREE.node(0, index), index, size, proof, TREE.root(size))


@pytest.mark.parametrize("new", range(1, SIZE + 1))
def test_every_growth_is_proven(new: int) -> None:
    for old in range(1, new + 1):
        proof = TREE.consistency(old, new)
        check_consistency(old, new, proof, TREE.root(old), TREE.root(new))


@st.composite
def damaged(draw: st.DrawFn, proof: list[bytes]) -> list[bytes]:
    """A proof that differs from the given one in one bit, one hash more or one hash less."""
    how = draw(st.sampled_from(["bit", "more", "less"] if proof else ["more"]))
    if how == "more":
        place = draw(st.integers(0, len(proof)))
        return [*proof[:place], draw(st.binary(min_size=32, max_size=32)), *proof[place:]]
    place = draw(st.integers(0, len(proof) - 1))
    if how == "less":
        return proof[:place] + proof[place + 1 :]
    bit = draw(st.integers(0, 255))
    flipped = int.from_bytes(proof[place], "big") ^ (1 << bit)
    return [*proof[:place], flipped.to_bytes(32, "big"), *proof[place + 1 :]]


@given(st.data())
def test_a_damaged_inclusion_proof_is_refused(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, SIZE))
    index = data.draw(st.integers(0, size - 1))
    proof = data.draw(damaged(TREE.inclusion(index, size)))
    with pytest.raises(RecordRefused):
        check_inclusion(TREE.node(0, index), index, size, proof, TREE.root(size))


@given(st.data())
def test_a_damaged_consistency_proof_is_refused(data: st.DataObject) -> None:
    new = data.draw(st.integers(2, SIZE))
    old = data.draw(st.integers(1, new - 1))
    proof = data.draw(damaged(TREE.consistency(old, new)))
    with pytest.raises(RecordRefused):
        check_consistency(old, new, proof, TREE.root(old), TREE.root(new))


@given(st.data())
def test_a_leaf_is_proven_at_its_own_place_only(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, SIZE))
    index, other = data.draw(st.permutations(range(size)))[:2]
    proof = TREE.inclusion(index, size)
    with pytest.raises(RecordRefused):
        check_inclusion(TREE.node(0, index), other, size, proof, TREE.root(size))


@given(st.integers(2, SIZE), st.integers(0, SIZE - 1))
def test_a_log_with_a_rewritten_entry_is_caught(old: int, changed: int) -> None:
    changed %= old
    leaves = [TREE.node(0, index) for index in range(SIZE)]
    leaves[changed] = leaf_hash(b"rewritten")
    forged = Tree(leaves)
    with pytest.raises(RecordRefused) as caught:
        check_consistency(old, SIZE, forged.consistency(old), TREE.root(old), forged.root())
    assert caught.value.code in {"old_root_differs", "root_differs"}


@pytest.mark.parametrize(("old", "new"), [(0, 0), (0, 1), (0, 33)])
def test_growth_from_nothing_proves_nothing(old: int, new: int) -> None:
    with pytest.raises(RecordRefused) as caught:
        check_consistency(old, new, [], EMPTY_ROOT, TREE.root(new))
    assert caught.value.code == "empty_tree"


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_only_hashes_of_32_bytes_are_read(length: int) -> None:
    wrong = b"x" * length
    leaf, root = TREE.node(0, 0), TREE.root(2)
    for values in ((wrong, [leaf], root), (leaf, [wrong], root), (leaf, [leaf], wrong)):
        with pytest.raises(RecordRefused) as caught:
            check_inclusion(values[0], 0, 2, values[1], values[2])
        assert caught.value.code == "hash_length"
    with pytest.raises(RecordRefused, match="32 bytes"):
        check_consistency(1, 1, [], wrong, wrong)
