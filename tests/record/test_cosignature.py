"""A cosignature is believed only from its witness, over exactly that checkpoint and that time."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.cosignature import (
    WitnessKey,
    cosign,
    read_witness,
    witness_key,
    witnessed,
)
from kiemtin.record.keys import SignerKey
from kiemtin.record.note_refusal import NoteRefused
from kiemtin.record.notes import Signature, add_signatures, sign_note, split_note
from tests.support.logs import KEY

# Made with `openssl pkeyutl -sign -rawin` over the message of C2SP tlog-cosignature, seed 00…1f.
VECTOR_KEY = "witness.example/w1+e75f6532+BAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
VECTOR_TEXT = "desk.example/log\n5\nSBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n"
VECTOR_LINE = (
    "— witness.example/w1 519lMgAAAABqsTuAETi865cJI7Ijlcxp4Rv4gILgkiOt35yTY"
    "li/vbNbHPMSSZjozwR0dLnFqtqVMuGmX9HNmJQ93NDNsHV3tJZtAA==\n"
)
SIGNER = SignerKey("witness.example/w1", bytes(range(32)))
OTHER = SignerKey("witness.example/w2", b"\x07" * 32)
SECONDS = 1_790_000_000


def note(*lines: str) -> bytes:
    return sign_note(VECTOR_TEXT, [KEY]) + "".join(lines).encode()


def test_what_openssl_signed_is_read_and_written_alike() -> None:
    key = read_witness(VECTOR_KEY)
    assert str(key) == VECTOR_KEY
    assert key == witness_key(SIGNER)
    assert cosign(VECTOR_TEXT, SIGNER, SECONDS).line() == VECTOR_LINE
    (found,) = witnessed(note(VECTOR_LINE), [key])
    assert found.key == key
    assert found.time == datetime.fromtimestamp(SECONDS, UTC)


def test_unknown_witnesses_and_other_kinds_are_passed_over() -> None:
    other = cosign(VECTOR_TEXT, OTHER, SECONDS).line()
    later_kind = Signature(SIGNER.name, b"\x00\x01\x02\x03", bytes(2428)).line()
    found = witnessed(note(other, later_kind, VECTOR_LINE), [witness_key(SIGNER)])
    assert [one.key.name for one in found] == [SIGNER.name]
    assert witnessed(note(other), [witness_key(SIGNER)]) == []


def test_one_wrong_line_of_a_known_witness_refuses_the_note() -> None:
    wrong = cosign(VECTOR_TEXT.replace("\n5\n", "\n6\n"), SIGNER, SECONDS).line()
    with pytest.raises(NoteRefused) as refused:
        witnessed(note(VECTOR_LINE, wrong), [witness_key(SIGNER)])
    assert refused.value.code == "wrong_signature"


def test_the_newest_of_several_times_counts() -> None:
    lines = [cosign(VECTOR_TEXT, SIGNER, SECONDS + step).line() for step in (0, 60, 30)]
    (found,) = witnessed(note(*lines), [witness_key(SIGNER)])
    assert found.time.timestamp() == SECONDS + 60


@given(place=st.integers(0, 71), bit=st.integers(0, 7))
def test_no_bit_of_time_or_signature_can_change(place: int, bit: int) -> None:
    signature = cosign(VECTOR_TEXT, SIGNER, SECONDS)
    value = bytearray(signature.value)
    value[place] ^= 1 << bit
    line = Signature(signature.name, signature.key_id, bytes(value)).line()
    with pytest.raises(NoteRefused):
        witnessed(note(line), [witness_key(SIGNER)])


@given(st.binary(min_size=1, max_size=80))
def test_what_is_no_cosignature_is_refused(value: bytes) -> None:
    line = Signature(SIGNER.name, witness_key(SIGNER).key_id, value).line()
    with pytest.raises(NoteRefused):
        witnessed(note(line), [witness_key(SIGNER)])


def test_a_desks_signature_is_no_cosignature_and_the_reverse() -> None:
    desk = SignerKey(SIGNER.name, SIGNER.seed)
    assert desk.verifier.key_id != witness_key(SIGNER).key_id
    assert witnessed(sign_note(VECTOR_TEXT, [desk]), [witness_key(SIGNER)]) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (str(SIGNER.verifier), "key_type"),
        (VECTOR_KEY.replace("+e75f", "+f75f"), "key_id"),
        (VECTOR_KEY[:-4], "key_type"),
        ("w1", "key_text"),
        ("", "key_text"),
    ],
)
def test_other_keys_are_refused(text: str, code: str) -> None:
    with pytest.raises(NoteRefused) as refused:
        read_witness(text)
    assert refused.value.code == code
    assert refused.value.vi() != refused.value.en()


def test_a_key_has_32_bytes() -> None:
    with pytest.raises(NoteRefused):
        WitnessKey("w", bytes(31))


def test_added_lines_keep_the_text_and_replace_those_of_the_same_key() -> None:
    first, second = (cosign(VECTOR_TEXT, SIGNER, SECONDS + step) for step in (0, 9))
    grown = add_signatures(add_signatures(note(), [first]), [second])
    text, signatures = split_note(grown)
    assert text == VECTOR_TEXT
    assert signatures[1:] == [second]
    assert signatures[0].name == KEY.name
