"""Signed notes: published examples, round trips, and no altered note passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.keys import SignerKey, new_signer, read_signer, read_verifier
from kiemtin.record.note_refusal import NoteRefused
from kiemtin.record.notes import MAX_BYTES, Signature, open_note, sign_note, split_note
from tests.record.test_keys import SIGNER, VERIFIER

# The example of Go's note package.
PUBLISHED = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngot"
    "pRZb6KE6RyyBwJnAM=\n"
).encode()
# The example of C2SP signed-note; its key is not published.
SHOWN = (
    "Ognuno sta solo sul cuor della terra\n"
    "trafitto da un raggio di sole:\n"
    "\n"
    "ed è subito sera.\n"
    "\n"
    "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMou"
    "FSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n"
).encode()
DESK = SignerKey("desk.example/log", b"\x01" * 32)
OTHER = SignerKey("witness.example/w", b"\x02" * 32)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60).map(
    lambda text: text + "\n"
)


def code(data: bytes) -> str:
    with pytest.raises(NoteRefused) as caught:
        open_note(data, [DESK.verifier])
    assert caught.value.vi() != caught.value.en()
    return caught.value.code


def test_the_published_note_holds_and_is_signed_alike() -> None:
    note = open_note(PUBLISHED, [read_verifier(VERIFIER)])
    assert note.text.startswith("If you think")
    assert sign_note(note.text, [read_signer(SIGNER)]) == PUBLISHED


def test_the_note_of_the_standard_is_split_at_its_last_empty_line() -> None:
    text, signatures = split_note(SHOWN)
    assert text.endswith("sole:\n\ned è subito sera.\n")
    assert [one.name for one in signatures] == ["quasimodo.example/salvatore"]
    assert signatures[0].key_id.hex() == "367ba04b"
    assert len(signatures[0].value) == 64


@given(texts)
def test_a_note_comes_back(text: str) -> None:
    note = open_note(sign_note(text, [OTHER, DESK]), [DESK.verifier])
    assert note.text == text
    assert note.signed_by == (DESK.verifier,)


@given(st.data())
def test_a_note_with_a_byte_changed_added_or_lost_is_refused(data: st.DataObject) -> None:
    note = sign_note("desk.example/log\n5\nmột dòng\n", [DESK])
    place = data.draw(st.integers(0, len(note) - 1))
    byte = data.draw(st.integers(0, 255))
    how = data.draw(st.sampled_from(["change", "add", "lose"]))
    altered = {
        "change": note[:place] + bytes([byte]) + note[place + 1 :],
        "add": note[:place] + bytes([byte]) + note[place:],
        "lose": note[:place] + note[place + 1 :],
    }[how]
    if altered != note:
        code(altered)


def test_every_single_byte_counts() -> None:
    note = sign_note("desk.example/log\n5\n", [DESK])
    for place in range(len(note)):
        for bit in range(8):
            altered = bytearray(note)
            altered[place] ^= 1 << bit
            code(bytes(altered))


def test_unknown_signatures_are_passed_over() -> None:
    strange = Signature(OTHER.name, b"\0\0\0\0", b"no signature at all").line().encode()
    namesake = Signature(DESK.name, b"\0\0\0\0", b"another key of that name").line().encode()
    note = sign_note("text\n", [DESK]) + strange + namesake
    assert open_note(note, [DESK.verifier]).signed_by == (DESK.verifier,)


def test_one_wrong_signature_of_a_known_key_refuses_the_note() -> None:
    wrong = Signature(DESK.name, DESK.verifier.key_id, bytes(64)).line().encode()
    assert code(sign_note("text\n", [DESK]) + wrong) == "wrong_signature"


def test_a_note_of_another_key_is_not_signed() -> None:
    assert code(sign_note("text\n", [OTHER])) == "not_signed"
    assert code(sign_note("text\n", [new_signer(DESK.name)])) == "not_signed"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"\n\n",
        b"text\n",
        b"text\n\n",
        b"text\n\nno dash\n",
        "text\n\n— a\n".encode(),
        "text\n\n— a AAAA\n".encode(),
        "text\n\n— a AAAAAAA=".encode(),
        "text\n\n— a+b AAAAAAA=\n".encode(),
        "text\n\n—  AAAAAAA=\n".encode(),
        "text\n\n— a AAAAAAA= x\n".encode(),
        "text\r\n\n— a AAAAAAA=\n".encode(),
        b"\xff\n\n\xe2\x80\x94 a AAAAAAA=\n",
    ],
)
def test_what_is_no_note_is_refused(data: bytes) -> None:
    with pytest.raises(NoteRefused):
        open_note(data, [DESK.verifier])


def test_size_and_signatures_are_limited() -> None:
    assert code(b"x" * (MAX_BYTES + 1)) == "note_too_long"
    line = Signature("a", b"1234", b"5").line().encode()
    assert len(split_note(b"text\n\n" + line * 100)[1]) == 100
    assert code(b"text\n\n" + line * 101) == "too_many_signatures"


@pytest.mark.parametrize("text", ["", "text", "a\tb\n", "\ud800\n"])
def test_only_whole_plain_lines_are_signed(text: str) -> None:
    with pytest.raises(NoteRefused):
        sign_note(text, [DESK])


def test_a_note_needs_a_signer() -> None:
    with pytest.raises(NoteRefused):
        sign_note("text\n", [])
