"""Proof files: every entry is proven by its own, and an altered one is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.keys import SignerKey
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.proof import HEADER, Proof, check_proof, make_proof, read_proof
from kiemtin.record.reader import LogFolder
from kiemtin.record.refusal import RecordRefused
from tests.support.logs import KEY, entries, make, quick_folder

SIZE = 300
ENTRIES = entries(0, SIZE)


@pytest.fixture(scope="module")
def folder() -> LogFolder:
    """A log of 300 entries."""
    with quick_folder() as place:
        log = LogFolder(make(place, SIZE))
        PROOFS.extend(make_proof(log, index) for index in range(SIZE))
    return log


PROOFS: list[Proof] = []


@pytest.fixture(autouse=True)
def proofs(folder: LogFolder) -> list[Proof]:
    """The proofs of all entries, kept when the log itself is gone."""
    return PROOFS


def test_every_entry_is_proven_without_the_log(proofs: list[Proof]) -> None:
    for index, proof in enumerate(proofs):
        again = read_proof(proof.to_bytes())
        assert again == proof
        assert check_proof(again, ENTRIES[index], [KEY.verifier]).size == SIZE


def test_a_proof_proves_no_other_entry(proofs: list[Proof]) -> None:
    with pytest.raises(RecordRefused, match="was altered"):
        check_proof(proofs[3], ENTRIES[4], [KEY.verifier])


def test_a_proof_of_another_log_or_key_is_refused(proofs: list[Proof]) -> None:
    other = SignerKey(KEY.name, b"\x02" * 32)
    with pytest.raises(RecordRefused) as caught:
        check_proof(proofs[3], ENTRIES[3], [other.verifier])
    assert caught.value.code == "not_signed"
    with pytest.raises(RecordRefused) as caught:
        check_proof(proofs[3], ENTRIES[3], [KEY.verifier], "other.example/log")
    assert caught.value.code == "wrong_origin"


def test_no_byte_of_a_proof_can_change_unseen(proofs: list[Proof]) -> None:
    data = proofs[77].to_bytes()
    for place in range(len(data)):
        altered = bytearray(data)
        altered[place] ^= 1 << (place % 8)
        with pytest.raises(RecordRefused):
            check_proof(read_proof(bytes(altered)), ENTRIES[77], [KEY.verifier])


@given(
    st.binary(max_size=9), st.integers(0, 1 << 40), st.lists(st.binary(min_size=32, max_size=32))
)
def test_a_proof_comes_back(extra: bytes, index: int, hashes: list[bytes]) -> None:
    hashes = hashes[:63]
    proof = Proof(index, tuple(hashes), PROOFS[0].checkpoint, extra)
    assert read_proof(proof.to_bytes()) == proof


def test_the_form_is_that_of_the_standard(proofs: list[Proof]) -> None:
    lines = proofs[5].to_bytes().decode().split("\n")
    assert lines[:2] == ["c2sp.org/tlog-proof@v1", "index 5"]
    assert lines[2 + len(proofs[5].hashes) :][:3] == ["", KEY.name, "300"]
    assert (
        Proof(5, (), proofs[5].checkpoint, b"x")
        .to_bytes()
        .startswith(b"c2sp.org/tlog-proof@v1\nextra eA==\nindex 5\n\ndesk.example/log\n")
    )


HASH = "A" * 43 + "="


@pytest.mark.parametrize(
    "head",
    [
        "",
        f"{HEADER}\n",
        "c2sp.org/tlog-proof@v2\nindex 1\n",
        f"{HEADER}\nindex 01\n",
        f"{HEADER}\nindex -1\n",
        f"{HEADER}\nindex  1\n",
        f"{HEADER}\nIndex 1\n",
        f"{HEADER}\nindex 1\nAAAA\n",
        f"{HEADER}\nindex 1\n{HASH}=\n",
        f"{HEADER}\nextra !\nindex 1\n",
        f"{HEADER}\nindex 1\nextra eA==\n",
        f"{HEADER}\nextra eA==\nextra eA==\nindex 1\n",
        f"{HEADER}\nextra eA==\n",
        f"{HEADER}\r\nindex 1\n",
        f"{HEADER}\nindex 1\n" + f"{HASH}\n" * 64,
    ],
)
def test_what_is_no_proof_is_refused(head: str, proofs: list[Proof]) -> None:
    with pytest.raises(LogRefused) as caught:
        read_proof(head.encode() + b"\n" + proofs[0].checkpoint)
    assert caught.value.code == "proof_unreadable"


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xff\n\n", b"x" * 1_000_001])
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(LogRefused, match=HEADER):
        read_proof(data)


def test_a_proof_needs_its_checkpoint(proofs: list[Proof]) -> None:
    with pytest.raises(RecordRefused):
        read_proof(proofs[0].to_bytes()[:-1])


def test_no_proof_of_what_is_not_logged(tmp_path: Path) -> None:
    log = LogFolder(make(tmp_path / "log", 3))
    with pytest.raises(RecordRefused) as caught:
        make_proof(log, 3)
    assert caught.value.code == "out_of_range"
