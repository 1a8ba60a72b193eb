"""Checkpoints: the standard's own, round trips, and everything else refused with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.checkpoint import (
    Checkpoint,
    open_checkpoint,
    read_checkpoint,
    sign_checkpoint,
)
from kiemtin.record.keys import SignerKey
from kiemtin.record.merkle import EMPTY_ROOT
from kiemtin.record.note_refusal import NoteRefused
from kiemtin.record.refusal import RecordRefused

DESK = SignerKey("desk.example/log", b"\x01" * 32)
ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
# The text of the example of C2SP tlog-checkpoint.
SHOWN = f"example.com/behind-the-sofa\n20852163\n{ROOT}\n"
EMPTY = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
lines = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


def test_the_checkpoint_of_the_standard_is_read_and_written() -> None:
    checkpoint = read_checkpoint(SHOWN)
    assert (checkpoint.origin, checkpoint.size) == ("example.com/behind-the-sofa", 20852163)
    assert str(checkpoint) == SHOWN


@given(lines, st.integers(1, 1 << 62), st.binary(min_size=32, max_size=32), st.lists(lines))
def test_a_checkpoint_comes_back(origin: str, size: int, root: bytes, more: list[str]) -> None:
    checkpoint = Checkpoint(origin, size, root, tuple(more))
    assert read_checkpoint(str(checkpoint)) == checkpoint
    signed = sign_checkpoint(checkpoint, [DESK])
    assert open_checkpoint(signed, [DESK.verifier], origin) == checkpoint


@given(st.text("a1\n= " + ROOT, max_size=60))
def test_a_text_has_one_meaning_or_none(text: str) -> None:
    try:
        checkpoint = read_checkpoint(text)
    except NoteRefused:
        return
    assert str(checkpoint) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        f"log\n1\n{ROOT}",
        f"\n1\n{ROOT}\n",
        f"log\n01\n{ROOT}\n",
        f"log\n-1\n{ROOT}\n",
        f"log\n9223372036854775808\n{ROOT}\n",
        f"log\n١\n{ROOT}\n",
        "log\n1\n\n",
        "log\n1\nAAAA\n",
        f"log\n1\n{ROOT[:-2]}J=\n",
        f"log\n1\n{ROOT}\n\n",
        f"log\n1\n{ROOT}\nmore\n\nmore\n",
        f"log\n0\n{ROOT}\n",
        f"log\n5\n{EMPTY}\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(NoteRefused) as caught:
        read_checkpoint(text)
    assert caught.value.code == "checkpoint_unreadable"


def test_a_checkpoint_of_another_log_is_refused() -> None:
    signed = sign_checkpoint(Checkpoint("desk.example/other", 1, bytes(32)), [DESK])
    with pytest.raises(NoteRefused, match=r"desk\.example/other") as caught:
        open_checkpoint(signed, [DESK.verifier])
    assert caught.value.code == "wrong_origin"


def test_an_empty_log_has_the_root_of_nothing() -> None:
    signed = sign_checkpoint(Checkpoint(DESK.name, 0, EMPTY_ROOT), [DESK])
    assert open_checkpoint(signed, [DESK.verifier]).size == 0


@pytest.mark.parametrize("origin", ["", "a\nb", "a\tb", "\ud800"])
def test_an_origin_is_one_line(origin: str) -> None:
    with pytest.raises(NoteRefused):
        Checkpoint(origin, 1, bytes(32))


def test_a_root_has_32_bytes() -> None:
    with pytest.raises(RecordRefused, match="32 bytes"):
        Checkpoint("log", 1, bytes(31))
