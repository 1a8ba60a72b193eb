"""Keys are read from their one text form, and a signature holds for its own text only."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.keys import SignerKey, VerifierKey, new_signer, read_signer, read_verifier
from kiemtin.record.note_refusal import NoteRefused

# The example of Go's note package, which the standard describes.
VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SIGNER = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
TESTDATA = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
names = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters="+"),
    min_size=1,
    max_size=60,
)


@pytest.mark.parametrize("text", [VERIFIER, TESTDATA])
def test_a_published_key_is_read_and_written(text: str) -> None:
    assert str(read_verifier(text)) == text


def test_a_published_signer_belongs_to_its_verifier() -> None:
    signer = read_signer(SIGNER)
    assert str(signer.verifier) == VERIFIER
    assert signer.secret_text() == SIGNER


@given(names, st.binary(min_size=32, max_size=32))
def test_keys_come_back_from_their_text(name: str, seed: bytes) -> None:
    signer = SignerKey(name, seed)
    assert read_signer(signer.secret_text()) == signer
    assert read_verifier(str(signer.verifier)) == signer.verifier


@given(st.data())
def test_a_key_with_one_character_changed_is_refused(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(VERIFIER) - 1))
    char = data.draw(st.characters(codec="utf-8").filter(lambda one: one != VERIFIER[place]))
    with pytest.raises(NoteRefused):
        read_verifier(VERIFIER[:place] + char + VERIFIER[place + 1 :])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "key_text"),
        ("name", "key_text"),
        (VERIFIER + "\n", "key_text"),
        (VERIFIER.replace("c74f20a3", "C74F20A3"), "key_id"),
        (VERIFIER.replace("c74f20a3", "00000000"), "key_id"),
        ("+c74f20a3+" + VERIFIER.rsplit("+", 1)[1], "key_name"),
        ("a+00000000+", "key_type"),
        ("a+00000000+" + base64.b64encode(b"\x04" + bytes(32)).decode(), "key_type"),
        ("a+00000000+" + base64.b64encode(b"\x01" + bytes(31)).decode(), "key_type"),
        (SIGNER, "key_text"),
    ],
)
def test_a_wrong_key_says_what_is_wrong(text: str, code: str) -> None:
    with pytest.raises(NoteRefused) as caught:
        read_verifier(text)
    assert caught.value.code == code
    assert caught.value.vi() != caught.value.en()


def test_a_verifier_is_no_signer() -> None:
    with pytest.raises(NoteRefused, match=r"PRIVATE\+KEY"):
        read_signer(VERIFIER)


@pytest.mark.parametrize(
    "name", ["", "a b", "a+b", "a\nb", "a\u00a0b", "\u3000", "x" * 256, "\x00"]
)
def test_a_name_that_no_line_can_carry_is_refused(name: str) -> None:
    with pytest.raises(NoteRefused) as caught:
        new_signer(name)
    assert caught.value.code == "key_name"


def test_a_signature_holds_for_its_text_and_key() -> None:
    signer, other = new_signer("desk.example/log"), new_signer("desk.example/log")
    signature = signer.sign(b"text\n")
    assert signer.verifier.holds(b"text\n", signature)
    assert not signer.verifier.holds(b"text", signature)
    assert not signer.verifier.holds(b"text\n", signature[:-1])
    assert not other.verifier.holds(b"text\n", signature)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_keys_have_32_bytes(length: int) -> None:
    for make in (SignerKey, VerifierKey):
        with pytest.raises(NoteRefused, match="32 bytes"):
            make("a", bytes(length))


def test_the_secret_is_not_shown() -> None:
    signer = SignerKey("a", b"s" * 32)
    assert "sss" not in repr(signer)
    assert "sss" not in str(signer)
